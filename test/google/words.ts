// How Gmail cuts text into words, as far as it is known from outside. Both sides of a search go through here.

const marks = /\p{M}+/gu;
// Scripts that are written without spaces give one word per character.
const unspaced = '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}]';
// A dot between digits is a decimal point.
const word = new RegExp(`\\d+(?:\\.\\d+)+|${unspaced}|(?:(?!${unspaced})[\\p{L}\\p{N}_])+`, 'gu');

/** Lower case, without accents. */
function fold(text: string): string {
  return text.normalize('NFKD').replace(marks, '').normalize('NFC').toLowerCase();
}

export function wordsOf(text: string): string[] {
  return fold(text).match(word) ?? [];
}

/** Words in one string, each with a space on both sides: a phrase is then a substring. */
export function wordLine(words: readonly string[]): string {
  return words.length === 0 ? '' : ` ${words.join(' ')} `;
}

/** The light inflection that Gmail forgives in subject and body: `invoices` for `invoice`, `color` for `colour`. */
export function stem(text: string): string {
  if (text.length < 4 || /\d/.test(text)) return text;
  return text
    .replace(/our(?=s?$|e[dr]$|ing$)/, 'or')
    .replace(/ies$/, 'y')
    .replace(/(?<=[^s])s$/, '')
    .replace(/(?<=\w{3})(?:ing|ed)$/, '')
    .replace(/(?<=\w{3})e$/, '');
}
