// How tall a row of the list is, in CSS pixels: pure. The list counts with it, and the main process draws with it.
import type { Appearance, Density, TypeSize } from '../../electron/contract/appearance.ts';

const heights: Readonly<Record<Density, Readonly<Record<TypeSize, number>>>> = {
  comfortable: { small: 63, normal: 68, large: 78 },
  // Without the beginning of the text.
  compact: { small: 43, normal: 46, large: 53 },
};

export function rowHeightOf({ density, typeSize }: Pick<Appearance, 'density' | 'typeSize'>): number {
  return heights[density][typeSize];
}
