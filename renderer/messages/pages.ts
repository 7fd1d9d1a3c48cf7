// The part of a long list that is in memory, as pages: pure. Knows neither who fetches them nor who shows them.
import type { MessageRow, PendingRow } from '../../electron/contract/model.ts';
import { type FoundPage, type Grouping, pageSize, type Search } from '../../electron/contract/search.ts';

export type Row = MessageRow | PendingRow;
type Pages = ReadonlyMap<number, readonly Row[]>;

/** Where there are more, those farther than this from what has come last are let go. Fewer are kept wherever they are: who
 *  jumps often comes back. */
const keptAround = 32;
const fewPages = 2 * keptAround;

/** What a search has found, as far as it is known here. */
export interface Found extends Omit<FoundPage, 'rows'> {
  readonly search: Search;
  readonly pages: Pages;
  /** The answer itself did not count them all: somebody else has to, now and whenever mail changes. */
  readonly needsCount: boolean;
}

/** Two searches with the same answer to this are one list to whoever looks at it: the caret only moves in its text. */
export function listOf({ text, grouping, order, anywhereInThread, partsOfWords }: Search): string {
  return JSON.stringify([text.trim(), grouping, order, anywhereInThread, partsOfWords]);
}

/** What a row is known by from one answer to the next: a conversation stays itself when a message joins it. */
export function keyOf(row: Row, grouping: Grouping): string {
  return grouping === 'threads' ? row.threadId : row.id;
}

/** The pages that hold the rows from `first` to `last`, and some more on either side. */
export function pagesFor(first: number, last: number, total: number, around: number): readonly number[] {
  const lastPage = Math.max(0, Math.ceil(total / pageSize) - 1);
  const from = Math.max(0, Math.floor(first / pageSize) - around);
  const to = Math.min(lastPage, Math.floor(last / pageSize) + around);
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, step) => from + step);
}

/** `null` while the row has not been fetched. */
export function rowAt(found: Pick<Found, 'pages'>, index: number): Row | null {
  return found.pages.get(Math.floor(index / pageSize))?.[index % pageSize] ?? null;
}

export function keyAt(found: Pick<Found, 'pages' | 'search'>, index: number): string | null {
  const row = rowAt(found, index);
  return row && keyOf(row, found.search.grouping);
}

/** `null` where it is not among the rows in memory, which does not mean that it is not in the list. */
export function indexOf(found: Pick<Found, 'pages' | 'search'>, key: string): number | null {
  for (const [page, rows] of found.pages) {
    const index = rows.findIndex((row) => keyOf(row, found.search.grouping) === key);
    if (index >= 0) return page * pageSize + index;
  }
  return null;
}

type Extent = Pick<FoundPage, 'total' | 'counted' | 'foundByGmail'>;

/** What is not counted out only grows, so that neither the scroll bar nor a number goes back and forth. */
function extent({ total, counted, foundByGmail }: Extent, before: Found | null): Extent {
  if (counted || !before) return { total, counted, foundByGmail };
  return {
    total: Math.max(total, before.total),
    counted: before.counted && total <= before.total,
    foundByGmail: Math.max(foundByGmail, before.foundByGmail),
  };
}

/** All pages anew, so that no two of them are from different moments. `before`: what was known of the same list. */
export function foundFrom(
  search: Search,
  answers: ReadonlyMap<number, FoundPage>,
  before: Found | null = null,
): Found | null {
  const newest = [...answers.values()].at(-1);
  if (!newest) return null;
  const { rows: _, ...about } = newest;
  const pages = new Map([...answers].map(([at, { rows }]) => [at, rows]));
  return { ...about, ...extent(newest, before), search, pages, needsCount: !newest.counted };
}

/** Some pages more; the ones far from them are let go. */
export function withPages(found: Found, answers: ReadonlyMap<number, FoundPage>): Found {
  const added = foundFrom(found.search, answers, found);
  if (!added) return found;
  const arrived = [...added.pages.keys()];
  const isNear = (at: number) => arrived.some((page) => Math.abs(at - page) <= keptAround);
  const near = [...found.pages].filter(([at]) => found.pages.size < fewPages || isNear(at));
  return { ...added, pages: new Map([...near, ...added.pages]) };
}
