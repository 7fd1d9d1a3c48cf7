// The schema as numbered steps. A step that has been released never changes; a new one is added below it. So no step may
// use code that changes: mail that has to be saved anew lies aside until the last step is done, and is then saved as today's
// schema has it.
import type { WriteDb } from '../db.ts';
import { mail } from './001-mail.ts';
import { keepLabels, setOldAside } from './002-keep-mail.ts';
import { wholeMailbox } from './002-whole-mailbox.ts';
import { asSent } from './003-as-sent.ts';
import { withoutWords } from './004-words-with-marks.ts';

/** Within a transaction. */
export type Migration = (db: WriteDb) => void;

export const migrations: readonly Migration[] = [
  (db) => db.execute(mail),
  (db) => {
    setOldAside(db);
    db.execute(wholeMailbox);
    keepLabels(db);
  },
  (db) => db.execute(asSent),
  (db) => db.execute(withoutWords),
];
