// The words of a text as the index on disk has them: what a reader of texts must do to find what the index finds.
import { fold, segment, unmarked } from './words.ts';

/** What becomes one word of the index: letters, digits and marks in a row, a soft hyphen among them or not. */
export const word = /[\p{L}\p{N}\p{Co}_][\p{L}\p{N}\p{M}\p{Co}_\u00ad]{0,9999}/gu;
const asciiWord = /[a-z0-9_]{1,10000}/g;
const beyondAscii = /[\u0080-\u{10ffff}]/u;
/** `remove_diacritics 2` takes them from Latin letters (sqlite.org/fts5.html, section 4.3.1). */
const latinMarks = /(?<=\p{Script=Latin})[\u0300-\u036f]+/gu;

const joins = /[\p{L}\p{N}\p{M}\p{Co}_]/u;
const asciiJoins = /[A-Za-z0-9_]/;
const unspaced = /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Thai}\p{scx=Lao}\p{scx=Khmer}\p{scx=Myanmar}]/u;

/** Whether the one before it does not join what stands here to itself: no letter, or one of a script without spaces. */
function beginsWord(text: string, at: number): boolean {
  const before = text.charAt(at - 1);
  if (!beyondAscii.test(before)) return !asciiJoins.test(before);
  // A letter may take two.
  const sign = (text.codePointAt(at - 2) ?? 0) > 0xffff ? text.slice(at - 2, at) : before;
  return unspaced.test(sign) || !joins.test(sign);
}

function standsAtBeginning(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) if (beginsWord(text, at)) return true;
  return false;
}

/** Without case and accents. */
export function plain(text: string): string {
  if (!beyondAscii.test(text)) return text.toLowerCase();
  return unmarked(fold(text).normalize('NFD').replace(latinMarks, '').normalize('NFC'));
}

/** Whether this word stands in a `plain` text, or something that begins with it, or has it within. Undefined where words of
 *  scripts without spaces are concerned, which only falling into words can tell. */
export function standsIn(text: string, word: string, where: 'beginning' | 'inside'): boolean | undefined {
  if (!text.includes(word)) return false;
  if (unspaced.test(word)) return undefined;
  return where === 'inside' || standsAtBeginning(text, word);
}

/** In their order. */
export function indexWords(text: string): string[] {
  if (!beyondAscii.test(text)) return text.toLowerCase().match(asciiWord) ?? [];
  return (segment(text).match(word) ?? []).map(plain);
}
