// Messages that could not be read or kept: tried again at the next run, then more and more seldom, never forgotten.

export interface PassedOver {
  /** What came of an attempt at `ids`: these could not be had, and the others need no further one. Answers which of
   *  those had waited for one. */
  readonly note: (ids: readonly string[], unreadable: ReadonlySet<string>) => readonly string[];
  /** Those whose turn it is. */
  readonly due: () => readonly string[];
}

const firstMs = 15_000;
const longestMs = 60 * 60 * 1000;

export function createPassedOver(now: () => number): PassedOver {
  const waiting = new Map<string, { readonly dueAt: number; readonly failures: number }>();
  return {
    note: (ids, unreadable) => {
      const settled = ids.filter((id) => waiting.has(id) && !unreadable.has(id));
      for (const id of ids) {
        const failures = (waiting.get(id)?.failures ?? 0) + 1;
        const waitMs = failures === 1 ? 0 : Math.min(firstMs * 2 ** failures, longestMs);
        if (unreadable.has(id)) waiting.set(id, { failures, dueAt: now() + waitMs });
        else waiting.delete(id);
      }
      return settled;
    },
    due: () => [...waiting].filter(([, { dueAt }]) => dueAt <= now()).map(([id]) => id),
  };
}
