// What the first schema held, carried over: messages are read as they lay there and saved as if they came now, once the
// schema is today's. The cursor is not: the whole mailbox is listed from a new one, which also takes away what is gone by then.
import type { Address, Attachment, Header, Message } from '../../contract/model.ts';
import type { ReadDb, WriteDb } from '../db.ts';

interface OldMessage {
  readonly key: number;
  readonly id: string;
  readonly thread_id: string;
  readonly received_at: number;
  readonly size_bytes: number;
  readonly subject: string;
  readonly snippet: string;
  readonly addresses: string;
  readonly headers: string;
  readonly text: string;
  readonly text_from: Message['textFrom'];
  readonly label_ids: string;
  readonly attachments: string;
}

const oldTables = ['message_label', 'attachment', 'content', 'message', 'label', 'passed_over', 'sync'];

/** Out of the way of the new ones. The word index is made anew. */
export function setOldAside(db: WriteDb): void {
  db.execute('DROP TABLE IF EXISTS words; DROP INDEX message_by_thread; DROP INDEX message_label_by_key;');
  for (const table of oldTables) db.execute(`ALTER TABLE ${table} RENAME TO old_${table}`);
}

export function hasOldMail(db: ReadDb): boolean {
  return db.get("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'old_message'") !== undefined;
}

export function* oldMessages(db: ReadDb): Generator<Message> {
  const keys = db.all<{ key: number }>('SELECT key FROM old_message ORDER BY key');
  for (const { key } of keys) {
    const old = db.get<OldMessage>(
      `SELECT m.*, c.addresses, c.headers, c.text, c.text_from,
           (SELECT json_group_array(label_id) FROM old_message_label WHERE key = m.key) AS label_ids,
           (SELECT json_group_array(json_object('partId', part_id, 'filename', filename, 'mimeType', mime_type,
              'sizeBytes', size_bytes) ORDER BY position) FROM old_attachment WHERE key = m.key) AS attachments
         FROM old_message AS m JOIN old_content AS c ON c.key = m.key WHERE m.key = ?`,
      key,
    );
    if (!old) continue;
    yield {
      id: old.id,
      threadId: old.thread_id,
      labelIds: JSON.parse(old.label_ids) as string[],
      receivedAt: old.received_at,
      sizeBytes: old.size_bytes,
      snippet: old.snippet,
      subject: old.subject,
      ...(JSON.parse(old.addresses) as Record<'from' | 'to' | 'cc' | 'bcc' | 'replyTo', Address[]>),
      headers: JSON.parse(old.headers) as Header[],
      text: old.text,
      textFrom: old.text_from,
      attachments: JSON.parse(old.attachments) as Attachment[],
      links: [],
    };
  }
}

export function keepLabels(db: WriteDb): void {
  db.execute(
    `INSERT INTO label (id, name, type, list_visibility, message_visibility)
       SELECT id, name, type, 'show', 'show' FROM old_label`,
  );
}

export function dropOld(db: WriteDb): void {
  for (const table of oldTables) db.execute(`DROP TABLE old_${table}`);
}
