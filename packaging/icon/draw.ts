// `npm run icons`: draws the icon in every size that a system asks for, from the two SVGs beside this file. What it writes is
// committed, so that nothing has to be drawn to make a package.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Resvg } from '@resvg/resvg-js';
import { IconIcns, IconIco } from '@shockpkg/icon-encoder';

/** macOS leaves room around an icon, which the SVGs have; elsewhere it would only look small. */
const outsideMac = [84, 84, 856, 856] as const;
const withRoom = [0, 0, 1024, 1024] as const;
/** What is drawn smaller is drawn with less. */
const detailedFrom = 40;

const linuxSizes = [16, 24, 32, 48, 64, 128, 256, 512, 1024];
const windowsSizes = [16, 20, 24, 32, 40, 48, 64, 256];
/** Type → side in pixels, in the order of Apple's own tool. */
const macTypes = {
  ic12: 64,
  ic07: 128,
  ic13: 256,
  ic08: 256,
  ic04: 16,
  ic14: 512,
  ic09: 512,
  ic05: 32,
  ic10: 1024,
  ic11: 32,
};

function png(size: number, cut: readonly number[]): Uint8Array {
  const name = size < detailedFrom ? 'porthole-small.svg' : 'porthole.svg';
  const svg = readFileSync(path.join(import.meta.dirname, name), 'utf8');
  const drawn = svg.replace('viewBox="0 0 1024 1024"', `viewBox="${cut.join(' ')}"`);
  return new Resvg(drawn, { fitTo: { mode: 'width', value: size }, font: { loadSystemFonts: false } }).render().asPng();
}

async function ico(): Promise<Uint8Array> {
  const icon = new IconIco();
  for (const size of windowsSizes) await icon.addFromPng(png(size, outsideMac), null, false);
  return icon.encode();
}

async function icns(): Promise<Uint8Array> {
  const icon = new IconIcns();
  icon.toc = true;
  for (const [type, size] of Object.entries(macTypes)) await icon.addFromPng(png(size, withRoom), [type], true);
  return icon.encode();
}

/** File name → content. */
export async function icons(): Promise<ReadonlyMap<string, Uint8Array>> {
  return new Map([
    ...linuxSizes.map((size) => [`png/${size}x${size}.png`, png(size, outsideMac)] as const),
    ['porthole.ico', await ico()],
    ['porthole.icns', await icns()],
  ]);
}

if (import.meta.main) {
  mkdirSync(path.join(import.meta.dirname, 'png'), { recursive: true });
  for (const [name, content] of await icons()) writeFileSync(path.join(import.meta.dirname, name), content);
}
