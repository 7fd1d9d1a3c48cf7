// Brings a database to the newest schema. Knows the steps only by their order.
import type { ReadDb, WriteDb } from './db.ts';
import { dropOld, hasOldMail, oldMessages } from './migrations/002-keep-mail.ts';
import { words } from './migrations/002-whole-mailbox.ts';
import { migrations } from './migrations/all.ts';
import { createNumbers } from './numbers.ts';
import { saveMessage } from './save-message.ts';
import { createTouched } from './touched.ts';

/** A database written by a newer Porthole than this one. */
export class NewerSchemaError extends Error {}

const versionOf = (db: ReadDb) => db.get<{ user_version: number }>('PRAGMA user_version')?.user_version ?? 0;

export const isNewest = (db: ReadDb) => versionOf(db) === migrations.length;

/** Whether this SQLite has FTS5. */
export function canIndexWords(db: WriteDb): boolean {
  try {
    db.execute('CREATE VIRTUAL TABLE temp.probe USING fts5 (x); DROP TABLE temp.probe;');
    return true;
  } catch {
    return false;
  }
}

/** What a step has set aside comes back, saved as this Porthole saves. */
function carryOver(db: WriteDb, hasWords: boolean): void {
  if (!hasOldMail(db)) return;
  const numbers = createNumbers(db);
  const touched = createTouched(db, numbers);
  for (const message of oldMessages(db)) saveMessage({ db, hasWords, numbers, touched }, message);
  touched.settle();
  dropOld(db);
}

/** One transaction from the look at the number to the last step: of two that open at once, one finds nothing to do. */
export function migrate(db: WriteDb, hasWords: boolean): void {
  db.transaction(() => {
    const version = versionOf(db);
    if (version > migrations.length) throw new NewerSchemaError(`schema ${version}`);
    for (const step of migrations.slice(version)) step(db);
    // Also where an earlier run had no FTS5.
    if (hasWords) db.execute(words);
    // SQLite has no sums over its pages: of one that was half overwritten a row may be missing, and nothing else.
    db.run('INSERT OR IGNORE INTO sync (one) VALUES (1)');
    if (version === migrations.length) return;
    carryOver(db, hasWords);
    db.execute(`PRAGMA user_version = ${migrations.length}`);
  });
}
