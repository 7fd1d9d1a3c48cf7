// When to synchronise: at once, then every few seconds; after a failure as soon as it may help. Knows nothing of mail.
import { type Failure, FailureError } from '../contract/failure.ts';

export interface ScheduleOptions {
  readonly run: (signal: AbortSignal) => Promise<void>;
  /** Epoch ms. */
  readonly now: () => number;
  /** Rejects with the signal's reason when that comes first. */
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>;
  /** How long to wait after a run that went well. */
  readonly everyMs?: (() => number) | undefined;
  readonly onStart: () => void;
  /** `undefined`: it went well. */
  readonly onEnd: (failure: Failure | undefined) => void;
  /** A bug in a run. It is not tried again before the next turn. */
  readonly onBug: (error: unknown) => void;
}

export interface Schedule {
  /** Does not wait any longer; a run that is under way is followed by another. */
  readonly runNow: () => void;
  /** Resolves when nothing runs any more. */
  readonly stop: () => Promise<void>;
}

/** Unless told otherwise: between two looks at Gmail's history and labels: 3 units each, a fifth of a percent of the quota. */
export const usualEveryMs = 15_000;

/** The longest wait, whatever instant was named: clocks are set, and setTimeout takes no more than 2^31 ms. */
const longestMs = 60 * 60 * 1000;

/** After how long to try again. `undefined`: only the person can mend it. */
export function retryAfterMs(failure: Failure, failures: number, now: number): number | undefined {
  switch (failure.kind) {
    case 'offline':
    case 'unexpected-reply': // as a captive portal gives, which goes away like a lost network
      return Math.min(2_500 * 2 ** failures, 30_000);
    case 'busy':
      return Math.min(Math.max(failure.retryAt - now, 5_000), longestMs);
    case 'signed-out':
    case 'not-permitted':
      return undefined;
    default:
      return 60_000;
  }
}

export function createSchedule(options: ScheduleOptions): Schedule {
  const { run, now, sleep, onStart, onEnd, onBug, everyMs = () => usualEveryMs } = options;
  const stopping = new AbortController();
  let waking = new AbortController();
  let wanted = false;
  let failures = 0;

  /** Runs once; answers how long to wait for the next time. */
  const turn = async (): Promise<number | undefined> => {
    wanted = false;
    onStart();
    try {
      await run(stopping.signal);
      failures = 0;
      onEnd(undefined);
      return everyMs();
    } catch (error) {
      if (stopping.signal.aborted) return undefined;
      if (!(error instanceof FailureError)) {
        onBug(error);
        return everyMs();
      }
      onEnd(error.failure);
      return retryAfterMs(error.failure, failures++, now());
    }
  };

  const pause = async (ms: number | undefined): Promise<void> => {
    if (wanted || stopping.signal.aborted) return;
    waking = new AbortController();
    const signal = AbortSignal.any([waking.signal, stopping.signal]);
    if (ms !== undefined) await sleep(ms, signal).catch(() => undefined);
    else await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }));
  };

  const loop = (async () => {
    while (!stopping.signal.aborted) await pause(await turn());
  })();

  return {
    runNow: () => {
      wanted = true;
      waking.abort();
    },
    stop: async () => {
      stopping.abort();
      await loop;
    },
  };
}
