// What is asked of words → nodes: by the index, by reading, or by one after the other.
import type { Columns } from './columns.ts';
import type { ReadDb } from './db.ts';
import { matcherOf } from './find-reading.ts';
import { type Asked, expressionOf, joined, onlyBeginning, wordsExpression } from './find-words.ts';
import { both, either, type Node, only, test } from './nodes.ts';
import type { Texts } from './texts.ts';
import { complete } from './traits.ts';
import type { Vocabulary } from './vocabulary.ts';

export interface NodeContext {
  readonly db: ReadDb;
  readonly columns: Columns;
  /** Whether there is a word index. */
  readonly hasWords: boolean;
  /** The words of the index with this part in them. */
  readonly wordsWith: (part: string) => readonly string[];
  readonly wordsBeginning: Vocabulary['wordsBeginning'];
  readonly textsOf: Texts['of'];
  /** How many messages the first page probably takes. */
  readonly firstBlock: number;
}

/** Only of what is here can be said what it holds, and what it does not hold. */
export function isComplete({ columns }: NodeContext): Node {
  return test((place) => ((columns.traits[place] ?? 0) & complete) !== 0);
}

const largestBlock = 16_384;

/** By the index, newest first, in blocks that grow: a page costs little, and all of it not much more than at once. */
export function byIndex(expression: string, { db, columns, firstBlock }: NodeContext): Node {
  // A bound has to be an INTEGER: node:sqlite hands over a REAL, which FTS5 passes over (sqlite.org/fts5.html says nothing
  // of it, `fts5GetRowidLimit` of its source does), and steps one by one through all that is newer.
  const sql = `SELECT json_group_array(rowid) AS keys FROM
    (SELECT rowid FROM words WHERE words MATCH ? AND rowid <= CAST(? AS INTEGER) ORDER BY rowid DESC LIMIT ?)`;
  let keys: readonly number[] = [];
  let at = 0;
  let length = firstBlock;
  let below = Number.POSITIVE_INFINITY;
  let hasMore = true;
  const read = (upTo: number) => {
    const row = db.get<{ keys: string }>(sql, expression, upTo, length);
    keys = JSON.parse(row?.keys ?? '[]') as number[];
    at = 0;
    hasMore = keys.length === length;
    below = (keys.at(-1) ?? 0) - 1;
    length = Math.min(length * 4, largestBlock);
  };
  const next = (from: number): number => {
    const upTo = columns.key[from] ?? -1;
    for (;;) {
      while ((keys[at] ?? -1) > upTo) at++;
      const key = keys[at];
      if (key === undefined) {
        if (!hasMore || from < 0) return -1;
        read(Math.min(upTo, below));
        continue;
      }
      const place = columns.placeOf(key);
      // It may have come since the columns were as they are here.
      if (columns.key[place] === key) return place;
      at++;
    }
  };
  return { next, has: (place) => next(place) === place };
}

function reading(asked: Asked, { columns, textsOf }: NodeContext): Node {
  const matches = matcherOf(asked);
  const reads = test((place) => {
    const texts = textsOf(columns.key[place] ?? -1);
    return texts !== undefined && matches(texts);
  });
  return { ...reads, slow: true };
}

/** By looking into each message. */
const byReading = (asked: Asked, context: NodeContext): Node => both([isComplete(context), reading(asked, context)]);

interface Patience {
  /** So many messages are read in any case, to see how frequent it is. */
  readonly firstRead: number;
  /** What is in fewer than one of so many is seldom: the index has little to put together then. */
  readonly frequent: number;
}

const patience: Patience = { firstRead: 12, frequent: 8 };
/** Where no body is inflated for it, some hundred messages are read before the index has put one letter's words together. */
const patienceWithHeads: Patience = { firstRead: 64, frequent: 64 };
/** Longer beginnings have few words. */
const shortBeginning = 2;

const isShortInHead = (asked: Asked): boolean =>
  asked.kind === 'words' &&
  asked.beginning &&
  asked.words.length === 1 &&
  (asked.words[0] ?? '').length <= shortBeginning &&
  !asked.columns.some((column) => column === 'body' || column === 'list' || column === 'addresses');
