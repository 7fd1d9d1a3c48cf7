// Runs rows, each time with another seed, and says what came of it. A run ends in bounded time or hangs.
import { mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Random } from '../../electron/sample/random.ts';
import type { KeptMessages } from '../campaigns/kill/differences.ts';
import { createPerson, type Kept } from './person.ts';
import type { Row } from './row.ts';

export interface Outcome {
  readonly fault: string;
  readonly number: number;
  readonly wrong: readonly string[];
  /** Undefined where nobody looked. */
  readonly sentences: readonly string[] | undefined;
  /** Undefined where nothing was compared, or it did not come so far. */
  readonly kept: Kept | KeptMessages | undefined;
  readonly ms: number;
}

export interface RunOptions {
  readonly row: Row;
  readonly seed: number;
  readonly number: number;
  /** For profiles; that of a run that went wrong stays. */
  readonly folder: string;
}

/** Twice what a refusal may be waited out for (test/torture/strike.ts). */
const usualLimitMs = 180_000;

/** Of the row, so that rows differ also where their numbers are the same. */
const streamOf = (fault: string, number: number) =>
  [...fault].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) | 0, number * 7_919);

export async function runOnce({ row, seed, number, folder }: RunOptions): Promise<Outcome> {
  const began = performance.now();
  const own = mkdtempSync(path.join(folder, 'run-'));
  const random = new Random(seed, streamOf(row.fault, number));
  const { size, google, damagesMail, limitMs = usualLimitMs } = row;
  const person = await createPerson({ random, folder: own, size, google, damagesMail });
  let kept: Kept | undefined;
  const work = async (): Promise<void> => {
    await row.run(person);
    kept = await person.truth();
    if (row.keepsAll && !kept.mail) person.wrong.push('the mail was not kept');
    if (row.keepsAll && !kept.signIn) person.wrong.push('somebody had to sign in again');
  };
  const over = new AbortController();
  const limit = sleep(limitMs, undefined, { signal: over.signal }).then(
    () => void person.wrong.push('it hangs'),
    () => undefined,
  );
  const isOver = work().catch((error: unknown) => {
    person.wrong.push(error instanceof Error ? (error.stack ?? error.message) : String(error));
  });
  await Promise.race([isOver, limit]);
  over.abort();
  await Promise.race([person.end().catch((error: unknown) => person.wrong.push(String(error))), sleep(10_000)]);
  const wrong = [...new Set([...person.wrong, ...person.shown.raw])];
  if (wrong.length === 0) rmSync(own, { recursive: true, force: true });
  return {
    fault: row.fault,
    number,
    wrong,
    sentences: [...person.shown.sentences],
    kept,
    ms: performance.now() - began,
  };
}
