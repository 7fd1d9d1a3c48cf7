// Where the words that were asked for stand in a text: pure. Falls into words and folds as the index on disk does, so that
// what is marked is what was found. Knows neither queries nor the screen.
import { plain, word } from '../../electron/search/index-words.ts';
import { composed, spaced } from '../../electron/search/words.ts';

/** Words in sequence, as `indexWords` makes them. */
export interface Sought {
  readonly words: readonly string[];
  /** The last one is the beginning of a word. */
  readonly unfinished: boolean;
  /** It is a single one, and may stand anywhere inside a word. */
  readonly inside: boolean;
}

/** In UTF-16 units: from the first up to, without, the second. */
export type Range = readonly [start: number, end: number];

export const noRanges: readonly Range[] = [];

interface Token {
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

/** The words of a line where they stand. `spaced` only adds spaces, as long as the line is composed already. */
function* tokensOfLine(line: string, offset: number): Generator<Token> {
  const inWords = spaced(line);
  const said = inWords === line || composed(line) === line ? inWords : line;
  let at = 0;
  let read = 0;
  for (const found of said.matchAll(word)) {
    for (; read < found.index; read++) if (said[read] === line[at]) at++;
    yield { word: plain(found[0]), start: offset + at, end: offset + at + found[0].length };
  }
}

/** Line by line: to segment a long text takes long, and often its beginning will do. No word goes on in the next line. */
function* tokensOf(text: string): Generator<Token> {
  let offset = 0;
  for (const line of text.split('\n')) {
    yield* tokensOfLine(line, offset);
    offset += line.length + 1;
  }
}

/** Whether the last of the words read so far are those sought. */
function ends(read: readonly string[], { words, unfinished }: Sought): boolean {
  const last = words.length - 1;
  return words.every((sought, index) => {
    const there = read.at(index - words.length);
    return there !== undefined && (unfinished && index === last ? there.startsWith(sought) : there === sought);
  });
}

/** Where a part stands inside a word, as often as it does: the whole word where folding has changed its length. */
function rangesInside({ word: folded, start, end }: Token, part: string): readonly Range[] {
  if (part === '' || !folded.includes(part)) return noRanges;
  if (folded.length !== end - start) return [[start, end]];
  const ranges: Range[] = [];
  for (let at = folded.indexOf(part); at >= 0; at = folded.indexOf(part, at + part.length)) {
    ranges.push([start + at, start + at + part.length]);
  }
  return ranges;
}

function merged(ranges: readonly Range[]): readonly Range[] {
  const apart: Range[] = [];
  for (const [start, end] of ranges.toSorted((one, other) => one[0] - other[0] || one[1] - other[1])) {
    const before = apart.at(-1);
    if (before && start < before[1]) apart[apart.length - 1] = [before[0], Math.max(before[1], end)];
    else apart.push([start, end]);
  }
  return apart;
}

/** In the order of the text, without overlaps, at most so many. */
export function matches(text: string, sought: readonly Sought[], most = 100): readonly Range[] {
  if (sought.length === 0 || text === '' || most <= 0) return noRanges;
  const folded = plain(text);
  // Most texts hold none of them, and this is far quicker than falling into words.
  const possible = sought.filter(({ words }) => words.length > 0 && words.every((one) => folded.includes(one)));
  if (possible.length === 0) return noRanges;
  const ranges: Range[] = [];
  const read: string[] = [];
  const starts: number[] = [];
  for (const token of tokensOf(text)) {
    read.push(token.word);
    starts.push(token.start);
    for (const one of possible) {
      if (one.inside) ranges.push(...rangesInside(token, one.words[0] ?? ''));
      else if (ends(read, one)) ranges.push([starts.at(-one.words.length) ?? token.start, token.end]);
    }
    if (ranges.length >= most) break;
  }
  return ranges.length === 0 ? noRanges : merged(ranges).slice(0, most);
}
