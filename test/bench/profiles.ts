// Profiles with a mailbox on disk, as a person has them who was signed in: made once through the store itself, and used
// again as long as neither the mail nor the schema has changed.
import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { writeRecord } from '../../electron/accounts/account-file.ts';
import type { FetchedMessage, Original } from '../../electron/contract/body.ts';
import type { Account, Address, Message } from '../../electron/contract/model.ts';
import { openTestStore } from '../support/store.ts';
import { benchMailbox, benchNow, generatorVersion, ownAddress } from './mailbox/mailbox.ts';
import { htmlOf } from './mailbox/wire.ts';
import { benchFolder, projectFolder, sizeName } from './places.ts';

export interface Profile {
  readonly count: number;
  /** 100k */
  readonly name: string;
  /** What `--user-data-dir` takes. */
  readonly folder: string;
  /** The database. */
  readonly file: string;
  /** Bytes of UTF-8 of everything that is kept of the mail and can be read. */
  readonly textBytes: number;
  /** Bytes of HTML among them. */
  readonly htmlBytes: number;
  readonly threads: number;
  /** How long it took to write, where it was written just now. */
  readonly writtenMs: number | null;
}

interface Stamp {
  readonly made: string;
  readonly textBytes: number;
  readonly htmlBytes: number;
}

const account: Account = { id: '1000', kind: 'gmail', email: ownAddress, name: 'Ada Lindqvist' };
const batch = 500;

/** What the database on disk depends on. */
function makeOf(count: number): string {
  const hash = createHash('sha256').update(JSON.stringify([generatorVersion, count]));
  for (const file of globSync('electron/store/migrations/*.ts', { cwd: projectFolder }).toSorted())
    hash.update(readFileSync(path.join(projectFolder, file)));
  return hash.digest('hex');
}

const bytes = (text: string) => Buffer.byteLength(text);
const written = (addresses: readonly Address[]) =>
  addresses.reduce((sum, { name, email }) => sum + bytes(name) + bytes(email), 0);

export function textBytesOf(message: Message): number {
  const { subject, snippet, text, from, to, cc, bcc, replyTo, headers, attachments } = message;
  return (
    bytes(subject) +
    bytes(snippet) +
    bytes(text) +
    [from, to, cc, bcc, replyTo].reduce((sum, addresses) => sum + written(addresses), 0) +
    headers.reduce((sum, { name, value }) => sum + bytes(name) + bytes(value), 0) +
    attachments.reduce((sum, { filename }) => sum + bytes(filename), 0)
  );
}

/** As Gmail's client gives it: with how it looks, where its text does not tell. */
function asFetched(message: Message): FetchedMessage {
  if (message.textFrom !== 'html') return { ...message, original: null };
  const partId = message.attachments.length > 0 ? '0' : '';
  const part = { partId, html: htmlOf(message.text), plain: null, flowed: false, delSp: false };
  const original: Original = { parts: [part], related: [], calendars: [], nested: [], omitted: [], whole: true };
  return { ...message, original };
}

const htmlBytesOf = ({ original }: FetchedMessage) =>
  (original?.parts ?? []).reduce((sum, { html }) => sum + bytes(html ?? ''), 0);

async function fill(file: string, count: number): Promise<Omit<Stamp, 'made'>> {
  const mailbox = benchMailbox(count);
  const store = await openTestStore(file);
  let textBytes = 0;
  let htmlBytes = 0;
  let save: FetchedMessage[] = [];
  await store.apply({ labels: mailbox.labels });
  // Newest first, as the synchronisation fetches them.
  for (const message of mailbox.newestFirst()) {
    const fetched = asFetched(message);
    textBytes += textBytesOf(message);
    htmlBytes += htmlBytesOf(fetched);
    save.push(fetched);
    if (save.length < batch) continue;
    await store.apply({ save });
    save = [];
  }
  await store.apply({ save, inMailbox: count, position: { historyId: '1000000', listed: true, syncedAt: benchNow } });
  await store.close();
  return { textBytes: textBytes + htmlBytes, htmlBytes };
}

function readStamp(file: string): Stamp | undefined {
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Stamp) : undefined;
}

/** As if Porthole had been quit and its account signed out: nothing is fetched, everything is there. */
export async function prepareProfile(count: number): Promise<Profile> {
  const name = sizeName(count);
  const folder = path.join(benchFolder, name);
  const accountFolder = path.join(folder, 'accounts', account.id);
  const file = path.join(accountFolder, 'mail.db');
  const stampFile = path.join(folder, 'made.json');
  const made = makeOf(count);
  const { threads } = benchMailbox(count);
  const known = readStamp(stampFile);
  if (known?.made === made && existsSync(file)) {
    return { count, name, folder, file, ...known, threads, writtenMs: null };
  }
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(accountFolder, { recursive: true });
  const started = performance.now();
  const held = await fill(file, count);
  const writtenMs = performance.now() - started;
  writeRecord(accountFolder, { ...account, signedOut: 'by-you', ended: [] });
  writeFileSync(path.join(folder, 'settings.json'), JSON.stringify({ openAccountId: account.id }));
  writeFileSync(stampFile, JSON.stringify({ made, ...held } satisfies Stamp));
  return { count, name, folder, file, ...held, threads, writtenMs };
}
