// Where the words that were asked for stand in a text: pure. Falls into words and folds as the index on disk does, so that
// what is marked is what was found. Knows neither queries nor the screen.
import { fold, segment } from '../../electron/search/words.ts';

/** Words in sequence, as `wantedWords` makes them. */
export interface Wanted {
  readonly words: readonly string[];
  /** The last one is the beginning of a word. */
  readonly unfinished: boolean;
}

/** In UTF-16 units: from the first up to, without, the second. */
export type Range = readonly [start: number, end: number];

export const noRanges: readonly Range[] = [];

const word = /[\p{L}\p{N}\p{Co}_][\p{L}\p{N}\p{M}\p{Co}_]{0,9999}/gu;
const beyondAscii = /[\u0080-\u{10ffff}]/u;
/** `remove_diacritics 2` takes them from Latin letters only (sqlite.org/fts5.html, section 4.3.1). */
const latinMarks = /(?<=\p{Script=Latin})[\u0300-\u036f]+/gu;

function plain(text: string): string {
  if (!beyondAscii.test(text)) return text.toLowerCase();
  return fold(text).normalize('NFD').replace(latinMarks, '').normalize('NFC');
}

export function wantedWords(words: readonly string[]): readonly string[] {
  return (segment(words.join(' ')).match(word) ?? []).map(plain);
}

interface Token {
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

/** The words of a line where they stand. `segment` only adds spaces, as long as the line is composed already. */
function* tokensOfLine(line: string, offset: number): Generator<Token> {
  const segmented = segment(line);
  const spaced = segmented === line || line.normalize('NFC') === line ? segmented : line;
  let at = 0;
  let read = 0;
  for (const found of spaced.matchAll(word)) {
    for (; read < found.index; read++) if (spaced[read] === line[at]) at++;
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

/** Whether the last of the words read so far are those wanted. */
function ends(read: readonly string[], { words, unfinished }: Wanted): boolean {
  const last = words.length - 1;
  return words.every((wanted, index) => {
    const there = read.at(index - words.length);
    return there !== undefined && (unfinished && index === last ? there.startsWith(wanted) : there === wanted);
  });
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
export function matches(text: string, wanted: readonly Wanted[], most = 100): readonly Range[] {
  if (wanted.length === 0 || text === '' || most <= 0) return noRanges;
  const folded = plain(text);
  // Most texts hold none of them, and this is far quicker than falling into words.
  const possible = wanted.filter(({ words }) => words.length > 0 && words.every((one) => folded.includes(one)));
  if (possible.length === 0) return noRanges;
  const ranges: Range[] = [];
  const read: string[] = [];
  const starts: number[] = [];
  for (const { word: next, start, end } of tokensOf(text)) {
    read.push(next);
    starts.push(start);
    for (const one of possible) if (ends(read, one)) ranges.push([starts.at(-one.words.length) ?? start, end]);
    if (ranges.length >= most) break;
  }
  return ranges.length === 0 ? noRanges : merged(ranges).slice(0, most);
}
