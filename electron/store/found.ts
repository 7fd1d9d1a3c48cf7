// What one search has found so far: places of messages, newest first, found one after the other and only as far as
// somebody asks; and the rows that they make, one a message or one a thread.
import type { Search } from '../contract/search.ts';
import type { Columns } from './columns.ts';
import type { Find } from './find.ts';
import type { Node } from './nodes.ts';

export interface Found {
  /** Messages so far, newest first. */
  readonly messages: readonly number[];
  /** One place a row so far: of a thread, its newest message that was found. In the order asked for once `done`. */
  readonly rows: readonly number[];
  /** Places that only Gmail found. */
  readonly byGmail: ReadonlySet<number>;
  readonly done: boolean;
  /** Bytes of a row: of a thread, of the largest of its messages that were found. */
  readonly sizeOf: (place: number) => number;
  /** Finds on while there is time; answers whether there are so many rows, or all. */
  readonly reach: (rows: number, isTimeLeft: () => boolean) => boolean;
  /** Finds on for a while. */
  readonly goOn: (isTimeLeft: () => boolean) => void;
}

export interface FoundOptions {
  readonly find: Find;
  readonly search: Pick<Search, 'grouping' | 'order' | 'anywhereInThread'>;
  readonly columns: Columns;
  /** Places that Gmail found, newest first. */
  readonly alsoAt: readonly number[];
  /** Where each sender stands in the alphabet, by number. */
  readonly ranks: () => Uint32Array;
}

function* walk(node: Node, from: number): Generator<number> {
  for (let place = node.next(from); place >= 0; place = node.next(place - 1)) yield place;
}

/** Places are looked through in stretches of so many, so that whoever has no time left can go. */
const stretch = 64;

/** Messages that some part is true of, in conversations that every part is true of. Undefined: not known yet. */
function* anywhereInThread(parts: readonly Node[], { thread, size }: Columns): Generator<number | undefined> {
  const all = new Set<number>();
  let threads: Set<number> | undefined;
  for (const part of parts) {
    const found = new Set<number>();
    for (const place of walk(part, size - 1)) {
      found.add(thread[place] ?? 0);
      all.add(place);
      if (all.size % stretch === 0) yield undefined;
    }
    threads = threads ? threads.intersection(found) : found;
  }
  yield* [...all].filter((place) => threads?.has(thread[place] ?? 0)).sort((one, other) => other - one);
}

const startsOf = (options: FoundOptions): Iterator<number | undefined> => {
  const { find, search, columns } = options;
  const parts = search.anywhereInThread ? find.parts() : [];
  return parts.length > 1 ? anywhereInThread(parts, columns) : walk(find.node, columns.size - 1);
};

/** Looked at so often whether there is time left. */
const stepsPerLook = 16;

export function createFound(options: FoundOptions): Found {
  const { columns, search, alsoAt, ranks } = options;
  const messages: number[] = [];
  const rows: number[] = [];
  const byGmail = new Set<number>();
  const seen = new Set<number>();
  /** Of the messages of a thread that were found. */
  const greatest = new Map<number, number>();
  let here: Iterator<number | undefined> | undefined;
  /** The next one on disk; -1 after the last, undefined while it is not known. */
  let ahead: number | undefined;
  let also = 0;
  let done = false;

  const advance = () => {
    here ??= startsOf(options);
    const { value, done: over } = here.next();
    ahead = over ? -1 : value;
  };

  const add = (place: number) => {
    messages.push(place);
    const thread = columns.thread[place] ?? 0;
    if (search.grouping === 'threads') {
      greatest.set(thread, Math.max(greatest.get(thread) ?? 0, columns.sizeBytes[place] ?? 0));
      if (seen.has(thread)) return;
      seen.add(thread);
    }
    rows.push(place);
  };

  const sizeOf = (place: number) => greatest.get(columns.thread[place] ?? 0) ?? columns.sizeBytes[place] ?? 0;

  const sort = () => {
    const { sender } = columns;
    if (search.order === 'oldest') rows.reverse();
    if (search.order === 'largest') rows.sort((a, b) => sizeOf(b) - sizeOf(a) || b - a);
    if (search.order !== 'sender') return;
    const rank = ranks();
    rows.sort((a, b) => (rank[sender[a] ?? 0] ?? 0) - (rank[sender[b] ?? 0] ?? 0) || b - a);
  };

  /** The next of both, what the disk found first where both did. */
  const step = () => {
    if (ahead === undefined) advance();
    if (ahead === undefined) return;
    const theirs = alsoAt[also] ?? -1;
    if (ahead < 0 && theirs < 0) {
      done = true;
      sort();
      return;
    }
    if (theirs > ahead) byGmail.add(theirs);
    add(Math.max(ahead, theirs));
    const isOurs = ahead >= theirs;
    if (theirs >= ahead) also++;
    if (isOurs) advance();
  };

  const goOn = (isTimeLeft: () => boolean, wanted = Number.POSITIVE_INFINITY) => {
    while (!done && isTimeLeft())
      for (let steps = 0; steps < stepsPerLook && !done && rows.length < wanted; steps++) step();
  };

  return {
    messages,
    rows,
    byGmail,
    sizeOf,
    get done() {
      return done;
    },
    reach: (count, isTimeLeft) => {
      // What is sorted otherwise than it is found has to be found first.
      const wanted = search.order === 'newest' ? count : Number.POSITIVE_INFINITY;
      goOn(() => rows.length < wanted && isTimeLeft(), wanted);
      return done || rows.length >= wanted;
    },
    goOn,
  };
}
