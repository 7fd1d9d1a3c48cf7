// The order of what Gmail found, of which only a part is on disk. Pure.

/**
 * Newest first. Gmail lists about newest first, but promises nothing, so what is known is sorted by its own time; what
 * is not on disk yet takes the time of the nearest known one listed before it, and so keeps its place in Gmail's order.
 */
export function orderFound(ids: readonly string[], receivedAt: ReadonlyMap<string, number>): readonly string[] {
  let last = Number.POSITIVE_INFINITY;
  const placed = ids.map((id, listedAt) => {
    last = receivedAt.get(id) ?? last;
    return { id, time: last, listedAt };
  });
  placed.sort((a, b) => (a.time === b.time ? a.listedAt - b.listedAt : b.time - a.time));
  return placed.map(({ id }) => id);
}
