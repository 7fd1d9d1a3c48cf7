// Several ordered lists as one: which of them each row of a page comes from. Pure. No list is put in order anew: each stands
// as its own account answers it.
import type { Order } from '../contract/search.ts';
import type { RowOrder } from '../store/finder.ts';

export interface MergedPage {
  /** Of each list, how many rows stand before the page. */
  readonly before: readonly number[];
  /** Of each row of the page, the list that it is from. */
  readonly owners: readonly number[];
}

type Compare = (one: RowOrder, at: number, other: RowOrder, otherAt: number) => number;

const byTime = (one: RowOrder, at: number, other: RowOrder, otherAt: number) =>
  (other.keys[otherAt] ?? 0) - (one.keys[at] ?? 0);

function compareBy(order: Order): Compare {
  switch (order) {
    case 'newest':
      return byTime;
    case 'oldest':
      return (one, at, other, otherAt) => -byTime(one, at, other, otherAt);
    case 'largest':
      return (one, at, other, otherAt) =>
        (other.sizes?.[otherAt] ?? 0) - (one.sizes?.[at] ?? 0) || byTime(one, at, other, otherAt);
    case 'sender': {
      const { compare } = new Intl.Collator();
      return (one, at, other, otherAt) =>
        compare(one.senders?.[at] ?? '', other.senders?.[otherAt] ?? '') || byTime(one, at, other, otherAt);
    }
  }
}

/** `orders`: of each list, from its first row to at least the last of the page, or its end. */
export function mergedPage(
  orders: readonly RowOrder[],
  order: Order,
  { offset, limit }: { readonly offset: number; readonly limit: number },
): MergedPage {
  const compare = compareBy(order);
  const next = orders.map(() => 0);
  const owners: number[] = [];
  let before = next.slice();
  for (let row = 0; row < offset + limit; row++) {
    if (row === offset) before = next.slice();
    let first = -1;
    for (const [list, candidate] of orders.entries()) {
      const at = next[list] ?? 0;
      const leader = orders[first];
      if (at >= candidate.keys.length) continue;
      // Of equals, the one of the account that stands first.
      if (!leader || compare(candidate, at, leader, next[first] ?? 0) < 0) first = list;
    }
    if (first < 0) break;
    next[first] = (next[first] ?? 0) + 1;
    if (row >= offset) owners.push(first);
  }
  const total = next.reduce((sum, one) => sum + one, 0);
  return { before: total < offset ? next : before, owners };
}
