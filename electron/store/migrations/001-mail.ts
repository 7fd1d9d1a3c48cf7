// The first schema: messages with their text, labels, attachments, the word index, and the position of the
// synchronisation.

/**
 * `message.key` orders by time: receivedAt * 1024 + a slot among those of the same millisecond. As the rowid of the
 * message, of its text and of its words it gives newest-first without a sort. It fits in 2^53 until the year 2248.
 */
export const mail = `
CREATE TABLE message (
  key INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  thread_id TEXT NOT NULL,
  received_at INTEGER NOT NULL,
  size_bytes INTEGER NOT NULL,
  from_name TEXT NOT NULL,
  from_email TEXT NOT NULL,
  recipients TEXT NOT NULL,        -- JSON of the addresses in To
  subject TEXT NOT NULL,
  snippet TEXT NOT NULL,
  attachment_count INTEGER NOT NULL
) STRICT;
CREATE INDEX message_by_thread ON message (thread_id, key);

CREATE TABLE content (              -- what only an opened message needs
  key INTEGER PRIMARY KEY REFERENCES message (key) ON DELETE CASCADE,
  addresses TEXT NOT NULL,         -- JSON {from,to,cc,bcc,replyTo}
  headers TEXT NOT NULL,           -- JSON [{name,value}]
  text TEXT NOT NULL,
  text_from TEXT NOT NULL
) STRICT;

CREATE TABLE attachment (
  key INTEGER NOT NULL REFERENCES message (key) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  part_id TEXT NOT NULL,
  filename TEXT NOT NULL,
  mime_type TEXT NOT NULL,
  size_bytes INTEGER NOT NULL,
  PRIMARY KEY (key, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE label (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  type TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE message_label (       -- a label may be known here before its name is
  label_id TEXT NOT NULL,
  key INTEGER NOT NULL REFERENCES message (key) ON DELETE CASCADE,
  PRIMARY KEY (label_id, key)
) STRICT, WITHOUT ROWID;
CREATE INDEX message_label_by_key ON message_label (key, label_id);

CREATE TABLE passed_over (           -- could not be read or kept; to be tried again
  id TEXT PRIMARY KEY
) STRICT, WITHOUT ROWID;

CREATE TABLE sync (                -- one row: it changes in the transaction of the mail that it speaks of
  one INTEGER PRIMARY KEY CHECK (one = 1),
  history_id TEXT,
  listed INTEGER NOT NULL DEFAULT 0, -- 1 once everything that a listing named is on disk
  synced_at INTEGER
) STRICT;
INSERT INTO sync (one) VALUES (1);
`;