/** Words that FTS5 looks up one by one: each costs, and reading can be done a bit at a time. */
const mostWords = 400;

/** FTS5 leaps through both together: what only one of them finds costs next to nothing. */
const withinWhat = (expression: string, within: string | null): string =>
  within === null ? expression : joined([within, expression], 'AND');

/**
 * By each word that begins so, where they are known: the index finds each of them newest first, where it would put together
 * all that is found by any of them. What has come since they were read is looked into.
 */
function byBeginning(asked: Asked, context: NodeContext, within: string | null): Node | undefined {
  const beginning = onlyBeginning(asked);
  const known = beginning && context.wordsBeginning(beginning.word, beginning.columns);
  if (!known || known.words.length > mostWords) return undefined;
  const { columns } = context;
  const unread = known.unread.map(columns.placeOf).filter((place, at) => columns.key[place] === known.unread[at]);
  const found = byIndex(withinWhat(wordsExpression(beginning.columns, known.words), within), context);
  if (unread.length === 0) return found;
  const places = only(unread.sort((one, other) => one - other));
  return either([found, both([places, reading(asked, context)])]);
}

/**
 * The index has to put together every word with this beginning, or with this part, before it answers anything: the more
 * there are, the longer it takes, and the sooner a few messages that are read have filled a page. So reading comes first,
 * and what is frequent is only read: for a count it takes longer, but it can be left off at any time.
 */
function byReadingFirst(asked: Asked, context: NodeContext, within: string | null): Node {
  const reading = byReading(asked, context);
  const held = isComplete(context);
  const { firstRead, frequent } = isShortInHead(asked) ? patienceWithHeads : patience;
  let read = 0;
  let found = 0;
  let index: Node | undefined;
  const byWords = () => {
    // Once all is put together, more of it costs next to nothing, and asking again everything.
    const firstBlock = context.firstBlock * 4;
    index ??=
      byBeginning(asked, context, within) ??
      byIndex(withinWhat(expressionOf(asked, context.wordsWith), within), { ...context, firstBlock });
    return index;
  };
  const isWorthReading = () => read < firstRead || found * frequent >= read || isManyWords();
  let many: boolean | undefined;
  const isManyWords = () => {
    many ??= hasManyWords(asked, context.wordsWith);
    return many;
  };
  const has = (place: number): boolean => {
    if (index || !isWorthReading()) return byWords().has(place);
    read++;
    const isOne = reading.has(place);
    if (isOne) found++;
    return isOne;
  };
  const next = (from: number): number => {
    let place = held.next(from);
    while (place >= 0 && !index && isWorthReading()) {
      if (has(place)) return place;
      place = held.next(place - 1);
    }
    return place < 0 ? -1 : byWords().next(place);
  };
  return { next, has, slow: true };
}

const hasManyWords = (asked: Asked, wordsWith: NodeContext['wordsWith']): boolean =>
  asked.kind === 'any'
    ? asked.of.some((one) => hasManyWords(one, wordsWith))
    : asked.kind === 'inside' && wordsWith(asked.part).length > mostWords;

const isOpen = (asked: Asked): boolean =>
  asked.kind === 'any' ? asked.of.some(isOpen) : asked.kind === 'inside' || (asked.kind === 'words' && asked.beginning);

/** A single expression that the index answers at once; undefined where another way is better. */
export function expressionAtOnce(asked: Asked, { hasWords, wordsWith }: NodeContext): string | undefined {
  const isAtOnce = hasWords && !isOpen(asked) && !(asked.kind === 'near' && asked.ordered);
  return isAtOnce ? expressionOf(asked, wordsWith) : undefined;
}

/** For what has no such expression. `within`: right of what that expression finds is enough. */
export function nodeOf(asked: Asked, context: NodeContext, within: string | null = null): Node {
  if (!context.hasWords) return byReading(asked, context);
  if (asked.kind !== 'near') return byReadingFirst(asked, context, within);
  const found = byIndex(withinWhat(expressionOf(asked, context.wordsWith), within), context);
  return both([found, byReading(asked, context)]);
}
