// One mailbox and its copy on disk, from the first synchronisation on: the process that copies it is killed, the copy is
// opened again and compared after one catch-up, and so on. Now and then it is killed again before that.
import { copyFileSync, existsSync, rmSync } from 'node:fs';
import type { Reader } from '../../../electron/gmail/reader.ts';
import type { Random } from '../../../electron/sample/random.ts';
import { startGoogle } from '../../google/google.ts';
import { type Left, openAndCatchUp } from './catching-up.ts';
import type { Differences, KeptMessages } from './differences.ts';
import { chooseMoment, history, startAndKill } from './killing.ts';
import { livingMailbox } from './living-mailbox.ts';

/** What the killed process was about, by what it left. */
export const phases = ['beginning', 'first screen', 'skeleton', 'hydration', 'catch-up', 'listing again'] as const;
export type Phase = (typeof phases)[number];

export interface Kill {
  readonly phase: Phase;
  /** History had been answered whose changes were not on disk. */
  readonly amidHistory: boolean;
  readonly differences: Differences;
  readonly kept: KeptMessages;
}

export interface VoyageOptions {
  readonly random: Random;
  /** Messages in the mailbox at first. */
  readonly size: number;
  /** Of the database; must not exist. */
  readonly file: string;
  readonly reader: Reader;
  readonly careless: boolean;
}

function phaseOf({ listings, wasFilled }: Left, hadAll: boolean): Phase {
  if (!listings) return 'beginning';
  if (listings.kind === 'again' && listings.stage !== 'done') return 'listing again';
  if (!listings.screen) return 'first screen';
  if (listings.stage === 'listing') return 'skeleton';
  return wasFilled || hadAll ? 'catch-up' : 'hydration';
}

/** The log of changes belongs to it, the index of that log does not: SQLite makes it anew. */
function copyDatabase(from: string, to: string): void {
  for (const part of ['', '-wal', '-shm']) rmSync(to + part, { force: true });
  for (const part of ['', '-wal']) if (existsSync(from + part)) copyFileSync(from + part, to + part);
}

/** Yields each kill, and what was to be seen after it. */
export async function* voyage({ random, size, file, reader, careless }: VoyageOptions): AsyncGenerator<Kill> {
  const google = await startGoogle({ latencyMs: random.int(1, 8), largestPage: random.pick([20, 50, 500]) });
  try {
    const { mailbox, ...living } = livingMailbox(google.mailbox(), size, random);
    const token = google.grantAccess().accessToken;
    let answered = 0n;
    const noteHistory = async (): Promise<void> => {
      await google.nextRequest(({ path }) => history.test(path));
      answered = mailbox.history.id;
      void noteHistory();
    };
    void noteHistory();
    const live = () => {
      if (random.chance(0.7)) living.live();
      if (random.chance(0.003)) mailbox.expireHistory();
      if (random.chance(0.005)) google.expirePageTokens();
    };
    const kill = async (isFirst: boolean, hadAll: boolean): Promise<Kill> => {
      const moment = chooseMoment(random, isFirst, size);
      const troubles = await startAndKill({ google, moment, live, victim: { url: google.url, token, file, careless } });
      const seen = answered;
      copyDatabase(file, `${file}.killed`);
      const left = await openAndCatchUp({ google, token, living: { mailbox, ...living }, file, reader });
      const differences = [...troubles, ...left.differences];
      return { phase: phaseOf(left, hadAll), amidHistory: seen > left.historyId, differences, kept: left.kept };
    };

    const firsts = random.int(1, 4);
    const kills = firsts + random.int(1, 4);
    let hadAll = false;
    for (let number = 0; number < kills; number++) {
      const isFirst = number < firsts;
      // Things happen while it does not run, too.
      if (hadAll) for (let count = random.int(-80, 80); count > 0; count--) living.live();
      if (hadAll && random.chance(0.1)) mailbox.expireHistory();
      yield await kill(isFirst, hadAll);
      hadAll = !isFirst || random.chance(0.2);
      if (!hadAll) copyDatabase(`${file}.killed`, file);
    }
  } finally {
    await google.close();
  }
}
