// Searches of one open database: answers page by page, and keeps the answers that are still being looked at. An answer
// holds until a change makes another one of it.
import type { Label } from '../contract/model.ts';
import type { FoundPage, Search, Summary } from '../contract/search.ts';
import { parse } from '../search/parse.ts';
import type { Columns, LiveColumns } from './columns.ts';
import type { ReadDb } from './db.ts';
import { type Find, find } from './find.ts';
import type { FindContext } from './find-terms.ts';
import { createFound, type Found } from './found.ts';
import { createKeptRows } from './kept-rows.ts';
import { summarize } from './summary.ts';
import { createTexts } from './texts.ts';
import type { Delta } from './touched.ts';
import type { Vocabulary } from './vocabulary.ts';

export interface SearchInput {
  readonly search: Search;
  /** Epoch ms; what `newer_than:` counts from. */
  readonly now: number;
  /** Who `me` is. */
  readonly ownAddresses: readonly string[];
  /** Ids of messages that Gmail found. Those that nobody has listed yet are passed over. */
  readonly also: readonly string[];
}

export interface FindInput extends SearchInput {
  readonly offset: number;
  readonly limit: number;
}

export interface OrderInput extends SearchInput {
  readonly end: number;
}

export interface FoundOnDisk extends Pick<FoundPage, 'total' | 'counted' | 'foundByGmail' | 'ignored' | 'remembered'> {
  /** The rows of the page, as the text that crosses to the main thread. */
  readonly rowsJson: string;
}

/** By what the rows of an answer stand in their order, for whoever joins it with others: one entry a row. */
export interface RowOrder {
  /** By time; among equals, where rows are sorted otherwise. */
  readonly keys: Float64Array;
  /** Where the largest come first. */
  readonly sizes: Float64Array | null;
  /** Where senders are sorted. */
  readonly senders: readonly string[] | null;
}

/** Goes on while there is time; undefined until it has come to its end. What changes meanwhile does not hold it up. */
export type Step<Of> = (isTimeLeft: () => boolean) => Of | undefined;

export interface Finder {
  readonly find: (input: FindInput) => Step<FoundOnDisk>;
  /** Of the rows from the first to that of `end`. */
  readonly order: (input: OrderInput) => Step<RowOrder>;
  readonly summarize: (input: SearchInput) => Step<Summary>;
  /** Something changed: what was found before may be found no more. */
  readonly changed: (delta: Delta) => void;
}

export interface FinderOptions {
  readonly db: ReadDb;
  readonly columns: LiveColumns;
  readonly hasWords: boolean;
  readonly labels: () => readonly Label[];
  readonly vocabulary: Vocabulary;
}

interface Kept {
  readonly askedAt: number;
  readonly columns: Columns;
  readonly found: Found;
  readonly find: Find;
}

/** A page of fifty rows and one, of conversations in which often more than one message is found. */
const firstBlocks = { messages: 64, threads: 96 } as const;
/** Answers kept: the list, the filter as it is typed, and a few to go back to. */
const mostKept = 8;
/** How long `newer_than:` may count from an earlier now. Pages of one list are asked for within seconds. */
const keptMs = 60_000;

