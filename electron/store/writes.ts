// All that writes to the store: one change, applied in one short transaction together with the position it leads to.
import type { Address, Label, Message } from '../contract/model.ts';
import { segment } from '../search/words.ts';
import type { WriteDb } from './db.ts';

export interface LabelChange {
  readonly id: string;
  readonly add: readonly string[];
  readonly remove: readonly string[];
}

export interface SyncPosition {
  readonly historyId?: string;
  readonly listed?: boolean;
  readonly syncedAt?: number;
}

/** Everything in it is optional and idempotent: applying it again changes nothing. */
export interface Change {
  readonly save?: readonly Message[];
  readonly remove?: readonly string[];
  /** Messages that are not here are passed over. */
  readonly relabel?: readonly LabelChange[];
  /** Replaces the whole list of labels. */
  readonly labels?: readonly Label[];
  readonly position?: SyncPosition;
}

const slots = 1024;

/** Where a message of this instant belongs: the first free slot from there on. */
function freeKey(db: WriteDb, receivedAt: number): number {
  for (let first = receivedAt * slots; ; first += slots) {
    const last = db.get<{ key: number }>(
      'SELECT key FROM message WHERE key >= ? AND key < ? ORDER BY key DESC LIMIT 1',
      first,
      first + slots,
    )?.key;
    if (last === undefined) return first;
    if (last + 1 < first + slots) return last + 1;
  }
}

const written = (addresses: readonly Address[]) => addresses.map(({ name, email }) => `${name} ${email}`).join(' , ');

/** `_` joins a word in text, but splits one in the name of a file. */
const searchableName = (filename: string) =>
  filename.includes('_') ? `${filename} , ${filename.replaceAll('_', ' ')}` : filename;

function setLabels(db: WriteDb, key: number, labelIds: readonly string[]): void {
  db.run('DELETE FROM message_label WHERE key = ?', key);
  for (const labelId of labelIds)
    db.run('INSERT OR IGNORE INTO message_label (label_id, key) VALUES (?, ?)', labelId, key);
}

function remove(db: WriteDb, id: string, hasWords: boolean): void {
  const key = db.get<{ key: number }>('SELECT key FROM message WHERE id = ?', id)?.key;
  if (key === undefined) return;
  if (hasWords) db.run('DELETE FROM words WHERE rowid = ?', key);
  db.run('DELETE FROM message WHERE key = ?', key);
}

function save(db: WriteDb, message: Message, hasWords: boolean): void {
  // A message's content never changes under its id, its labels do. A draft that is edited gets another id.
  const known = db.get<{ key: number }>('SELECT key FROM message WHERE id = ?', message.id)?.key;
  if (known !== undefined) {
    setLabels(db, known, message.labelIds);
    return;
  }
  const key = freeKey(db, message.receivedAt);
  const from = message.from[0] ?? { name: '', email: '' };
  db.run(
    `INSERT INTO message (key, id, thread_id, received_at, size_bytes, from_name, from_email, recipients, subject, snippet,
       attachment_count) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    key,
    message.id,
    message.threadId,
    message.receivedAt,
    message.sizeBytes,
    from.name,
    from.email,
    JSON.stringify(message.to),
    message.subject,
    message.snippet,
    message.attachments.length,
  );
  const { from: senders, to, cc, bcc, replyTo } = message;
  db.run(
    'INSERT INTO content (key, addresses, headers, text, text_from) VALUES (?, ?, ?, ?, ?)',
    key,
    JSON.stringify({ from: senders, to, cc, bcc, replyTo }),
    JSON.stringify(message.headers),
    message.text,
    message.textFrom,
  );
  message.attachments.forEach((attachment, position) => {
    db.run(
      'INSERT INTO attachment (key, position, part_id, filename, mime_type, size_bytes) VALUES (?, ?, ?, ?, ?, ?)',
      key,
      position,
      attachment.partId,
      attachment.filename,
      attachment.mimeType,
      attachment.sizeBytes,
    );
  });
  setLabels(db, key, message.labelIds);
  if (!hasWords) return;
  db.run(
    'INSERT INTO words (rowid, subject, body, from_, to_, cc, bcc, filenames) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
    key,
    segment(message.subject),
    segment(message.text),
    segment(written(senders)),
    segment(written(to)),
    segment(written(cc)),
    segment(written(bcc)),
    segment(message.attachments.map(({ filename }) => searchableName(filename)).join(' , ')),
  );
}

function relabel(db: WriteDb, change: LabelChange): void {
  const key = db.get<{ key: number }>('SELECT key FROM message WHERE id = ?', change.id)?.key;
  if (key === undefined) return;
  for (const labelId of change.remove) db.run('DELETE FROM message_label WHERE label_id = ? AND key = ?', labelId, key);
  for (const labelId of change.add)
    db.run('INSERT OR IGNORE INTO message_label (label_id, key) VALUES (?, ?)', labelId, key);
}

function replaceLabels(db: WriteDb, labels: readonly Label[]): void {
  db.run('DELETE FROM label');
  for (const { id, name, type } of labels)
    db.run('INSERT OR REPLACE INTO label (id, name, type) VALUES (?, ?, ?)', id, name, type);
}

function setPosition(db: WriteDb, { historyId, listed, syncedAt }: SyncPosition): void {
  if (historyId !== undefined) db.run('UPDATE sync SET history_id = ?', historyId);
  if (listed !== undefined) db.run('UPDATE sync SET listed = ?', listed ? 1 : 0);
  if (syncedAt !== undefined) db.run('UPDATE sync SET synced_at = ?', syncedAt);
}

export function apply(db: WriteDb, change: Change, hasWords: boolean): void {
  db.transaction(() => {
    for (const id of change.remove ?? []) remove(db, id, hasWords);
    for (const message of change.save ?? []) save(db, message, hasWords);
    for (const one of change.relabel ?? []) relabel(db, one);
    if (change.labels) replaceLabels(db, change.labels);
    if (change.position) setPosition(db, change.position);
  });
}
