import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { longestQuery } from '../../../electron/contract/search.ts';
import { parse } from '../../../electron/search/parse.ts';
import { print } from '../../../electron/search/print.ts';
import { barsPath, brushedByKey, monthUnder, rangeOf } from '../../../renderer/search/brush.ts';
import { brushed, hasDates, isRefinedBy, refined, undated, unrefined } from '../../../renderer/search/refine.ts';

describe('refined by a click, a query', () => {
  test.each([
    ['from:amy', 'has:attachment', 'from:amy has:attachment'],
    ['', 'from:amy', 'in:inbox from:amy'],
    ['a OR b', 'from:amy', 'a OR b from:amy'],
    ['from:amy', 'from:amy', 'from:amy'],
    ['x FROM:amy', 'from:amy', 'x FROM:amy'],
    ['say "hello', 'from:amy', 'say +hello from:amy'],
    ['x', 'label:"Kids & school"', 'x label:"Kids & school"'],
    ['say "hello', 'label:"a in:spam"', 'say +hello label:"a in:spam"'],
    ['“hello', 'label:"- me"', '+hello label:"- me"'],
  ])('%j by %s is %j', (text, refine, expected) => {
    expect(refined(text, refine)).toBe(expected);
  });

  test('stays as it was where it would be too long for one', () => {
    const long = 'x'.repeat(longestQuery - 5);
    expect(refined(long, 'from:amy')).toBe(long);
    expect(refined(long, 'a')).toBe(`${long} a`);
  });

  test('asks for both, whatever was typed', () => {
    const part = fc.constantFrom('(', ')', '{', '-', 'OR', 'from:', '"', 'a', 'b', '2026/01/05', ' ', '+', 'AROUND 3');
    fc.assert(
      fc.property(
        fc.array(part, { maxLength: 12 }).map((parts) => parts.join('')),
        (text) => {
          const { root } = parse(refined(text, 'filename:pdf'));
          const parts = root?.kind === 'and' ? root.parts : [root];
          expect(parts.map((one) => one && print(one))).toContain('filename:pdf');
        },
      ),
      { numRuns: 500 },
    );
  });

  test('and a second click takes that back', () => {
    expect(unrefined('x from:amy y', 'from:amy')).toBe('x y');
    expect(unrefined('from:amy', 'from:amy')).toBe('in:all');
    expect(unrefined(refined('a b', 'filename:pdf'), 'filename:pdf')).toBe('a b');
  });

  test('shows that it is: what is negated, or only a part of something, does not count', () => {
    expect(isRefinedBy('x from:amy', 'from:amy')).toBe(true);
    expect(isRefinedBy('x -from:amy', 'from:amy')).toBe(false);
    expect(isRefinedBy('{x from:amy}', 'from:amy')).toBe(false);
  });
});

describe('a year', () => {
  const refine = 'after:2025/01/01 before:2026/01/01';

  test('takes the place of another one, and is taken back by a second click', () => {
    const text = refined('x after:2024/01/01 before:2025/01/01', refine);
    expect(text).toBe('x after:2025/01/01 before:2026/01/01');
    expect(isRefinedBy(text, refine)).toBe(true);
    expect(unrefined(text, refine)).toBe('x');
  });

  test('is not chosen where only one of its ends is', () => {
    expect(isRefinedBy('x after:2025/01/01', refine)).toBe(false);
  });
});

describe('brushed over some months, a query', () => {
  const may = { year: 2026, month: 5 };
  const december = { year: 2026, month: 12 };

  test('has the first day of the first one and the first day after the last one', () => {
    expect(brushed('from:amy', may, december)).toBe('from:amy after:2026/05/01 before:2027/01/01');
    expect(brushed('from:amy', may, may)).toBe('from:amy after:2026/05/01 before:2026/06/01');
  });

  test('has them instead of the dates before', () => {
    expect(brushed('after:2020/01/01 from:amy before:2021/01/01', may, may)).toBe(
      'from:amy after:2026/05/01 before:2026/06/01',
    );
    expect(brushed('older:2021/01/01', may, may)).toBe('after:2026/05/01 before:2026/06/01');
  });

  test('of the inbox stays in the inbox', () => {
    expect(brushed('', may, may)).toBe('in:inbox after:2026/05/01 before:2026/06/01');
  });

  test('can be freed of its dates', () => {
    expect(hasDates('x after:2026/05/01')).toBe(true);
    expect(undated(brushed('x y', may, december))).toBe('x y');
    expect(hasDates('x y')).toBe(false);
    expect(undated('after:2026/05/01')).toBe('in:all');
  });
});

describe('the brush', () => {
  test('covers the same months whichever way it is drawn', () => {
    expect(rangeOf({ from: 2, to: 5 })).toEqual([2, 5]);
    expect(rangeOf({ from: 5, to: 2 })).toEqual([2, 5]);
  });

  test('stays within the chart', () => {
    expect([-0.2, 0, 0.5, 0.999, 1.3].map((share) => monthUnder(share, 12))).toEqual([0, 0, 6, 11, 11]);
  });

  test('moves by key, and grows with Shift', () => {
    const at = { from: 5, to: 5 };
    expect(brushedByKey(at, 'ArrowRight', false, 12, 'ArrowRight')).toEqual({ from: 6, to: 6 });
    expect(brushedByKey(at, 'ArrowRight', true, 12, 'ArrowRight')).toEqual({ from: 5, to: 6 });
    expect(brushedByKey(at, 'ArrowRight', true, 12, 'ArrowLeft')).toEqual({ from: 5, to: 4 });
    expect(brushedByKey(at, 'End', true, 12, 'ArrowRight')).toEqual({ from: 5, to: 11 });
    expect(brushedByKey(at, 'x', false, 12, 'ArrowRight')).toBeNull();
  });
});

test('a month with a message has a bar, and one without has none', () => {
  expect(barsPath([1_000, 0, 1]).match(/M/g)).toHaveLength(2);
  expect(barsPath([4, 2], 1, 1)).toBe('M1.08 1V0.500h.84V1Z');
});
