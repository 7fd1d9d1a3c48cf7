import { inflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { readPicture } from '../../../electron/mail/picture-kinds.ts';
import { drawDisc, drawMark } from '../../../electron/telling/drawn.ts';

/** The colour of a point: red, green, blue, alpha. */
function at(png: Buffer, x: number, y: number): number[] {
  const size = png.readUInt32BE(16);
  const begin = png.indexOf('IDAT') + 4;
  const rows = inflateSync(png.subarray(begin, begin + png.readUInt32BE(begin - 8)));
  const offset = y * (size * 4 + 1) + 1 + x * 4;
  return [...rows.subarray(offset, offset + 4)];
}

test('are pictures of the size that was asked for', () => {
  for (const png of [drawMark(32, false, false), drawMark(32, true, true), drawDisc(32)])
    expect(readPicture(png)).toMatchObject({ mimeType: 'image/png', width: 32, height: 32 });
});

test('show by a sign in the corner that something is unread, and are clear around', () => {
  const [read, unread] = [drawMark(32, false, false), drawMark(32, true, false)];
  expect(at(read, 0, 0)).toEqual([0, 0, 0, 0]);
  const [red = 0, , blue = 0] = at(unread, 24, 8);
  expect(red).toBeGreaterThan(blue);
  expect(at(unread, 24, 8)).not.toEqual(at(read, 24, 8));
  expect(at(unread, 6, 25)).toEqual(at(read, 6, 25));
});

test('are black alone where the system colours them', () => {
  for (let point = 0; point < 32; point++)
    expect(at(drawMark(32, true, true), point, 16).slice(0, 3)).toEqual([0, 0, 0]);
});
