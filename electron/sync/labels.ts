// The labels of the mailbox: names and visibility from their list, colours and counts from each alone.
import type { Label, LabelCounts } from '../contract/model.ts';
import type { CallOptions, GmailApi } from '../gmail/api.ts';
import { isItsOwn } from '../gmail/unreadable.ts';
import type { WireLabel } from '../gmail/wire.ts';
import type { Store } from '../store/store.ts';
import { readListings } from './listing-state.ts';

const visibilities = { labelShow: 'show', labelShowIfUnread: 'showIfUnread', labelHide: 'hide' } as const;

function toLabel(wire: WireLabel, known: Label | undefined): Label {
  const { color } = wire;
  return {
    id: wire.id,
    name: wire.name || wire.id,
    type: wire.type,
    listVisibility: visibilities[wire.labelListVisibility ?? 'labelShow'],
    messageVisibility: wire.messageListVisibility ?? 'show',
    colour: color ? { text: color.textColor, background: color.backgroundColor } : (known?.colour ?? null),
  };
}

const written = (labels: readonly Label[]) =>
  labels
    .map(({ id, name, type, listVisibility, messageVisibility, colour }) =>
      JSON.stringify([id, name, type, listVisibility, messageVisibility, colour?.text, colour?.background]),
    )
    .sort()
    .join();

/** A label that is listed only when something in it is unread has counts that decide it. Gmail says of its own categories
 *  that they are hidden, and shows them all the same. */
const isCounted = ({ listVisibility, type }: Label) => listVisibility !== 'hide' || type === 'system';

/** The list as Gmail has it, with the colours that are known. */
export async function listLabels(store: Store, wires: readonly WireLabel[]) {
  const known = await store.read('labels');
  const byId = new Map(known.map((label) => [label.id, label]));
  const labels = wires.map((wire) => toLabel(wire, byId.get(wire.id)));
  return { labels, differs: written(labels) !== written(known) };
}

const countsOf = (wire: WireLabel): LabelCounts => ({
  messages: wire.messagesTotal ?? 0,
  unreadMessages: wire.messagesUnread ?? 0,
  threads: wire.threadsTotal ?? 0,
  unreadThreads: wire.threadsUnread ?? 0,
});

export interface LabelDetail {
  readonly label: Label;
  readonly counts: LabelCounts;
}

/** One unit. Undefined where the label has gone meanwhile, or can't be read. */
export async function getLabelDetail(
  api: GmailApi,
  label: Label,
  options: CallOptions,
): Promise<LabelDetail | undefined> {
  try {
    const wire = await api.getLabel(label.id, options);
    // Here a colour that is not there has been taken away.
    return { label: toLabel(wire, undefined), counts: countsOf(wire) };
  } catch (error) {
    if (!isItsOwn(error)) throw error;
    return undefined;
  }
}

/** The list may be another one by now: nothing comes back to it. */
export async function saveLabelDetails(store: Store, details: readonly (LabelDetail | undefined)[]): Promise<void> {
  const known = details.filter((detail) => detail !== undefined);
  if (known.length === 0) return;
  const { listed, listing } = await store.read('position');
  // Once everything is known the store counts by itself, and is right a moment sooner than Gmail. It goes on counting while
  // everything is listed again.
  const countsItself = listed || readListings(listing)?.kind === 'again';
  const counts = countsItself ? [] : known.map(({ label, counts: its }) => ({ labelId: label.id, counts: its }));
  await store.apply({ labelDetails: known.map(({ label }) => label), counts });
}

export interface LabelsOptions {
  readonly api: GmailApi;
  readonly store: Store;
  readonly onLabels: () => void;
}

export interface Labels {
  /** Names and visibility. */
  readonly save: (call: CallOptions) => Promise<void>;
  /** Counts and colours of those that are counted, once for each run: the system’s own first, which stand at the top. */
  readonly detail: (signal: AbortSignal) => Promise<void>;
  /** Their counts are no longer right: `detail` asks again. */
  readonly forgetDetails: () => void;
}

export function createLabels({ api, store, onLabels }: LabelsOptions): Labels {
  const detailed = new Set<string>();
  return {
    save: async (call) => {
      const { labels, differs } = await listLabels(store, await api.listLabels(call));
      if (!differs) return;
      await store.apply({ labels });
      onLabels();
    },
    detail: async (signal) => {
      const labels = (await store.read('labels')).filter((label) => isCounted(label) && !detailed.has(label.id));
      if (labels.length === 0) return;
      // Nobody waits for the others before the first messages.
      const { top = [], rest = [] } = Object.groupBy(labels, ({ type, listVisibility }) =>
        type === 'system' && listVisibility !== 'hide' ? 'top' : 'rest',
      );
      const ask = async (own: readonly Label[], lane: CallOptions['lane']) => {
        const details = await Promise.all(own.map((label) => getLabelDetail(api, label, { lane, signal })));
        await saveLabelDetails(store, details);
        if (own.length > 0) onLabels();
      };
      await ask(top, 'visible');
      await ask(rest, 'recent');
      for (const { id } of labels) detailed.add(id);
    },
    forgetDetails: () => detailed.clear(),
  };
}

const first = ['INBOX', 'UNREAD', 'STARRED'];
const last = ['SENT', 'DRAFT', 'SPAM', 'TRASH', 'IMPORTANT', 'CHAT'];

/** The most wanted first: what a person looks at, their own, then what Gmail files by itself. */
export function byWant<Wanted extends Label>(labels: readonly Wanted[]): readonly Wanted[] {
  const rank = ({ id, type }: Label): number => {
    if (first.includes(id)) return first.indexOf(id);
    if (type === 'user') return first.length;
    const index = last.indexOf(id);
    return first.length + 1 + (index < 0 ? last.length : index);
  };
  return labels.toSorted((a, b) => rank(a) - rank(b));
}
