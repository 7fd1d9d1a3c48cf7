// Where the keyboard stands in the list: pure. It belongs to a row, so it moves along when mail arrives above it.
import { type Found, indexOf, keyAt } from './pages.ts';

export interface Cursor {
  readonly index: number;
  /** `null` while the row at `index` has not been fetched. */
  readonly key: string | null;
}

export type Motion = 'next' | 'previous' | 'nextPage' | 'previousPage' | 'first' | 'last';

export function cursorAt(found: Found, index: number): Cursor {
  const inside = Math.max(0, Math.min(index, found.total - 1));
  return { index: inside, key: keyAt(found, inside) };
}

/** Where a cursor stands after the list has changed: on its row, else on what took that row's place. */
export function settled(cursor: Cursor, found: Found): Cursor {
  if (cursor.key === null) return cursorAt(found, cursor.index);
  const index = indexOf(found, cursor.key);
  if (index !== null) return { index, key: cursor.key };
  const there = cursorAt(found, cursor.index);
  // Its page is not in memory: nothing says that the row has gone.
  return there.key === null && there.index === cursor.index ? cursor : there;
}

export function moved(cursor: Cursor | null, motion: Motion, found: Found, rowsInView: number): Cursor {
  const from = cursor?.index ?? -1;
  const page = Math.max(1, rowsInView - 1);
  const to: Record<Motion, number> = {
    next: from + 1,
    previous: from - 1,
    nextPage: from + page,
    previousPage: from - page,
    first: 0,
    last: found.total - 1,
  };
  return cursorAt(found, to[motion]);
}
