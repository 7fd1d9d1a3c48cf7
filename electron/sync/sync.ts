// Keeps the store in step with Gmail: first the newest of the inbox, then whatever history tells. Neither HTTP nor SQL.
import { FailureError } from '../contract/failure.ts';
import type { CallOptions, GmailApi } from '../gmail/api.ts';
import type { Store } from '../store/store.ts';
import { catchUp } from './catch-up.ts';
import { hydrate } from './hydrate.ts';
import { listIds } from './listing.ts';
import { relist } from './relist.ts';

export interface SyncOptions {
  readonly api: GmailApi;
  readonly store: Store;
  /** Epoch ms. */
  readonly now: () => number;
  /** Which messages came, went or changed; null for more than can be named. */
  readonly onChanged: (ids: readonly string[] | null) => void;
  readonly onProgress: (progress: { readonly done: number; readonly of: number } | null) => void;
  readonly onUnreadable: (id: string) => void;
}

export interface Sync {
  /** Makes the store agree with Gmail, once. Can be cut off anywhere and goes on from there the next time. */
  readonly run: (signal: AbortSignal) => Promise<void>;
  /** Brings these messages first, because somebody is looking. */
  readonly fetchNow: (ids: readonly string[], signal: AbortSignal) => Promise<void>;
}

/** The first form of the mailbox on disk: as many of the inbox's newest. */
const inboxSize = 500;

const isGone = (error: unknown) => error instanceof FailureError && error.failure.kind === 'gone';

export function createSync({ api, store, now, onChanged, onProgress, onUnreadable }: SyncOptions): Sync {
  const fetchAll = (ids: readonly string[], options: CallOptions, onSaved: (ids: readonly string[]) => void) =>
    hydrate(ids, { api, store, ...options, onUnreadable, onSaved });

  const saveLabels = async (options: CallOptions): Promise<readonly string[]> => {
    const labels = (await api.listLabels(options)).map(({ id, name, type }) => ({ id, name, type }));
    await store.apply({ labels });
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
      await catchUp(historyId, { api, store, ...options, fetch, onChanged });
    } catch (error) {
      if (!isGone(error)) throw error;
      // Taken before the listings, kept with their result: cut off in between, all of it is done again.
      const fresh = await api.getProfile(options);
      await relist(await saveLabels(options), { api, store, historyId: fresh.historyId, ...options });
      onChanged(null);
    }
  };

  const run: Sync['run'] = async (signal) => {
    const options: CallOptions = { lane: 'background', signal };
    try {
      const { historyId } = await store.read('position');
      if (historyId === null) await takeCursor(options);
      else await followHistory(historyId, options);
      await saveLabels(options);
      if (!(await store.read('position')).listed) await listInbox(options);
      await store.apply({ position: { syncedAt: now() } });
    } finally {
      onProgress(null);
    }
  };

  const fetchNow: Sync['fetchNow'] = async (ids, signal) => {
    await fetchAll(await store.read('missing', { ids }), { lane: 'foreground', signal }, onChanged);
  };

  return { run, fetchNow };
}
