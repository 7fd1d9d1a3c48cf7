import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isAttribution, isForwardMark, isHeaderBlock, isOriginalMark } from '../../../electron/mail/attribution.ts';
import { linesOf } from '../../../electron/mail/flowed.ts';
import { historyStart, isForward } from '../../../electron/mail/quoted.ts';
import { attributionExamples, headerBlockExamples } from './attribution-examples.ts';

const said = 'On 5 Jan 2026, Ann wrote:';
const reply = { isFirst: false, subject: 'Re: Plan' };

/** What stays in view; undefined: everything. */
function kept(text: string, context = reply): string | undefined {
  const lines = linesOf(text, { flowed: false, delSp: false });
  const start = historyStart(lines, context);
  return start === undefined ? undefined : text.split('\n').slice(0, start).join('\n').trim();
}

describe('a line that says who wrote what follows', () => {
  test.each(attributionExamples)('%s', (_, line) => {
    expect(isAttribution(line)).toBe(true);
    expect(kept(`Fine.\n\n${line}\n\n> One\n> Two`)).toBe('Fine.');
  });

  test.each([
    ['He wrote:'],
    ['Dear Ann,'],
    ['As follows:'],
    ['On Monday we meet at ten.'],
    ['Note:'],
    ['On the agenda:'],
    ['The address is ann@example.org:'],
    ['Please write:'],
    [''],
    [':'],
    [`On ${'x'.repeat(600)} wrote:`],
  ])('%j is none', (line) => {
    expect(isAttribution(line)).toBe(false);
  });
});

describe("Outlook's block", () => {
  test.each(headerBlockExamples)('in %s', (_, block) => {
    expect(isHeaderBlock(block)).toBe(true);
    expect(kept(['Fine.', '', ...block, '', 'One', 'Two'].join('\n'))).toBe('Fine.');
  });

  test('is none where only some of its words stand', () => {
    expect(isHeaderBlock(['From: here', 'we go on.'])).toBe(false);
    expect(isHeaderBlock(['From: Ann', 'To: Bob'])).toBe(false);
    expect(isHeaderBlock([])).toBe(false);
  });

  test.each([
    '-----Original Message-----',
    '-----Ursprüngliche Nachricht-----',
    '----- Message d’origine -----',
    '-----原始邮件-----',
    '----- پیام اصلی -----',
  ])('%s begins it', (mark) => {
    expect(isOriginalMark(mark)).toBe(true);
    expect(kept(`Fine.\n\n${mark}\nFrom: Ann\nOne\nTwo`)).toBe('Fine.');
  });
});

describe('is folded', () => {
  test.each([
    ['what is quoted at the end', `Fine.\n\n${said}\n> One\n> Two`, 'Fine.'],
    ['below a line in a language that is not known', 'Fine.\n\nAnn qilxi:\n> One\n> Two', 'Fine.\n\nAnn qilxi:'],
    [
      'with a line in two above it',
      'Fine.\n\nOn Mon, Jan 5, 2026 at 10:00 AM Ann Lee <ann@example.org>\nwrote:\n> One\n> Two',
      'Fine.',
    ],
    ['with the line right below the text', 'Fine.\nOn 5 Jan 2026, Ann wrote:\n> One\n> Two', 'Fine.'],
    ['with quoted lines apart', `Fine.\n\n${said}\n\n> One\n\n>> Two\n\n`, 'Fine.'],
    ['with the signature above', `Fine.\n-- \nBob\n\n${said}\n> One\n> Two`, 'Fine.\n-- \nBob'],
    ['with the signature below', `Fine.\n\n${said}\n> One\n> Two\n-- \nBob`, 'Fine.'],
    ['a rule above a block', 'Fine.\n\n________________________________\nFrom: A\nSent: B\nTo: C\n\nOne', 'Fine.'],
  ])('%s', (_, text, shown) => {
    expect(kept(text)).toBe(shown);
  });
});

describe('everything is shown', () => {
  test.each([
    ['of answers between quoted lines', '> One?\nYes.\n> Two?\nNo.\n> Three'],
    ['of an answer below what is quoted', 'On 5 Jan 2026, Ann wrote:\n> One\n> Two\n\nFine.'],
    ['where nothing else would remain', `${said}\n> One\n> Two`],
    ['of what is quoted from somewhere else', 'Look at this.\n\n> One\n> Two'],
    ['of headers that somebody shows', 'It says:\n\nDate: A\nFrom: B\nTo: C\nSubject: D\n\nOne'],
    ['of a line that answers', 'Fine:\n> One'],
    [
      'of what is forwarded',
      'See below.\n\n---------- Forwarded message ---------\nFrom: A\nDate: B\nSubject: C\nTo: D\n\nOne',
    ],
    ['where nothing is quoted', 'One\nTwo\nThree'],
    ['of nothing', ''],
  ])('%s', (_, text) => {
    expect(kept(text)).toBeUndefined();
  });

  test('of the first message, and of a forward by its subject', () => {
    const text = `Fine.\n\n${said}\n> One\n> Two`;
    expect(kept(text)).toBe('Fine.');
    expect(kept(text, { isFirst: true, subject: '' })).toBeUndefined();
    expect(kept(text, { isFirst: false, subject: 'Fwd: Plan' })).toBeUndefined();
    expect(['FW: x', 'WG: x', 'TR : x', '[list] Fwd: x', '转发：x', 'إعادة توجيه: x'].map(isForward)).not.toContain(
      false,
    );
    expect(['Re: Fwd', 'Forward planning', 'I: x?', 'Trip: x'].map(isForward)).toEqual([false, false, true, false]);
  });

  test.each([
    'Begin forwarded message:',
    '--- begin forwarded text',
    '---------- Forwarded message ---------',
    '-------- Weitergeleitete Nachricht --------',
    '---------- پیام هدایت شده ----------',
    '---------- Пересылаемое сообщение ---------',
    '---------- 転送されたメッセージ ---------',
  ])('below %s', (mark) => {
    expect(isForwardMark(mark)).toBe(true);
  });
});

test('whatever the lines, nothing before the first of them is folded', () => {
  const piece = fc.constantFrom(
    '> ',
    '\n',
    'a',
    'From: a\n',
    'Sent: a\n',
    'To: a\n',
    '-----Original Message-----\n',
    '-- \n',
    'On 5 Jan 2026, Ann wrote:\n',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      const lines = linesOf(pieces.join(''), { flowed: false, delSp: false });
      const start = historyStart(lines, reply);
      if (start !== undefined) expect(lines.slice(0, start).some(({ text }) => text.trim() !== '')).toBe(true);
    }),
    { numRuns: 1_000 },
  );
});
