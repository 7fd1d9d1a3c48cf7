// Brings a database to the newest schema. Knows the steps only by their order.
import type { WriteDb } from './db.ts';
import { words } from './migrations/001-mail.ts';
import { migrations } from './migrations/all.ts';

/** A database written by a newer Porthole than this one. */
export class NewerSchemaError extends Error {}

/** Each step and its number are one transaction, so that a kill leaves a schema that has a number. */
export function migrate(db: WriteDb): void {
  const version = db.get<{ user_version: number }>('PRAGMA user_version')?.user_version ?? 0;
  if (version > migrations.length) throw new NewerSchemaError(`schema ${version}`);
  migrations.slice(version).forEach((step, index) => {
    db.transaction(() => {
      db.execute(step);
      db.execute(`PRAGMA user_version = ${version + index + 1}`);
    });
  });
}

/** Makes the word index, or says that this SQLite has no FTS5. */
export function indexWords(db: WriteDb): boolean {
  try {
    db.execute('CREATE VIRTUAL TABLE temp.probe USING fts5 (x); DROP TABLE temp.probe;');
  } catch {
    return false;
  }
  db.execute(words);
  return true;
}
