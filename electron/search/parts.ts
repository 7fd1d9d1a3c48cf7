// Parts of words: what a star stands for, and every plain word taken for a part. Ours, Gmail has nothing like it.
import type { Phrase, Query } from './query.ts';
import { fold, segment, wordsOf } from './words.ts';

export interface Starred {
  readonly kind: 'part' | 'beginning';
  /** Folded. */
  readonly word: string;
}

/** One letter would be found in nearly every message. */
const isLongEnough = (word: string) => (word.match(/[\p{L}\p{N}]/gu)?.length ?? 0) >= 2;

/** To the word index too, which separates at a decimal point, and where words stand without spaces. */
const isOneWord = (word: string) => !word.includes('.') && !segment(word).trim().includes(' ');
const isPart = (word: string) => isLongEnough(word) && isOneWord(word);

/** `*part*`, `*part` and `word*`, where a single word touches its stars. Any other star is like a space. */
export function starred(text: string): Starred | undefined {
  const begins = text.startsWith('*');
  const ends = text.endsWith('*');
  const word = fold(text.slice(begins ? 1 : 0, ends ? -1 : undefined));
  if ((!begins && !ends) || wordsOf(word)[0] !== word || !isPart(word)) return undefined;
  return { kind: begins ? 'part' : 'beginning', word };
}

function isPlainWord({ words, exact }: Phrase): boolean {
  return !exact && words.length === 1 && isPart(words[0] ?? '');
}

/** Every word that was neither quoted nor typed with a sign is found inside words too. */
export function insideWords(query: Query): Query {
  switch (query.kind) {
    case 'and':
    case 'or':
      return { ...query, parts: query.parts.map(insideWords) };
    case 'not':
      return { ...query, part: insideWords(query.part) };
    case 'phrase':
      return isPlainWord(query)
        ? { kind: 'part', field: query.field, part: query.words.join(''), span: query.span }
        : query;
    default:
      return query;
  }
}
