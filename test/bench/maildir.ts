// The mail of the bench as a Maildir, for programs that read one. Without spam and trash, where a search of ours does not look
// either; labels become keywords.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Message } from '../../electron/contract/model.ts';
import { toEml } from '../support/eml.ts';
import { benchMailbox, generatorVersion } from './mailbox/mailbox.ts';
import { wireOf } from './mailbox/wire.ts';
import { benchFolder, sizeName } from './places.ts';

export interface Maildir {
  /** Of the mailbox that it is of. */
  readonly count: number;
  readonly folder: string;
  readonly messages: number;
}

export const keywordsOf = ({ labelIds }: Pick<Message, 'labelIds'>) => labelIds.map((id) => id.toLowerCase());

export const isSearched = ({ labelIds }: Pick<Message, 'labelIds'>) =>
  !labelIds.includes('SPAM') && !labelIds.includes('TRASH');

/** One folder for each month: a hundred thousand files in one are slow to list. */
function folderOf(root: string, { receivedAt }: Message): string {
  return path.join(root, new Date(receivedAt).toISOString().slice(0, 7));
}

export function exportMaildir(count: number): Maildir {
  const folder = path.join(benchFolder, 'maildir', sizeName(count));
  const stamp = path.join(folder, '.made');
  const made = existsSync(stamp) ? readFileSync(stamp, 'utf8').split(' ') : [];
  if (made[0] === String(generatorVersion)) return { count, folder, messages: Number(made[1]) };
  rmSync(folder, { recursive: true, force: true });
  let messages = 0;
  for (const message of benchMailbox(count).newestFirst()) {
    if (!isSearched(message)) continue;
    const box = folderOf(folder, message);
    if (!existsSync(box))
      for (const part of ['cur', 'new', 'tmp']) mkdirSync(path.join(box, part), { recursive: true });
    const flags = `${message.labelIds.includes('STARRED') ? 'F' : ''}${message.labelIds.includes('UNREAD') ? '' : 'S'}`;
    const keywords = `X-Keywords: ${keywordsOf(message).join(', ')}\r\n`;
    writeFileSync(path.join(box, 'cur', `${message.id}:2,${flags}`), keywords + toEml(wireOf(message)));
    messages += 1;
  }
  writeFileSync(stamp, `${generatorVersion} ${messages}`);
  return { count, folder, messages };
}
