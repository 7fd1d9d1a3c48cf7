// How messages look: kept with their content, completed later where Gmail gave only part of it, or did not say.
import type { Original } from '../contract/body.ts';
import type { WriteDb } from './db.ts';
import { deflateOriginal } from './original.ts';

/** The values of `content.looks`. */
const looks = { unknown: 0, asText: 1, kept: 2 } as const;

export type Looks = (typeof looks)[keyof typeof looks];

export function looksOf(original: Original | null | undefined): Looks {
  if (original === undefined) return looks.unknown;
  return original === null ? looks.asText : looks.kept;
}

export function keepOriginal(db: WriteDb, number: number, original: Original | null | undefined): void {
  if (original)
    db.run('INSERT OR REPLACE INTO original (number, body) VALUES (?, ?)', number, deflateOriginal(original));
}

export function forgetOriginal(db: WriteDb, number: number): void {
  db.run('DELETE FROM original WHERE number = ?', number);
}

/** Of a message that is here. What is known of another is passed over. */
export function completeOriginal(db: WriteDb, id: string, original: Original | null): void {
  const row = db.get<{ content: number }>('SELECT content FROM message WHERE id = ? AND content != 0', id);
  if (!row) return;
  if (original === null) forgetOriginal(db, row.content);
  else keepOriginal(db, row.content, original);
  db.run('UPDATE content SET looks = ? WHERE number = ?', looksOf(original), row.content);
}
