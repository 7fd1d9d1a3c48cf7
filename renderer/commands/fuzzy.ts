// How well a name answers to what is typed: pure. Letters may be left out; what begins, and begins a word, counts for more.
import { fold } from '../../electron/search/words.ts';

const alike: Readonly<Record<string, string>> = {
  ي: 'ی',
  ى: 'ی',
  ك: 'ک',
  ة: 'ه',
  ؤ: 'و',
  ٱ: 'ا',
  '\u200c': ' ',
  ß: 'ss',
};
const longest = 300;

/** Case, accents, and the two ways to write a Persian letter make no difference; nor do digits of another script. */
export function folded(text: string): string {
  return fold(text.slice(0, longest))
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[يىكةؤٱ\u200cß]/g, (letter) => alike[letter] ?? letter)
    .replaceAll(/[٠-٩۰-۹]/g, (digit) => String((digit.codePointAt(0) ?? 0) & 0xf));
}

const isInWord = (character: string | undefined) => character !== undefined && /[\p{L}\p{N}]/u.test(character);

/** Letter after letter, as early as may be, each where a word begins if there is such a place. Null where they are not all there. */
function scattered(word: string, name: string): number | null {
  let at = -1;
  let score = 0;
  for (const letter of word) {
    let next = name.indexOf(letter, at + 1);
    if (next === -1) return null;
    if (next !== at + 1) {
      for (let later = next; later !== -1; later = name.indexOf(letter, later + 1)) {
        if (isInWord(name[later - 1])) continue;
        // Only where the rest can still follow.
        next = later;
        break;
      }
      score -= 1;
    }
    if (next === at + 1 && at !== -1) score += 4;
    if (!isInWord(name[next - 1])) score += 6;
    at = next;
  }
  return score - Math.min(10, at - word.length);
}

function scoreOfWord(word: string, name: string): number | null {
  const at = name.indexOf(word);
  if (at === 0) return 100;
  if (at > 0) {
    for (let later = at; later !== -1; later = name.indexOf(word, later + 1)) if (!isInWord(name[later - 1])) return 80;
    return 50;
  }
  const score = word.length > 1 ? scattered(word, name) : null;
  // Letters found here and there are no answer.
  return score === null || score < word.length ? null : Math.min(40, score);
}

/** Both folded; the larger the better; null: no answer. */
export function scoreOf(typed: string, name: string): number | null {
  let score = name === typed ? 50 : 0;
  for (const word of typed.split(' ')) {
    if (word === '') continue;
    const ofWord = scoreOfWord(word, name);
    if (ofWord === null) return null;
    score += ofWord;
  }
  // Of two the shorter one is meant.
  return score - Math.min(20, name.length / 10);
}

export interface Named {
  readonly name: string;
  /** By nature: what is more likely meant comes first among equals. */
  readonly weight: number;
}

/** The best first; as given where nothing is typed. */
export function ranked<Item extends Named>(
  typed: string,
  items: readonly (Item & { readonly folded: string })[],
  most: number,
): readonly Item[] {
  const sought = folded(typed).trim();
  if (sought === '') return items.slice(0, most);
  return items
    .flatMap((item) => {
      const score = scoreOf(sought, item.folded);
      return score === null ? [] : [{ item, score: score + item.weight }];
    })
    .sort((one, other) => other.score - one.score)
    .slice(0, most)
    .map(({ item }) => item);
}
