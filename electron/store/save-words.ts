// A message on its way into the word index. The texts must pass through the same `segment` as queries do.
import type { Address, Message } from '../contract/model.ts';
import { segment } from '../search/words.ts';
import { addressWord, addressWords } from './address-words.ts';
import type { WriteDb } from './db.ts';
import { headersNamed, listHeaders } from './headers.ts';

/** Characters; more than gmail/mime.ts keeps of a text (`maxText`). What is longer would hold up everything else, and slow
 *  down every phrase. */
export const mostIndexed = 1_000_000;
const indexed = (text: string) => segment(text.slice(0, mostIndexed));

/** Names and addresses in the order in which they stand. */
export const written = (addresses: readonly Address[]) =>
  addresses.map(({ name, email }) => `${name} ${email}`).join(' , ');

/** `_` joins a word in text, but splits one in the name of a file. */
export const searchableName = (filename: string) =>
  filename.includes('_') ? `${filename} , ${filename.replaceAll('_', ' ')}` : filename;

const roles = ['from', 'to', 'cc', 'bcc'] as const;

/** One word for each whole address and who it was. */
export function wholeAddresses(message: Pick<Message, (typeof roles)[number] | 'headers'>): string {
  const delivered = headersNamed(message.headers, ['delivered-to']).map((value) => addressWord('delivered', value));
  return [...roles.flatMap((role) => message[role].flatMap((one) => addressWords(role, one))), ...delivered].join(' ');
}

export function saveWords(db: WriteDb, key: number, message: Message): void {
  const { from, to, cc, bcc, subject, text, attachments, headers } = message;
  db.run(
    `INSERT INTO words (rowid, subject, body, from_, to_, cc, bcc, filenames, list, addresses)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    key,
    indexed(subject),
    indexed(text),
    indexed(written(from)),
    indexed(written(to)),
    indexed(written(cc)),
    indexed(written(bcc)),
    indexed(attachments.map(({ filename }) => searchableName(filename)).join(' , ')),
    indexed(headersNamed(headers, listHeaders).join(' , ')),
    wholeAddresses(message),
  );
}
