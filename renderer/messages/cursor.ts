// Where the keyboard stands in the list: pure. It belongs to a message, so it moves along when mail arrives above it.
import { type Found, indexOf, rowAt } from './pages.ts';

export interface Cursor {
  readonly index: number;
  /** `null` while the row at `index` has not been fetched. */
  readonly id: string | null;
}

export type Motion = 'next' | 'previous' | 'nextPage' | 'previousPage' | 'first' | 'last';

export function cursorAt(found: Found, index: number): Cursor {
  const inside = Math.max(0, Math.min(index, found.total - 1));
  return { index: inside, id: rowAt(found, inside)?.id ?? null };
}

/** Where a cursor stands after the list has changed: on its message, else on what took that message's place. */
export function settled(cursor: Cursor, found: Found): Cursor {
  if (cursor.id === null) return cursorAt(found, cursor.index);
  const index = indexOf(found, cursor.id);
  if (index !== null) return { index, id: cursor.id };
  const there = cursorAt(found, cursor.index);
  // Its page is not in memory: nothing says that the message has gone.
  return there.id === null && there.index === cursor.index ? cursor : there;
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
