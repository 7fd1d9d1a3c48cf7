import { deflateRawSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { deflateBody, inflateBody } from '../../../electron/store/body.ts';
import { deflated, inflated } from '../../../electron/store/deflated.ts';

const body = {
  headers: [{ name: 'Subject', value: 'The boathouse' }],
  text: 'Please bring 250 pounds to the boathouse at 5, not at 6. گذرنامه را هم بیاور.',
};

/** What is read of it with each of its bits flipped in turn; undefined where it is known to be spoilt. */
function readFlipped(kept: Uint8Array, read: (bytes: Uint8Array) => string): readonly (string | undefined)[] {
  return Array.from({ length: kept.length * 8 }, (_, bit) => {
    const flipped = Uint8Array.from(kept);
    flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7));
    try {
      return read(flipped);
    } catch {
      return undefined;
    }
  });
}

test('no bit that flips makes another text of it', () => {
  const kept = deflateBody(body);
  expect(inflateBody(kept)).toEqual(body);
  const said = readFlipped(kept, (bytes) => JSON.stringify(inflateBody(bytes)));
  // Some bits only fill a byte.
  expect(new Set(said)).toEqual(new Set([undefined, JSON.stringify(body)]));
  expect(said.filter((one) => one !== undefined).length).toBeLessThan(8);
});

test('the control: without a sum many do, and what was written without one is read', () => {
  const dictionary = Buffer.from('boathouse');
  const text = JSON.stringify(body);
  const raw = deflateRawSync(text, { dictionary });
  expect(inflated(raw, dictionary)).toBe(text);
  expect(inflated(deflated(text, dictionary, 6), dictionary)).toBe(text);
  const said = readFlipped(raw, (bytes) => inflated(bytes, dictionary));
  expect(said.filter((one) => one !== undefined && one !== text).length).toBeGreaterThan(10);
});
