// Conditions on messages, and their algebra: what the word index can answer stays one FTS5 expression for as long as
// possible, because it combines words faster than anybody else. Knows no operator.
import { byIndex, isComplete, type NodeContext } from './find-nodes.ts';
import { joined } from './find-words.ts';
import { both, butNot, either, everywhere, type Node, nowhere } from './nodes.ts';

export type Condition =
  | { readonly kind: 'node'; readonly node: Node }
  /** What the index finds at once is given to it: it then need only be right about what that finds, too. */
  | { readonly kind: 'open'; readonly nodeWithin: (expression: string | null) => Node }
  /** Found by this FTS5 expression, or complete and not found by it. */
  | { readonly kind: 'match' | 'no-match'; readonly expression: string };

export const node = (of: Node): Condition => ({ kind: 'node', node: of });
export const open = (nodeWithin: (expression: string | null) => Node): Condition => ({ kind: 'open', nodeWithin });
export const match = (expression: string): Condition => ({ kind: 'match', expression });
export const noMatch = (expression: string): Condition => ({ kind: 'no-match', expression });

const expressions = (conditions: readonly Condition[], kind: 'match' | 'no-match') =>
  conditions.flatMap((condition) => (condition.kind === kind ? [condition.expression] : []));
const nodesIn = (conditions: readonly Condition[], within: string | null) =>
  conditions.flatMap((condition) => {
    if (condition.kind === 'open') return [condition.nodeWithin(within)];
    return condition.kind === 'node' ? [condition.node] : [];
  });

export function toNode(condition: Condition, context: NodeContext): Node {
  if (condition.kind === 'node') return condition.node;
  if (condition.kind === 'open') return condition.nodeWithin(null);
  const found = byIndex(condition.expression, context);
  return condition.kind === 'match' ? found : butNot(found, isComplete(context));
}

/** FTS5's NOT stands between two expressions; what is only negative is the complement of one. */
function matchAll(wanted: readonly string[], unwanted: readonly string[]): Condition[] {
  if (wanted.length === 0) return unwanted.length === 0 ? [] : [noMatch(joined(unwanted, 'OR'))];
  const all = joined(wanted, 'AND');
  return [match(unwanted.length === 0 ? all : `(${all}) NOT (${joined(unwanted, 'OR')})`)];
}

export function allOf(conditions: readonly Condition[], context: NodeContext): Condition {
  const matches = matchAll(expressions(conditions, 'match'), expressions(conditions, 'no-match'));
  const [first] = matches;
  const nodes = nodesIn(conditions, first?.kind === 'match' ? first.expression : null);
  if (first && nodes.length === 0) return first;
  const all = [...matches.map((one) => toNode(one, context)), ...nodes];
  return node(all.length === 0 ? everywhere : both(all));
}

export function anyOf(conditions: readonly Condition[], context: NodeContext): Condition {
  const found = expressions(conditions, 'match');
  const missed = expressions(conditions, 'no-match');
  const matches: Condition[] = [
    ...(found.length === 0 ? [] : [match(joined(found, 'OR'))]),
    ...(missed.length === 0 ? [] : [noMatch(joined(missed, 'AND'))]),
  ];
  const nodes = nodesIn(conditions, null);
  const [first] = matches;
  if (first && matches.length === 1 && nodes.length === 0) return first;
  const all = [...matches.map((one) => toNode(one, context)), ...nodes];
  return node(all.length === 0 ? nowhere : either(all));
}
