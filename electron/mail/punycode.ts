// Decodes what IDNA makes of a label beyond ASCII (RFC 3492). Encoding is the URL parser's.

const base = 36;
const leastThreshold = 1;
const greatestThreshold = 26;
const skew = 38;
const damping = 700;
const firstBias = 72;
const firstCodePoint = 128;

function adapted(change: number, length: number, isFirst: boolean): number {
  let delta = isFirst ? Math.floor(change / damping) : change >> 1;
  delta += Math.floor(delta / length);
  let steps = 0;
  for (; delta > ((base - leastThreshold) * greatestThreshold) >> 1; steps += base) {
    delta = Math.floor(delta / (base - leastThreshold));
  }
  return steps + Math.floor(((base - leastThreshold + 1) * delta) / (delta + skew));
}

const digitOf = (character: string) => 'abcdefghijklmnopqrstuvwxyz0123456789'.indexOf(character);

/** What stands behind `xn--`, in lower case. Undefined where it is no punycode. */
export function decodePunycode(text: string): string | undefined {
  const delimiter = text.lastIndexOf('-');
  const output = Array.from(text.slice(0, Math.max(delimiter, 0)));
  let place = delimiter < 0 ? 0 : delimiter + 1;
  let codePoint = firstCodePoint;
  let bias = firstBias;
  for (let index = 0; place < text.length; index += 1) {
    const before = index;
    for (let weight = 1, k = base; ; k += base) {
      const digit = digitOf(text.charAt(place));
      if (place >= text.length || digit < 0) return undefined;
      place += 1;
      index += digit * weight;
      const threshold = Math.min(Math.max(k - bias, leastThreshold), greatestThreshold);
      if (digit < threshold) break;
      weight *= base - threshold;
      if (index > 0x7fffffff || weight > 0x7fffffff) return undefined;
    }
    const length = output.length + 1;
    bias = adapted(index - before, length, before === 0);
    codePoint += Math.floor(index / length);
    index %= length;
    if (codePoint > 0x10ffff) return undefined;
    output.splice(index, 0, String.fromCodePoint(codePoint));
  }
  return output.join('');
}
