// What has happened in the mailbox since the stored cursor, applied to the store. Replaying it changes nothing.
import { FailureError } from '../contract/failure.ts';
import type { CallOptions, GmailApi } from '../gmail/api.ts';
import type { WireHistoryPage } from '../gmail/wire.ts';
import type { LabelChange, SyncPosition } from '../store/change.ts';
import type { Store } from '../store/store.ts';
import { placed } from './placing.ts';

type HistoryRecord = WireHistoryPage['history'][number];

/** What a run of history comes to, message by message. */
export interface Happenings {
  /** Came into the mailbox, by id; newest last. */
  readonly arrived: ReadonlyMap<string, { readonly threadId: string }>;
  readonly removed: readonly string[];
  readonly relabelled: readonly LabelChange[];
}

/** In history's order, the last word wins: a label added and then taken away is away. */
export function happenings(records: readonly HistoryRecord[]): Happenings {
  const arrived = new Map<string, { readonly threadId: string }>();
  const removed = new Set<string>();
  const labels = new Map<string, Map<string, 'add' | 'remove'>>();
  const note = (id: string, labelIds: readonly string[], what: 'add' | 'remove') => {
    const changes = labels.get(id) ?? new Map<string, 'add' | 'remove'>();
    for (const labelId of labelIds) changes.set(labelId, what);
    labels.set(id, changes);
  };
  for (const record of records) {
    for (const { message } of record.messagesAdded) {
      arrived.set(message.id, { threadId: message.threadId || message.id });
      // It may be here already: the same history is read again after a kill, and after the listings.
      note(message.id, message.labelIds, 'add');
    }
    for (const { message, labelIds } of record.labelsAdded) note(message.id, labelIds, 'add');
    for (const { message, labelIds } of record.labelsRemoved) note(message.id, labelIds, 'remove');
    for (const { message } of record.messagesDeleted) removed.add(message.id);
  }
  for (const id of removed) {
    arrived.delete(id);
    labels.delete(id);
  }
  const relabelled = [...labels].map(([id, changes]): LabelChange => {
    const of = (what: 'add' | 'remove') =>
      [...changes].filter(([, change]) => change === what).map(([labelId]) => labelId);
    return { id, add: of('add'), remove: of('remove') };
  });
  return { arrived, removed: [...removed], relabelled };
}

/** Mail that has come, with the labels that history leaves it with. */
export interface Arrival {
  readonly id: string;
  readonly threadId: string;
  readonly labelIds: ReadonlySet<string>;
}

export interface CatchUpOptions extends CallOptions {
  readonly api: GmailApi;
  readonly store: Store;
  /** Epoch ms. */
  readonly now: () => number;
  /** Fetches and saves those of the ids that are not on disk. */
  readonly fetch: (ids: readonly string[]) => Promise<void>;
  /** Called as their change goes to disk: what is on its way of them is out of date. */
  readonly onChanging: (ids: readonly string[]) => void;
  readonly onChanged: (ids: readonly string[]) => void;
  readonly onArrived: (ids: readonly string[]) => void;
  /** Everything that has come since the cursor, once it is on disk. */
  readonly onNews?: (news: readonly Arrival[]) => void;
  /** What moves with the cursor, which moves only where it still is what it was. `hasGaps`: some of it could not be read. */
  readonly atEnd: (historyId: string, hasGaps: boolean) => SyncPosition;
}

/** More than that come like the rest of the mailbox: newest first, when nobody waits for anything else. */
const fetchedAtOnce = 50;

/** What is new, fetched if it is not too much, else as rows that are still to come. */
async function welcome(arrived: Happenings['arrived'], options: CatchUpOptions): Promise<void> {
  const { store, now } = options;
  const ids = [...arrived.keys()].toReversed();
  if (ids.length === 0) return;
  options.onArrived(ids);
  const missing = await store.read('missing', { ids });
  if (missing.length <= fetchedAtOnce) {
    await options.fetch(missing);
    return;
  }
  const named = missing.map((id) => ({ id, threadId: arrived.get(id)?.threadId ?? id }));
  await store.apply({ list: { messages: placed(named, now(), now()), labelIds: [] } });
  options.onChanged(missing);
}

/** Page by page, the last word wins here too. */
function createNews() {
  const news = new Map<string, { readonly id: string; readonly threadId: string; readonly labelIds: Set<string> }>();
  return {
    take: ({ arrived, removed, relabelled }: Happenings) => {
      for (const [id, { threadId }] of arrived) if (!news.has(id)) news.set(id, { id, threadId, labelIds: new Set() });
      for (const { id, add, remove } of relabelled) {
        for (const labelId of add) news.get(id)?.labelIds.add(labelId);
        for (const labelId of remove) news.get(id)?.labelIds.delete(labelId);
      }
      for (const id of removed) news.delete(id);
    },
    all: (): readonly Arrival[] => [...news.values()],
  };
}

/**
 * Throws `gone` when Gmail has forgotten the cursor, and leaves it where it is when history goes round in circles.
 * The cursor moves on in the same transaction as the last change.
 */
export async function catchUp(startHistoryId: string, options: CatchUpOptions): Promise<void> {
  const { api, store, onChanging, onChanged } = options;
  const tokens = new Set<string>();
  const news = createNews();
  let pageToken: string | undefined;
  let hasGaps = false;
  do {
    options.signal?.throwIfAborted();
    const page = await api.listHistory({ startHistoryId, ...(pageToken !== undefined && { pageToken }) }, options);
    hasGaps ||= page.leftOut > 0;
    const happened = happenings(page.history);
    const { arrived, removed, relabelled } = happened;
    news.take(happened);
    // Fetched before the labels change: what is fetched has today's labels, and history then agrees with them.
    await welcome(arrived, options);
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
        ...(isLast && { position: options.atEnd(page.historyId, hasGaps) }),
      });
    }
    if (touched.length > 0) onChanged(touched);
  } while (pageToken !== undefined);
  const come = news.all();
  if (come.length > 0) options.onNews?.(come);
}
