// Searches that are kept: those with a name, and the latest ones. They lie beside the mail, and go with it.
import { mostRecentSearches, type Searches } from '../contract/search.ts';
import type { Change } from './change.ts';
import type { ReadDb, WriteDb } from './db.ts';

export function saveSearches(db: WriteDb, { save, remove, note, clearRecent }: NonNullable<Change['searches']>): void {
  if (save) db.run('INSERT OR REPLACE INTO saved_search (name, text) VALUES (?, ?)', save.name, save.text);
  if (remove !== undefined) db.run('DELETE FROM saved_search WHERE name = ?', remove);
  if (clearRecent) db.run('DELETE FROM recent_search');
  if (!note) return;
  // The latest, also where the clock was set back since the one before.
  db.run(
    `INSERT OR REPLACE INTO recent_search (text, used_at)
       VALUES (?, max(?, (SELECT coalesce(max(used_at), 0) + 1 FROM recent_search)))`,
    note.text,
    note.at,
  );
  db.run(
    'DELETE FROM recent_search WHERE text NOT IN (SELECT text FROM recent_search ORDER BY used_at DESC LIMIT ?)',
    mostRecentSearches,
  );
}

export function readSearches(db: ReadDb): Searches {
  return {
    saved: db.all('SELECT name, text FROM saved_search ORDER BY name'),
    recent: db.all<{ text: string }>('SELECT text FROM recent_search ORDER BY used_at DESC').map(({ text }) => text),
  };
}
