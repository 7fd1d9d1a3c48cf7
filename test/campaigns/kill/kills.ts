// As many kills as are asked for, over as many mailboxes as that takes, and what was found out.
import path from 'node:path';
import { Random } from '../../../electron/sample/random.ts';
import { openTestReader } from '../../support/reader.ts';
import { type Kill, type Phase, phases, voyage } from './voyage.ts';

export interface KillsOptions {
  readonly kills: number;
  readonly seed: number;
  /** For the databases. */
  readonly folder: string;
  /** Of the mailboxes, in messages; one is picked for each. */
  readonly sizes: readonly number[];
  /** Whether what is killed moves its cursor too early. */
  readonly careless?: boolean;
  /** After so many kills that were followed by something wrong it ends. */
  readonly mostWrong?: number;
  /** Whether there is no time for another. */
  readonly isLate?: () => boolean;
  readonly onKill?: (kill: Kill, number: number) => void;
}

export interface KillsReport {
  readonly kills: number;
  readonly byPhase: Readonly<Record<Phase, number>>;
  readonly amidHistory: number;
  /** Of each kill after which something was not as it should be. */
  readonly wrong: readonly Kill[];
}

export async function runKills(options: KillsOptions): Promise<KillsReport> {
  const { kills, seed, folder, sizes, careless = false, mostWrong = 5, isLate = () => false } = options;
  const reader = openTestReader();
  const seen: Kill[] = [];
  const wrong: Kill[] = [];
  try {
    for (let number = 0; seen.length < kills && wrong.length < mostWrong && !isLate(); number++) {
      const random = new Random(seed, number);
      const file = path.join(folder, `${seed}-${number}.db`);
      for await (const kill of voyage({ random, size: random.pick(sizes), file, reader, careless })) {
        seen.push(kill);
        options.onKill?.(kill, seen.length);
        if (kill.differences.length > 0) wrong.push(kill);
        // Whatever comes after it in this mailbox would be wrong as well.
        if (kill.differences.length > 0 || seen.length === kills || isLate()) break;
      }
    }
  } finally {
    await reader.close();
  }
  const count = (phase: Phase) => seen.filter((kill) => kill.phase === phase).length;
  return {
    kills: seen.length,
    byPhase: Object.fromEntries(phases.map((phase) => [phase, count(phase)])) as Record<Phase, number>,
    amidHistory: seen.filter(({ amidHistory }) => amidHistory).length,
    wrong,
  };
}
