import { expect, test } from 'vitest';
import { orderFound } from '../../../electron/store/order-found.ts';

test.each([
  ['known ones go by their own time', ['a', 'b'], { a: 1, b: 2 }, ['b', 'a']],
  ["unknown ones keep Gmail's order", ['a', 'b', 'c'], {}, ['a', 'b', 'c']],
  ['an unknown one stays behind the known one before it', ['a', 'x', 'b'], { a: 1, b: 2 }, ['b', 'a', 'x']],
  ['an unknown one before all is newest', ['x', 'a'], { a: 1 }, ['x', 'a']],
  ['none', [], {}, []],
])('%s', (_what, ids, times, expected) => {
  expect(orderFound(ids, new Map(Object.entries(times)))).toEqual(expected);
});
