// The words of a text as the index on disk has them: what a reader of texts must do to find what the index finds.
import { fold, segment } from './words.ts';

/** What becomes one word of the index: letters and digits in a row. */
export const word = /[\p{L}\p{N}\p{Co}_][\p{L}\p{N}\p{M}\p{Co}_]{0,9999}/gu;
const beyondAscii = /[\u0080-\u{10ffff}]/u;
/** `remove_diacritics 2` takes them from Latin letters only (sqlite.org/fts5.html, section 4.3.1). */
const latinMarks = /(?<=\p{Script=Latin})[\u0300-\u036f]+/gu;

const unspaced = /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Thai}\p{scx=Lao}\p{scx=Khmer}\p{scx=Myanmar}]/u;

let lastBeginning: { readonly word: string; readonly pattern: RegExp } | undefined;

/** No letter before it, or one of a script that puts no spaces. The same word is looked for in many texts. */
function beginningOf(word: string): RegExp {
  if (lastBeginning?.word !== word) {
    const before = `(?:(?<![\\p{L}\\p{N}\\p{M}\\p{Co}_])|(?<=${unspaced.source}))`;
    lastBeginning = { word, pattern: new RegExp(before + word.replace(/[^\p{L}\p{N}\p{M}\p{Co}_]/gu, '\\$&'), 'u') };
  }
  return lastBeginning.pattern;
}

/** Without case, and without accents on Latin letters. */
export function plain(text: string): string {
  if (!beyondAscii.test(text)) return text.toLowerCase();
  return fold(text).normalize('NFD').replace(latinMarks, '').normalize('NFC');
}

/** Whether this word stands in a `plain` text, or something that begins with it, or has it within. Undefined where words of
 *  scripts without spaces are concerned, which only falling into words can tell. */
export function standsIn(text: string, word: string, where: 'beginning' | 'inside'): boolean | undefined {
  if (!text.includes(word)) return false;
  if (unspaced.test(word)) return undefined;
  return where === 'inside' || beginningOf(word).test(text);
}

/** In their order. */
export function indexWords(text: string): string[] {
  return (segment(text).match(word) ?? []).map(plain);
}
