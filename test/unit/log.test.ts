import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { createLog } from '../../electron/log.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const root = temporaryFolder();
let folders = 0;
const emptyFolder = () => path.join(root, String(++folders));

function logged(write: (log: ReturnType<typeof createLog>) => void) {
  const folder = emptyFolder();
  write(createLog(folder, () => 0));
  return readFileSync(path.join(folder, 'porthole.log'), 'utf8');
}

test('a bug is found by its reference, with its place and its cause', () => {
  let reference = '';
  const text = logged((log) => {
    reference = log.bug(new TypeError('x', { cause: new RangeError('y') }));
  });
  expect(text).toContain(`bug ${reference}`);
  expect(text).toMatch(/TypeError\n\s+at .*log\.test\.ts/);
  expect(text).toMatch(/caused by\n\s+RangeError/);
});

test('no message of an error is written, whatever it quotes', () => {
  const error = new Error('ya29.secret\nSubject: hello\n  at ease (with ada@example.org:1:2)', {
    cause: 'Bearer ya29.other',
  });
  const text = logged((log) => log.bug(error));
  expect(text).not.toMatch(/ya29|Subject|Bearer|ada@/);
  // The control: the error does carry them.
  expect(`${error.message}${error.cause}`).toMatch(/ya29[\s\S]*ada@[\s\S]*Bearer/);
});

test('a note is a word with numbers', () => {
  expect(logged((log) => log.note('message unreadable', { count: 2 }))).toContain('message unreadable count=2');
});

test('of words only the id of a message is written, and only what looks like one', () => {
  const text = logged((log) => {
    log.note('message malformed', {}, '19b8b3d298001eef');
    log.note('message malformed', {}, 'Dinner at eight');
  });
  expect(text).toContain('message malformed id=19b8b3d298001eef\n');
  expect(text).not.toContain('Dinner');
});

test('only its owner can read it', () => {
  const folder = emptyFolder();
  createLog(folder, () => 0).note('started');
  expect(statSync(path.join(folder, 'porthole.log')).mode & 0o777).toBe(0o600);
});

test('does not stop the program where it can not be written', () => {
  expect(() => createLog('/dev/null/nowhere', () => 0).note('started')).not.toThrow();
});
