// The labels of several accounts as one list. A query names a label and finds it in every account, so those of one name are
// one. Pure.
import type { CountedLabel, Label, LabelCounts } from '../contract/model.ts';

/** What a label is known by among those of all accounts. */
export const sharedLabelId = ({ id, type, name }: Pick<Label, 'id' | 'type' | 'name'>) =>
  type === 'system' ? id : `label:${name.toLowerCase()}`;

const sumOf = (one: LabelCounts, other: LabelCounts): LabelCounts => ({
  messages: one.messages + other.messages,
  unreadMessages: one.unreadMessages + other.unreadMessages,
  threads: one.threads + other.threads,
  unreadThreads: one.unreadThreads + other.unreadThreads,
});

/** Shown at the most that one of them is. */
const visibilities = ['hide', 'showIfUnread', 'show'] as const;

function joined(known: CountedLabel, other: CountedLabel): CountedLabel {
  const rank = Math.max(visibilities.indexOf(known.listVisibility), visibilities.indexOf(other.listVisibility));
  return {
    ...known,
    counts: sumOf(known.counts, other.counts),
    listVisibility: visibilities[rank] ?? 'show',
    messageVisibility: known.messageVisibility === 'show' ? 'show' : other.messageVisibility,
    colour: known.colour ?? other.colour,
  };
}

export function sharedLabels(of: readonly (readonly CountedLabel[])[]): readonly CountedLabel[] {
  const byId = new Map<string, CountedLabel>();
  for (const label of of.flat()) {
    const id = sharedLabelId(label);
    const known = byId.get(id);
    byId.set(id, known ? joined(known, label) : { ...label, id });
  }
  return [...byId.values()];
}

/** From an account's own ids of labels to those that all share. */
export function sharedIds(labels: readonly Label[]): (ids: readonly string[]) => readonly string[] {
  const shared = new Map(labels.map((label) => [label.id, sharedLabelId(label)]));
  return (ids) => ids.map((id) => shared.get(id) ?? id);
}
