// The part of a long list that is in memory, as pages: pure. Knows neither who fetches them nor who shows them.
import type { FoundPage, MessageRow, PendingRow } from '../../electron/contract/model.ts';

export type Row = MessageRow | PendingRow;
type Pages = ReadonlyMap<number, readonly Row[]>;

export const pageSize = 100;
/** Pages farther than this from what is in view are let go. */
const keptAround = 8;

/** What a query has found, as far as it is known here. */
export interface Found extends Omit<FoundPage, 'rows'> {
  readonly query: string;
  readonly pages: Pages;
}

/** The pages that hold the rows from `first` to `last`, and one more on either side. */
export function pagesFor(first: number, last: number, total: number): readonly number[] {
  const lastPage = Math.max(0, Math.ceil(total / pageSize) - 1);
  const from = Math.max(0, Math.floor(first / pageSize) - 1);
  const to = Math.min(lastPage, Math.floor(last / pageSize) + 1);
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, step) => from + step);
}

/** `null` while the row has not been fetched. */
export function rowAt(found: Pick<Found, 'pages'>, index: number): Row | null {
  return found.pages.get(Math.floor(index / pageSize))?.[index % pageSize] ?? null;
}

/** `null` where it is not among the rows in memory, which does not mean that it is not in the list. */
export function indexOf(found: Pick<Found, 'pages'>, id: string): number | null {
  for (const [page, rows] of found.pages) {
    const index = rows.findIndex((row) => row.id === id);
    if (index >= 0) return page * pageSize + index;
  }
  return null;
}

/** All pages anew, so that no two of them are from different moments. */
export function foundFrom(query: string, answers: ReadonlyMap<number, FoundPage>): Found | null {
  const newest = [...answers.values()].at(-1);
  if (!newest) return null;
  const { rows: _, ...about } = newest;
  return { ...about, query, pages: new Map([...answers].map(([at, { rows }]) => [at, rows])) };
}

/** One page more; the ones far from it are let go. */
export function withPage(found: Found, page: number, answer: FoundPage): Found {
  const near = [...found.pages].filter(([at]) => Math.abs(at - page) <= keptAround);
  const { rows, ...about } = answer;
  return { ...about, query: found.query, pages: new Map([...near, [page, rows]]) };
}
