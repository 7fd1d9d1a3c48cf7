// Conditions on a row of `message`, and their algebra: what the word index can answer stays one FTS5 expression for as
// long as possible. Knows no operator.

export type Param = string | number;

export type Condition =
  | { readonly kind: 'sql'; readonly sql: string; readonly params: readonly Param[] }
  /** Found by this FTS5 expression, or not found by it. */
  | { readonly kind: 'match' | 'no-match'; readonly expression: string };

export type Sql = Extract<Condition, { kind: 'sql' }>;

export const sql = (text: string, ...params: readonly Param[]): Sql => ({ kind: 'sql', sql: text, params });
export const match = (expression: string): Condition => ({ kind: 'match', expression });

export const everything: Sql = sql('1');
export const nothing: Sql = sql('0');

export function toSql(condition: Condition): Sql {
  if (condition.kind === 'sql') return condition;
  const not = condition.kind === 'match' ? '' : 'NOT ';
  return sql(`key ${not}IN (SELECT rowid FROM words WHERE words MATCH ?)`, condition.expression);
}

const isSql = (condition: Condition): condition is Sql => condition.kind === 'sql';
const expressions = (conditions: readonly Condition[], kind: 'match' | 'no-match') =>
  conditions.flatMap((condition) => (condition.kind === kind ? [condition.expression] : []));

/** FTS5 binds a column filter to what follows it at once, so every operand stands in brackets. */
const joined = (operands: readonly string[], operator: 'AND' | 'OR') =>
  operands.length === 1 ? operands.join('') : operands.map((operand) => `(${operand})`).join(` ${operator} `);

function joinedSql(conditions: readonly Condition[], operator: 'AND' | 'OR'): Sql {
  const parts = conditions.map(toSql);
  return sql(`(${parts.map((part) => part.sql).join(` ${operator} `)})`, ...parts.flatMap(({ params }) => params));
}

/** What is asked twice is answered once. */
function distinct(conditions: readonly Condition[]): Condition[] {
  return [...new Map(conditions.map((condition) => [JSON.stringify(condition), condition])).values()];
}

/** FTS5's NOT stands between two expressions; what is only negative is the complement of one. */
function matchAll(wanted: readonly string[], unwanted: readonly string[]): Condition[] {
  if (wanted.length === 0)
    return unwanted.length === 0 ? [] : [{ kind: 'no-match', expression: joined(unwanted, 'OR') }];
  const all = joined(wanted, 'AND');
  return [match(unwanted.length === 0 ? all : `(${all}) NOT (${joined(unwanted, 'OR')})`)];
}

export function allOf(all: readonly Condition[]): Condition {
  const conditions = distinct(all);
  const parts = [
    ...matchAll(expressions(conditions, 'match'), expressions(conditions, 'no-match')),
    ...conditions.filter(isSql),
  ];
  const [first] = parts;
  if (first === undefined) return everything;
  return parts.length === 1 ? first : joinedSql(parts, 'AND');
}

export function anyOf(all: readonly Condition[]): Condition {
  const conditions = distinct(all);
  const matches = expressions(conditions, 'match');
  const rest = conditions.filter(({ kind }) => kind !== 'match');
  const parts = [...(matches.length === 0 ? [] : [match(joined(matches, 'OR'))]), ...rest];
  const [first] = parts;
  if (first === undefined) return nothing;
  return parts.length === 1 ? first : joinedSql(parts, 'OR');
}

export function noneOf(condition: Condition): Condition {
  if (isSql(condition)) return sql(`NOT ${condition.sql}`, ...condition.params);
  return { kind: condition.kind === 'match' ? 'no-match' : 'match', expression: condition.expression };
}
