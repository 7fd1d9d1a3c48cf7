// The bits of `message.traits`. A message that only a listing has named has none.
import type { LinkedFile } from '../contract/model.ts';

/** It is here, as a whole. */
export const complete = 1;

export const linkTraits: Readonly<Record<LinkedFile, number>> = {
  drive: 2,
  document: 4,
  spreadsheet: 8,
  presentation: 16,
  youtube: 32,
};

export function traitsOf(links: readonly LinkedFile[]): number {
  return links.reduce((traits, link) => traits | linkTraits[link], complete);
}
