import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cleanLine, cleanLines, hasInvisible, shortened } from '../../../electron/mail/characters.ts';

describe('a line is shown without what nobody sees', () => {
  test.each([
    ['Ann\u0000 \u0007Lee', 'Ann Lee'],
    ['Ann\r\nBcc: x', 'Ann Bcc: x'],
    ['Ann\u0085Lee\u2028!', 'Ann Lee !'],
    ['\u202egpj.exe\u202c', 'gpj.exe'],
    ['\u2066Ann\u2069', 'Ann'],
    ['An\u200bn\ufeff', 'Ann'],
    ['pay\u200dpal', 'paypal'],
    ['a\u{e0061}\u{e0062}', 'a'],
    ['Ann\u3164\u2800Lee', 'AnnLee'],
    ['  a \u00a0 b  ', 'a b'],
    ['می\u200cخواهم', 'می\u200cخواهم'],
    ['👩\u200d👩\u200d👧', '👩\u200d👩\u200d👧'],
    ['क्\u200dष', 'क्\u200dष'],
    ['葛\u{e0100}城', '葛\u{e0100}城'],
    ['x\u{e0100}y', 'xy'],
    ['❤\ufe0f', '❤\ufe0f'],
    ['e\u0301'.repeat(2), 'e\u0301'.repeat(2)],
    [`a${'\u0301'.repeat(500)}`, `a${'\u0301'.repeat(6)}`],
    ['\ud800x', '\ufffdx'],
  ])('%j is %j', (text, shown) => {
    expect(cleanLine(text, 1_000)).toBe(shown);
  });

  test('and no longer than is allowed, with no character cut in two', () => {
    expect(Array.from(cleanLine('😀'.repeat(5_000), 1_000))).toHaveLength(1_000);
    expect(shortened('a😀b', 2)).toBe('a😀');
  });

  test('several lines stay several', () => {
    expect(cleanLines('a\u202e\r\n b\u0000c \n\n', 100)).toBe('a\nb c');
  });

  test('says when something was hidden, and not of honest writing', () => {
    expect(['Ann', 'می\u200cخواهم', '👩\u200d👧', '❤\ufe0f'].map(hasInvisible)).toEqual([false, false, false, false]);
    expect(['A\u200bnn', '\u202eAnn', 'pay\u200cpal'].map(hasInvisible)).toEqual([true, true, true]);
  });

  test('whatever the text, cleaning it again changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        const once = cleanLine(text, 100);
        expect(cleanLine(once, 100)).toBe(once);
        expect(once).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/u);
      }),
    );
  });
});
