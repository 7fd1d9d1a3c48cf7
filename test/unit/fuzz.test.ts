// The beginning of `npm run campaign:fuzz`, which goes on to five million inputs; and that it would notice.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fuzz, targets } from '../campaigns/fuzz/fuzzing.ts';
import { claim, target } from '../campaigns/fuzz/target.ts';

/** Of the five million; the seed is another one each day, so that many days come to more than one. */
const inputs = 20_000;
const shares = targets.reduce((sum, { share }) => sum + share, 0);
const seed = Math.floor(Date.now() / 86_400_000);

describe('whatever comes in is taken for what it is', () => {
  test.each(targets.map((one) => [one.name, one] as const))('%s', async (_name, one) => {
    const count = Math.ceil((inputs * one.share) / shares);
    const { failure, inputs: tried } = await fuzz(one, count, seed);
    expect(failure).toBeNull();
    expect(tried).toBe(count);
  });
});

describe('what would be noticed', () => {
  test('what throws, with the smallest input that makes it', async () => {
    const fragile = target('fragile', 1, fc.nat(), (input) => claim(input < 1_000, 'too much'));
    expect((await fuzz(fragile, 500, seed)).failure).toMatch(/^\[1000\]\nError: too much/);
  });

  test('what rejects', async () => {
    const fragile = target('fragile', 1, fc.string(), async (input) => claim(!input.includes('a'), 'an a'));
    expect((await fuzz(fragile, 5_000, seed)).failure).toMatch(/^\["a"\]\nError: an a/);
  });
});
