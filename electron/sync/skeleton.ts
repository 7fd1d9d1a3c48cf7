// The skeleton of the mailbox: which messages there are and what labels they carry, from listings alone, 5 units per 500.
// Goes on where it was cut off. Only a complete listing takes anything away. Fetches no message.
import type { CountedLabel, Label } from '../contract/model.ts';
import type { CallOptions, GmailApi } from '../gmail/api.ts';
import { isItsOwn } from '../gmail/unreadable.ts';
import type { Store } from '../store/store.ts';
import { byWant, getLabelDetail, saveLabelDetails } from './labels.ts';
import { listPages } from './listing.ts';
import { everything, type ListingState, type OpenListing, writeListings } from './listing-state.ts';
import { placed } from './placing.ts';

export interface SkeletonOptions extends CallOptions {
  readonly api: GmailApi;
  readonly store: Store;
  /** Epoch ms. */
  readonly now: () => number;
  /** What came to the mailbox since the listings began. */
  readonly arrived: ReadonlySet<string>;
  /** What is on its way to the disk may be older than what is about to be compared. */
  readonly onComparing: () => void;
  readonly onListed: () => void;
}

/** Listings of labels that run at once. */
const atOnce = 2;
/** Labels whose absence means something to a search, one group after the other: whatever is known carries them already. */
const beforehand = [['INBOX', 'SPAM', 'TRASH'], ['UNREAD']];

export async function buildSkeleton(begun: ListingState, options: SkeletonOptions): Promise<void> {
  const { api, store, now, arrived, signal } = options;
  let state = begun;

  const without = (labelId: string) => state.open.filter((open) => open.labelId !== labelId);
  const goOn = (open: OpenListing) => {
    state = { ...state, open: [...without(open.labelId), open] };
    return { listing: writeListings(state) };
  };
  const finish = (labelId: string) => {
    state = { ...state, open: without(labelId), finished: [...state.finished, labelId] };
    return { listing: writeListings(state) };
  };

  const note = (hasGaps: boolean) => {
    if (hasGaps) state = { ...state, gaps: true };
  };

  /** Takes away what a listing does not name. Not where its first pages were read before a restart, and are forgotten. */
  const compare = (labelId: string, ids: readonly string[]) => {
    if (state.kind === 'first') return {};
    options.onComparing();
    return labelId === everything
      ? { onlyExisting: [...new Set([...ids, ...arrived])] }
      : { onlyLabelled: { labelId, ids } };
  };

  const list = async (labelId: string): Promise<void> => {
    const labelIds = labelId === everything ? [] : [labelId];
    // A comparison needs all pages, so it begins again after a restart.
    const open = state.kind === 'first' ? state.open.find((one) => one.labelId === labelId) : undefined;
    const ids: string[] = [];
    let placedAt = open?.placedAt ?? now();
    const query = { includeSpamTrash: true, ...(labelIds.length > 0 && { labelIds }) };
    let isComplete = false;
    for await (const page of listPages(api, query, { ...options, pageToken: open?.pageToken })) {
      signal?.throwIfAborted();
      // A token that expired while Porthole was closed: what has come meanwhile is the newest there is.
      if (page.again) placedAt = now();
      const messages = placed(page.messages, placedAt, now());
      placedAt = messages.at(-1)?.placedAt ?? placedAt;
      if (state.kind === 'again') ids.push(...page.ids);
      isComplete = page.last && !page.hasGaps;
      note(page.hasGaps);
      await store.apply({
        list: { messages, labelIds },
        ...(page.next !== undefined && { position: goOn({ labelId, pageToken: page.next, placedAt }) }),
      });
      options.onListed();
    }
    signal?.throwIfAborted();
    // What is not compared is, when everything is listed once more.
    note(state.kind === 'again' && !isComplete);
    await store.apply({ ...(isComplete && compare(labelId, ids)), position: finish(labelId) });
    options.onListed();
  };

  /** Whether Gmail has such a label now: it may have been deleted since the listings began, from messages that lost it before,
   *  of which no history tells. */
  const exists = async (labelId: string): Promise<boolean> => {
    const labels = await api.listLabels(options);
    signal?.throwIfAborted();
    return labels.some(({ id }) => id === labelId);
  };

  /** A label that Gmail refuses to list holds up no other. Where it does not name it either, it has been deleted; else what lost
   *  it while history was forgotten still has it here, until everything is listed once more. */
  const listOrPassOver = async (labelId: string): Promise<void> => {
    try {
      await list(labelId);
    } catch (error) {
      signal?.throwIfAborted();
      if (!isItsOwn(error)) throw error;
      const isGone = !(await exists(labelId));
      note(state.kind === 'again' && !isGone);
      await store.apply({ ...(isGone && compare(labelId, [])), position: finish(labelId) });
    }
  };

  /** One unit tells whether there is anything to list for five. Those of the first sight have been asked already. */
  const isEmpty = async (label: Label, counted: ReadonlyMap<string, number>): Promise<boolean> => {
    if (state.kind === 'again') return false; // a label that has become empty has something to take away
    const known = counted.get(label.id) ?? 0;
    if (known > 0) return false;
    const detail = await getLabelDetail(api, label, options);
    signal?.throwIfAborted();
    if (!detail) return true;
    await saveLabelDetails(store, [detail]);
    signal?.throwIfAborted();
    return detail.counts.messages === 0;
  };

  const listEach = async (labels: readonly CountedLabel[]): Promise<void> => {
    const counts = new Map(labels.map(({ id, counts: { messages } }) => [id, messages]));
    const left = labels.filter(({ id }) => !state.finished.includes(id));
    const next = async (): Promise<void> => {
      for (let label = left.shift(); label; label = left.shift()) {
        signal?.throwIfAborted();
        if (await isEmpty(label, counts)) await store.apply({ position: finish(label.id) });
        else await listOrPassOver(label.id);
      }
    };
    await Promise.all(Array.from({ length: atOnce }, next));
  };

  for (const ids of beforehand)
    await listEach(byWant((await store.read('countedLabels')).filter(({ id }) => ids.includes(id))));
  if (!state.finished.includes(everything)) await list(everything);
  await listEach(byWant(await store.read('countedLabels')));
  // Last, as another may be deleted meanwhile. The first time nothing is here that history would not take away.
  const stray = state.kind === 'again' ? await store.read('strayLabels') : [];
  for (const labelId of stray) await listOrPassOver(labelId);
  signal?.throwIfAborted();
  state = { ...state, stage: 'replay', open: [] };
  await store.apply({ position: { listing: writeListings(state) } });
}
