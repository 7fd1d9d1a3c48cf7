// The places of a conversation in which something may be found, and the way from one find to the next: pure.

export interface Place {
  readonly key: string;
  /** How often it stands there, as far as is known. */
  readonly count: number;
}

export interface Spot {
  readonly key: string;
  readonly index: number;
}

export const total = (places: readonly Place[]) => places.reduce((sum, { count }) => sum + count, 0);

/** From 0 in the whole conversation; -1 where it is none. */
export function placeOfSpot(places: readonly Place[], spot: Spot | null): number {
  if (spot === null) return -1;
  const at = places.findIndex(({ key }) => key === spot.key);
  return at < 0 ? -1 : total(places.slice(0, at)) + spot.index;
}

export function spotAt(places: readonly Place[], index: number): Spot | null {
  let left = index;
  for (const { key, count } of places) {
    if (left < count) return left < 0 ? null : { key, index: left };
    left -= count;
  }
  return null;
}

/** The next one (1) or the one before (-1), round and round. */
export function stepped(places: readonly Place[], from: Spot | null, step: 1 | -1): Spot | null {
  const all = total(places);
  if (all === 0) return null;
  const at = placeOfSpot(places, from);
  if (at < 0) return spotAt(places, step === 1 ? 0 : all - 1);
  return spotAt(places, (at + step + all) % all);
}

/** After the places have changed: the same where it is still there, else the nearest of that place, else the first after it. */
export function settled(places: readonly Place[], spot: Spot | null, before: readonly Place[]): Spot | null {
  const there = places.find(({ key }) => key === spot?.key);
  if (spot && there && there.count > 0) return { key: spot.key, index: Math.min(spot.index, there.count - 1) };
  const behind = new Set(
    before
      .slice(
        0,
        Math.max(
          0,
          before.findIndex(({ key }) => key === spot?.key),
        ),
      )
      .map(({ key }) => key),
  );
  const next = places.find(({ key, count }) => count > 0 && !behind.has(key)) ?? places.find(({ count }) => count > 0);
  return next ? { key: next.key, index: 0 } : null;
}
