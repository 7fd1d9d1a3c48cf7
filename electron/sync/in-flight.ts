// Which messages are being fetched at this moment, so that none is fetched twice, and which of them have changed at Gmail
// since they were asked for. Fetches nothing itself.
import type { CallOptions } from '../gmail/api.ts';

type Lane = CallOptions['lane'];

const lanes: readonly Lane[] = ['clicked', 'visible', 'recent', 'background'];
const isAsQuick = (one: Lane, other: Lane) => lanes.indexOf(one) <= lanes.indexOf(other);

export interface Claim {
  /** To be fetched by the one who asked. */
  readonly ids: readonly string[];
  /** On their way already. */
  readonly elsewhere: readonly string[];
  /** Resolves when all of those have come, or never will. Never rejects. */
  readonly others: Promise<unknown>;
  /** Those of `ids` that have changed since the last time this was asked. */
  readonly takeChanged: () => readonly string[];
  readonly release: () => void;
}

export interface InFlight {
  /** `release` must follow. Nobody waits for what comes in a slower lane than theirs, only the other way round. */
  readonly claim: (ids: readonly string[], lane: Lane) => Claim;
  /** What is on its way of these may be out of date; null for all. */
  readonly touch: (ids: readonly string[] | null) => void;
}

interface Batch {
  readonly lane: Lane;
  readonly ids: ReadonlySet<string>;
  changed: Set<string>;
  readonly done: Promise<void>;
}

export function createInFlight(): InFlight {
  const batches = new Set<Batch>();
  return {
    claim: (ids, lane) => {
      const before = [...batches].filter((batch) => isAsQuick(batch.lane, lane));
      const elsewhere = ids.filter((id) => before.some((batch) => batch.ids.has(id)));
      const own = new Set(ids.filter((id) => !elsewhere.includes(id)));
      const { promise: done, resolve } = Promise.withResolvers<void>();
      const batch: Batch = { lane, ids: own, changed: new Set(), done };
      batches.add(batch);
      return {
        ids: [...own],
        elsewhere,
        others: Promise.all(
          before.filter(({ ids: theirs }) => elsewhere.some((id) => theirs.has(id))).map((b) => b.done),
        ),
        takeChanged: () => {
          const changed = [...batch.changed];
          batch.changed = new Set();
          return changed;
        },
        release: () => {
          batches.delete(batch);
          resolve();
        },
      };
    },
    touch: (ids) => {
      for (const batch of batches) for (const id of ids ?? batch.ids) if (batch.ids.has(id)) batch.changed.add(id);
    },
  };
}
