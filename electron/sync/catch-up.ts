// What has happened in the mailbox since the stored cursor, applied to the store. Replaying it changes nothing.
import { FailureError } from '../contract/failure.ts';
import type { CallOptions, GmailApi } from '../gmail/api.ts';
import type { WireHistoryPage } from '../gmail/wire.ts';
import type { Store } from '../store/store.ts';
import type { LabelChange } from '../store/writes.ts';

type HistoryRecord = WireHistoryPage['history'][number];

/** What a run of history comes to, message by message. */
export interface Happenings {
  /** Came into the mailbox, or into the part of it that is kept here. */
  readonly arrived: readonly string[];
  readonly removed: readonly string[];
  readonly relabelled: readonly LabelChange[];
}

/** In history's order, the last word wins: a label added and then taken away is away. */
export function happenings(records: readonly HistoryRecord[]): Happenings {
  const arrived = new Set<string>();
  const removed = new Set<string>();
  const labels = new Map<string, Map<string, 'add' | 'remove'>>();
  const note = (id: string, labelIds: readonly string[], what: 'add' | 'remove') => {
    const changes = labels.get(id) ?? new Map<string, 'add' | 'remove'>();
    for (const labelId of labelIds) changes.set(labelId, what);
    labels.set(id, changes);
  };
  for (const record of records) {
    for (const { message } of record.messagesAdded) arrived.add(message.id);
    for (const { message, labelIds } of record.labelsAdded) {
      note(message.id, labelIds, 'add');
      // An older message that comes back to the inbox belongs among those that are kept here.
      if (labelIds.includes('INBOX')) arrived.add(message.id);
    }
    for (const { message, labelIds } of record.labelsRemoved) note(message.id, labelIds, 'remove');
    for (const { message } of record.messagesDeleted) removed.add(message.id);
  }
  const relabelled = [...labels].map(([id, changes]): LabelChange => {
    const of = (what: 'add' | 'remove') =>
      [...changes].filter(([, change]) => change === what).map(([labelId]) => labelId);
    return { id, add: of('add'), remove: of('remove') };
  });
  return { arrived: [...arrived].filter((id) => !removed.has(id)), removed: [...removed], relabelled };
}

export interface CatchUpOptions extends CallOptions {
  readonly api: GmailApi;
  readonly store: Store;
  /** Fetches and saves those of the ids that are not on disk. */
  readonly fetch: (ids: readonly string[]) => Promise<void>;
  /** Called as their change goes to disk: what is on its way of them is out of date. */
  readonly onChanging: (ids: readonly string[]) => void;
  readonly onChanged: (ids: readonly string[]) => void;
}

/**
 * Throws `gone` when Gmail has forgotten the cursor, and leaves it where it is when history goes round in circles.
 * The cursor moves on in the same transaction as the last change.
 */
export async function catchUp(startHistoryId: string, options: CatchUpOptions): Promise<void> {
  const { api, store, fetch, onChanging, onChanged } = options;
  const tokens = new Set<string>();
  let pageToken: string | undefined;
  do {
    options.signal?.throwIfAborted();
    const page = await api.listHistory({ startHistoryId, ...(pageToken !== undefined && { pageToken }) }, options);
    const { arrived, removed, relabelled } = happenings(page.history);
    // Fetched before the labels change: what is fetched has today's labels, and history then agrees with them.
    await fetch(await store.read('missing', { ids: arrived }));
    pageToken = page.nextPageToken;
    if (pageToken !== undefined && tokens.has(pageToken)) throw new FailureError({ kind: 'unexpected-reply' });
    if (pageToken !== undefined) tokens.add(pageToken);
    const isLast = pageToken === undefined;
    const touched = [...removed, ...relabelled.map(({ id }) => id)];
    if (isLast || touched.length > 0) {
      onChanging(touched);
      await store.apply({
        remove: removed,
        relabel: relabelled,
        ...(isLast && { position: { historyId: page.historyId, after: startHistoryId } }),
      });
    }
    if (touched.length > 0) onChanged(touched);
  } while (pageToken !== undefined);
}
