// Builds a tree that is as flat as its meaning allows, and walks one. Knows no operator but the signs.
import type { Around, Query, Span } from './query.ts';

function joined(kind: 'and' | 'or', parts: readonly (Query | null)[], span: Span): Query | null {
  const flat = parts.flatMap((part) => (part === null ? [] : part.kind === kind ? part.parts : [part]));
  const [first, second] = flat;
  if (first === undefined) return null;
  return second === undefined ? first : { kind, parts: flat, span };
}

/** Of what there is; `null` where there is nothing. */
export function and(parts: readonly (Query | null)[], span: Span): Query | null {
  return joined('and', parts, span);
}

export function or(parts: readonly (Query | null)[], span: Span): Query | null {
  return joined('or', parts, span);
}

export function not(part: Query, span: Span): Query {
  return part.kind === 'not' ? part.part : { kind: 'not', part, span };
}

/** No message is longer, so a greater distance finds no more. */
const greatestDistance = 1_000_000;

export function around(of: Omit<Around, 'kind'>): Around {
  return { kind: 'around', ...of, within: Math.min(of.within, greatestDistance) };
}

export function childrenOf(query: Query): readonly Query[] {
  if (query.kind === 'and' || query.kind === 'or') return query.parts;
  return query.kind === 'not' ? [query.part] : [];
}
