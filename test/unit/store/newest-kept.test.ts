// What is kept where there is not room for everything.
import { expect, test } from 'vitest';
import { createNewestKept } from '../../../electron/store/newest-kept.ts';

const kept = (most: number) => {
  const values = createNewestKept<string>(most);
  const all = (keys: readonly number[]) => keys.filter((key) => values.get(key) !== undefined);
  return { ...values, all };
};

test('what is older than all that is kept is left out once there is no room', () => {
  const values = kept(30);
  for (const key of [9, 8, 7, 6, 5]) values.keep(key, 'mail', 10);
  expect(values.all([9, 8, 7, 6, 5])).toEqual([9, 8, 7]);
});

test('what is newer takes the place of all of it', () => {
  const values = kept(30);
  for (const key of [3, 2, 1]) values.keep(key, 'mail', 10);
  for (const key of [9, 8, 7, 6]) values.keep(key, 'mail', 10);
  expect(values.all([9, 8, 7, 6, 3, 2, 1])).toEqual([9, 8, 7]);
});

test('what grows counts once, and what is too long is not kept', () => {
  const values = kept(30);
  values.keep(5, 'mail', 10);
  values.keep(5, 'more', 20);
  values.keep(4, 'mail', 10);
  values.keep(6, 'long', 31);
  expect([values.get(5), values.get(4), values.get(6)]).toEqual(['more', 'mail', undefined]);
});

test('what is forgotten leaves its room', () => {
  const values = kept(20);
  values.keep(5, 'mail', 20);
  values.forget((key) => key === 5);
  values.keep(4, 'mail', 20);
  expect(values.all([5, 4])).toEqual([4]);
});
