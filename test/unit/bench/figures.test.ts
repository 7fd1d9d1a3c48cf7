// What the bench does with what it has measured: a budget that is missed must not look met.
import { describe, expect, test } from 'vitest';
import { judge, median, percentile } from '../../bench/figures.ts';
import { parseSize, sizeName } from '../../bench/places.ts';
import { queries } from '../../bench/queries.ts';
import { tableOf } from '../../bench/table.ts';

describe('a figure of the bench', () => {
  const row = { what: 'x', unit: 'ms' };

  test('meets a budget up to its bound', () => {
    expect(judge({ ...row, figure: 5, budget: 'searchP95' }).met).toBe(true);
    expect(judge({ ...row, figure: 5.01, budget: 'searchP95' }).met).toBe(false);
    expect(judge({ ...row, figure: 0.97, budget: 'hydrationShare' }).met).toBe(true);
    expect(judge({ ...row, figure: 0.96, budget: 'hydrationShare' }).met).toBe(false);
  });

  test('meets one that speaks of a ratio only beside its baseline', () => {
    const baseline = { what: 'empty window', figure: 100 };
    expect(judge({ ...row, figure: 125, budget: 'firstRows', baseline })).toMatchObject({ ratio: 1.25, met: true });
    expect(judge({ ...row, figure: 126, budget: 'firstRows', baseline }).met).toBe(false);
    expect(judge({ ...row, figure: 1, budget: 'firstRows' }).met).toBe(false);
  });

  test('that could not be measured has failed', () => {
    expect(judge({ ...row, figure: Number.NaN, budget: 'longestTask' }).met).toBe(false);
    expect(judge({ ...row, figure: Number.NaN, budget: 'hydrationRate' }).met).toBe(false);
  });

  test('without a budget is neither met nor missed', () => {
    expect(judge({ ...row, figure: 1 })).toMatchObject({ ratio: null, met: null });
  });
});

test('percentiles are values that were measured', () => {
  expect(median([3, 1, 2])).toBe(2);
  expect(percentile([1, 2, 3, 4], 0.95)).toBe(4);
  expect(percentile([7], 0.5)).toBe(7);
  expect(percentile([], 0.5)).toBeNaN();
});

test.each([
  ['10k', 10_000],
  ['1m', 1_000_000],
  ['250', 250],
])('%s messages are %i', (text, count) => {
  expect(parseSize(text)).toBe(count);
  expect(sizeName(count)).toBe(text);
});

test('what is no number of messages is refused', () => {
  expect(() => parseSize('many')).toThrow('many is no number of messages');
});

test('the table says of each row whether it is met', () => {
  const table = tableOf([
    judge({ what: 'a', figure: 1.234, unit: 'ms', budget: 'searchP95' }),
    judge({ what: 'b', figure: 1_234.5, unit: 'MB', budget: 'memory', note: 'why' }),
  ]);
  expect(table.split('\n').map((line) => line.split('|').map((cell) => cell.trim()))).toEqual([
    ['', 'what', 'figure', 'baseline', 'ratio', 'budget', 'met', ''],
    ['', '---------', '----------', '----------', '-------', '--------', '-----', ''].map(() => expect.any(String)),
    ['', 'a', '1.23 ms', '', '', '≤ 5', 'yes', ''],
    ['', 'b (why)', '1,235 MB', '', '', '≤ 150', 'NO', ''],
  ]);
});

test('the bench asks at least sixty different questions', () => {
  expect(new Set(queries.map((query) => JSON.stringify(query))).size).toBe(queries.length);
  expect(queries.length).toBeGreaterThanOrEqual(60);
});
