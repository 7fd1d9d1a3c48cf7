// Brings a database to the newest schema. Knows the steps only by their order.
import type { WriteDb } from './db.ts';
import { words } from './migrations/001-mail.ts';
import { migrations } from './migrations/all.ts';

/** A database written by a newer Porthole than this one. */
export class NewerSchemaError extends Error {}

const versionOf = (db: WriteDb) => db.get<{ user_version: number }>('PRAGMA user_version')?.user_version ?? 0;

/** One transaction from the look at the number to the last step: of two that open at once, one finds nothing to do. */
export function migrate(db: WriteDb): void {
  db.transaction(() => {
    const version = versionOf(db);
    if (version > migrations.length) throw new NewerSchemaError(`schema ${version}`);
    if (version === migrations.length) return;
    for (const step of migrations.slice(version)) db.execute(step);
    db.execute(`PRAGMA user_version = ${migrations.length}`);
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
