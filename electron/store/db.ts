// One SQLite connection with prepared statements kept. A ReadDb has no way to write, in its type and in SQLite.
// Knows nothing of mail.
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import { pathToFileURL } from 'node:url';

export interface ReadDb {
  readonly all: <Row>(sql: string, ...values: SQLInputValue[]) => Row[];
  readonly get: <Row>(sql: string, ...values: SQLInputValue[]) => Row | undefined;
}

export interface WriteDb extends ReadDb {
  /** Returns how many rows changed. */
  readonly run: (sql: string, ...values: SQLInputValue[]) => number;
  /** Several statements, without values. */
  readonly execute: (sql: string) => void;
  /** All of it or nothing. */
  readonly transaction: <T>(work: () => T) => T;
}

export interface Connection<Db> {
  readonly db: Db;
  readonly close: () => void;
}

/** Statements kept per connection. Queries are made of few shapes, but a search may make an unusual one. */
const keptStatements = 200;

function prepared(database: DatabaseSync): (sql: string) => StatementSync {
  const kept = new Map<string, StatementSync>();
  return (sql) => {
    const known = kept.get(sql);
    if (known) return known;
    const statement = database.prepare(sql);
    if (kept.size >= keptStatements) kept.clear();
    kept.set(sql, statement);
    return statement;
  };
}

function reading(prepare: (sql: string) => StatementSync): ReadDb {
  // node:sqlite types a row as a record of values; the caller knows which columns it asked for.
  return {
    all: <Row>(sql: string, ...values: SQLInputValue[]) => prepare(sql).all(...values) as Row[],
    get: <Row>(sql: string, ...values: SQLInputValue[]) => prepare(sql).get(...values) as Row | undefined,
  };
}

/** `file` may be `:memory:` in tests. */
export function openForWriting(file: string): Connection<WriteDb> {
  const database = new DatabaseSync(file, { timeout: 5_000, enableForeignKeyConstraints: true });
  try {
    // secure_delete overwrites what is removed, also where that takes a write more (sqlite.org/pragma.html).
    // WAL lets the reader go on while a batch is written; NORMAL loses at most the last batch on a power cut, which
    // Gmail still has (sqlite.org/wal.html, sqlite.org/pragma.html#pragma_synchronous).
    // Messages of a few kilobytes fill pages of this size well; of SQLite's own 4 kB a quarter would stay empty. It holds
    // for a database that is made now.
    database.exec('PRAGMA page_size = 16384');
    database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA secure_delete = ON;');
  } catch (error) {
    database.close();
    throw error;
  }
  const prepare = prepared(database);
  const transaction = <T>(work: () => T): T => {
    database.exec('BEGIN IMMEDIATE');
    try {
      const result = work();
      database.exec('COMMIT');
      return result;
    } catch (error) {
      // SQLite has rolled back by itself where the disk is full or the file is damaged.
      if (database.isTransaction) database.exec('ROLLBACK');
      throw error;
    }
  };
  const run = (sql: string, ...values: SQLInputValue[]) => Number(prepare(sql).run(...values).changes);
  return {
    db: { ...reading(prepare), run, execute: (sql) => database.exec(sql), transaction },
    close: () => {
      try {
        // Closing the last connection does so too; this one need not be the last.
        database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
      } catch {
        // Damaged or full: what is in the log stays there, and is read from there the next time.
      }
      database.close();
    },
  };
}

/** `setUp` can make temporary tables, which lie in memory. */
export function openForReading(file: string | URL, setUp = ''): Connection<ReadDb> {
  const database = new DatabaseSync(file, { timeout: 5_000, readOnly: true });
  try {
    database.exec(setUp);
  } catch (error) {
    database.close();
    throw error;
  }
  return { db: reading(prepared(database)), close: () => database.close() };
}

/** Makes nothing beside the file, as any other opening does: for a disk without room. What is in a log is not seen, and
 *  nobody may write meanwhile (sqlite.org/uri.html, `immutable`). */
export function openUnchanging(file: string, setUp = ''): Connection<ReadDb> {
  const url = pathToFileURL(file);
  url.searchParams.set('immutable', '1');
  return openForReading(url, setUp);
}
