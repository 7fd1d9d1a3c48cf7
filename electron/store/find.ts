// A parsed query → the SQL that selects the keys of its messages, newest first. User text becomes parameters only.
// Three steps, each in files of its own: what can be answered here, a condition for every term, and how they combine.
import type { ParsedQuery, Query } from '../search/query.ts';
import { scopeOf } from '../search/scope.ts';
import { answerable } from './find-answerable.ts';
import { allOf, anyOf, type Condition, everything, noneOf, nothing, type Param, toSql } from './find-condition.ts';
import { conditionOf, type FindContext, labelled } from './find-terms.ts';

export interface Find {
  readonly sql: string;
  readonly params: readonly Param[];
  /** What only Gmail can answer, as typed. It was left out: under AND too much may be found, under OR too little. */
  readonly ignored: readonly string[];
}

function compile(query: Query, context: FindContext): Condition {
  if (query.kind === 'and') return allOf(query.parts.map((part) => compile(part, context)));
  if (query.kind === 'or') return anyOf(query.parts.map((part) => compile(part, context)));
  return query.kind === 'not' ? noneOf(compile(query.part, context)) : conditionOf(query, context);
}

/** Spam and Trash, where the query does not ask for them. */
function outOfScope(root: Query | null): Condition {
  const { spam, trash } = scopeOf(root);
  return labelled([...(spam ? [] : ['SPAM']), ...(trash ? [] : ['TRASH'])]);
}

function conditionFor({ root }: ParsedQuery, left: Query | null, ignored: readonly string[], context: FindContext) {
  if (left === null && ignored.length > 0) return nothing;
  return allOf([left ? compile(left, context) : everything, noneOf(outOfScope(root))]);
}

export function findSql(parsed: ParsedQuery, context: FindContext): Find {
  const { root, ignored } = answerable(parsed, context.labels);
  const { sql, params } = toSql(conditionFor(parsed, root, ignored, context));
  return { sql: `SELECT key FROM message WHERE ${sql} ORDER BY key DESC`, params, ignored };
}
