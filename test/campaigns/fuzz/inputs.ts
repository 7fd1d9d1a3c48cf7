// Inputs that hurt: texts of the pieces that a reader looks for, any bytes at all, and things that are nearly right.
import fc from 'fast-check';

/** Many of them mean something somewhere: ends of lines, controls, directions, halves of characters. */
const oddCharacters = [
  ...['\0', '\u0007', '\u001b', '\t', '\n', '\r\n', '\r', '\u007f', '\u0085', '\u00a0', '\u00ad', '\u200b', '\u200f'],
  ...[
    '\u2028',
    '\u202e',
    '\u2066',
    '\u2069',
    '\u3000',
    '\ufeff',
    '\ufffd',
    '\ud800',
    '\udfff',
    '😀',
    '👩‍👩‍👧',
    'e\u0301',
    'İ',
  ],
];

/** Put together from such pieces, with anything in between. */
export const textOf = (pieces: readonly string[], most = 40): fc.Arbitrary<string> =>
  fc
    .array(
      fc.oneof(
        { weight: 6, arbitrary: fc.constantFrom(...pieces) },
        { weight: 1, arbitrary: fc.constantFrom(...oddCharacters) },
        { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 6 }) },
      ),
      { maxLength: most },
    )
    .map((all) => all.join(''));

export const jsonText = fc.oneof(
  { weight: 3, arbitrary: fc.json({ maxDepth: 3 }) },
  {
    weight: 1,
    arbitrary: textOf(['{', '}', '[', ']', ':', ',', '"a"', '1', 'null', '"__proto__"', '\\u0000', '-', '1e999']),
  },
);

export const anyValue = fc.anything({
  maxDepth: 2,
  maxKeys: 3,
  withBigInt: true,
  withNullPrototype: true,
  withTypedArray: true,
  withDate: true,
  withMap: true,
});

const oddValues: readonly unknown[] = [
  ...[undefined, null, true, 0, -1, 0.5, 1e308, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53, '', 'x', '9'.repeat(40)],
  ...[[], {}, [[]], '\u0000', '../..', 'javascript:alert(1)', '<b>', '\u202e', 'a'.repeat(5_000), 10n],
];

type Tree = readonly unknown[] | { readonly [name: string]: unknown };
const isTree = (value: unknown): value is Tree => typeof value === 'object' && value !== null;

/** Picks its way down by numbers; puts something odd there, takes it away, or adds what should not be. */
function spoilt(value: unknown, steps: readonly number[], odd: unknown): unknown {
  const [step = 0, ...rest] = steps;
  if (!isTree(value) || rest.length === 0) return odd;
  const keys = Object.keys(value);
  if (keys.length === 0 || step % 11 === 10)
    return Array.isArray(value) ? [...value, odd] : { ...value, [`a${step}`]: odd };
  const key = keys[step % keys.length] ?? '';
  const below = step % 7 === 6 ? odd : spoilt(Reflect.get(value, key), rest, odd);
  if (Array.isArray(value)) return value.map((one: unknown, index) => (String(index) === key ? below : one));
  const { [key]: _gone, ...others } = value as { readonly [name: string]: unknown };
  return step % 13 === 12 ? others : { ...others, [key]: below };
}

/** One of these, as it is or with something wrong in it. */
export const nearly = (examples: readonly unknown[]): fc.Arbitrary<unknown> =>
  fc
    .tuple(
      fc.constantFrom(...examples),
      fc.array(fc.nat({ max: 1_000 }), { maxLength: 7 }),
      fc.oneof(fc.constantFrom(...oddValues), fc.constantFrom(...oddValues), anyValue),
    )
    .map(([example, steps, odd]) => (steps.length === 0 ? example : spoilt(example, steps, odd)));

/** As JSON gives it: what JSON has no word for is left out or null. */
export function throughJson(value: unknown): string {
  try {
    return JSON.stringify(value, (_name, one: unknown) => (typeof one === 'bigint' ? String(one) : one)) ?? 'null';
  } catch {
    return 'null'; // it goes round in circles
  }
}

export const bytes = (beginnings: readonly (readonly number[])[]): fc.Arbitrary<Uint8Array> =>
  fc
    .tuple(fc.constantFrom(...beginnings, []), fc.uint8Array({ maxLength: 200 }))
    .map(([beginning, rest]) => Uint8Array.from([...beginning, ...rest]));
