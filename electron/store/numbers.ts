// What stands in the rows of messages as numbers: threads, senders, sets of labels, sets of file types. Each is looked up,
// or made, once. Must be forgotten when a transaction is rolled back: it may have made some of them.
import type { Address } from '../contract/model.ts';
import type { WriteDb } from './db.ts';

export interface Numbers {
  readonly thread: (id: string) => number;
  readonly sender: (address: Address | undefined) => number;
  readonly labelSet: (labelIds: Iterable<string>) => number;
  readonly labelIdsOf: (number: number) => readonly string[];
  readonly fileSet: (extensions: readonly string[]) => number;
  readonly forget: () => void;
}

/** Numbers kept in memory; more are looked up again. */
const mostKept = 50_000;

function kept<Key, Value>(make: (key: Key) => Value) {
  const known = new Map<Key, Value>();
  return {
    get: (key: Key): Value => {
      const value = known.get(key);
      if (value !== undefined) return value;
      const made = make(key);
      if (known.size >= mostKept) known.clear();
      known.set(key, made);
      return made;
    },
    set: (key: Key, value: Value) => void known.set(key, value),
    clear: () => known.clear(),
  };
}

export const sortedJson = (words: Iterable<string>) => JSON.stringify([...new Set(words)].sort());

export function createNumbers(db: WriteDb): Numbers {
  const numbered = (table: string, column: string) => {
    const select = `SELECT number FROM ${table} WHERE ${column} = ?`;
    const insert = `INSERT INTO ${table} (${column}) VALUES (?) RETURNING number`;
    return kept(
      (value: string) =>
        db.get<{ number: number }>(select, value)?.number ?? db.get<{ number: number }>(insert, value)?.number ?? 0,
    );
  };
  const threads = numbered('thread', 'id');
  const labelSets = numbered('label_set', 'label_ids');
  const fileSets = numbered('file_set', 'extensions');
  const labelIds = kept((number: number): readonly string[] => {
    const row = db.get<{ label_ids: string }>('SELECT label_ids FROM label_set WHERE number = ?', number);
    return row ? (JSON.parse(row.label_ids) as string[]) : [];
  });
  const senders = kept(
    (email: string) => db.get<{ number: number }>('SELECT number FROM sender WHERE email = ?', email)?.number ?? 0,
  );

  return {
    thread: threads.get,
    labelSet: (ids) => labelSets.get(sortedJson(ids)),
    labelIdsOf: labelIds.get,
    fileSet: (extensions) => fileSets.get(sortedJson(extensions)),
    sender: (address) => {
      const name = address?.name ?? '';
      // Somebody without an address is told apart by the name.
      const email = address?.email.toLowerCase() || name;
      if (email === '') return 0;
      const number = senders.get(email);
      if (number !== 0) return number;
      const insert = 'INSERT INTO sender (email, name) VALUES (?, ?) RETURNING number';
      const made = db.get<{ number: number }>(insert, email, name)?.number ?? 0;
      senders.set(email, made);
      return made;
    },
    forget: () => {
      for (const numbers of [threads, labelSets, fileSets, senders]) numbers.clear();
      labelIds.clear();
    },
  };
}
