// Where messages of which only the ids are known stand in time. Listings are about newest first; ids carry a time, which is
// a hint. Knows no store.
import { timeOfId } from '../gmail/id-time.ts';
import type { ListedMessage } from '../store/change.ts';

/** So many ids further on must agree before a listing goes down to an older time: a single old id is no landmark. */
const ahead = 5;

/** Epoch ms for each id, always going down, beginning below `from`. */
export function placeIds(ids: readonly string[], from: number, now: number): readonly number[] {
  const hints = ids.map((id) => timeOfId(id, now));
  let previous = from;
  return ids.map((_, index) => {
    const hinted = hints.slice(index, index + ahead).filter((hint) => hint !== undefined);
    const highest = hints[index] === undefined || hinted.length === 0 ? previous : Math.max(...hinted);
    previous = Math.min(highest, previous - 1);
    return previous;
  });
}

/** As a listing names them, newest first. A thread that is not named is of its message alone. */
export function placed(
  messages: readonly { readonly id: string; readonly threadId: string }[],
  from: number,
  now: number,
): readonly ListedMessage[] {
  const places = placeIds(
    messages.map(({ id }) => id),
    from,
    now,
  );
  return messages.map(({ id, threadId }, index) => ({
    id,
    threadId: threadId || id,
    placedAt: places[index] ?? from,
  }));
}
