// Keeps the store in step with Gmail, by two endeavours that run side by side: following history, and bringing what is not
// here yet. Neither HTTP nor SQL.
import { isGone } from '../contract/failure.ts';
import type { CallOptions, GmailApi } from '../gmail/api.ts';
import type { SyncPosition } from '../store/change.ts';
import type { Store } from '../store/store.ts';
import { createBringing } from './bringing.ts';
import { type Arrival, catchUp } from './catch-up.ts';
import { listScreen } from './first-screen.ts';
import { single } from './hydrate.ts';
import { createInFlight } from './in-flight.ts';
import { createLabels, listLabels } from './labels.ts';
import { type ListingState, newListings, readListings, writeListings } from './listing-state.ts';
import { createOwnAddresses } from './own-addresses.ts';
import type { Progress } from './progress.ts';
import { buildSkeleton } from './skeleton.ts';
import { isCheaperWhole, wantedJobs } from './wanted.ts';

export interface SyncOptions {
  readonly api: GmailApi;
  readonly store: Store;
  /** Epoch ms. */
  readonly now: () => number;
  /** Ms of a clock that nobody sets. */
  readonly ticks: () => number;
  readonly sleep: (ms: number) => Promise<void>;
  /** Which messages came, went or changed; null for more than can be named. */
  readonly onChanged: (ids: readonly string[] | null) => void;
  readonly onLabels: () => void;
  /** Mail that has come since Gmail was followed first: what came while nobody followed it is no news. */
  readonly onNews?: ((news: readonly Arrival[]) => void) | undefined;
  /** More is on disk, or known; null when nothing is on its way. */
  readonly onProgress: (progress: Progress | null) => void;
  /** There is something new for `fill` to do. */
  readonly onWork: () => void;
  /** There is something new for `follow` to do. */
  readonly onListed: () => void;
  readonly onUnreadable: (id: string, error: unknown) => void;
}

export interface Sync {
  /** Makes what is here agree with what has happened at Gmail, once. */
  readonly follow: (signal: AbortSignal) => Promise<void>;
  /** Brings what is not here: the first screen, then which messages there are, then the messages. Can be cut off anywhere
   *  and goes on from there the next time. */
  readonly fill: (signal: AbortSignal) => Promise<void>;
  /** Brings these messages first, because somebody is looking. Resolves when each is on disk, or not to be had: what Gmail
   *  no longer has is off the disk. Throws a FailureError that would befall any message, or the signal's reason. */
  readonly fetchNow: (ids: readonly string[], lane: CallOptions['lane'], signal: AbortSignal) => Promise<void>;
  /** Brings what is missing of a conversation, as far as is known; else as `fetchNow`. */
  readonly fetchThread: (threadId: string, lane: 'clicked' | 'visible', signal: AbortSignal) => Promise<void>;
  /** The label that a person looks at is brought before the others. */
  readonly setFocus: (labelId: string | null) => void;
}

/** Everything is listed again no more often than that for entries that could not be read; once at a start. */
const againEveryMs = 60 * 60 * 1000;
/** Listed rows are said to have changed no more often. */
const sayEveryMs = 1_000;

