import { expect, test } from 'vitest';
import { packFiles, unpackFiles } from '../../../electron/mail/packed-files.ts';

const bytes = (...values: number[]) => Uint8Array.from(values);

test('files come out of the pack as they went in', () => {
  const files = new Map([
    ['UniJIS-UCS2-H.bcmap', bytes(1, 2, 3)],
    ['empty.ttf', bytes()],
    ['Schriftgröße.pfb', bytes(255, 0)],
  ]);
  const packed = packFiles(files);
  // As it comes in a larger buffer.
  const within = new Uint8Array([9, ...packed, 9]).subarray(1, -1);
  expect([...unpackFiles(within)].map(([name, content]) => [name, [...content]])).toEqual([
    ['UniJIS-UCS2-H.bcmap', [1, 2, 3]],
    ['empty.ttf', []],
    ['Schriftgröße.pfb', [255, 0]],
  ]);
});

test('what was not packed here is refused', () => {
  expect(() => unpackFiles(bytes(1, 2))).toThrow();
  expect(() => unpackFiles(bytes(3, 0, 0, 0, 60, 112, 62))).toThrow();
});
