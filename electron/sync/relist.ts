// After Gmail has forgotten the cursor: which of the messages on disk still exist, and what labels they carry now, from
// listings alone. Every body stays: a message's content never changes.
import { FailureError } from '../contract/failure.ts';
import type { CallOptions, GmailApi } from '../gmail/api.ts';
import { UnreadableReply } from '../gmail/unreadable.ts';
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
 * Which of the messages on disk (newest first) a listing may speak of: all of them if it is complete, else those down to
 * the oldest that it names. Beyond that its silence says nothing.
 */
export function coveredBy(onDisk: readonly Labelled[], { ids, complete }: Listed): readonly Labelled[] {
  return complete ? onDisk : onDisk.slice(0, onDisk.findLastIndex(({ id }) => ids.has(id)) + 1);
}

/**
 * Those that an incomplete listing passes over. Its order is about time's, which Gmail does not promise: they may be gone,
 * and only asking for each can tell.
 */
export function doubtful(onDisk: readonly Labelled[], listed: Listed): readonly string[] {
  if (listed.complete) return [];
  return coveredBy(onDisk, listed)
    .filter(({ id }) => !listed.ids.has(id))
    .map(({ id }) => id);
}

/** Only a complete listing takes away; an incomplete one just gives. */
export function difference(
  onDisk: readonly Labelled[],
  everything: Listed,
  byLabel: ReadonlyMap<string, Listed>,
): Required<Pick<Change, 'remove' | 'relabel'>> {
  const remove = everything.complete ? onDisk.map(({ id }) => id).filter((id) => !everything.ids.has(id)) : [];
  const changes = new Map<string, { add: string[]; remove: string[] }>();
  for (const [labelId, listed] of byLabel) {
    for (const { id, labelIds } of onDisk) {
      const isListed = listed.ids.has(id);
      if (isListed === labelIds.includes(labelId) || (!isListed && !listed.complete)) continue;
      const change = changes.get(id) ?? { add: [], remove: [] };
      change[isListed ? 'add' : 'remove'].push(labelId);
      changes.set(id, change);
    }
  }
  return { remove, relabel: [...changes].map(([id, change]): LabelChange => ({ id, ...change })) };
}

/** How far back each listing goes at the most: 500 ids cost 5 units. */
const deepest = 5_000;
/** How many doubtful messages are asked for, at 20 units each. */
const mostProbes = 50;

export interface RelistOptions extends CallOptions {
  readonly api: GmailApi;
  readonly store: Store;
  /** A cursor taken before: history goes on from there. */
  readonly historyId: string;
  /** Called when the disk is looked at: what is on its way to it may be older than the cursor. */
  readonly onComparing: () => void;
}

async function isGone(id: string, { api, ...options }: RelistOptions): Promise<boolean> {
  options.signal?.throwIfAborted();
  try {
    await api.getMessage(id, options);
    return false;
  } catch (error) {
    if (error instanceof FailureError && error.failure.kind === 'gone') return true;
    if (error instanceof UnreadableReply) return false;
    throw error;
  }
}

/** `labelIds`: every label that the mailbox has. */
export async function relist(labelIds: readonly string[], options: RelistOptions): Promise<void> {
  const { api, store, historyId, onComparing } = options;
  const list = async (labels: readonly string[]): Promise<Listed> => {
    const { ids, complete } = await listIds(api, { labelIds: labels, includeSpamTrash: true }, deepest, options);
    return { ids: new Set(ids), complete };
  };
  const everything = await list([]);
  const byLabel = new Map<string, Listed>();
  for (const labelId of labelIds) byLabel.set(labelId, await list([labelId]));
  // What came while the listings ran is in the history that follows.
  onComparing();
  const onDisk = await store.read('labelled');
  const { remove, relabel } = difference(onDisk, everything, byLabel);
  const gone: string[] = [];
  for (const id of doubtful(onDisk, everything).slice(0, mostProbes)) if (await isGone(id, options)) gone.push(id);
  await store.apply({ remove: [...remove, ...gone], relabel, position: { historyId, listed: false } });
}
