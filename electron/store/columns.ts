// Everything that is filtered, sorted and counted by except words, in memory: one typed array a column, one place a
// message, oldest first. Read once when the store opens, then kept up by what every change touches. A place is an index
// into the columns as they are at one time.
import type { ReadDb } from './db.ts';
import type { Delta } from './touched.ts';

/** As they are at one time: places stay what they are, labels follow. */
export interface Columns {
  /** How many messages there are, complete or not. */
  readonly size: number;
  readonly key: Float64Array;
  readonly thread: Uint32Array;
  readonly labelSet: Uint32Array;
  readonly sender: Uint32Array;
  readonly sizeBytes: Float64Array;
  readonly fileSet: Uint32Array;
  readonly traits: Uint16Array;
  /** By number. */
  readonly labelSets: readonly (readonly string[])[];
  readonly fileSets: readonly (readonly string[])[];
  /** The last place at or before a key; -1 where there is none. */
  readonly placeOf: (key: number) => number;
}

export interface LiveColumns {
  readonly now: () => Columns;
  readonly apply: (delta: Delta) => void;
}

const names = ['key', 'thread', 'label_set', 'sender', 'size_bytes', 'file_set', 'traits'] as const;
type Name = (typeof names)[number];
type Values = Readonly<Record<Name, readonly number[]>>;

/** JSON is made by SQLite and read by V8 in a fraction of the time that a row object takes for each message. */
const arrays = names.map((name) => `json_group_array(${name}) AS ${name}`).join(', ');

function read(db: ReadDb, where: string, ...values: readonly (number | string)[]): Values {
  const rows = db.get<Record<Name, string>>(
    `SELECT ${arrays} FROM (SELECT ${names.join(', ')} FROM message ${where} ORDER BY key)`,
    ...values,
  );
  return Object.fromEntries(names.map((name) => [name, JSON.parse(rows?.[name] ?? '[]')])) as unknown as Values;
}

function sets(db: ReadDb, table: string, column: string, from: number): string[][] {
  const rows = db.get<{ all: string }>(
    `SELECT json_group_array(json_array(number, json(${column}))) AS "all" FROM ${table} WHERE number >= ?`,
    from,
  );
  const all: string[][] = [];
  for (const [number, set] of JSON.parse(rows?.all ?? '[]') as [number, string[]][]) all[number] = set;
  return all;
}

/** Room for as many, and some to come. */
const empty = (capacity: number) => ({
  key: new Float64Array(capacity),
  thread: new Uint32Array(capacity),
  label_set: new Uint32Array(capacity),
  sender: new Uint32Array(capacity),
  size_bytes: new Float64Array(capacity),
  file_set: new Uint32Array(capacity),
  traits: new Uint16Array(capacity),
});

/** The last of the first `size` keys, which rise, at or before this one; -1 where there is none. */
function lastUpTo(keys: Float64Array, size: number, key: number): number {
  let low = 0;
  let high = size;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((keys[middle] ?? 0) <= key) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** `newest`: only so many. Such columns are not to be kept up. */
export function loadColumns(db: ReadDb, newest?: number): LiveColumns {
  const first =
    newest === undefined
      ? read(db, '')
      : read(db, 'WHERE key IN (SELECT key FROM message ORDER BY key DESC LIMIT ?)', newest);
  const labelSets = sets(db, 'label_set', 'label_ids', 0);
  const fileSets = sets(db, 'file_set', 'extensions', 0);

  const viewOf = (columns: ReturnType<typeof empty>, size: number): Columns => ({
    size,
    key: columns.key,
    thread: columns.thread,
    labelSet: columns.label_set,
    sender: columns.sender,
    sizeBytes: columns.size_bytes,
    fileSet: columns.file_set,
    traits: columns.traits,
    labelSets,
    fileSets,
    placeOf: (key) => lastUpTo(columns.key, size, key),
  });

  let columns = empty(first.key.length);
  for (const name of names) columns[name].set(first[name]);
  let view = viewOf(columns, first.key.length);

  const placeOfSame = (key: number): number => {
    const place = view.placeOf(key);
    return place >= 0 && columns.key[place] === key ? place : -1;
  };

  /** Rows that are where they were only change; true where all of them are. */
  const update = (put: Values): boolean =>
    put.key.every((key, at) => {
      const place = placeOfSame(key);
      if (place < 0) return false;
      for (const name of names) columns[name][place] = put[name][at] ?? 0;
      return true;
    });

  /** Everything anew: stretches of what stays, and between them what came. Both are sorted already. */
  const merge = (put: Values, gone: Iterable<number>): void => {
    const { size } = view;
    const merged = empty(size + put.key.length);
    const left = [...gone, ...put.key].map(placeOfSame).filter((place) => place >= 0);
    const leaving = [...new Set(left)].sort((one, other) => one - other);
    const coming = put.key.map((key) => view.placeOf(key) + 1);
    let length = 0;
    let from = 0;
    let next = 0;
    const keep = (to: number) => {
      for (const name of names) merged[name].set(columns[name].subarray(from, to), length);
      length += to - from;
      from = to;
    };
    const come = (to: number) => {
      for (; next < coming.length && (coming[next] ?? 0) <= to; next++) {
        keep(Math.max(coming[next] ?? 0, from));
        for (const name of names) merged[name][length] = put[name][next] ?? 0;
        length++;
      }
    };
    for (const place of leaving) {
      come(place);
      keep(place);
      from = place + 1;
    }
    come(size);
    keep(size);
    columns = merged;
    view = viewOf(merged, length);
  };

  return {
    now: () => view,
    apply: ({ put, gone }) => {
      if (put.length === 0 && gone.length === 0) return;
      Object.assign(labelSets, sets(db, 'label_set', 'label_ids', labelSets.length));
      Object.assign(fileSets, sets(db, 'file_set', 'extensions', fileSets.length));
      const rows = read(db, 'WHERE key IN (SELECT value FROM json_each(?))', JSON.stringify(put));
      if (gone.length > 0 || !update(rows)) merge(rows, gone);
    },
  };
}
