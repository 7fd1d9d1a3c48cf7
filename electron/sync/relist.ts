// After Gmail has forgotten the cursor: which of the messages on disk still exist, and what labels they carry now, from
// listings alone. Every body stays: a message's content never changes.
import type { CallOptions, GmailApi } from '../gmail/api.ts';
import type { Store } from '../store/store.ts';
import type { Change, LabelChange } from '../store/writes.ts';
import { listIds } from './listing.ts';

interface Labelled {
  readonly id: string;
  readonly labelIds: readonly string[];
}

interface Listed {
  readonly ids: ReadonlySet<string>;
  readonly complete: boolean;
}

/**
 * Which of the messages on disk (newest first) a listing speaks of: all of them if it is complete, else those down to
 * the oldest that it names. Beyond that its silence says nothing.
 */
export function coveredBy(onDisk: readonly Labelled[], { ids, complete }: Listed): readonly Labelled[] {
  return complete ? onDisk : onDisk.slice(0, onDisk.findLastIndex(({ id }) => ids.has(id)) + 1);
}

export function difference(
  onDisk: readonly Labelled[],
  everything: Listed,
  byLabel: ReadonlyMap<string, Listed>,
): Required<Pick<Change, 'remove' | 'relabel'>> {
  const remove = coveredBy(onDisk, everything)
    .filter(({ id }) => !everything.ids.has(id))
    .map(({ id }) => id);
  const changes = new Map<string, { add: string[]; remove: string[] }>();
  for (const [labelId, listed] of byLabel) {
    for (const { id, labelIds } of coveredBy(onDisk, listed)) {
      const isListed = listed.ids.has(id);
      if (isListed === labelIds.includes(labelId)) continue;
      const change = changes.get(id) ?? { add: [], remove: [] };
      change[isListed ? 'add' : 'remove'].push(labelId);
      changes.set(id, change);
    }
  }
  return { remove, relabel: [...changes].map(([id, change]): LabelChange => ({ id, ...change })) };
}

/** How far back each listing goes at the most: 500 ids cost 5 units. */
const deepest = 5_000;

export interface RelistOptions extends CallOptions {
  readonly api: GmailApi;
  readonly store: Store;
  /** A cursor taken before: history goes on from there. */
  readonly historyId: string;
}

/** `labelIds`: every label that the mailbox has. */
export async function relist(labelIds: readonly string[], options: RelistOptions): Promise<void> {
  const { api, store, historyId } = options;
  const list = async (labels: readonly string[]): Promise<Listed> => {
    const { ids, complete } = await listIds(api, { labelIds: labels, includeSpamTrash: true }, deepest, options);
    return { ids: new Set(ids), complete };
  };
  const everything = await list([]);
  const byLabel = new Map<string, Listed>();
  for (const labelId of labelIds) byLabel.set(labelId, await list([labelId]));
  // What came while the listings ran is in the history that follows.
  const change = difference(await store.read('labelled'), everything, byLabel);
  await store.apply({ ...change, position: { historyId, listed: false } });
}