export function createSync(options: SyncOptions): Sync {
  const { api, store, now, ticks, onChanged, onProgress } = options;
  const inFlight = createInFlight();
  const bringing = createBringing({ ...options, inFlight });
  const { bring } = bringing;
  let labels = createLabels(options);
  let saveOwnAddresses = createOwnAddresses(api, store);
  /** What history has brought since the listings began. */
  const arrived = new Set<string>();
  /** Whether history has been followed up to a moment of this run. */
  let isAbreast = false;
  let focus: { readonly labelId: string | null } = { labelId: null };
  let saidAt = Number.NEGATIVE_INFINITY;
  let listedAt = Number.NEGATIVE_INFINITY;
  /** Aborted when the listings begin anew. */
  let filling = new AbortController();

  const say = (isUrgent: boolean) => {
    if (!isUrgent && ticks() - saidAt < sayEveryMs) return;
    saidAt = ticks();
    onChanged(null);
  };

  /** The cursor is taken before any listing: what happens in between is replayed, and nothing can be missed. */
  const begin = async (call: CallOptions): Promise<void> => {
    // An emptied database may have taken the place of one that had these.
    labels = createLabels(options);
    saveOwnAddresses = createOwnAddresses(api, store);
    // Mail that an earlier schema kept is compared: no history tells what has become of it.
    if ((await store.read('position')).onDisk > 0) return beginAgain(call);
    const [{ historyId, messagesTotal }, { labels: all }] = await Promise.all([
      api.getProfile(call),
      api.listLabels(call).then((wires) => listLabels(store, wires)),
    ]);
    await beginListings('first', historyId, { labels: all, inMailbox: messagesTotal });
  };

  /** A fresh cursor, then the labels: one that was deleted before it is in no history, and must not stand for a label of
   *  which Gmail refuses the listing. */
  const beginAgain = async (call: CallOptions): Promise<void> => {
    const { historyId, messagesTotal } = await api.getProfile(call);
    const { labels: all } = await listLabels(store, await api.listLabels(call));
    await beginListings('again', historyId, { labels: all, inMailbox: messagesTotal });
  };

  const beginListings = async (
    kind: ListingState['kind'],
    historyId: string,
    change: Omit<Parameters<Store['apply']>[0], 'position'>,
  ): Promise<void> => {
    arrived.clear();
    listedAt = ticks();
    const listing = writeListings(newListings(kind, historyId));
    // In this order: nothing of the old listings is written after the new ones have begun.
    filling.abort();
    filling = new AbortController();
    await store.apply({ ...change, position: { historyId, listed: false, listing } });
    options.onLabels();
    options.onWork();
  };

  /** Everything since the cursor; after the listings once more since before them, which then has the last word. */
  const followHistory = async (cursor: string, call: CallOptions): Promise<void> => {
    const { listing, listed } = await store.read('position');
    const state = readListings(listing);
    const isReplay = state?.stage === 'replay';
    // As long as not all messages are known here, Gmail has to count them again.
    const areCountsOfGmail = !listed && state?.kind === 'first';
    // While something is being listed, its state is not to be written here: all of this is replayed afterwards.
    const isOver = isReplay || state?.stage === 'done';
    const atEnd = (historyId: string, hasGaps: boolean): SyncPosition => ({
      historyId,
      after: cursor,
      ...(isReplay && { listed: true }),
      ...(isOver &&
        (isReplay || hasGaps) && {
          listing: writeListings({ ...state, stage: 'done', ...(hasGaps && { gaps: true }) }),
        }),
    });
    try {
      await catchUp(isReplay ? state.since : cursor, {
        api,
        store,
        now,
        ...call,
        atEnd,
        fetch: (ids) => bring(ids.map(single), call),
        onChanging: inFlight.touch,
        onChanged: (ids) => {
          if (areCountsOfGmail) labels.forgetDetails();
          onChanged(ids);
        },
        onNews: (news) => {
          if (isAbreast && !isReplay) options.onNews?.(news);
        },
        onArrived: (ids) => {
          if (areCountsOfGmail) labels.forgetDetails();
          for (const id of ids) arrived.add(id);
          options.onWork();
        },
      });
    } catch (error) {
      if (!isGone(error)) throw error;
      // Gmail has forgotten it: everything is listed again and compared.
      await beginAgain(call);
    }
  };

  const follow: Sync['follow'] = async (signal) => {
    const call: CallOptions = { lane: 'recent', signal };
    await bringing.resume();
    const { historyId, listing } = await store.read('position');
    const state = readListings(listing);
    const isLacking = state?.stage === 'done' && state.gaps === true;
    if (historyId === null) await begin(call);
    else if (isLacking && ticks() - listedAt >= againEveryMs) await beginAgain(call);
    else {
      await followHistory(historyId, call);
      await labels.save(call);
    }
    isAbreast = true;
    await labels.detail(signal);
    await saveOwnAddresses(call);
    await store.apply({ position: { syncedAt: now() } });
  };

  const fillOnce = async (signal: AbortSignal): Promise<void> => {
    const call: CallOptions = { lane: 'background', signal };
    const { historyId, listing } = await store.read('position');
    // Nothing is listed before there is a cursor.
    if (historyId === null) return;
    const due = new Set(bringing.due());
    let state = readListings(listing) ?? newListings('again', historyId);
    if (!state.screen) {
      await bring((await listScreen({ api, store, now, signal })).map(single), { lane: 'visible', signal });
      signal.throwIfAborted();
      state = { ...state, screen: true };
      await store.apply({ position: { listing: writeListings(state) } });
    }
    if (state.stage === 'listing') {
      await buildSkeleton(state, {
        api,
        store,
        now,
        ...call,
        arrived,
        onComparing: () => inFlight.touch(null),
        onListed: () => say(false),
      });
      say(true);
      options.onListed();
    }
    const jobs = wantedJobs({
      store,
      costs: () => api.rates().costs,
      focus: () => focus,
      except: () => bringing.waiting().filter((id) => !due.has(id)),
    });
    await bring(jobs, call);
    // What is passed over need not be listed: history may have brought it.
    await bring(bringing.due().map(single), call);
  };

  const fill: Sync['fill'] = async (signal) => {
    await bringing.resume();
    try {
      for (;;) {
        const { signal: begun } = filling;
        try {
          await fillOnce(AbortSignal.any([signal, begun]));
          return;
        } catch (error) {
          if (signal.aborted || !begun.aborted) throw error;
        }
      }
    } finally {
      onProgress(null);
    }
  };

  return {
    follow,
    fill,
    fetchNow: (ids, lane, signal) => bring(ids.map(single), { lane, signal }),
    fetchThread: async (threadId, lane, signal) => {
      const ids = await store.read('missingInThread', { threadId });
      const jobs = isCheaperWhole(ids.length, api.rates().costs) ? [{ ids, threadId }] : ids.map(single);
      await bring(jobs, { lane, signal });
    },
    setFocus: (labelId) => {
      if (labelId !== focus.labelId) focus = { labelId };
    },
  };
}
