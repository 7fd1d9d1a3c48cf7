// The contrast of two colours as WCAG 2.2 reckons it, from OKLCH (bottosson.github.io/posts/oklab), and the colours of the tokens.

export type Oklch = readonly [lightness: number, chroma: number, hue: number];

const clamped = (value: number) => Math.min(1, Math.max(0, value));

/** Linear sRGB. */
function linear([lightness, chroma, hue]: Oklch): readonly [number, number, number] {
  const a = chroma * Math.cos((hue * Math.PI) / 180);
  const b = chroma * Math.sin((hue * Math.PI) / 180);
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    clamped(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
    clamped(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
    clamped(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s),
  ];
}

/** As `#rrggbb`. */
export function hex(colour: Oklch): string {
  const byte = (value: number) =>
    Math.round(255 * (value <= 0.0031308 ? 12.92 * value : 1.055 * value ** (1 / 2.4) - 0.055));
  return `#${linear(colour)
    .map((value) => byte(value).toString(16).padStart(2, '0'))
    .join('')}`;
}

export function contrast(one: Oklch, other: Oklch): number {
  const luminance = (colour: Oklch) => {
    const [red, green, blue] = linear(colour);
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

export type Tokens = ReadonlyMap<string, { readonly light: Oklch; readonly dark: Oklch }>;

const parts = (text: string): Oklch => {
  const [lightness = Number.NaN, chroma = Number.NaN, hue = Number.NaN] = text.split(' ').map(Number);
  return [lightness, chroma, hue];
};

/** Opaque colours alone. */
export function tokensIn(css: string): Tokens {
  const found = css.matchAll(
    /--([\w-]+):\s*(?:light-dark\(oklch\(([\d. ]+)\), oklch\(([\d. ]+)\)\)|oklch\(([\d. ]+)\));/g,
  );
  return new Map(
    [...found].map(([, name = '', light, dark, both]) => [
      name,
      { light: parts(light ?? both ?? ''), dark: parts(dark ?? both ?? '') },
    ]),
  );
}
