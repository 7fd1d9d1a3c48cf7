// Query texts without end, the same for the same seed: pieces of the language thrown together, its examples mutated, and
// any characters at all. Mostly short, as typed, and now and then very long.
import { Random } from '../../electron/sample/random.ts';
import { operators } from '../../electron/search/operators.ts';
import { languageExamples } from '../support/language-examples.ts';

const pieces: readonly string[] = [
  ...'( ) { } " “ ” - ! + | * ^ , . : @ / \\ \' & = _ % < > ~ # $ ; ?'.split(' '),
  ...[' ', ' ', ' ', '  ', '\n', '\t', '\u00a0', '\u3000', '\u200b', '\0'],
  ...['OR', 'AND', 'AROUND', 'AROUND 5', ' OR ', ' AROUND 99999999999999999999 ', 'or', 'and', 'NOT', 'me'],
  ...operators.flatMap(({ name, aliases }) => [name, ...aliases]).flatMap((name) => [`${name}:`, `${name}:(`]),
  ...['cat', 'dog', 'colour', '*voic*', 'invo*', '*a*', '**', '3.14', '10:30', '555-1234', 'a@b.c', '@b.c', 'b.c'],
  ...['2026/01/05', '31.12.2026', '99999/99/99', '1767567600', '9999999999999', '2d', '999999999999y', '10M', '1e9'],
  ...['inbox', 'anywhere', 'spam', 'muted', 'red-bang', 'drive', 'my-family', 'purchases', '__proto__', 'constructor'],
  ...[
    '東京大学',
    'ภาษาไทย',
    'हिन्दी',
    'İ',
    'ΟΔΟΣ',
    'straße',
    '🙂',
    '👩‍👩‍👧',
    '\ud800',
    '\udc00',
    '\u202e',
    'e\u0301',
    'Ω',
    '\ue000',
  ],
];

const anyUnit = (random: Random) => String.fromCharCode(random.int(0, random.chance(0.7) ? 0x7f : 0xffff));

/** Of up to so many of them, far more often few than many. */
const few = (random: Random, most: number) => Math.floor(random.next() ** 2 * most);

function thrown(random: Random): string {
  const between = random.chance(0.5) ? ' ' : '';
  return Array.from({ length: few(random, 30) }, () => random.pick(pieces)).join(between);
}

function mutation(random: Random, text: string): string {
  const at = random.int(0, text.length);
  const to = Math.min(at + few(random, 12), text.length);
  const [before, within, after] = [text.slice(0, at), text.slice(at, to), text.slice(to)];
  switch (random.int(0, 5)) {
    case 0:
      return before + after;
    case 1:
      return before + within + within + after;
    case 2:
      return before + random.pick(pieces) + within + after;
    case 3:
      return before + anyUnit(random) + after;
    case 4:
      return within + before + after;
    default:
      return `${before} ${random.pick(languageExamples)} ${within}${after}`;
  }
}

function mutated(random: Random): string {
  let text = random.pick(languageExamples);
  for (let left = 1 + few(random, 8); left > 0; left--) text = mutation(random, text);
  return text;
}

const random16 = (random: Random) => Array.from({ length: few(random, 120) }, () => anyUnit(random)).join('');

function repeated(random: Random): string {
  const piece = random.pick(pieces) + random.pick(pieces);
  return piece.repeat(random.int(1, 2_000));
}

export function* hostileQueries(seed: number): Generator<string, never, undefined> {
  const random = new Random(seed, 0);
  for (;;) {
    const kind = random.next();
    if (kind < 0.45) yield mutated(random);
    else if (kind < 0.85) yield thrown(random);
    else if (kind < 0.998) yield random16(random);
    else yield repeated(random);
  }
}
