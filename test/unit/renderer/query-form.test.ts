import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from '../../../electron/search/parse.ts';
import { print } from '../../../electron/search/print.ts';
import { dropped } from '../../../renderer/search/dropped.ts';
import { partsOf } from '../../../renderer/search/meaning.ts';
import { emptyForm, readForm, textFields, writeForm } from '../../../renderer/search/query-form.ts';
import { queries } from '../../support/queries.ts';

const meaning = (text: string) => partsOf(text).map(print);

describe('without a term, a query', () => {
  test.each<[text: string, gone: number, expected: string]>([
    ['from:amy has:attachment x', 1, 'from:amy x'],
    ['a OR b c', 0, 'c'],
    ['from:(amy bob) x', 0, 'from:( bob) x'],
    ['-x y', 0, 'y'],
    ['alone', 0, ''],
    ['say "hello', 0, '"hello'],
  ])('%s, term %i', (text, gone, expected) => {
    const left = dropped(text, [partsOf(text)[gone]?.span ?? [0, 0]]);
    expect(meaning(left)).toEqual(meaning(expected));
  });

  test('keeps the others as they were typed, also what was not understood', () => {
    const text = 'subject:order larger:1M after:2024/01/02/ has:attachment';
    expect(parse(text).issues).toHaveLength(1);
    expect(dropped(text, [partsOf(text)[0]?.span ?? [0, 0]])).toBe('larger:1M after:2024/01/02/ has:attachment');
    expect(dropped(text, [parse(text).issues[0]?.span ?? [0, 0]])).toBe('subject:order larger:1M has:attachment');
  });

  test('has exactly its other terms', () => {
    let tried = 0;
    fc.assert(
      fc.property(queries(), fc.nat(), (text, at) => {
        const parts = partsOf(text);
        const gone = parts[at % Math.max(1, parts.length)];
        if (!gone) return;
        tried++;
        // Terms that two operators share are typed in one place, and go together.
        const [start, end] = gone.span;
        const rest = parts.filter(({ span }) => span[1] <= start || span[0] >= end);
        expect(meaning(dropped(text, [gone.span]))).toEqual(rest.map(print));
      }),
      { numRuns: 2_000 },
    );
    expect(tried).toBeGreaterThan(1_000);
  });
});

describe('as a form', () => {
  test('a query stands in the fields that there are for it', () => {
    const form = readForm(
      'from:amy subject:"two words" dinner -movie in:sent has:attachment larger:5M after:2026/01/02 is:unread',
    );
    expect(form).toEqual({
      ...emptyForm,
      from: 'amy',
      subject: '"two words"',
      words: 'dinner',
      without: 'movie',
      place: 'in:sent',
      attachment: true,
      size: { bound: 'larger', megabytes: 5 },
      after: '2026-01-02',
      rest: 'is:unread',
    });
  });

  test('any query is the same one when it is written again', () => {
    fc.assert(
      fc.property(queries(), (text) => {
        // What is asked for twice needs to be asked for once.
        expect(new Set(meaning(writeForm(readForm(text))))).toEqual(new Set(meaning(meaning(text).join(' '))));
      }),
      { numRuns: 1_000 },
    );
  });

  test('what is typed into a field stays in it, whatever is open in it', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...textFields),
        fc.string().filter((typed) => !typed.includes(':')),
        (field, typed) => {
          const text = writeForm({ ...emptyForm, [field]: typed, rest: 'is:unread' });
          expect(meaning(text)).toContain('is:unread');
          if (field === 'words' || field === 'without') return;
          for (const one of meaning(text)) expect(one).toMatch(new RegExp(`is:unread|${field}:`));
        },
      ),
      { numRuns: 1_000 },
    );
  });
});
