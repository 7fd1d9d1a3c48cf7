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
  /** Moves the cursor only from here on: an emptied database has none. */
  readonly after?: string;
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
  /** Messages that could not be read or kept, and those of which that is no longer true. */
  readonly passedOver?: { readonly add: readonly string[]; readonly remove: readonly string[] };
  readonly position?: SyncPosition;
}

const slots = 1024;
/** 2223: later than any mail, with room behind it before keys grow beyond 2^53, which no query could read. */
const latest = 8_000_000_000_000;

/** Gmail's instant as one that makes a key. */
function instantFrom(receivedAt: number): number {
  const whole = Math.trunc(receivedAt);
  return Number.isNaN(whole) ? 0 : Math.min(Math.max(whole, 0), latest);
}

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

/** More than anybody writes. A log of a hundred megabytes would hold up everything else, and slow down every phrase. */
const mostIndexed = 1_000_000;
const indexed = (text: string) => segment(text.slice(0, mostIndexed));

/** `_` joins a word in text, but splits one in the name of a file. */
const searchableName = (filename: string) =>
  filename.includes('_') ? `${filename} , ${filename.replaceAll('_', ' ')}` : filename;

const keyOf = (db: WriteDb, id: string) => db.get<{ key: number }>('SELECT key FROM message WHERE id = ?', id)?.key;

// Each of these returns how many rows it changed: what changes nothing must not look like a change.

function addLabels(db: WriteDb, key: number, labelIds: readonly string[]): number {
  const sql = 'INSERT OR IGNORE INTO message_label (label_id, key) VALUES (?, ?)';
  return labelIds.reduce((changed, labelId) => changed + db.run(sql, labelId, key), 0);
}

function setLabels(db: WriteDb, key: number, labelIds: readonly string[]): number {
  const gone = db.run(
    'DELETE FROM message_label WHERE key = ? AND label_id NOT IN (SELECT value FROM json_each(?))',
    key,
    JSON.stringify(labelIds),
  );
  return gone + addLabels(db, key, labelIds);
}

function remove(db: WriteDb, id: string, hasWords: boolean): number {
  const key = keyOf(db, id);
  if (key === undefined) return 0;
  if (hasWords) db.run('DELETE FROM words WHERE rowid = ?', key);
  return db.run('DELETE FROM message WHERE key = ?', key);
}

function save(db: WriteDb, message: Message, hasWords: boolean): number {
  // A message's content never changes under its id, its labels do. A draft that is edited gets another id.
  const known = keyOf(db, message.id);
  if (known !== undefined) return setLabels(db, known, message.labelIds);
  const receivedAt = instantFrom(message.receivedAt);
  const key = freeKey(db, receivedAt);
  const from = message.from[0] ?? { name: '', email: '' };
  db.run(
    `INSERT INTO message (key, id, thread_id, received_at, size_bytes, from_name, from_email, recipients, subject, snippet,
       attachment_count) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    key,
    message.id,
    message.threadId,
    receivedAt,
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
  addLabels(db, key, message.labelIds);
  if (hasWords) saveWords(db, key, message);
  return 1;
}

function saveWords(db: WriteDb, key: number, { from, to, cc, bcc, subject, text, attachments }: Message): void {
  db.run(
    'INSERT INTO words (rowid, subject, body, from_, to_, cc, bcc, filenames) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
    key,
    indexed(subject),
    indexed(text),
    indexed(written(from)),
    indexed(written(to)),
    indexed(written(cc)),
    indexed(written(bcc)),
    indexed(attachments.map(({ filename }) => searchableName(filename)).join(' , ')),
  );
}

function relabel(db: WriteDb, change: LabelChange): number {
  const key = keyOf(db, change.id);
  if (key === undefined) return 0;
  const sql = 'DELETE FROM message_label WHERE label_id = ? AND key = ?';
  const gone = change.remove.reduce((changed, labelId) => changed + db.run(sql, labelId, key), 0);
  return gone + addLabels(db, key, change.add);
}

function replaceLabels(db: WriteDb, labels: readonly Label[]): number {
  const ids = JSON.stringify(labels.map(({ id }) => id));
  const gone = db.run('DELETE FROM label WHERE id NOT IN (SELECT value FROM json_each(?))', ids);
  return labels.reduce(
    (changed, { id, name, type }) =>
      changed +
      db.run(
        `INSERT INTO label (id, name, type) VALUES (?, ?, ?)
           ON CONFLICT (id) DO UPDATE SET name = excluded.name, type = excluded.type
           WHERE name != excluded.name OR type != excluded.type`,
        id,
        name,
        type,
      ),
    gone,
  );
}

function setPosition(db: WriteDb, { historyId, after, listed, syncedAt }: SyncPosition): void {
  if (historyId !== undefined)
    db.run('UPDATE sync SET history_id = ?1 WHERE ?2 IS NULL OR history_id = ?2', historyId, after ?? null);
  if (listed !== undefined) db.run('UPDATE sync SET listed = ?', listed ? 1 : 0);
  if (syncedAt !== undefined) db.run('UPDATE sync SET synced_at = ?', syncedAt);
}

/** Whether a message or a label changed by it: what was found before may be found no more, or look otherwise. */
export function apply(db: WriteDb, change: Change, hasWords: boolean): boolean {
  return db.transaction(() => {
    let changed = 0;
    for (const id of change.remove ?? []) changed += remove(db, id, hasWords);
    for (const message of change.save ?? []) changed += save(db, message, hasWords);
    for (const one of change.relabel ?? []) changed += relabel(db, one);
    if (change.labels) changed += replaceLabels(db, change.labels);
    for (const id of change.passedOver?.add ?? []) db.run('INSERT OR IGNORE INTO passed_over (id) VALUES (?)', id);
    for (const id of change.passedOver?.remove ?? []) db.run('DELETE FROM passed_over WHERE id = ?', id);
    if (change.position) setPosition(db, change.position);
    return changed > 0;
  });
}
