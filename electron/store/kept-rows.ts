// The rows of a list as text: most rows of a query with one letter more were rows before it, and a text crosses between
// threads in half the time that as many objects take.
import type { Columns } from './columns.ts';
import type { ReadDb } from './db.ts';
import { createNewestKept } from './newest-kept.ts';
import { type ReadRow, readRows } from './rows.ts';
import type { Delta } from './touched.ts';

export interface KeptRows {
  /** JSON of an array of MessageRow and PendingRow, in the order of the places given. */
  readonly at: (places: readonly number[], wanted: WantedRows) => string;
  readonly changed: (delta: Delta) => void;
}

export interface WantedRows {
  readonly columns: Columns;
  readonly byThread: boolean;
  /** Places that only Gmail found. */
  readonly byGmail: ReadonlySet<number>;
}

interface KeptRow {
  readonly thread: number;
  readonly text: string;
}

/** A few megabytes, for some thousands of rows. */
const mostCharacters = 2_000_000;

const textOf = (row: ReadRow['row']) => JSON.stringify({ ...row, foundByGmail: false });

const saidByGmail = ({ text }: KeptRow) => JSON.stringify({ ...(JSON.parse(text) as object), foundByGmail: true });

export function createKeptRows(db: ReadDb): KeptRows {
  const ofMessages = createNewestKept<KeptRow>(mostCharacters);
  const ofThreads = createNewestKept<KeptRow>(mostCharacters);
  return {
    at: (places, { columns, byThread, byGmail }) => {
      const kept = byThread ? ofThreads : ofMessages;
      const keys = places.map((place) => columns.key[place] ?? -1);
      const rows = keys.map((key) => kept.get(key));
      const missing = keys.filter((_, at) => rows[at] === undefined);
      const read = missing.length === 0 ? undefined : readRows(missing, { db, columns, byThread });
      const texts = rows.flatMap((known, at): string[] => {
        const key = keys[at] ?? -1;
        const found = known ? undefined : read?.get(key);
        const row = found ? { thread: found.thread, text: textOf(found.row) } : known;
        if (!row) return [];
        if (!known) kept.keep(key, row, row.text.length);
        return [byGmail.has(places[at] ?? -1) ? saidByGmail(row) : row.text];
      });
      return `[${texts.join(',')}]`;
    },
    // What a row says of its conversation changes with any message of it.
    changed: ({ threads }) => {
      const touched = new Set(threads);
      const isGone = (_: number, { thread }: KeptRow) => touched.has(thread);
      ofMessages.forget(isGone);
      ofThreads.forget(isGone);
    },
  };
}
