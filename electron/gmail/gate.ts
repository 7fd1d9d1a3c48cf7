// Who may call now: quota in units, calls at once, four lanes, and a door that closes when Gmail asks for patience.
// Knows no call by its meaning, only its cost. Time comes in through options, so that hours pass in a test at once.
import type { CallOptions } from './api.ts';
import type { Limits } from './costs.ts';

export interface GateOptions {
  /** They may change at any time. */
  readonly limits: () => Limits;
  /** A full burst unless given. */
  readonly unitsAtFirst?: number;
  /** Ms of a clock that nobody sets: one that jumps would give units that Gmail does not. */
  readonly ticks: () => number;
  readonly sleep: (ms: number) => Promise<void>;
  /** What a call in the background has waited for. */
  readonly onHeldUp?: (by: HeldUpBy) => void;
}

/** Units, or other calls to end. */
export type HeldUpBy = 'units' | 'calls' | 'nothing';

export interface Gate {
  /** Resolves when the call may start. `leave` must follow it. Rejects with the signal's reason. */
  readonly enter: (cost: number, options: CallOptions) => Promise<void>;
  readonly leave: () => void;
  /** Lets nobody in for so long. */
  readonly closeFor: (ms: number) => void;
  /** Gmail says that there are no units left. */
  readonly empty: () => void;
}

interface Waiting {
  readonly cost: number;
  readonly start: () => void;
  heldUpBy: HeldUpBy;
}

type Lane = CallOptions['lane'];

/** Who goes first, and how much of the reserve each of them leaves to those before it. */
const lanes: readonly { readonly lane: Lane; readonly leaves: number }[] = [
  { lane: 'clicked', leaves: 0 },
  { lane: 'visible', leaves: 0.3 },
  { lane: 'recent', leaves: 0.5 },
  { lane: 'background', leaves: 1 },
];
/** No door stays closed for longer without being looked at: the machine may have slept meanwhile. */
const longestSleepMs = 60_000;
/** For so long it closes at the most, whatever is asked for. */
const longestClosedMs = 60 * 60 * 1000;

export function createGate({ limits, unitsAtFirst, ticks, sleep, onHeldUp }: GateOptions): Gate {
  const queues: Record<Lane, Waiting[]> = { clicked: [], visible: [], recent: [], background: [] };
  let units = Math.min(unitsAtFirst ?? limits().burstUnits, limits().burstUnits);
  let filledAt = ticks();
  let inFlight = 0;
  let closedUntil = Number.NEGATIVE_INFINITY;
  let wakingAt = Number.POSITIVE_INFINITY;

  const fill = () => {
    const { burstUnits, unitsPerSecond } = limits();
    const passedMs = Math.max(0, ticks() - filledAt);
    units = Math.min(burstUnits, units + (passedMs / 1000) * unitsPerSecond);
    filledAt = ticks();
  };

  const wakeIn = (ms: number) => {
    const at = ticks() + Math.min(Math.max(ms, 1), longestSleepMs);
    if (at >= wakingAt) return;
    wakingAt = at;
    void sleep(at - ticks()).then(() => {
      if (wakingAt === at) wakingAt = Number.POSITIVE_INFINITY;
      proceed();
    });
  };

  /** How long the first of a lane must wait still; 0 to go now. */
  const waitMs = (waiting: Waiting, leaves: number) => {
    const { reserveUnits, unitsPerSecond } = limits();
    const needed = waiting.cost + reserveUnits * leaves;
    return units >= needed ? 0 : ((needed - units) / unitsPerSecond) * 1000;
  };

  /** One call at once is left to the person, so that a click need not even wait for one to end. */
  const isCrowded = (lane: Lane) => {
    const { concurrency } = limits();
    return inFlight >= (lane === 'background' ? Math.max(1, concurrency - 1) : concurrency);
  };

  /** Lets the first of all in, or sees to it that it is looked at again. */
  const admitOne = (): boolean => {
    const next = lanes.find(({ lane }) => queues[lane].length > 0);
    const first = next && queues[next.lane][0];
    if (!first) return false;
    const forUnits = waitMs(first, next.leaves);
    const crowded = isCrowded(next.lane);
    if (forUnits > 0) first.heldUpBy = 'units';
    else if (crowded && first.heldUpBy === 'nothing') first.heldUpBy = 'calls';
    // Whoever leaves lets the next one in.
    if (crowded) return false;
    const ms = Math.max(closedUntil - ticks(), forUnits);
    if (ms > 0) {
      wakeIn(ms);
      return false;
    }
    queues[next.lane].shift();
    units -= first.cost;
    inFlight++;
    if (next.lane === 'background') onHeldUp?.(first.heldUpBy);
    first.start();
    return true;
  };

  const proceed = () => {
    fill();
    while (admitOne());
  };

  const enter: Gate['enter'] = (cost, { lane, signal }) =>
    new Promise((resolve, reject) => {
      if (signal?.aborted) {
        reject(signal.reason);
        return;
      }
      const giveUp = () => {
        queues[lane].splice(queues[lane].indexOf(waiting), 1);
        reject(signal?.reason);
        // It may have been what those behind it waited for.
        proceed();
      };
      const start = () => {
        signal?.removeEventListener('abort', giveUp);
        resolve();
      };
      const waiting: Waiting = { cost, start, heldUpBy: 'nothing' };
      signal?.addEventListener('abort', giveUp, { once: true });
      queues[lane].push(waiting);
      proceed();
    });

  return {
    enter,
    leave: () => {
      inFlight--;
      proceed();
    },
    closeFor: (ms) => {
      closedUntil = Math.max(closedUntil, ticks() + Math.min(ms, longestClosedMs));
    },
    empty: () => {
      fill();
      units = Math.min(units, 0);
    },
  };
}
