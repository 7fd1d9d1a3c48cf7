// The third schema: how messages look, apart from what is searched; how mail of a sender is shown; whom pictures were
// fetched from.

/**
 * `content.looks`: 0 of a message that came before, of which it is not known; 1 where it is told by its text; 2 where
 * `original` has it. A list or a search touches neither.
 */
export const asSent = `
ALTER TABLE content ADD COLUMN looks INTEGER NOT NULL DEFAULT 0;

CREATE TABLE original (
  number INTEGER PRIMARY KEY,      -- as in content
  body BLOB NOT NULL               -- Original as JSON, deflated: see store/original.ts
) STRICT;

CREATE TABLE sender_choice (
  email TEXT PRIMARY KEY,          -- in lower case
  choice TEXT NOT NULL             -- JSON SenderChoice
) STRICT, WITHOUT ROWID;

CREATE TABLE contact (
  message_id TEXT NOT NULL,
  host TEXT NOT NULL,
  outcome TEXT NOT NULL,
  at INTEGER NOT NULL,
  pictures INTEGER NOT NULL,
  bytes INTEGER NOT NULL,
  PRIMARY KEY (message_id, host, outcome)
) STRICT, WITHOUT ROWID;
`;
