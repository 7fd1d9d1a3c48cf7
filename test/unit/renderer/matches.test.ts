import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { indexWords } from '../../../electron/search/index-words.ts';
import { parse } from '../../../electron/search/parse.ts';
import { type Marks, marksOf } from '../../../renderer/search/marks.ts';
import { matches, type Range } from '../../../renderer/search/matches.ts';

const marks = (query: string, caret?: number): Marks =>
  marksOf(parse(query, caret === undefined ? {} : { caret }).root);

/** The text with its matches in brackets. */
function bracketed(text: string, ranges: readonly Range[]): string {
  return ranges
    .toReversed()
    .reduce((so, [from, to]) => `${so.slice(0, from)}[${so.slice(from, to)}]${so.slice(to)}`, text);
}
const inText = (query: string, text: string) => bracketed(text, matches(text, marks(query).text));

describe('in a text', () => {
  test.each([
    ['tax', 'Tax, taxes and TAX.', '[Tax], [taxes] and [TAX].'],
    ['colour', 'Color, colours, discolour', '[Color], [colours], discolour'],
    ['+tax "tax"', 'Tax, taxes', '[Tax], taxes'],
    ['*oat*', 'boats and a boathouse, oat', 'b[oat]s and a b[oat]house, [oat]'],
    ['*an*', 'banana', 'b[an][an]a'],
    ['boat*', 'boats, boathouse, aboat', '[boats], [boathouse], aboat'],
    ['cafe', 'Café, cafe\u0301 and CAFÉ', '[Café], [cafe\u0301] and [CAFÉ]'],
    ['café', 'a cafe', 'a [cafe]'],
    ['й', 'и й', 'и [й]'],
    ['"late invoice"', 'A late: invoice, an invoice late', 'A [late: invoice], an invoice late'],
    ['"a b" "b c"', 'a b c', '[a b c]'],
    ['well-known', 'a well-known, well known well', 'a [well-known], [well known] well'],
    ['3.14', '3.14 and 3 or 14', '[3.14] and 3 or 14'],
    ['snake_case', 'snake_case snake case', '[snake_case] snake case'],
    ['cat OR dog', 'cat, dog', '[cat], [dog]'],
    ['dinner -movie -(a -b)', 'dinner movie a b', '[dinner] movie a b'],
    ['rent AROUND 5 june', 'rent in june', '[rent] in [june]'],
    ['amy@example.org', 'to amy@example.org', 'to [amy@example.org]'],
    ['東京', 'きのう東京へ 行った', 'きのう[東京]へ 行った'],
    ['東京', '東\t京 東京。', '東\t京 [東京]。'],
    ['שלום', 'אמר שלום לכם', 'אמר [שלום] לכם'],
    ['σοφοσ', 'ΣΟΦΟΣ', '[ΣΟΦΟΣ]'],
    ['from:amy subject:tax', 'amy tax', 'amy tax'],
    ['is:unread has:attachment', 'unread attachment', 'unread attachment'],
    ['x', '', ''],
    ['', 'x', 'x'],
  ])('%j marks %j', (query, text, marked) => {
    expect(inText(query, text)).toBe(marked);
  });
});

describe('each field is marked where it is shown', () => {
  test.each<[string, readonly (keyof Marks)[]]>([
    ['word', ['from', 'to', 'cc', 'bcc', 'subject', 'text']],
    ['subject:word', ['subject']],
    ['from:word', ['from']],
    ['from:word@example.org', ['from']],
    ['from:word.org', ['from']],
    ['to:word', ['to', 'cc', 'bcc']],
    ['cc:word', ['cc']],
    ['bcc:word', ['bcc']],
    ['filename:word', []],
    ['label:word', []],
  ])('%s', (query, shown) => {
    const all = Object.entries(marks(query)).filter(([, wanted]) => wanted.length > 0);
    expect(all.map(([name]) => name)).toEqual(shown);
  });
});

test('other forms of a word are marked where they are found: not in names', () => {
  expect(bracketed('Taxes', matches('Taxes', marks('tax').subject))).toBe('[Taxes]');
  expect(matches('Taxes', marks('tax').from)).toEqual([]);
});

test('a part is marked as a whole word where folding has changed its length', () => {
  expect(bracketed('Cafe\u0301s', matches('Cafe\u0301s', marks('*caf*').text))).toBe('[Cafe\u0301s]');
});

test('parts of words are marked where they were asked for by the switch', () => {
  const { root } = parse('oat', { partsOfWords: true });
  expect(bracketed('boats', matches('boats', marksOf(root).text))).toBe('b[oat]s');
});

test('the word at the caret marks what begins with it', () => {
  const { text } = marks('late inv', 8);
  expect(bracketed('Late invoices, inverse, lately', matches('Late invoices, inverse, lately', text))).toBe(
    '[Late] [invoices], [inverse], lately',
  );
  expect(matches('invoices', marks('inv').text)).toEqual([]);
});

test('stops at so many', () => {
  expect(matches('a '.repeat(1_000), marks('a').text, 7)).toHaveLength(7);
  expect(matches('a a', marks('a').text, 0)).toEqual([]);
});

test('the ranges of any text are in order, apart and within it', () => {
  const some = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom('a b', 'é', 'e\u0301', '東京へ', ' ', 'a', 'が'),
  );
  fc.assert(
    fc.property(fc.array(some), fc.array(some, { minLength: 1 }), (texts, words) => {
      const text = texts.join('');
      let before = 0;
      for (const [start, end] of matches(text, [
        { words: indexWords(words.join(' ')), unfinished: false, inside: false },
      ])) {
        expect(start).toBeGreaterThanOrEqual(before);
        expect(end).toBeGreaterThan(start);
        before = end;
      }
      expect(before).toBeLessThanOrEqual(text.length);
    }),
  );
});

test('every word of a text is found in it, where the text is composed', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('Été', 'ab', '東京', 'へ', ' ', '-', 'שלום', '3.1'), { minLength: 1 }),
      (parts) => {
        const text = parts.join(' ').normalize('NFC');
        for (const word of indexWords(text))
          expect(matches(text, [{ words: [word], unfinished: false, inside: false }]).length).toBeGreaterThan(0);
      },
    ),
  );
});
