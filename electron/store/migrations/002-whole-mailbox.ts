// The second schema: every message that exists has a row, complete or not; what is counted and filtered by lies apart
// from what is shown, in rows narrow enough to be read all at once.

/**
 * `message.key` is as in the first schema. Of a message that only a listing has named, its instant is a guess; it moves
 * to its real place when it comes. Label sets, senders and sets of file types are few, and stand in the rows as numbers.
 */
export const wholeMailbox = `
CREATE TABLE thread (number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE) STRICT;
CREATE TABLE sender (number INTEGER PRIMARY KEY, email TEXT NOT NULL UNIQUE, name TEXT NOT NULL) STRICT;
CREATE TABLE label_set (number INTEGER PRIMARY KEY, label_ids TEXT NOT NULL UNIQUE) STRICT;  -- JSON, sorted
CREATE TABLE file_set (number INTEGER PRIMARY KEY, extensions TEXT NOT NULL UNIQUE) STRICT;  -- JSON, sorted

CREATE TABLE message (
  key INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  thread INTEGER NOT NULL REFERENCES thread (number),
  label_set INTEGER NOT NULL REFERENCES label_set (number),
  sender INTEGER NOT NULL,         -- 0: not known yet
  size_bytes INTEGER NOT NULL,
  file_set INTEGER NOT NULL REFERENCES file_set (number),
  traits INTEGER NOT NULL,         -- bits: see store/traits.ts
  content INTEGER NOT NULL         -- 0: not here yet
) STRICT;
CREATE INDEX message_by_thread ON message (thread, key, label_set);
CREATE INDEX message_wanted ON message (key) WHERE traits = 0;

CREATE TABLE content (             -- of complete messages, in the order in which they came: pages fill up that way
  number INTEGER PRIMARY KEY,
  key INTEGER NOT NULL,
  subject TEXT NOT NULL,
  snippet TEXT NOT NULL,
  addresses TEXT NOT NULL,         -- JSON {from,to,cc,bcc,replyTo}
  attachments TEXT NOT NULL,       -- JSON [Attachment]
  text_from TEXT NOT NULL,
  message_id INTEGER NOT NULL,     -- hash of the Message-ID header
  body BLOB NOT NULL               -- headers and text, deflated: see store/body.ts
) STRICT;
CREATE INDEX content_by_message_id ON content (message_id);

CREATE TABLE label (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  type TEXT NOT NULL,
  list_visibility TEXT NOT NULL,
  message_visibility TEXT NOT NULL,
  colour TEXT,                     -- JSON {text,background}
  gmail_counts TEXT                -- JSON LabelCounts, as Gmail said last
) STRICT, WITHOUT ROWID;

CREATE TABLE label_count (         -- kept with every change of a message
  label_id TEXT PRIMARY KEY,
  messages INTEGER NOT NULL,
  unread_messages INTEGER NOT NULL,
  threads INTEGER NOT NULL,
  unread_threads INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE passed_over (id TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;

CREATE TABLE answer (              -- what only Gmail knows, as it said last
  term TEXT PRIMARY KEY,
  answered_at INTEGER NOT NULL,
  ids TEXT NOT NULL                -- JSON
) STRICT, WITHOUT ROWID;

CREATE TABLE saved_search (name TEXT PRIMARY KEY, text TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE recent_search (text TEXT PRIMARY KEY, used_at INTEGER NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE sync (                -- one row: it changes in the transaction of the mail that it speaks of
  one INTEGER PRIMARY KEY CHECK (one = 1),
  history_id TEXT,
  listed INTEGER NOT NULL DEFAULT 0, -- 1 once every message is known, and its labels
  listing TEXT,                    -- how far the listings are
  in_mailbox INTEGER NOT NULL DEFAULT 0, -- messages, as Gmail counts them
  complete INTEGER NOT NULL DEFAULT 0, -- messages that are here
  limits TEXT,                     -- what was learnt of Gmail's limits
  paused INTEGER NOT NULL DEFAULT 0,
  own_addresses TEXT NOT NULL DEFAULT '[]', -- JSON
  synced_at INTEGER
) STRICT;
INSERT INTO sync (one) VALUES (1);
`;

/**
 * Apart from the rest, because an SQLite without FTS5 can do without it. Contentless: it holds no second copy of the
 * text, and a deletion needs no old values (sqlite.org/fts5.html, section 4.4.3). `addresses` has one word for each whole
 * address and its role: see store/address-words.ts. Marks (M) are part of a word, as Indian vowels are; unicode61 by itself splits at them.
 */
export const words = `
CREATE VIRTUAL TABLE IF NOT EXISTS words USING fts5 (
  subject, body, from_, to_, cc, bcc, filenames, list, addresses,
  content='', contentless_delete=1,
  tokenize="unicode61 remove_diacritics 2 categories 'L* N* Co M*' tokenchars '_'"
);
`;
