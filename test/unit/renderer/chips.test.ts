import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from '../../../electron/search/parse.ts';
import { type Chip, chipsOf, type LeftOut } from '../../../renderer/search/chips.ts';

const place = { locale: 'en-GB', timeZone: 'Europe/Berlin' };
const nothingLeftOut: LeftOut = { ignored: [], local: false };

function chips(text: string, left: LeftOut = nothingLeftOut): readonly Chip[] {
  return chipsOf(parse(text), left, place);
}
const understood = (text: string, left?: LeftOut) => chips(text, left).filter(({ doubtful }) => !doubtful);
const doubted = (text: string, left?: LeftOut) => chips(text, left).filter(({ doubtful }) => doubtful);
const texts = (all: readonly Chip[]) => all.map(({ text }) => text);

describe('a query is understood as', () => {
  test.each<[string, readonly string[]]>([
    ['', []],
    ['tax', []],
    ['tax 2025', ['tax', '2025']],
    ['"quarterly report"', ['“quarterly report”']],
    ['+unicorn x', ['exactly unicorn', 'x']],
    ['-movie', ['not: movie']],
    ['-from:amy', ['not from: amy']],
    ['from:amy', ['from: amy']],
    ['from: amy', ['from: amy']],
    ['from:amy@example.org', ['from: amy@example.org']],
    ['from:example.org', ['from: anyone at example.org']],
    ['from:me', ['from: me']],
    ['from:(amy OR bob)', ['from: amy or bob']],
    ['from:{amy bob} to:me', ['from: amy or bob', 'to: me']],
    ['cat OR dog', ['any of: cat, dog']],
    ['{cat subject:dog}', ['any of: cat, subject: dog']],
    ['red cat OR dog', ['red', 'any of: cat, dog']],
    ['(red cat) OR dog', ['any of: (red and cat), dog']],
    ['-(a OR b)', ['none of: a, b']],
    ['-(a b)', ['not all of: a, b']],
    ['-(a {b -c})', ['not all of: a, (b or not c)']],
    ['rent AROUND 5 june', ['rent and june within 5 words']],
    ['"rent AROUND 1 june"', ['rent, then june within 1 word']],
    ['subject:"late invoice"', ['subject: “late invoice”']],
    ['label:"my family"', ['label: my-family']],
    ['in:{inbox sent}', ['in: inbox or sent']],
    ['is:unread in:trash', ['unread', 'in: trash']],
    ['category:promotions', ['category: promotions']],
    ['has:attachment', ['has: attachment']],
    ['has:red-bang', ['has: red bang']],
    ['has:nouserlabels', ['has: no label of your own']],
    ['filename:{png jpg}', ['file name: png or jpg']],
    ['larger:10K', ['larger than 10 kB']],
    ['newer_than:2d older_than:1y', ['newer than 2 days', 'older than 1 year']],
    ['list:dev@lists.example.org', ['list: dev@lists.example.org']],
    ['rfc822msgid:<a1@x.org>', ['message id: a1@x.org']],
    ['cat cat dog', ['cat', 'dog']],
    ['*oat*', ['…oat…']],
    ['subject:*oat* boat*', ['subject: …oat…', 'boat…']],
    ['filename:*plan*', ['file name: …plan…']],
  ])('%s', (text, said) => {
    expect(texts(understood(text))).toEqual(said);
    expect(doubted(text)).toEqual([]);
  });
});

describe('a date', () => {
  test.each([
    ['after:2026/01/05', 'since 5 Jan 2026'],
    ['after:01/05/2026', 'since 5 Jan 2026'],
    ['before:05/01/2026', 'before 1 May 2026'],
    ['before:25/12/2026', 'before 25 Dec 2026'],
    ['after:1767567600', 'since 5 Jan 2026, 0:00'],
    ['after:0005/01/05', 'since 5 Jan 5'],
  ])('in %s reads %s', (text, said) => {
    expect(texts(chips(text))).toEqual([said]);
  });

  test('is written as the reader writes it, with its month as a word', () => {
    expect(texts(chipsOf(parse('after:01/05/2026'), nothingLeftOut, { locale: 'en-US' }))).toEqual([
      'since Jan 5, 2026',
    ]);
    expect(texts(chipsOf(parse('after:01/05/2026'), nothingLeftOut, { locale: 'de' }))).toEqual(['since 5. Jan. 2026']);
  });
});

describe('it is said of', () => {
  test.each([
    ['after:banana cat', 'not understood: after:banana'],
    ['newer_than:soon', 'not understood: newer_than:soon'],
    ['larger:big', 'not understood: larger:big'],
    ['is:purple', 'finds nothing: is:purple'],
    ['from:*** cat', 'nothing to look for in: from:***'],
    ['cat or dog or bird', '“or” is read as a word; OR means either'],
    ['cat NOT dog', '“NOT” is read as a word; - before a word means without it'],
    ['x '.repeat(300), 'too long: the rest is left out'],
    ['('.repeat(150), 'too many brackets: some are left out'],
  ])('%s', (text, said) => {
    expect(doubted(text)).toMatchObject([{ text: said, doubtful: true }]);
  });

  test('a single plain word beside what was not understood', () => {
    expect(texts(chips('after:banana cat'))).toEqual(['not understood: after:banana', 'cat']);
  });

  test('what finds nothing once only', () => {
    expect(texts(chips('is:purple'))).toEqual(['finds nothing: is:purple']);
    expect(texts(chips('-is:purple cat'))).toEqual(['finds nothing: is:purple', 'cat']);
  });
});

describe('what only Gmail can answer', () => {
  const ignored = ['is:muted'];
  test('stands before the rest, and not among what was understood', () => {
    expect(texts(chips('boathouse is:muted', { ignored, local: false }))).toEqual([
      'left out: is:muted (needs Gmail)',
      'boathouse',
    ]);
    expect(texts(chips('-is:muted a', { ignored, local: true }))).toEqual(['left out: is:muted', 'a']);
  });

  test('is found again where it was typed without the name of its field', () => {
    expect(texts(chips('is:(muted) a b', { ignored, local: true }))).toEqual(['left out: is:muted', 'a', 'b']);
  });

  test('is understood once Gmail has answered', () => {
    expect(texts(chips('boathouse is:muted'))).toEqual(['boathouse', 'muted']);
  });
});

test('the word at the caret is shown as the beginning of one', () => {
  expect(texts(chipsOf(parse('from:am', { caret: 7 }), nothingLeftOut, place))).toEqual(['from: am…']);
});

test('any text has its chips, each of them once', () => {
  const part = fc.constantFrom('(', ')', '{', '-', 'OR', 'from:', 'after:', 'is:', '"', 'a', 'b', '2026/01/05', ' ');
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.array(part).map((parts) => parts.join('')),
      ),
      (text) => {
        const said = texts(chips(text));
        expect(new Set(said).size).toBe(said.length);
        expect(said).not.toContain('');
      },
    ),
    { numRuns: 500 },
  );
});
