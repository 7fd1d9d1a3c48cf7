// What is remembered of an account, in a file beside its mail and its token, so that nothing else can lose it.
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import * as z from 'zod/mini';
import { replaceFileSync } from '../files/replace.ts';

const instant = z.number();

const accountRecord = z.object({
  id: z.string().check(z.regex(/^[\w-]{1,64}$/)),
  kind: z.enum(['gmail', 'sample']),
  email: z.string(),
  name: z.string(),
  /** Epoch ms; not known of those that came before it was written down. */
  addedAt: z.optional(instant),
  /** Why it is signed out; null while it is signed in. */
  signedOut: z.nullable(
    z.enum([
      'refused',
      'testing-expiry',
      'unused',
      'time-limited',
      'workspace-policy',
      'client-refused',
      'consent-changed',
      'not-kept',
      'unreadable',
      'by-you',
    ]),
  ),
  /** Grants of this account that Google ended, which tells why the next one may end. */
  ended: z.array(z.object({ grantedAt: instant, endedAt: instant })),
});
export type AccountRecord = z.output<typeof accountRecord>;

const fileIn = (folder: string) => path.join(folder, 'account.json');

/** A file that can't be read leaves the account with its number only: the mail beside it is worth more than its name. */
function readRecord(folder: string): AccountRecord {
  const id = path.basename(folder);
  try {
    const record = accountRecord.parse(JSON.parse(readFileSync(fileIn(folder), 'utf8')));
    if (record.id === id) return record;
  } catch {
    // Falls through to what the folder itself says.
  }
  return { id, kind: id === 'sample' ? 'sample' : 'gmail', email: '', name: '', signedOut: null, ended: [] };
}

/** None where the folder is not there, or can't be read. */
function entriesOf(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}

/** Every account that has a folder with mail or a token in it. */
export function readRecords(accountsFolder: string): AccountRecord[] {
  return entriesOf(accountsFolder)
    .filter((entry) => entry.isDirectory() && accountRecord.shape.id.safeParse(entry.name).success)
    .map(({ name }) => path.join(accountsFolder, name))
    .filter((folder) => ['account.json', 'mail.db', 'grant.bin'].some((name) => existsSync(path.join(folder, name))))
    .map(readRecord);
}

export function writeRecord(folder: string, record: AccountRecord): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  replaceFileSync(fileIn(folder), JSON.stringify(record));
}
