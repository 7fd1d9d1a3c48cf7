import { expect, test } from 'vitest';
import { steady } from '../../../renderer/status/steady.ts';

test.each([
  [null, 100, 100],
  [100, null, null],
  [100, 91, 100],
  [100, 109, 100],
  [100, 89, 89],
  [100, 120, 120],
  [0, 5, 5],
])('where %j is shown, %j becomes %j', (shown, next, then) => {
  expect(steady(shown, next)).toBe(then);
});
