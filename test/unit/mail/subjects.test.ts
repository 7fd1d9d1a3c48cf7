import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { shownSubject, subjectDirection } from '../../../electron/mail/subjects.ts';

describe('the direction of a subject', () => {
  test.each([
    ['گزارش ماهانه', 'rtl'],
    ['Monthly report', 'auto'],
    ['Re: گزارش', 'rtl'],
    ['RE: گزارش', 'rtl'],
    ['Re:گزارش', 'rtl'],
    ['Fwd: تقرير', 'rtl'],
    ['FW: דוח', 'rtl'],
    ['AW: WG: گزارش', 'rtl'],
    ['TR : تقرير', 'rtl'],
    ['RV: SV: VS: دوح', 'rtl'],
    ['Re[2]: گزارش', 'rtl'],
    ['Re (3): گزارش', 'rtl'],
    ['Re： گزارش', 'rtl'],
    ['[list-name] گزارش', 'rtl'],
    ['Re: [list-name] Fwd: گزارش', 'rtl'],
    ['[EXTERNAL] [harbour-users] RE: گزارش', 'rtl'],
    ['Invitation: جلسه', 'rtl'],
    ['Re: 12 — «گزارش» of May', 'rtl'],
    ['Re: https://example.org/ گزارش', 'rtl'],
    // The other way round, too.
    ['پاسخ: Monthly report', 'ltr'],
    ['رد: إعادة توجيه: Report', 'ltr'],
    ['[انجمن] Report', 'ltr'],
    // What is part of the subject is none of these.
    ['Recipe: گزارش', 'ltr'],
    ['iPhone گزارش', 'ltr'],
    ['[گزارش]', 'rtl'],
    ['Re: Monthly report', 'auto'],
    // Nothing is said behind them.
    ['Re: ', 'auto'],
    ['Re: 2026', 'auto'],
    ['', 'auto'],
  ])('%j is %s', (subject, direction) => {
    expect(subjectDirection(subject)).toBe(direction);
  });

  test('is found whatever was written, however long', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (subject) => {
        expect(['ltr', 'rtl', 'auto']).toContain(subjectDirection(subject));
      }),
    );
    for (const piece of ['Re:', '[', '[a]', ' ', 'Re(', 'Re [1'])
      expect(['ltr', 'rtl', 'auto']).toContain(subjectDirection(`گ${piece.repeat(100_000)}گ`));
  });
});

test.each([
  ['bill \u202etxt.exe', 'bill txt.exe'],
  ['two\r\nlines\u0000', 'two lines'],
  ['\u2067گزارش\u2069', 'گزارش'],
  ['\u200b\u2060', ''],
  ['می\u200cخواهم', 'می\u200cخواهم'],
])('of the subject %j is shown %j', (subject, shown) => {
  expect(shownSubject(subject)).toBe(shown);
});
