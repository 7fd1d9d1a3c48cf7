// Every fault of the campaign, in the order of its table.
import type { Row } from './row.ts';
import { diskRows } from './rows/disk.ts';
import { errorRows } from './rows/errors.ts';
import { fileRows } from './rows/files.ts';
import { keyRows } from './rows/keys.ts';
import { mailboxRows } from './rows/mailbox.ts';
import { networkRows } from './rows/network.ts';
import { readOnlyRows } from './rows/read-only.ts';
import { replyRows } from './rows/replies.ts';
import { timeRows } from './rows/time.ts';
import { tlsRows } from './rows/tls.ts';

export const rows: readonly Row[] = [
  ...diskRows,
  ...readOnlyRows,
  ...fileRows,
  ...keyRows,
  ...timeRows,
  ...networkRows,
  ...tlsRows,
  ...errorRows,
  ...replyRows,
  ...mailboxRows,
];
