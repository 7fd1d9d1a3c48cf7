// Has Porthole used for eight hours, which pass as fast as they can, and looks at what it holds on to.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Random } from '../../electron/sample/random.ts';
import { contradictionsIn, differencesFrom, type KeptMessages, rightAmong } from '../campaigns/kill/differences.ts';
import { type LivingMailbox, livingMailbox } from '../campaigns/kill/living-mailbox.ts';
import { type FakeGoogle, startGoogle } from '../google/google.ts';
import { withTestStore } from '../support/store.ts';
import type { LongUseOptions, Measured, Said, Told } from './long-use.ts';
import { secretsIn } from './secrets.ts';

export interface HoursOptions {
  readonly seed: number;
  readonly folder: string;
  readonly hours: number;
  /** Looks at Gmail in an hour: 240, one in a quarter of a minute. */
  readonly looksPerHour: number;
  /** How long to wait before the first and the last are measured: calls, as they are given 30 s, hold something so long. */
  readonly restMs: number;
  readonly leaky?: boolean;
}

export interface Hours {
  readonly wrong: readonly string[];
  /** After the first hour, and after each of the others. */
  readonly measured: readonly Measured[];
  /** From the end of the first hour to the end of the last, 0.05 for five per cent; of `residentBytes` from the middle on. */
  readonly growth: Readonly<Record<keyof Measured, number>>;
  readonly sentences: readonly string[];
  /** At the end, of those that Gmail has. */
  readonly kept: KeptMessages;
}

const mailboxSize = 120;
/** Of what must not grow. */
const mostGrowth = 0.05;
const program = new URL('./long-use.ts', import.meta.url);

type User = (told: Told) => Promise<Said>;

/** What happens between two looks. The mailbox stays as large as it was. */
function quarterMinute(living: LivingMailbox): void {
  living.live();
  while (living.letters.size > mailboxSize) living.vanish();
  while (living.letters.size < mailboxSize) living.arrive();
}

/** The minute that begins with this look; null where none does. */
function minuteAt(number: number, looksPerHour: number): number | null {
  const minute = Math.floor((number / looksPerHour) * 60);
  return minute === Math.floor(((number - 1) / looksPerHour) * 60) ? null : minute;
}

/** Access tokens live for an hour; networks are lost more often. */
async function look(google: FakeGoogle, tell: User, number: number, minute: number | null): Promise<Said> {
  if (minute !== null && minute % 60 === 0) google.expireAccessTokens();
  const isLost = minute !== null && minute % 20 === 0;
  if (isLost) await google.disconnect();
  const said = await tell({ do: 'look', number, ids: google.mailbox().ids });
  if (isLost) await google.reconnect();
  return said;
}

function growthOf(measured: readonly Measured[]): Hours['growth'] {
  const last = measured.at(-1);
  const grown = (of: keyof Measured, from = measured[0]) =>
    from && last && from[of] > 0 ? last[of] / from[of] - 1 : 0;
  return {
    heapBytes: grown('heapBytes'),
    files: grown('files'),
    handles: grown('handles'),
    threads: grown('threads'),
    listeners: grown('listeners'),
    // What the system has given: freed memory is kept for later, up to an amount that is reached more slowly.
    residentBytes: grown('residentBytes', measured[Math.floor(measured.length / 2)]),
  };
}

function startUser(options: LongUseOptions): { readonly tell: User; readonly end: () => Promise<unknown> } {
  const child = fork(program, [JSON.stringify(options)], {
    execArgv: ['--expose-gc'],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const exit = once(child, 'exit');
  const died = exit.then(() => Promise.reject(new Error('it ended by itself')));
  died.catch(() => undefined);
  return {
    tell: async (told) => {
      const answer = once(child, 'message');
      child.send(told);
      const [said] = (await Promise.race([answer, died])) as [Said];
      return said;
    },
    end: () => {
      child.kill();
      return exit;
    },
  };
}

async function compared(google: FakeGoogle, living: LivingMailbox, profile: string) {
  const file = path.join(profile, 'accounts', google.users[0]?.sub ?? '', 'mail.db');
  const differences = await withTestStore(file, (store) => differencesFrom(living, store));
  return {
    kept: rightAmong(living, differences),
    differences: [...differences, ...contradictionsIn(file), ...secretsIn(profile, google.issuedSecrets())],
  };
}

export async function passHours(options: HoursOptions): Promise<Hours> {
  const { seed, folder, hours, looksPerHour, restMs, leaky = false } = options;
  const google = await startGoogle();
  const living = livingMailbox(google.mailbox(), mailboxSize, new Random(seed, 8));
  const profile = path.join(mkdtempSync(path.join(folder, 'hours-')), 'profile');
  mkdirSync(profile);
  const { tell, end } = startUser({ url: google.url, profile, clientFile: google.clientFile(), leaky });
  const wrong = new Set<string>();
  const shown = new Set<string>();
  const note = (said: Said) => {
    if (said.done === 'measure') return;
    for (const one of [...said.warnings, ...said.raw]) wrong.add(one);
    for (const one of said.sentences) shown.add(one);
  };
  const measured: Measured[] = [];
  try {
    for (let number = 1; number <= hours * looksPerHour; number++) {
      quarterMinute(living);
      note(await look(google, tell, number, minuteAt(number, looksPerHour)));
      if (number % looksPerHour !== 0) continue;
      if (number === looksPerHour || number === hours * looksPerHour) await sleep(restMs);
      const said = await tell({ do: 'measure' });
      if (said.done === 'measure') measured.push(said.measured);
    }
    // The network may have been lost the last time.
    note(await look(google, tell, 0, null));
    note(await tell({ do: 'end' }));
  } finally {
    await end();
  }
  const { kept, differences } = await compared(google, living, profile);
  for (const one of differences) wrong.add(one);
  await google.close();
  const growth = growthOf(measured);
  for (const [what, by] of Object.entries(growth))
    if (by > mostGrowth) wrong.add(`${what} grew by ${(by * 100).toFixed(1)} %`);
  return { wrong: [...wrong], measured, growth, sentences: [...shown], kept };
}
