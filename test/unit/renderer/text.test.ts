import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { beginning, paragraphs, shownAtFirst } from '../../../renderer/reader/paragraphs.ts';
import { visible } from '../../../renderer/reader/visible.ts';

describe('a text falls into paragraphs', () => {
  test.each([
    ['at blank lines', 'one\n\ntwo', ['one', 'two']],
    ['at lines of spaces, and at several', 'one\n \t\n\n\ntwo\n', ['one', 'two\n']],
    ['whatever ends its lines', 'one\r\n\r\ntwo\rstill two', ['one', 'two\nstill two']],
    ['that keep their line breaks and indentation', 'a:\n\n  1. b\n  2. c', ['a:', '  1. b\n  2. c']],
    ['of which none is empty', '\n\n \n', []],
    ['also of another direction', 'سلام\n\nhello', ['سلام', 'hello']],
  ])('%s', (_, text, expected) => {
    expect(paragraphs(text).map((paragraph) => paragraph.text)).toEqual(expected);
  });

  test('of which one is quoted when each of its lines is', () => {
    expect(paragraphs('> a\n> b\n\n> a\nb').map(({ quoted }) => quoted)).toEqual([true, false]);
  });

  test('without losing anything but blank space', () => {
    const text = fc.string({ unit: fc.constantFrom('a', ' ', '\n', '\r', '\t', '>', 'ن'), maxLength: 60 });
    const bare = (from: string) => from.replace(/\s/g, '');
    fc.assert(
      fc.property(text, (any) => {
        expect(
          bare(
            paragraphs(any)
              .map((paragraph) => paragraph.text)
              .join(''),
          ),
        ).toBe(bare(any));
      }),
    );
  });
});

describe('the beginning of a text', () => {
  test('is all of a usual one', () => {
    expect(beginning('one\ntwo')).toBe('one\ntwo');
  });

  test('ends with a line where the text is very long', () => {
    const text = 'a line of text\n'.repeat(20_000);
    const shown = beginning(text);
    expect(shown.length).toBeLessThanOrEqual(shownAtFirst);
    expect(shown.endsWith('a line of text')).toBe(true);
    expect(text.startsWith(shown)).toBe(true);
  });

  test('ends somewhere where there are no lines', () => {
    expect(beginning('x'.repeat(shownAtFirst * 2))).toHaveLength(shownAtFirst);
  });
});

test('a name can’t turn its own ending around', () => {
  expect(visible('invoice\u202efdp.exe')).toBe('invoicefdp.exe');
  expect(visible('a\u2066b\u2069c\u202ad\u202c')).toBe('abcd');
  // The marks and joiners that Persian and Arabic need stay.
  expect(visible('صورت\u200cجلسه\u200f.docx')).toBe('صورت\u200cجلسه\u200f.docx');
});
