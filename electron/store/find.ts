// A parsed query → a node that finds its messages, newest first. Three steps, each in files of its own: what can be
// answered here, a condition for every term, and how they combine.
import { answerable } from '../search/answerable.ts';
import type { ParsedQuery, Query } from '../search/query.ts';
import { scopeOf } from '../search/scope.ts';
import { allOf, anyOf, type Condition, node, toNode } from './find-condition.ts';
import { conditionOf, type FindContext, labelled } from './find-terms.ts';
import { everywhere, type Node, nowhere } from './nodes.ts';

export interface Find {
  readonly node: Node;
  /** One for each part of the outermost AND, for what need not hold for the same message. */
  readonly parts: () => readonly Node[];
  /** What only Gmail can answer, as typed. It was left out: under AND too much may be found, under OR too little. */
  readonly ignored: readonly string[];
  readonly remembered: readonly { readonly typed: string; readonly at: number }[];
}

/** A sign before a group goes to each of its parts (De Morgan). */
function compile(query: Query, not: boolean, context: FindContext): Condition {
  if (query.kind === 'not') return compile(query.part, !not, context);
  if (query.kind !== 'and' && query.kind !== 'or') return conditionOf(query, not, context);
  const parts = query.parts.map((part) => compile(part, not, context));
  return (query.kind === 'and') !== not ? allOf(parts, context) : anyOf(parts, context);
}

/** Spam and Trash only where the query asks for them. */
function inScope(root: Query | null, context: FindContext): Condition {
  const { spam, trash } = scopeOf(root);
  const left = [...(spam ? [] : ['SPAM']), ...(trash ? [] : ['TRASH'])];
  return left.length === 0 ? node(everywhere) : labelled(left, true, context);
}

/** `answeredAt`: when Gmail answered a term that only it can answer, epoch ms. */
export function find(
  parsed: ParsedQuery,
  context: FindContext,
  answeredAt: (term: string) => number | undefined,
): Find {
  const { root, ignored, remembered } = answerable(parsed, context.labels, answeredAt);
  const nothingLeft = root === null && ignored.length > 0;
  const parts = root?.kind === 'and' ? root.parts : root ? [root] : [];
  // A node is for one walk only, so each part is made anew.
  const whole = () => (nothingLeft ? node(nowhere) : root ? compile(root, false, context) : node(everywhere));
  const scoped = (condition: Condition) => toNode(allOf([condition, inScope(parsed.root, context)], context), context);
  return {
    node: scoped(whole()),
    parts: () => parts.map((part) => scoped(compile(part, false, context))),
    ignored,
    remembered,
  };
}
