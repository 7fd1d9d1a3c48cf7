// npm run google -- [--mail <folder|mbox>] [--port <n>] [--quota new|old|off]: the fake Google as a command of its own.
import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { addBuiltInMail } from './built-in-mail.ts';
import { startGoogle } from './google.ts';
import { loadMail } from './load.ts';
import type { Mailbox } from './mailbox.ts';

const usage = 'Usage: npm run google -- [--mail <folder of .eml, or mbox>] [--port <number>] [--quota new|old|off]';

interface Wish {
  readonly mail: string | undefined;
  readonly port: number;
  readonly quota: 'new' | 'old' | 'off';
}

function readWish(): Wish {
  const { values } = parseArgs({
    options: { mail: { type: 'string' }, port: { type: 'string' }, quota: { type: 'string' } },
  });
  const { mail, port = '0', quota = 'off' } = values;
  if (mail !== undefined && !existsSync(mail)) throw new Error(`There is no ${mail}.`);
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) throw new Error(`${port} is no port.`);
  if (quota !== 'new' && quota !== 'old' && quota !== 'off')
    throw new Error(`--quota is new, old or off, not ${quota}.`);
  return { mail, port: Number(port), quota };
}

/** Lifelike enough: one in eight is unread, and the newest ones are. */
function fill(mailbox: Mailbox, mail: string | undefined): void {
  if (mail === undefined) {
    addBuiltInMail(mailbox, Date.now());
    return;
  }
  for (const raw of loadMail(mail)) mailbox.add({ raw, labelIds: ['INBOX'] });
  const ids = mailbox.ids;
  for (const [index, id] of ids.entries()) {
    if (index < 10 || index % 8 === 0) mailbox.changeLabels(id, { add: ['UNREAD'] });
    if (index % 20 === 3) mailbox.changeLabels(id, { add: ['STARRED'] });
  }
}

try {
  const wish = readWish();
  const google = await startGoogle({ port: wish.port, quota: wish.quota });
  fill(google.mailbox(), wish.mail);
  console.log(`A fake Google listens at ${google.url}
  account      ${google.mailbox().email}, ${google.mailbox().size} messages
  client file  ${google.url}/client.json
  start        npm start -- --google ${google.url}
Ctrl-C ends it.`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void google.close());
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  console.error(usage);
  process.exitCode = 1;
}
