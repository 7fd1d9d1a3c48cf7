// Whom pictures were fetched from, or were not, and what a person has chosen for a sender's mail.
import type { Contact, SenderChoice } from '../contract/body.ts';
import type { ReadDb, WriteDb } from './db.ts';

interface Context {
  readonly db: ReadDb;
}

/** Rows that are kept: the newest ones. */
const mostContacts = 20_000;
const shownAtOnce = 1_000;

const keyOf = (email: string) => email.toLowerCase();

/** What was kept out is the same at every look; a contact is one each time. */
export function saveContacts(db: WriteDb, all: readonly Contact[]): void {
  for (const { host, messageId, at, outcome, pictures, bytes } of all)
    db.run(
      `INSERT INTO contact (message_id, host, outcome, at, pictures, bytes) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
         ON CONFLICT (message_id, host, outcome) DO UPDATE SET at = ?4,
           pictures = ?5 + iif(?3 = 'kept-out', 0, pictures), bytes = ?6 + bytes`,
      messageId,
      host,
      outcome,
      at,
      pictures,
      bytes,
    );
  db.run('DELETE FROM contact WHERE at < (SELECT at FROM contact ORDER BY at DESC LIMIT 1 OFFSET ?)', mostContacts);
}

export function forgetContacts(db: WriteDb, messageId: string): void {
  db.run('DELETE FROM contact WHERE message_id = ?', messageId);
}

/** Newest first; of all messages where none is named. */
export function contacts({ db }: Context, { messageId }: { readonly messageId: string | null }): Contact[] {
  return db.all<Contact>(
    `SELECT host, message_id AS messageId, at, outcome, pictures, bytes FROM contact
       WHERE ?1 IS NULL OR message_id = ?1 ORDER BY at DESC, host LIMIT ?2`,
    messageId,
    shownAtOnce,
  );
}

export function saveChoice(
  db: WriteDb,
  { email, choice }: { readonly email: string; readonly choice: SenderChoice | null },
): void {
  if (choice === null) db.run('DELETE FROM sender_choice WHERE email = ?', keyOf(email));
  else
    db.run('INSERT OR REPLACE INTO sender_choice (email, choice) VALUES (?, ?)', keyOf(email), JSON.stringify(choice));
}

export function choiceOf({ db }: Context, { email }: { readonly email: string }): SenderChoice {
  const row = db.get<{ choice: string }>('SELECT choice FROM sender_choice WHERE email = ?', keyOf(email));
  return row ? (JSON.parse(row.choice) as SenderChoice) : {};
}

export function allChoices(db: ReadDb): { readonly email: string; readonly choice: SenderChoice }[] {
  return db
    .all<{ email: string; choice: string }>('SELECT email, choice FROM sender_choice ORDER BY email')
    .map(({ email, choice }) => ({ email, choice: JSON.parse(choice) as SenderChoice }));
}
