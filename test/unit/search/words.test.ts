import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fold, piecesOf, segment, spaced, wordsOf } from '../../../electron/search/words.ts';

describe('words', () => {
  test.each([
    ['', []],
    ['late invoice', ['late', 'invoice']],
    ['Version 3.14, 1.000.000', ['version', '3.14', '1.000.000']],
    ['end.3 3.', ['end', '3', '3']],
    ['snake_case kebab-case', ['snake_case', 'kebab', 'case']],
    ['हिन्दी', ['हिन्दी']],
    ['Straße İstanbul', ['straße', 'i\u0307stanbul']],
    ['🙂 — …', []],
    ['"quoted"', ['quoted']],
  ])('of %j', (text, expected) => {
    expect(wordsOf(text)).toEqual(expected);
  });

  test('are folded once and for all', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(fold(fold(text))).toBe(fold(text));
        const words = wordsOf(text);
        expect(wordsOf(words.join(' '))).toEqual(words);
      }),
      { numRuns: 2000 },
    );
  });

  test('of any value are those of its pieces', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'ab1._-+@/&,:%é') }), (text) => {
        const words = piecesOf(text).flatMap((piece) => (piece.kind === 'address' ? wordsOf(piece.text) : piece.words));
        expect(words.join(' ').replaceAll('.', ' ')).toBe(wordsOf(text).join(' ').replaceAll('.', ' '));
      }),
      { numRuns: 2000 },
    );
  });
});

describe('segments', () => {
  test.each([
    ['plain text, with pünctuation', 'plain text, with pünctuation'],
    ['Привет, мир', 'Привет, мир'],
    ['اللغة العربية', 'اللغة العربية'],
    ['東京大学', ' 東京 大学 '],
    ['iPhoneを買う', 'iPhone を 買う '],
    ['ภาษาไทย', ' ภาษา ไทย '],
    ['cafe\u0301', 'café'],
    // Korean has spaces, but macOS takes its syllables apart.
    ['한글'.normalize('NFD'), '한글'],
    // What those who write mostly leave out, and what makes another letter.
    ['مُحَمَّد', 'محمد'],
    ['سلـــام', 'سلام'],
    ['أحمد مؤمن', 'أحمد مؤمن'],
    ['שָׁלוֹם', 'שלום'],
    ['Γειά ἀγάπη', 'Γεια αγαπη'],
    ['за\u0301мок Ещё', 'замок Еще'],
    ['Йод, їжа', 'Йод, їжа'],
    ['दिन मुख्य', 'दिन मुख्य'],
    ['Donau\u00addampf', 'Donaudampf'],
    ['1\ufe0f\u20e3 ❤\ufe0f', '1 ❤'],
  ])('%j are %j', (text, expected) => {
    expect(segment(text)).toBe(expected);
  });

  test('leave everything but spaces and the form of letters as it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const bare = (value: string) => value.normalize('NFC').replaceAll(' ', '');
        expect(bare(spaced(text))).toBe(bare(text));
      }),
    );
  });
});

test.each([
  ['Han', '漢'],
  ['Thai', 'ก'],
  ['Thai with marks', 'กี่'],
  ['marks', '\u0301'],
  ['a letter of two units', '𝒳'],
  ['lone surrogates', '\ud800'],
  ['emoji', '🙂'],
  ['digits and points', '1.'],
  ['plain letters', 'a'],
])(
  'millions of characters without a space have words and segments: %s',
  (_what, piece) => {
    const text = piece.repeat(5_000_000 / piece.length);
    const bare = (value: string) => value.replaceAll(' ', '').length;
    // The segments of a million, which is as many as the index gets. Of marks on one letter only the first 30 count.
    const longest = piece === '\u0301' ? 10_000 : 1_000_000;
    expect(bare(segment(text.slice(0, 1_000_000)))).toBeLessThanOrEqual(longest);
    if (longest === 1_000_000) expect(bare(segment(text.slice(0, 1_000_000)))).toBe(longest);
    expect(() => wordsOf(text)).not.toThrow();
    expect(() => piecesOf(text)).not.toThrow();
  },
  60_000,
);
