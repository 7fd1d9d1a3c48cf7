// How the window looks by choice, besides light and dark: what the document says at its root for the style to go by. Pure.
import type { Settings } from './model.ts';

export const themes = ['system', 'light', 'dark'] as const;
export const densities = ['comfortable', 'compact'] as const;
export const typeSizes = ['small', 'normal', 'large'] as const;
export type Density = (typeof densities)[number];
export type TypeSize = (typeof typeSizes)[number];

export type Appearance = Pick<Settings, 'density' | 'typeSize' | 'highContrast'>;

export function rootAttributes({ density, typeSize, highContrast }: Appearance): Readonly<Record<string, string>> {
  return { 'data-density': density, 'data-type': typeSize, 'data-contrast': highContrast ? 'more' : 'system' };
}

/** As browsers have them. */
const zooms = [0.5, 0.67, 0.75, 0.8, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2, 2.5, 3] as const;
export const leastZoom = 0.5;
export const mostZoom = 3;

/** The next larger or smaller one; the same where there is none. */
export function nextZoom(zoom: number, way: 'in' | 'out'): number {
  const next = way === 'in' ? zooms.find((one) => one > zoom + 0.005) : zooms.findLast((one) => one < zoom - 0.005);
  return next ?? zoom;
}
