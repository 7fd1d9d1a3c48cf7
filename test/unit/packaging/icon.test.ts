import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { icons } from '../../../packaging/icon/draw.ts';

const folder = path.resolve(import.meta.dirname, '../../../packaging/icon');
const drawn = await icons();

/** PNG (W3C), section 11.2.1: width and height follow the signature and the first chunk's head. */
const sizeOf = (png: Uint8Array) => {
  const view = new DataView(png.buffer, png.byteOffset);
  return `${view.getUint32(16)}x${view.getUint32(20)}`;
};

test('the icon is there in every size, for every system', () => {
  const pictures = [...drawn].filter(([name]) => name.endsWith('.png'));
  expect(pictures).toHaveLength(9);
  for (const [name, png] of pictures) expect(path.basename(name, '.png')).toBe(sizeOf(png));
  expect([...drawn.keys()]).toEqual(expect.arrayContaining(['porthole.ico', 'porthole.icns']));
});

// Other processors may round a shade differently.
test.runIf(process.platform === 'linux' && process.arch === 'x64')('what is committed is what is drawn', () => {
  const differing = [...drawn].filter(([name, content]) => !readFileSync(path.join(folder, name)).equals(content));
  expect(differing.map(([name]) => name)).toEqual([]);
});
