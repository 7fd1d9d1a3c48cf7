// What the list is a list of: pure.
import type { Search } from '../../electron/contract/search.ts';
import { parse } from '../../electron/search/parse.ts';
import type { ParsedQuery } from '../../electron/search/query.ts';
import { type Entry, entryFor } from '../labels/entries.ts';
import { inbox } from '../search/look.ts';
import { wording } from '../wording/wording.ts';

/** As it was answered. */
export function parsed(search: Search | null): ParsedQuery {
  const { text, caret, partsOfWords } = search ?? { text: inbox, caret: null, partsOfWords: false };
  return parse(text, caret === null ? { partsOfWords } : { caret, partsOfWords });
}

/** What a list is called that is a place of the sidebar, and nothing narrower. */
export function placeOf({ text, root }: ParsedQuery, entries: readonly Entry[]): string | null {
  // What begins like a label finds every label that begins so.
  if (root?.kind === 'label' && root.unfinished) return null;
  const entry = entryFor(text, entries);
  return entry && entry.kind !== 'saved' ? wording.labels.entry(entry) : null;
}
