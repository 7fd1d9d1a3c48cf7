import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createMboxQuoting, separatorLine } from '../../../electron/mail/mbox.ts';

function quoted(...pieces: readonly string[]): string {
  const quoting = createMboxQuoting();
  return Buffer.concat([...pieces.map((piece) => quoting.push(Buffer.from(piece, 'latin1'))), quoting.end()]).toString(
    'latin1',
  );
}

describe('a message in an mbox', () => {
  test.each([
    ['Subject: a\r\n\r\nx\r\n', 'Subject: a\n\nx\n\n'],
    ['a\nFrom b\n', 'a\n>From b\n\n'],
    ['From b\n', '>From b\n\n'],
    ['>From b\n>>From c\n', '>>From b\n>>>From c\n\n'],
    ['a From b\n From c\nFrom\nFromage d\n>Fro', 'a From b\n From c\nFrom\nFromage d\n>Fro\n\n'],
    ['a\r\nFrom b', 'a\n>From b\n\n'],
    ['a\rFrom b\r\r\n\r', 'a\rFrom b\r\n\r\n\n'],
    ['FroFrom x\n', 'FroFrom x\n\n'],
    ['F>From x\n', 'F>From x\n\n'],
    ['', '\n'],
    ['\xff\x00\n', '\xff\x00\n\n'],
  ])('%j is %j', (raw, written) => {
    expect(quoted(raw)).toBe(written);
  });

  test('is the same in whatever pieces it comes, and its quoting can be undone', () => {
    const piece = fc.constantFrom('From ', 'Fro', 'm ', '>', '\n', '\r\n', 'x', '\r', ' ');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const whole = pieces.join('');
        const written = quoted(whole);
        expect(quoted(...pieces)).toBe(written);
        expect(quoted(...whole)).toBe(written);
        expect(written).not.toMatch(/(?:^|\n)From /);
        const lines = whole.replaceAll('\r\n', '\n');
        const ended = lines === '' || lines.endsWith('\n') ? lines : `${lines}\n`;
        expect(written.replace(/(?<=^|\n)>(>*From )/g, '$1')).toBe(`${ended}\n`);
      }),
    );
  });
});

test.each([
  ['ann@example.org', Date.UTC(2026, 0, 5, 9, 8, 7), 'From ann@example.org Mon Jan  5 09:08:07 2026\n'],
  ['', 0, 'From MAILER-DAEMON Thu Jan  1 00:00:00 1970\n'],
  ['a b\nFrom x', Date.UTC(2026, 10, 25), 'From MAILER-DAEMON Wed Nov 25 00:00:00 2026\n'],
  ['a@b.example', Number.NaN, 'From a@b.example Thu Jan  1 00:00:00 1970\n'],
])('what separates %j at %s from the one before', (email, receivedAt, line) => {
  expect(separatorLine(email, receivedAt)).toBe(line);
});
