// Brings a database to the newest schema. Knows the steps only by their order.
import { openForWriting, type ReadDb, type WriteDb } from './db.ts';
import { dropOld, hasOldMail, oldMessages } from './migrations/002-keep-mail.ts';
import { words } from './migrations/002-whole-mailbox.ts';
import { migrations } from './migrations/all.ts';
import { createNumbers } from './numbers.ts';
import { completeMessages } from './read-messages.ts';
import { saveMessage } from './save-message.ts';
import { saveWords } from './save-words.ts';
import { createTouched } from './touched.ts';

/** A database written by a newer Porthole than this one. */
export class NewerSchemaError extends Error {}

const versionOf = (db: ReadDb) => db.get<{ user_version: number }>('PRAGMA user_version')?.user_version ?? 0;

export const isNewest = (db: ReadDb) => versionOf(db) === migrations.length;

/** `not`: what is left out, by its name. */
const schemaOf = (db: ReadDb, not: string) =>
  db
    .all<{ sql: string }>('SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT GLOB ? ORDER BY name', not)
    .map(({ sql }) => sql)
    .join();

const hasIndex = (db: ReadDb) => db.get("SELECT 1 FROM sqlite_schema WHERE name = 'words'") !== undefined;

/** It says that it is of today's schema and has another: a bit of it has flipped. */
export function isSpoilt(db: ReadDb): boolean {
  if (!isNewest(db)) return false;
  const fresh = openForWriting(':memory:');
  try {
    const hasWords = hasIndex(db) && canIndexWords(fresh.db);
    migrate(fresh.db, hasWords);
    // The tables that FTS5 makes for its index are its own affair.
    const not = hasWords ? 'words_*' : 'words*';
    return schemaOf(db, not) !== schemaOf(fresh.db, not);
  } finally {
    fresh.close();
  }
}

/** Whether this SQLite has FTS5. */
export function canIndexWords(db: WriteDb): boolean {
  try {
    db.execute('CREATE VIRTUAL TABLE temp.probe USING fts5 (x); DROP TABLE temp.probe;');
    return true;
  } catch {
    return false;
  }
}

/** Of mail that came before there was this index: after a step that dropped it, or from a run without FTS5. */
function indexWords(db: WriteDb): void {
  const isThere = hasIndex(db);
  db.execute(words);
  if (isThere) return;
  for (const { key, message } of completeMessages(db)) saveWords(db, key, message);
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
    if (hasWords) indexWords(db);
    // SQLite has no sums over its pages: of one that was half overwritten a row may be missing, and nothing else.
    db.run('INSERT OR IGNORE INTO sync (one) VALUES (1)');
    if (version === migrations.length) return;
    carryOver(db, hasWords);
    db.execute(`PRAGMA user_version = ${migrations.length}`);
  });
}
