// What Gmail has found and nobody has listed yet gets its place among the rest.
import type { Store } from '../store/store.ts';
import type { FoundMessage } from './gmail-search.ts';
import { placed } from './placing.ts';

/** Newest first. `now` is epoch ms. */
export async function listUnknown(store: Store, messages: readonly FoundMessage[], now: number): Promise<void> {
  const ids = messages.map(({ id }) => id);
  const unknown = new Set(await store.read('unknown', { ids }));
  if (unknown.size === 0) return;
  // Placed among the others: their order is what a place is read from.
  const listed = placed(messages, now, now).filter(({ id }) => unknown.has(id));
  await store.apply({ list: { messages: listed, labelIds: [] } });
}
