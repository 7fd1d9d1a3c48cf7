// Makes words that look like a language's from words that are: letters follow each other as they do there.
// Knows nothing of how often a word is said.
import type { Random } from '../../../electron/sample/random.ts';

const end = '\n';

/** Which letters follow each pair of letters. */
function chainOf(words: readonly string[]): Map<string, string[]> {
  const chain = new Map<string, string[]>();
  for (const word of words) {
    const letters = [...word, end];
    let before = '  ';
    for (const letter of letters) {
      const followers = chain.get(before);
      if (followers) followers.push(letter);
      else chain.set(before, [letter]);
      before = before.slice(1) + letter;
    }
  }
  return chain;
}

function spell(chain: ReadonlyMap<string, readonly string[]>, random: Random): string {
  let word = '';
  let before = '  ';
  for (let length = 0; length < 14; length += 1) {
    const letter = random.pick(chain.get(before) ?? [end]);
    if (letter === end) return word;
    word += letter;
    before = before.slice(1) + letter;
  }
  return word;
}

/** German, Chinese and Japanese make words of words. */
function compound(words: readonly string[], random: Random): string {
  return random.pick(words) + random.pick(words).toLowerCase();
}

/** `words` first, then invented ones, `count` in all, each once. */
export function enlarge(words: readonly string[], count: number, compounds: boolean, random: Random): string[] {
  const known = new Set(words);
  const plain = words.filter((word) => word.length < 9);
  const chain = chainOf(plain);
  for (let attempt = 0; known.size < count && attempt < count * 20; attempt += 1) {
    const word = compounds && attempt % 2 === 0 ? compound(plain, random) : spell(chain, random);
    if (word.length > 1) known.add(word);
  }
  return [...known].slice(0, count);
}
