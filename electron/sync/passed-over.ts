// Messages that could not be read or kept: tried again soon, then more and more seldom, never forgotten.

export interface PassedOver {
  /** What came of an attempt at `ids`: these could not be had, and the others need no further one. Answers which of
   *  those had waited for one. */
  readonly note: (ids: readonly string[], unreadable: ReadonlySet<string>) => readonly string[];
  /** What an earlier run of Porthole left: due at once. */
  readonly recall: (ids: readonly string[]) => void;
  /** Those whose turn it is. */
  readonly due: () => readonly string[];
  /** All of them. */
  readonly waiting: () => readonly string[];
}

/** A little less than what passes between two looks at Gmail. */
const firstMs = 10_000;
const longestMs = 60 * 60 * 1000;

export function createPassedOver(now: () => number): PassedOver {
  const waiting = new Map<string, { readonly dueAt: number; readonly failures: number }>();
  return {
    note: (ids, unreadable) => {
      const settled = ids.filter((id) => waiting.has(id) && !unreadable.has(id));
      for (const id of ids) {
        const failures = (waiting.get(id)?.failures ?? 0) + 1;
        const waitMs = Math.min(firstMs * 3 ** (failures - 1), longestMs);
        if (unreadable.has(id)) waiting.set(id, { failures, dueAt: now() + waitMs });
        else waiting.delete(id);
      }
      return settled;
    },
    recall: (ids) => {
      for (const id of ids) waiting.set(id, { failures: 0, dueAt: now() });
    },
    due: () =>
      [...waiting]
        // Further ahead than anything ever is: the clock has been set back.
        .filter(([, { dueAt }]) => dueAt <= now() || dueAt - now() > longestMs)
        .map(([id]) => id),
    waiting: () => [...waiting.keys()],
  };
}
