// Whether the window is locked, and what opens it. Knows no window: who makes one asks here, and is told. Against somebody who
// comes past, not against somebody who has the disk.
import { existsSync, readFileSync, rmSync } from 'node:fs';
import * as z from 'zod/mini';
import { FailureError } from '../contract/failure.ts';
import type { LockState } from '../contract/lock.ts';
import { replaceFileSync } from '../files/replace.ts';
import { isPasscode, keepPasscode, keptShape } from './passcode.ts';

export interface LockOptions {
  readonly file: string;
  /** Ms of a clock that nobody sets. */
  readonly ticks: () => number;
  /** This computer can ask for a finger, and does. Rejects where it is not the right one. */
  readonly touch: { readonly isThere: () => boolean; readonly ask: () => Promise<void> };
  /** Just before anybody hears of it. */
  readonly onLock: () => void;
  readonly onUnlock: () => void;
}

export interface Lock {
  readonly state: () => LockState;
  readonly isOn: () => boolean;
  readonly isLocked: () => boolean;
  /** Does nothing where it is off. */
  readonly lock: () => void;
  /** @throws FailureError `passcode` */
  readonly unlock: (passcode: string) => Promise<void>;
  /** @throws FailureError `passcode` */
  readonly unlockByTouch: () => Promise<void>;
  /** @throws FailureError `storage` where it can't be kept */
  readonly turnOn: (passcode: string, afterMinutes: number) => Promise<void>;
  /** @throws FailureError `passcode`, `storage` where the file can't be removed */
  readonly turnOff: (passcode: string) => Promise<void>;
  readonly after: (minutes: number) => void;
  /** Writes no more: all of it is erased. */
  readonly end: () => void;
}

const minutes = z.int().check(z.gte(1), z.lte(1_440));
const shape = z.object({ passcode: keptShape, afterMinutes: minutes, failures: z.int().check(z.gte(0)) });
type Kept = z.output<typeof shape>;

const freeTries = 5;
const firstWaitMs = 30_000;
const longestWaitMs = 3_600_000;

/** How long to wait after so many wrong ones in a row. */
export function waitAfter(failures: number): number {
  if (failures < freeTries) return 0;
  return Math.min(firstWaitMs * 2 ** Math.min(failures - freeTries, 20), longestWaitMs);
}

function load(file: string): Kept | 'damaged' | undefined {
  if (!existsSync(file)) return undefined;
  try {
    return shape.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    // Open it would be for whoever spoils the file.
    return 'damaged';
  }
}

export function createLock({ file, ticks, touch, onLock, onUnlock }: LockOptions): Lock {
  let kept = load(file);
  let locked = kept !== undefined;
  let ended = false;
  // From the start of the run: neither a restart nor a clock that is set makes it shorter.
  let notBefore = typeof kept === 'object' ? ticks() + waitAfter(kept.failures) : ticks();
  let turn: Promise<unknown> = Promise.resolve();

  const waitMs = () => Math.max(0, Math.ceil(notBefore - ticks()));
  const refused = () => new FailureError({ kind: 'passcode', waitMs: waitMs() });

  const write = (next: Kept): void => {
    if (ended) return;
    try {
      replaceFileSync(file, JSON.stringify(next));
    } catch (cause) {
      throw new FailureError({ kind: 'storage', problem: 'refused' }, { cause });
    }
    kept = next;
  };

  const count = (known: Kept, failures: number): Kept => {
    const counted = { ...known, failures };
    kept = counted;
    notBefore = ticks() + waitAfter(failures);
    try {
      write(counted);
    } catch {
      // The disk is full or read-only. It counts until the end of this run.
    }
    return counted;
  };

  /** One guess after the other: many at once would all be counted too late. */
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const mine = turn.then(work, work);
    turn = mine.catch(() => undefined);
    return mine;
  };

  const check = (passcode: string): Promise<void> =>
    inTurn(async () => {
      if (kept === undefined) return;
      if (kept === 'damaged' || waitMs() > 0) throw refused();
      // Counted before it is looked at: a kill in between forgets none.
      const counted = count(kept, kept.failures + 1);
      if (!(await isPasscode(passcode, counted.passcode))) throw refused();
      count(counted, 0);
    });

  const open = (): void => {
    if (!locked) return;
    locked = false;
    onUnlock();
  };

  return {
    state: () => ({
      on: kept !== undefined,
      locked,
      afterMinutes: typeof kept === 'object' ? kept.afterMinutes : 5,
      touch: touch.isThere(),
      waitMs: waitMs(),
      damaged: kept === 'damaged',
    }),
    isOn: () => kept !== undefined,
    isLocked: () => locked,
    lock: () => {
      if (locked || kept === undefined || ended) return;
      locked = true;
      onLock();
    },
    unlock: async (passcode) => {
      await check(passcode);
      open();
    },
    unlockByTouch: async () => {
      if (!touch.isThere()) throw refused();
      await touch.ask().catch((cause: unknown) => {
        throw new FailureError({ kind: 'passcode', waitMs: waitMs() }, { cause });
      });
      open();
    },
    turnOn: (passcode, afterMinutes) =>
      inTurn(async () => {
        // Who has one already proves it first, by turning it off.
        if (kept !== undefined) throw refused();
        write({ passcode: await keepPasscode(passcode), afterMinutes, failures: 0 });
      }),
    turnOff: async (passcode) => {
      await check(passcode);
      try {
        rmSync(file, { force: true });
      } catch (cause) {
        throw new FailureError({ kind: 'storage', problem: 'refused' }, { cause });
      }
      kept = undefined;
    },
    after: (afterMinutes) => {
      if (typeof kept === 'object') write({ ...kept, afterMinutes });
    },
    end: () => {
      ended = true;
    },
  };
}
