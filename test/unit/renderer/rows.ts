// Searches, rows and pages for the tests of the list.
import type { FoundPage, Search } from '../../../electron/contract/search.ts';
import { pageSize } from '../../../electron/contract/search.ts';
import { type Found, foundFrom, type Row } from '../../../renderer/messages/pages.ts';

export function searchFor(text: string, about: Partial<Search> = {}): Search {
  const plain = { caret: null, grouping: 'messages', order: 'newest', anywhereInThread: false, partsOfWords: false };
  return { text, ...plain, ...about } as Search;
}

export const inbox = searchFor('in:inbox');

/** A pending row is the smallest row there is; these tests are about order, not about what a row says. */
function row(id: string | number): Row {
  return { id: String(id), threadId: `thread of ${id}`, pending: true, foundByGmail: false };
}

/** What the main process would answer about a mailbox of these ids. */
export function pageOf(
  ids: readonly string[],
  offset: number,
  limit: number,
  about: Partial<FoundPage> = {},
): FoundPage {
  const rows = ids.slice(offset, offset + limit).map(row);
  const answer = {
    counted: true,
    coverage: { searched: ids.length, of: ids.length },
    foundByGmail: 0,
    gmail: 'not-asked',
    unanswered: null,
    ignored: [],
    remembered: [],
  } as const;
  return { rows, total: ids.length, ...answer, ...about };
}

/** What is known of the inbox once these of its pages have been fetched. */
export function foundIn(mailbox: readonly string[], ...pages: readonly number[]): Found {
  const answers = new Map(pages.map((at) => [at, pageOf(mailbox, at * pageSize, pageSize)]));
  const known = foundFrom(inbox, answers);
  if (!known) throw new Error('no pages');
  return known;
}

export function ids(count: number, prefix = 'm'): readonly string[] {
  return Array.from({ length: count }, (_, at) => `${prefix}${at}`);
}
