// Who may call now: quota in units, calls at once, two lanes, and a door that closes when Gmail asks for patience.
// Knows no call by its meaning, only its cost. Time comes in through options, so that hours pass in a test at once.
import type { CallOptions } from './api.ts';
import type { Limits } from './costs.ts';

export interface GateOptions {
  readonly limits: Limits;
  /** Epoch ms. */
  readonly now: () => number;
  readonly sleep: (ms: number) => Promise<void>;
}

export interface Gate {
  /** Resolves when the call may start. `leave` must follow it. Rejects with the signal's reason. */
  readonly enter: (cost: number, options: CallOptions) => Promise<void>;
  readonly leave: () => void;
  /** Lets nobody in before this instant, epoch ms. */
  readonly closeUntil: (at: number) => void;
  /** Gmail found too many calls at once. */
  readonly halve: () => void;
}

interface Waiting {
  readonly cost: number;
  readonly start: () => void;
}

/** No door stays closed for longer without being looked at: the clock may have been set back meanwhile. */
const longestSleepMs = 60_000;
/** For so long it closes at the most, whatever instant is named. */
const longestClosedMs = 60 * 60 * 1000;
/** Calls that must go well before one more at once is tried. */
const callsPerRaise = 50;

export function createGate({ limits, now, sleep }: GateOptions): Gate {
  const lanes: Record<CallOptions['lane'], Waiting[]> = { foreground: [], background: [] };
  let units = limits.burstUnits;
  let filledAt = now();
  let concurrency = limits.concurrency;
  let sinceRaise = 0;
  let inFlight = 0;
  let closedUntil = 0;
  let wakingAt = Number.POSITIVE_INFINITY;

  const fill = () => {
    const passedMs = now() - filledAt;
    // A clock that was set back gives nothing and takes nothing; an instant that was named by it goes back with it.
    if (passedMs < 0) closedUntil += passedMs;
    units = Math.min(limits.burstUnits, units + (Math.max(0, passedMs) / 1000) * limits.unitsPerSecond);
    filledAt = now();
  };

  const wakeIn = (ms: number) => {
    const at = now() + Math.min(Math.max(ms, 1), longestSleepMs);
    if (at >= wakingAt) return;
    wakingAt = at;
    void sleep(at - now()).then(() => {
      if (wakingAt === at) wakingAt = Number.POSITIVE_INFINITY;
      proceed();
    });
  };

  /** How long the first of a lane must wait still; 0 to go now. */
  const waitMs = (waiting: Waiting, reserve: number) => {
    const needed = waiting.cost + reserve;
    return units >= needed ? 0 : ((needed - units) / limits.unitsPerSecond) * 1000;
  };

  const proceed = () => {
    fill();
    while (inFlight < concurrency) {
      const lane = lanes.foreground.length > 0 ? lanes.foreground : lanes.background;
      const [first] = lane;
      if (!first) return;
      const ms = Math.max(closedUntil - now(), waitMs(first, lane === lanes.background ? limits.reserveUnits : 0));
      if (ms > 0) {
        wakeIn(ms);
        return;
      }
      lane.shift();
      units -= first.cost;
      inFlight++;
      first.start();
    }
  };

  const enter: Gate['enter'] = (cost, { lane, signal }) =>
    new Promise((resolve, reject) => {
      if (signal?.aborted) {
        reject(signal.reason);
        return;
      }
      const giveUp = () => {
        lanes[lane].splice(lanes[lane].indexOf(waiting), 1);
        reject(signal?.reason);
      };
      const start = () => {
        signal?.removeEventListener('abort', giveUp);
        resolve();
      };
      const waiting: Waiting = { cost, start };
      signal?.addEventListener('abort', giveUp, { once: true });
      lanes[lane].push(waiting);
      proceed();
    });

  return {
    enter,
    leave: () => {
      inFlight--;
      if (concurrency < limits.concurrency && ++sinceRaise >= callsPerRaise) {
        concurrency++;
        sinceRaise = 0;
      }
      proceed();
    },
    closeUntil: (at) => {
      fill();
      closedUntil = Math.max(closedUntil, Math.min(at, now() + longestClosedMs));
    },
    halve: () => {
      concurrency = Math.max(1, Math.floor(concurrency / 2));
      sinceRaise = 0;
    },
  };
}
