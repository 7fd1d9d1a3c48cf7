// Where a query looks: Spam and Trash only where it names them.
import type { Query } from './query.ts';
import { childrenOf } from './tree.ts';

export interface Scope {
  readonly spam: boolean;
  readonly trash: boolean;
}

function namedBy(query: Query): string {
  if (query.kind === 'in') return query.place;
  if (query.kind === 'is') return query.state;
  return query.kind === 'label' ? query.name : '';
}

/** Whatever stands under a negation lifts nothing; under two of them it stands as without. */
export function scopeOf(query: Query | null, positive = true): Scope {
  if (query === null) return { spam: false, trash: false };
  if (query.kind === 'not') return scopeOf(query.part, !positive);
  const named = positive ? namedBy(query) : '';
  const parts = childrenOf(query).map((part) => scopeOf(part, positive));
  const anywhere = query.kind === 'in' && named === 'anywhere';
  return {
    spam: anywhere || named === 'spam' || parts.some(({ spam }) => spam),
    trash: anywhere || named === 'trash' || parts.some(({ trash }) => trash),
  };
}
