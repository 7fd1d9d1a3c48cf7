// Starts the process that is to be killed, and kills it at a moment that chance has chosen: after so many requests of some
// kind, and a little later.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Random } from '../../../electron/sample/random.ts';
import type { FakeGoogle } from '../../google/google.ts';
import type { VictimOptions, VictimTrouble } from './victim.ts';

export interface Moment {
  readonly path: RegExp;
  readonly count: number;
  readonly laterMs: number;
}

const anything = /./;
const messages = /\/(messages|threads)\/\w+$/;
const listings = /\/messages$|\/labels\/\w+$/;
export const history = /\/history$/;

type Kinds = readonly (readonly [path: RegExp, most: number])[];

/** Of a process that has all of it to do, or only to catch up. `size`: of the mailbox. */
export function chooseMoment(random: Random, isFirst: boolean, size: number): Moment {
  const kinds: Kinds = isFirst
    ? [
        [anything, 1],
        [anything, 20],
        [anything, size],
        [listings, 12],
        [listings, 60],
        [messages, 50],
        [messages, size],
      ]
    : [
        [anything, 60],
        [history, 3],
        [history, 12],
      ];
  const [path, most] = random.pick(kinds);
  return {
    path,
    count: random.int(0, most),
    laterMs: random.chance(0.2) ? random.int(0, 300) : random.next() ** 2 * 25,
  };
}

/** Whoever has nothing to do any more will not come to the moment. */
const patienceMs = 5_000;

async function come(google: FakeGoogle, { path, count, laterMs }: Moment, ended: AbortSignal): Promise<void> {
  const over = new Promise((resolve) => ended.addEventListener('abort', resolve, { once: true }));
  const next = (what: RegExp) => Promise.race([google.nextRequest((request) => what.test(request.path)), over]);
  await next(anything);
  const late = sleep(patienceMs, 'late');
  for (let left = count; left > 0; left--) if ((await Promise.race([next(path), late])) === 'late') break;
  await sleep(laterMs);
}

const victim = new URL('./victim.ts', import.meta.url);
const betweenLivesMs = 15;

export interface KillingOptions {
  readonly google: FakeGoogle;
  readonly victim: VictimOptions;
  readonly moment: Moment;
  /** Something happens in the mailbox. Called all the time that the process lives. */
  readonly live: () => void;
}

/** Answers what the process complained of. */
export async function startAndKill({ google, moment, live, ...options }: KillingOptions): Promise<string[]> {
  const troubles: string[] = [];
  const child = fork(victim, [JSON.stringify(options.victim)], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  child.on('message', ({ trouble }: VictimTrouble) => troubles.push(trouble));
  const ended = new AbortController();
  const exit = once(child, 'exit').finally(() => ended.abort());
  const life = setInterval(live, betweenLivesMs);
  try {
    await come(google, moment, ended.signal);
  } finally {
    clearInterval(life);
    child.kill('SIGKILL');
  }
  const wasAlive = !ended.signal.aborted;
  const [code, signal] = (await exit) as [number | null, NodeJS.Signals | null];
  return wasAlive && signal === 'SIGKILL' ? troubles : [...troubles, `it ended by itself: ${signal ?? code}`];
}
