// Keeps the store in step with Gmail: first the newest of the inbox, then whatever history tells. Neither HTTP nor SQL.
import { FailureError } from '../contract/failure.ts';
import type { Label } from '../contract/model.ts';
import type { CallOptions, GmailApi } from '../gmail/api.ts';
import type { Store } from '../store/store.ts';
import { catchUp } from './catch-up.ts';
import { hydrate } from './hydrate.ts';
import { createInFlight } from './in-flight.ts';
import { listIds } from './listing.ts';
import { createPassedOver } from './passed-over.ts';
import { relist } from './relist.ts';

export interface SyncOptions {
  readonly api: GmailApi;
  readonly store: Store;
  /** Epoch ms. */
  readonly now: () => number;
  /** Which messages came, went or changed; null for more than can be named. */
  readonly onChanged: (ids: readonly string[] | null) => void;
  readonly onProgress: (progress: { readonly done: number; readonly of: number } | null) => void;
  readonly onUnreadable: (id: string, error: unknown) => void;
}

export interface Sync {
  /** Makes the store agree with Gmail, once. Can be cut off anywhere and goes on from there the next time. */
  readonly run: (signal: AbortSignal) => Promise<void>;
  /** Brings these messages first, because somebody is looking. */
  readonly fetchNow: (ids: readonly string[], signal: AbortSignal) => Promise<void>;
}

/** The first form of the mailbox on disk: as many of the inbox's newest. */
const inboxSize = 500;

const sameLabels = (some: readonly Label[], others: readonly Label[]) => {
  const written = (labels: readonly Label[]) =>
    labels.map(({ id, name, type }) => JSON.stringify([id, name, type])).sort();
  return written(some).join() === written(others).join();
};

const isGone = (error: unknown) => error instanceof FailureError && error.failure.kind === 'gone';

export function createSync({ api, store, now, onChanged, onProgress, onUnreadable }: SyncOptions): Sync {
  const inFlight = createInFlight();
  const passedOver = createPassedOver(now);
  /** Whether what an earlier run passed over has been read from disk. */
  let isResumed = false;

  /** What can't be read is kept in mind, and on disk, so that a restart looks for it again. */
  const fetchAll = async (
    ids: readonly string[],
    options: CallOptions,
    onSaved: (ids: readonly string[]) => void,
  ): Promise<void> => {
    const unreadable = new Set<string>();
    const onOne = (id: string, error: unknown) => {
      unreadable.add(id);
      onUnreadable(id, error);
    };
    await hydrate(ids, { api, store, inFlight, ...options, onSaved, onUnreadable: onOne });
    const settled = passedOver.note(ids, unreadable);
    if (unreadable.size === 0 && settled.length === 0) return;
    await store.apply({ passedOver: { add: [...unreadable], remove: settled } });
  };

  /** Takes up what an earlier run of Porthole left; the first try of this one is due at once. */
  const resume = async (): Promise<void> => {
    if (isResumed) return;
    const left = await store.read('passedOver');
    passedOver.note(left, new Set(left));
    isResumed = true;
  };

  const fetchPassedOver = async (options: CallOptions): Promise<void> => {
    const due = passedOver.due();
    if (due.length > 0) await fetchAll(due, options, onChanged);
  };

  const saveLabels = async (options: CallOptions): Promise<readonly string[]> => {
    const labels = (await api.listLabels(options)).map(({ id, name, type }) => ({ id, name, type }));
    if (!sameLabels(await store.read('labels'), labels)) await store.apply({ labels });
    return labels.map(({ id }) => id);
  };

  /** The cursor is taken before the listing: what happens in between is replayed, and nothing can be missed. */
  const takeCursor = async (options: CallOptions): Promise<void> => {
    const { historyId } = await api.getProfile(options);
    await store.apply({ position: { historyId, listed: false } });
  };

  const listInbox = async (options: CallOptions): Promise<void> => {
    const { ids } = await listIds(api, { labelIds: ['INBOX'] }, inboxSize, options);
    const missing = await store.read('missing', { ids });
    let done = ids.length - missing.length;
    if (missing.length > 0) onProgress({ done, of: ids.length });
    await fetchAll(missing, options, (saved) => {
      done += saved.length;
      onProgress({ done, of: ids.length });
      onChanged(saved);
    });
    onProgress(null);
    await store.apply({ position: { listed: true } });
  };

  /** Everything since the cursor, or a new cursor and a comparison where Gmail has forgotten the old one. */
  const followHistory = async (historyId: string, options: CallOptions): Promise<void> => {
    const fetch = (ids: readonly string[]) => fetchAll(ids, options, onChanged);
    try {
      await catchUp(historyId, { api, store, ...options, fetch, onChanging: inFlight.touch, onChanged });
    } catch (error) {
      if (!isGone(error)) throw error;
      // Taken before the listings, kept with their result: cut off in between, all of it is done again.
      const fresh = await api.getProfile(options);
      const labelIds = await saveLabels(options);
      const onComparing = () => inFlight.touch(null);
      await relist(labelIds, { api, store, historyId: fresh.historyId, onComparing, ...options });
      onChanged(null);
    }
  };

  const run: Sync['run'] = async (signal) => {
    const options: CallOptions = { lane: 'background', signal };
    try {
      await resume();
      const { historyId } = await store.read('position');
      if (historyId === null) await takeCursor(options);
      else {
        await fetchPassedOver(options);
        await followHistory(historyId, options);
      }
      await saveLabels(options);
      if (!(await store.read('position')).listed) await listInbox(options);
      await store.apply({ position: { syncedAt: now() } });
    } finally {
      onProgress(null);
    }
  };

  const fetchNow: Sync['fetchNow'] = async (ids, signal) => {
    await hydrate(ids, { api, store, inFlight, lane: 'foreground', signal, onSaved: onChanged, onUnreadable });
  };

  return { run, fetchNow };
}
