import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { groundDark, groundLight } from '../../../electron/window/ground.ts';
import { contrast, hex, type Oklch, tokensIn } from '../../support/contrast.ts';

const css = readFileSync(path.resolve(import.meta.dirname, '../../../renderer/styles/tokens.css'), 'utf8');
const [usually = '', more = ''] = css.split('@container style(--contrast: more)');
const usual = tokensIn(usually);
const high = new Map([...usual, ...tokensIn(more)]);

/** Whatever text stands on. */
const grounds = ['ground', 'pane', 'page', 'hover', 'tint', 'caution'];

/** AAA for text (WCAG 2.2, 1.4.6), AA for what is operated or says something without words (1.4.11). */
const wanted: readonly (readonly [what: string, on: readonly string[], ratio: number, highRatio: number])[] = [
  ['ink', [...grounds, 'mark'], 7, 10],
  ['ink-soft', grounds, 7, 9],
  ['accent', grounds, 7, 8],
  ['bad', grounds, 7, 7],
  ['on-accent', ['accent', 'accent-strong'], 7, 8],
  ['edge', grounds, 3, 7],
  ['star', ['pane', 'page', 'hover', 'tint'], 3, 4.5],
  ['on-star', ['star'], 4.5, 4.5],
];

const looks = [
  { name: 'light', tokens: usual, side: 'light', isHigh: false },
  { name: 'dark', tokens: usual, side: 'dark', isHigh: false },
  { name: 'light, high contrast', tokens: high, side: 'light', isHigh: true },
  { name: 'dark, high contrast', tokens: high, side: 'dark', isHigh: true },
] as const;

describe.each(looks)('in $name', ({ tokens, side, isHigh }) => {
  const colour = (name: string): Oklch => {
    const token = tokens.get(name);
    if (!token) throw new Error(`There is no --${name}.`);
    return token[side];
  };

  test.each(wanted)('--%s can be read on whatever it stands on', (what, on, ratio, highRatio) => {
    for (const ground of on) {
      const found = contrast(colour(what), colour(ground));
      expect(found, `--${what} on --${ground}`).toBeGreaterThanOrEqual(isHigh ? highRatio : ratio);
    }
  });
});

test('what is reckoned agrees with what is known: black on white, and the corners of sRGB', () => {
  expect(contrast([0, 0, 0], [1, 0, 0])).toBeCloseTo(21, 1);
  expect(hex([1, 0, 0])).toBe('#ffffff');
  // The corners of sRGB.
  expect(hex([0.62796, 0.25768, 29.234])).toBe('#ff0000');
  expect(hex([0.86644, 0.29483, 142.495])).toBe('#00ff00');
  expect(hex([0.45201, 0.31321, 264.052])).toBe('#0000ff');
});

test('a window that has nothing to show yet has the ground of its page', () => {
  expect([groundLight, groundDark]).toEqual([
    hex(usual.get('ground')?.light ?? [0, 0, 0]),
    hex(usual.get('ground')?.dark ?? [0, 0, 0]),
  ]);
});
