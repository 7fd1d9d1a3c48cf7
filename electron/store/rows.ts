// The rows of a list, by key or by id. A key is where a message stands in time; an id is Gmail's.
import type { Address, MessageRow } from '../contract/model.ts';
import type { ReadDb } from './db.ts';

interface StoredRow {
  readonly key: number;
  readonly id: string;
  readonly thread_id: string;
  readonly received_at: number;
  readonly from_name: string;
  readonly from_email: string;
  readonly recipients: string;
  readonly subject: string;
  readonly snippet: string;
  readonly attachment_count: number;
  readonly label_ids: string;
}

const columns = `m.key, m.id, m.thread_id, m.received_at, m.from_name, m.from_email, m.recipients, m.subject, m.snippet,
  m.attachment_count, (SELECT json_group_array(label_id) FROM message_label WHERE key = m.key) AS label_ids`;

function toRow(stored: StoredRow): MessageRow {
  const labelIds = JSON.parse(stored.label_ids) as string[];
  return {
    id: stored.id,
    threadId: stored.thread_id,
    receivedAt: stored.received_at,
    from: { name: stored.from_name, email: stored.from_email },
    to: JSON.parse(stored.recipients) as Address[],
    subject: stored.subject,
    snippet: stored.snippet,
    labelIds,
    unread: labelIds.includes('UNREAD'),
    starred: labelIds.includes('STARRED'),
    hasAttachment: stored.attachment_count > 0,
  };
}

/** In the order of the keys given. A message that has gone since is left out. */
export function rowsByKey(db: ReadDb, keys: readonly number[]): MessageRow[] {
  const found = db.all<StoredRow>(
    `SELECT ${columns} FROM json_each(?) AS wanted JOIN message AS m ON m.key = wanted.value`,
    JSON.stringify(keys),
  );
  const byKey = new Map(found.map((stored) => [stored.key, stored]));
  return keys.flatMap((key) => {
    const stored = byKey.get(key);
    return stored ? [toRow(stored)] : [];
  });
}

/** By id, those that are on disk. */
export function rowsById(db: ReadDb, ids: readonly string[]): Map<string, MessageRow> {
  const found = db.all<StoredRow>(
    `SELECT ${columns} FROM json_each(?) AS wanted JOIN message AS m ON m.id = wanted.value`,
    JSON.stringify(ids),
  );
  return new Map(found.map((stored) => [stored.id, toRow(stored)]));
}
