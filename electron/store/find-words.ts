// Words → FTS5 expressions over the index `words`. Knows its columns, and nothing of messages or of SQL around it.
import type { Around, Phrase, TextField } from '../search/query.ts';
import { segment } from '../search/words.ts';

/** Besides the fields of a query: attachment names, all addresses, and all but the addresses. */
export type WordField = TextField | 'filename' | 'addresses' | 'text';

/** `to:` finds copies too. */
const columnFilters: Readonly<Record<WordField, string>> = {
  any: '',
  text: '{subject body filenames} : ',
  addresses: '{from_ to_ cc bcc} : ',
  subject: 'subject : ',
  from: 'from_ : ',
  to: '{to_ cc bcc} : ',
  cc: 'cc : ',
  bcc: 'bcc : ',
  filename: 'filenames : ',
};

/** An FTS5 string: the tokenizer makes tokens of whatever is in it, and they are a phrase. */
const string = (words: readonly string[]) => `"${segment(words.join(' ')).replaceAll('"', '""')}"`;

export function wordsMatch(field: WordField, words: readonly string[]): string {
  return columnFilters[field] + string(words);
}

export function phraseMatch({ field, words, unfinished }: Phrase): string {
  return wordsMatch(field, words) + (unfinished ? ' *' : '');
}

/** In either order: FTS5 knows no other. */
export function aroundMatch({ field, left, right, within }: Around): string {
  return `${columnFilters[field]}NEAR(${string(left)} ${string(right)}, ${within})`;
}
