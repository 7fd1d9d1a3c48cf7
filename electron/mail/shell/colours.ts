// A mail's colours for a dark window: lightness turned around in OKLCH, the hue kept, so that any text is read on any
// background. Pure but for the canvas, which knows every way to write a colour.

/** Channels and opacity from 0 to 1; sRGB. */
export type Rgba = readonly [red: number, green: number, blue: number, alpha: number];
export type Role = 'text' | 'background' | 'line';

const linear = (channel: number) => (channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4);
const gamma = (channel: number) => (channel <= 0.0031308 ? channel * 12.92 : 1.055 * channel ** (1 / 2.4) - 0.055);
const clamped = (channel: number) => Math.min(1, Math.max(0, channel));

/** WCAG 2.2, relative luminance. */
export function luminance([red, green, blue]: Rgba): number {
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

export function contrast(one: Rgba, other: Rgba): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

/** https://bottosson.github.io/posts/oklab/ */
function toOklab([red, green, blue]: Rgba): readonly [number, number, number] {
  const [r, g, b] = [linear(red), linear(green), linear(blue)];
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

/** Less colourful where a screen has no such colour: cut off channel by channel, yellow would turn red. */
function fromOklab(lightness: number, a: number, b: number, alpha: number): Rgba {
  for (let chroma = 1; ; chroma -= 0.05) {
    const channels = linearOf(lightness, a * chroma, b * chroma);
    const isThere = channels.every((channel) => channel > -0.001 && channel < 1.001);
    if (!isThere && chroma > 0.05) continue;
    const [red, green, blue] = channels.map((channel) => clamped(gamma(clamped(channel))));
    return [red ?? 0, green ?? 0, blue ?? 0, alpha];
  }
}

function linearOf(lightness: number, a: number, b: number): readonly number[] {
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ];
}

/** Between these two lies 4.5 : 1, whatever is written on whatever. */
const leastOfText = 0.45;
const mostOfBackground = 0.06;

const lightnessFor: Readonly<Record<Role, (lightness: number) => number>> = {
  text: (lightness) => (lightness < 0.7 ? 0.92 - lightness * 0.2 : lightness),
  background: (lightness) => (lightness < 0.5 ? Math.min(lightness, 0.42) : 0.42 - (lightness - 0.5) * 0.344),
  line: (lightness) => 0.62 - Math.abs(lightness - 0.45) * 0.5,
};

/** The colour that stands for it in a dark window. */
export function adapted(colour: Rgba, role: Role): Rgba {
  const [lightness, a, b] = toOklab(colour);
  const wanted = lightnessFor[role](lightness);
  const step = role === 'text' ? 0.02 : -0.02;
  let turned = fromOklab(wanted, a, b, colour[3]);
  // The eye takes blue for darker and yellow for lighter than OKLCH does.
  for (let tries = 1; tries < 50 && !isLegible(turned, role); tries++) {
    const fading = 1 - tries / 60;
    turned = fromOklab(clamped(wanted + tries * step), a * fading, b * fading, colour[3]);
  }
  return turned;
}

function isLegible(colour: Rgba, role: Role): boolean {
  if (role === 'line') return true;
  return role === 'text' ? luminance(colour) >= leastOfText : luminance(colour) <= mostOfBackground;
}

export function written([red, green, blue, alpha]: Rgba): string {
  const [r, g, b] = [red, green, blue].map((channel) => Math.round(channel * 255));
  return alpha >= 1 ? `rgb(${r}, ${g}, ${b})` : `rgba(${r}, ${g}, ${b}, ${Number(alpha.toFixed(3))})`;
}

export type ReadColour = (text: string) => Rgba | null;

/** Reads what CSS takes for a colour of its own: not `inherit`, `currentcolor`, nor the system's. */
export function createReader(): ReadColour {
  const context = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
  const known = new Map<string, Rgba | null>();
  const read = (text: string): Rgba | null => {
    if (!context || /^(?:inherit|initial|unset|revert|revert-layer|currentcolor|transparent|auto|none)$/i.test(text)) {
      return null;
    }
    const isTaken = ['#010203', '#030201'].every((before) => {
      context.fillStyle = before;
      context.fillStyle = text;
      return context.fillStyle !== before;
    });
    if (!isTaken) return null;
    context.clearRect(0, 0, 1, 1);
    context.fillRect(0, 0, 1, 1);
    const [red = 0, green = 0, blue = 0, alpha = 0] = context.getImageData(0, 0, 1, 1).data;
    return alpha === 0 ? null : [red / 255, green / 255, blue / 255, alpha / 255];
  };
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const colour = read(text);
    known.set(text, colour);
    return colour;
  };
}
