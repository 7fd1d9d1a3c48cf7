// The order of a mailbox, newest first, and where a page goes on in it. Knows no storage.

/** Where a page ended. */
export interface StoredPosition {
  readonly internalDate: number;
  readonly id: string;
}

export function newestFirst(a: StoredPosition, b: StoredPosition): number {
  if (a.internalDate !== b.internalDate) return b.internalDate - a.internalDate;
  if (a.id === b.id) return 0;
  return a.id < b.id ? 1 : -1;
}

/** The index of the first message that stands after `position`, whether or not that one is still there. */
export function firstAfter(messages: readonly StoredPosition[], position: StoredPosition): number {
  let low = 0;
  let high = messages.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const message = messages[middle];
    if (message && newestFirst(message, position) <= 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
