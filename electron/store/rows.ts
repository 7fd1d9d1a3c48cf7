// The rows of a list, from the keys of messages. Everything that is on disk of them is read at once.
import type { Address, MessageRow, PendingRow, ThreadSummary } from '../contract/model.ts';
import type { Columns } from './columns.ts';
import type { ReadDb } from './db.ts';
import { instantOfKey } from './keys.ts';

interface Stored {
  readonly key: number;
  readonly id: string;
  readonly thread: number;
  readonly thread_id: string;
  readonly label_set: number;
  readonly file_set: number;
  readonly subject: string | null;
  readonly snippet: string;
  readonly addresses: string;
}

export interface RowsOptions {
  readonly db: ReadDb;
  readonly columns: Columns;
  readonly byThread: boolean;
}

export interface ReadRow {
  /** Its number. */
  readonly thread: number;
  readonly row: Omit<MessageRow, 'foundByGmail'> | Omit<PendingRow, 'foundByGmail'>;
}

interface InThread {
  readonly key: number;
  readonly thread: number;
  readonly label_set: number;
  readonly file_set: number;
  readonly email: string | null;
  readonly name: string | null;
}

interface ThreadParts extends ThreadSummary {
  readonly labelIds: readonly string[];
  readonly hasAttachment: boolean;
}

const mostSenders = 20;
/** Where a message lies apart from the rest of its conversation. */
const areaOf = (labelIds: readonly string[]) => ['SPAM', 'TRASH'].find((id) => labelIds.includes(id)) ?? '';

/** Of a thread, what lies where the message that was found lies. */
function partsOf(messages: readonly InThread[], foundKey: number, { labelSets, fileSets }: Columns): ThreadParts {
  const labelsOf = ({ label_set }: InThread) => labelSets[label_set] ?? [];
  const area = areaOf(messages.filter(({ key }) => key === foundKey).flatMap(labelsOf));
  const shown = messages.filter((message) => areaOf(labelsOf(message)) === area);
  const senders = new Map<string, Address>();
  for (const { email, name } of shown)
    if (email !== null && !senders.has(email)) senders.set(email, { email, name: name ?? '' });
  return {
    messages: shown.length,
    unreadMessages: shown.filter((message) => labelsOf(message).includes('UNREAD')).length,
    senders: [...senders.values()].slice(0, mostSenders),
    labelIds: [...new Set(shown.flatMap(labelsOf))],
    hasAttachment: shown.some(({ file_set }) => (fileSets[file_set]?.length ?? 0) > 0),
  };
}

/** `found`: the key of the message that was found, by thread. */
function threadsOf({ db, columns }: RowsOptions, found: ReadonlyMap<number, number>): Map<number, ThreadParts> {
  const messages = db.all<InThread>(
    `SELECT m.key, m.thread, m.label_set, m.file_set, s.email, s.name FROM message AS m LEFT JOIN sender AS s ON s.number = m.sender
       WHERE m.thread IN (SELECT value FROM json_each(?)) ORDER BY m.key`,
    JSON.stringify([...found.keys()]),
  );
  return new Map(
    [...Map.groupBy(messages, ({ thread }) => thread)].map(([thread, all]) => [
      thread,
      partsOf(all, found.get(thread) ?? -1, columns),
    ]),
  );
}

function toRow(stored: Stored, thread: ThreadParts | undefined, { columns }: RowsOptions): ReadRow['row'] {
  if (stored.subject === null) return { id: stored.id, threadId: stored.thread_id, pending: true };
  const labelIds = thread?.labelIds ?? columns.labelSets[stored.label_set] ?? [];
  const { from, to } = JSON.parse(stored.addresses) as { from: Address[]; to: Address[] };
  return {
    id: stored.id,
    threadId: stored.thread_id,
    receivedAt: instantOfKey(stored.key),
    from: from[0] ?? { name: '', email: '' },
    to,
    subject: stored.subject,
    snippet: stored.snippet,
    labelIds,
    unread: labelIds.includes('UNREAD'),
    starred: labelIds.includes('STARRED'),
    hasAttachment: thread?.hasAttachment ?? (columns.fileSets[stored.file_set]?.length ?? 0) > 0,
    thread: thread
      ? { messages: thread.messages, unreadMessages: thread.unreadMessages, senders: thread.senders }
      : null,
  };
}

/** By key; without those that have gone. */
export function readRows(keys: readonly number[], options: RowsOptions): ReadonlyMap<number, ReadRow> {
  const { db, byThread } = options;
  const found = db.all<Stored>(
    `SELECT m.key, m.id, m.thread, t.id AS thread_id, m.label_set, m.file_set, c.subject, c.snippet, c.addresses
       FROM json_each(?) AS wanted JOIN message AS m ON m.key = wanted.value JOIN thread AS t ON t.number = m.thread
       LEFT JOIN content AS c ON c.number = m.content`,
    JSON.stringify(keys),
  );
  const threads = byThread
    ? threadsOf(options, new Map(found.map(({ thread, key }) => [thread, key])))
    : new Map<number, ThreadParts>();
  return new Map(
    found.map((stored) => [
      stored.key,
      { thread: stored.thread, row: toRow(stored, threads.get(stored.thread), options) },
    ]),
  );
}
