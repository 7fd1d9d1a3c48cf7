// Overwrites the words of removed mail in the file of the word index, which only marks them as gone until its parts are
// merged (sqlite.org/fts5.html, section 6.9: the 'merge' command). Knows nothing of mail.
import type { WriteDb } from './db.ts';

/** Names and addresses of whom no message is from any more. */
export function forgetSenders(db: WriteDb): void {
  db.run('DELETE FROM sender WHERE number NOT IN (SELECT sender FROM message)');
}

/** A step takes some ten milliseconds. */
const pagesPerStep = 500;

/** Merges until nothing is left to be merged, or no time is left. */
export function forgetRemovedWords(db: WriteDb, isTimeLeft: () => boolean): void {
  const merge = "INSERT INTO words (words, rank) VALUES ('merge', ?)";
  const changes = () => db.get<{ count: number }>('SELECT total_changes() AS count')?.count ?? 0;
  // A negative number begins a merge of everything, a positive one goes on with it.
  for (let pages = -pagesPerStep; isTimeLeft(); pages = pagesPerStep) {
    const before = changes();
    db.run(merge, pages);
    if (changes() - before < 2) return;
  }
}
