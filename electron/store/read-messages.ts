// Complete messages and conversations from disk, and how a message looks.
import type { Original } from '../contract/body.ts';
import type { Address, Attachment, Message, PendingRow, Thread } from '../contract/model.ts';
import { inflateBody } from './body.ts';
import type { ReadDb } from './db.ts';
import { instantOfKey } from './keys.ts';
import { inflateOriginal } from './original.ts';
import { linkTraits } from './traits.ts';

interface Context {
  readonly db: ReadDb;
}

interface StoredMessage {
  readonly key: number;
  readonly id: string;
  readonly thread_id: string;
  readonly label_ids: string;
  readonly size_bytes: number;
  readonly traits: number;
  readonly subject: string | null;
  readonly snippet: string;
  readonly addresses: string;
  readonly attachments: string;
  readonly text_from: Message['textFrom'];
  readonly body: Uint8Array;
}

const storedMessages = `SELECT m.key, m.id, t.id AS thread_id, l.label_ids, m.size_bytes, m.traits, c.subject, c.snippet,
    c.addresses, c.attachments, c.text_from, c.body
  FROM message AS m JOIN thread AS t ON t.number = m.thread JOIN label_set AS l ON l.number = m.label_set
    LEFT JOIN content AS c ON c.number = m.content`;

function toMessage(stored: StoredMessage): Message {
  const addresses = JSON.parse(stored.addresses) as Record<'from' | 'to' | 'cc' | 'bcc' | 'replyTo', Address[]>;
  const links = Object.entries(linkTraits) as [Message['links'][number], number][];
  return {
    id: stored.id,
    threadId: stored.thread_id,
    labelIds: JSON.parse(stored.label_ids) as string[],
    receivedAt: instantOfKey(stored.key),
    sizeBytes: stored.size_bytes,
    snippet: stored.snippet,
    subject: stored.subject ?? '',
    ...addresses,
    ...inflateBody(stored.body),
    textFrom: stored.text_from,
    attachments: JSON.parse(stored.attachments) as Attachment[],
    links: links.filter(([, trait]) => (stored.traits & trait) !== 0).map(([link]) => link),
  };
}

export function message({ db }: Context, { id }: { readonly id: string }): Message | undefined {
  const stored = db.get<StoredMessage>(`${storedMessages} WHERE m.id = ?`, id);
  return stored && stored.subject !== null ? toMessage(stored) : undefined;
}

/** Every complete message, oldest first, one at a time in memory. */
export function* completeMessages(db: ReadDb): Generator<{ readonly key: number; readonly message: Message }> {
  const keys = db.all<{ key: number }>('SELECT key FROM message WHERE content <> 0 ORDER BY key');
  for (const { key } of keys) {
    const stored = db.get<StoredMessage>(`${storedMessages} WHERE m.key = ?`, key);
    if (stored && stored.subject !== null) yield { key, message: toMessage(stored) };
  }
}

/** More than anybody reads at once; the newest ones of a longer conversation. */
const longestThread = 200;

const countInThread = (db: Context['db'], id: string) =>
  db.get<{ count: number }>(
    'SELECT count(*) AS count FROM message AS m JOIN thread AS t ON t.number = m.thread WHERE t.id = ?',
    id,
  )?.count ?? 0;

export function thread({ db }: Context, { id }: { readonly id: string }): Thread | undefined {
  const stored = db.all<StoredMessage>(
    `${storedMessages} WHERE t.id = ? ORDER BY m.key DESC LIMIT ?`,
    id,
    longestThread,
  );
  if (stored.length === 0) return undefined;
  const messages = stored
    .reverse()
    .map((one): Message | PendingRow =>
      one.subject === null ? { id: one.id, threadId: id, pending: true, foundByGmail: false } : toMessage(one),
    );
  return { id, messages, earlier: messages.length < longestThread ? 0 : countInThread(db, id) - messages.length };
}

/** What is known of each message of a conversation without looking into it, oldest first. */
export interface InThread {
  readonly id: string;
  /** Null of one that is not here yet. So is the next. */
  readonly email: string | null;
  readonly receivedAt: number | null;
}

export function inThread({ db }: Context, { threadId }: { readonly threadId: string }): InThread[] {
  return db
    .all<{ id: string; key: number; email: string | null; content: number }>(
      `SELECT m.id, m.key, s.email, m.content FROM message AS m JOIN thread AS t ON t.number = m.thread
         LEFT JOIN sender AS s ON s.number = m.sender WHERE t.id = ? ORDER BY m.key`,
      threadId,
    )
    .map(({ id, key, email, content }) => ({ id, email, receivedAt: content === 0 ? null : instantOfKey(key) }));
}

/** `original`: null where its text tells how it looks, undefined where that is not known. */
export interface StoredLooks {
  readonly message: Message;
  readonly original: Original | null | undefined;
}

export function looks(context: Context, { id }: { readonly id: string }): StoredLooks | undefined {
  const found = message(context, { id });
  if (!found) return undefined;
  const row = context.db.get<{ looks: number; body: Uint8Array | null }>(
    `SELECT c.looks, o.body FROM message AS m JOIN content AS c ON c.number = m.content
       LEFT JOIN original AS o ON o.number = c.number WHERE m.id = ?`,
    id,
  );
  if (row?.body) return { message: found, original: inflateOriginal(row.body) };
  return { message: found, original: row?.looks === 1 ? null : undefined };
}
