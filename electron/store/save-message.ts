// Rows of messages: how one comes, is completed, takes labels, and goes. Each answers whether it changed anything: what
// changes nothing must not look like a change.
import type { FetchedMessage } from '../contract/body.ts';
import { deflateBody } from './body.ts';
import type { ListedMessage } from './change.ts';
import type { WriteDb } from './db.ts';
import { headersNamed, messageIdHash } from './headers.ts';
import { freeKey, instantOfKey } from './keys.ts';
import type { Numbers } from './numbers.ts';
import { forgetContacts } from './receipts.ts';
import { forgetOriginal, keepOriginal, looksOf } from './save-original.ts';
import { saveWords } from './save-words.ts';
import type { Touched } from './touched.ts';
import { traitsOf } from './traits.ts';

export interface Writing {
  readonly db: WriteDb;
  /** Whether there is a word index. */
  readonly hasWords: boolean;
  readonly numbers: Numbers;
  readonly touched: Touched;
}

interface Row {
  readonly key: number;
  readonly thread: number;
  readonly label_set: number;
  readonly traits: number;
  readonly content: number;
}

export const rowOf = ({ db }: Writing, id: string) =>
  db.get<Row>('SELECT key, thread, label_set, traits, content FROM message WHERE id = ?', id);

function keyFor({ db }: Writing, instant: number): number {
  const greatest = 'SELECT key FROM message WHERE key >= ? AND key < ? ORDER BY key DESC LIMIT 1';
  return freeKey(instant, (first, end) => db.get<{ key: number }>(greatest, first, end)?.key);
}

export function setLabels({ db, numbers, touched }: Writing, row: Row, labelIds: Iterable<string>): boolean {
  const labelSet = numbers.labelSet(labelIds);
  if (labelSet === row.label_set) return false;
  touched.thread(row.thread);
  db.run('UPDATE message SET label_set = ? WHERE key = ?', labelSet, row.key);
  touched.put(row.key);
  return true;
}

/** Of one that is complete. */
function removeContent({ db, hasWords }: Writing, { key, content }: Row): void {
  if (hasWords) db.run('DELETE FROM words WHERE rowid = ?', key);
  db.run('DELETE FROM content WHERE number = ?', content);
  forgetOriginal(db, content);
  db.run('UPDATE sync SET complete = complete - 1');
}

export function removeMessage(writing: Writing, id: string): boolean {
  const { db, touched } = writing;
  const row = rowOf(writing, id);
  if (!row) return false;
  touched.thread(row.thread);
  if (row.traits !== 0) {
    removeContent(writing, row);
    forgetContacts(db, id);
  }
  db.run('DELETE FROM message WHERE key = ?', row.key);
  touched.gone(row.key);
  return true;
}

/** Makes a row for one that is not known yet; one that is known takes the labels on top of its own. */
export function listMessage(writing: Writing, message: ListedMessage, labelIds: readonly string[]): boolean {
  const { db, numbers, touched } = writing;
  const row = rowOf(writing, message.id);
  if (row) return labelIds.length > 0 && setLabels(writing, row, [...numbers.labelIdsOf(row.label_set), ...labelIds]);
  const thread = numbers.thread(message.threadId);
  touched.thread(thread);
  const key = keyFor(writing, message.placedAt);
  db.run(
    'INSERT INTO message (key, id, thread, label_set, sender, size_bytes, file_set, traits, content) VALUES (?, ?, ?, ?, 0, 0, ?, 0, 0)',
    key,
    message.id,
    thread,
    numbers.labelSet(labelIds),
    numbers.fileSet([]),
  );
  touched.put(key);
  return true;
}

const extensionOf = (filename: string) => /\.([\p{L}\p{N}]{1,10})$/u.exec(filename)?.[1]?.toLowerCase() ?? '';

const isPassedOver = ({ db }: Writing, id: string) =>
  db.get('SELECT id FROM passed_over WHERE id = ?', id) !== undefined;

/** A message's content never changes under its id, its labels do. A draft that is edited gets another id. */
export function saveMessage(writing: Writing, message: FetchedMessage): boolean {
  const { db, numbers, touched, hasWords } = writing;
  const known = rowOf(writing, message.id);
  if (known && known.traits !== 0) {
    // Which of the two is wrong in more is not to be known.
    if (message.malformed) return false;
    if (!isPassedOver(writing, message.id)) return setLabels(writing, known, message.labelIds);
    removeContent(writing, known);
  }
  if (message.malformed) db.run('INSERT OR IGNORE INTO passed_over (id) VALUES (?)', message.id);
  const thread = numbers.thread(message.threadId);
  touched.thread(thread);
  if (known && known.thread !== thread) touched.thread(known.thread);
  // Where a listing placed it right, to the millisecond, it stays.
  const stays = known && instantOfKey(known.key) === Math.trunc(message.receivedAt);
  const key = stays ? known.key : keyFor(writing, message.receivedAt);
  if (known) {
    db.run('DELETE FROM message WHERE key = ?', known.key);
    touched.gone(known.key);
  }
  db.run(
    'INSERT INTO message (key, id, thread, label_set, sender, size_bytes, file_set, traits, content) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)',
    key,
    message.id,
    thread,
    numbers.labelSet(message.labelIds),
    numbers.sender(message.from[0]),
    message.sizeBytes,
    numbers.fileSet(message.attachments.map(({ filename }) => extensionOf(filename))),
    traitsOf(message.links),
    saveContent(db, key, message),
  );
  touched.put(key);
  if (hasWords) saveWords(db, key, message);
  db.run('UPDATE sync SET complete = complete + 1');
  return true;
}

/** Answers its number. */
function saveContent(db: WriteDb, key: number, message: FetchedMessage): number {
  const { from, to, cc, bcc, replyTo, headers } = message;
  const [id] = headersNamed(headers, ['message-id']);
  const row = db.get<{ number: number }>(
    `INSERT INTO content (key, subject, snippet, addresses, attachments, text_from, message_id, body, looks)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING number`,
    key,
    message.subject,
    message.snippet,
    JSON.stringify({ from, to, cc, bcc, replyTo }),
    JSON.stringify(message.attachments),
    message.textFrom,
    id === undefined ? 0 : messageIdHash(id),
    deflateBody(message),
    looksOf(message.original),
  );
  const number = row?.number ?? 0;
  keepOriginal(db, number, message.original);
  return number;
}