export function createFinder({ db, columns: live, hasWords, labels, vocabulary }: FinderOptions): Finder {
  const kept = new Map<string, Kept>();
  const rows = createKeptRows(db);
  const texts = createTexts(db);
  let ranks: Uint32Array | undefined;
  let knownLabels: readonly Label[] | undefined;
  const sendersByNumber = () =>
    db.all<{ number: number; name: string }>("SELECT number, iif(name = '', email, name) AS name FROM sender");
  const labelsNow = () => {
    knownLabels ??= labels();
    return knownLabels;
  };

  const namesOf = (places: readonly number[], { sender }: Columns): readonly string[] => {
    const names = new Map(sendersByNumber().map(({ number, name }) => [number, name]));
    return places.map((place) => names.get(sender[place] ?? 0) ?? '');
  };

  /** Where each sender stands in the alphabet of this computer. */
  const ranksOfSenders = (): Uint32Array => {
    if (ranks) return ranks;
    const senders = sendersByNumber();
    const { compare } = new Intl.Collator();
    ranks = new Uint32Array(senders.reduce((most, { number }) => Math.max(most, number), 0) + 1);
    for (const [rank, { number }] of senders.sort((a, b) => compare(a.name, b.name)).entries())
      ranks[number] = rank + 1;
    return ranks;
  };

  const keysOf = (ids: readonly string[]): readonly number[] =>
    db
      .all<{ key: number }>(
        'SELECT m.key FROM json_each(?) AS wanted JOIN message AS m ON m.id = wanted.value ORDER BY m.key DESC',
        JSON.stringify(ids),
      )
      .map(({ key }) => key);

  const answers = () => {
    const at = new Map(
      db
        .all<{ term: string; at: number }>('SELECT term, answered_at AS at FROM answer')
        .map((one) => [one.term, one.at]),
    );
    const remembered = (term: string) => {
      if (!at.has(term)) return undefined;
      const row = db.get<{ ids: string }>('SELECT ids FROM answer WHERE term = ?', term);
      return new Set(keysOf(JSON.parse(row?.ids ?? '[]') as string[]));
    };
    return { answeredAt: (term: string) => at.get(term), remembered };
  };

  /** What Gmail was asked is a little more than was meant: what is known of a message has to agree. */
  const agreeing = (keys: readonly number[], { node }: Find, columns: Columns): readonly number[] =>
    keys.map(columns.placeOf).filter((place) => node.has(place) || columns.traits[place] === 0);

  const begin = ({ search, now, ownAddresses, also }: SearchInput): Kept => {
    const columns = live.now();
    const { text, caret, partsOfWords } = search;
    const parsed = parse(text, { partsOfWords, ...(caret !== null && { caret }) });
    const { answeredAt, remembered } = answers();
    const context: FindContext = {
      db,
      columns,
      hasWords,
      wordsWith: vocabulary.wordsWith,
      wordsBeginning: vocabulary.wordsBeginning,
      textsOf: texts.of,
      firstBlock: firstBlocks[search.grouping],
      now,
      labels: labelsNow(),
      ownAddresses,
      lenient: false,
      remembered,
    };
    const found = find(parsed, context, answeredAt);
    const alsoAt =
      also.length === 0 ? [] : agreeing(keysOf(also), find(parsed, { ...context, lenient: true }, answeredAt), columns);
    return {
      askedAt: now,
      columns,
      find: found,
      found: createFound({ find: found, search, columns, alsoAt, ranks: ranksOfSenders }),
    };
  };

  const answer = (input: SearchInput): Kept => {
    const { search, ownAddresses, also } = input;
    const asked = JSON.stringify([search, ownAddresses, also]);
    const known = kept.get(asked);
    if (known && Math.abs(input.now - known.askedAt) < keptMs) return known;
    if (kept.size >= mostKept) kept.clear();
    const begun = begin(input);
    kept.set(asked, begun);
    return begun;
  };

  return {
    find: (input) => {
      const { found, find: asked, columns } = answer(input);
      const end = input.offset + input.limit;
      const byThread = input.search.grouping === 'threads';
      const { byGmail } = found;
      return (isTimeLeft) => {
        if (!found.reach(end + 1, isTimeLeft)) return undefined;
        return {
          rowsJson: rows.at(found.rows.slice(input.offset, end), { columns, byThread, byGmail }),
          total: found.rows.length,
          counted: found.done,
          foundByGmail: byGmail.size,
          ignored: asked.ignored,
          remembered: asked.remembered,
        };
      };
    },
    order: (input) => {
      const { found, columns } = answer(input);
      return (isTimeLeft) => {
        if (!found.reach(input.end + 1, isTimeLeft)) return undefined;
        const { order } = input.search;
        const places = found.rows.slice(0, input.end);
        return {
          keys: Float64Array.from(places, (place) => columns.key[place] ?? 0),
          sizes: order === 'largest' ? Float64Array.from(places, found.sizeOf) : null,
          senders: order === 'sender' ? namesOf(places, columns) : null,
        };
      };
    },
    summarize: (input) => {
      const { found, columns } = answer(input);
      return (isTimeLeft) => {
        found.goOn(isTimeLeft);
        if (!found.done) return undefined;
        return summarize({ db, columns, labels: labelsNow(), messages: found.messages, rows: found.rows.length });
      };
    },
    changed: (delta) => {
      vocabulary.changed(delta);
      rows.changed(delta);
      texts.changed(delta);
      kept.clear();
      ranks = undefined;
      knownLabels = undefined;
    },
  };
}
