// Time that passes only when nobody has anything left to do: hours in a test take milliseconds.

export interface SimulatedClock {
  readonly now: () => number;
  readonly sleep: (ms: number, signal?: AbortSignal) => Promise<void>;
  /** Runs until the promise settles, moving on to the next sleeper each time that everybody waits. */
  readonly until: <T>(promise: Promise<T>) => Promise<T>;
  /** Sets the clock, as a person might. */
  readonly set: (ms: number) => void;
}

interface Sleeper {
  readonly at: number;
  readonly wake: () => void;
}

/** `isBusy`: somebody is at work whom this clock does not drive, such as another thread; time stands still meanwhile. */
export function simulatedClock(start = 1_795_000_000_000, isBusy = () => false): SimulatedClock {
  let time = start;
  let sleepers: Sleeper[] = [];

  const sleep: SimulatedClock['sleep'] = (ms, signal) =>
    new Promise((resolve, reject) => {
      const sleeper = { at: time + ms, wake: resolve };
      sleepers.push(sleeper);
      signal?.addEventListener('abort', () => {
        sleepers = sleepers.filter((other) => other !== sleeper);
        reject(signal.reason);
      });
    });

  const until: SimulatedClock['until'] = async (promise) => {
    let settled = false;
    promise.then(
      () => {
        settled = true;
      },
      () => {
        settled = true;
      },
    );
    while (!settled) {
      // Several turns, so that everything that can go on without time has gone on.
      for (let turn = 0; turn < 5; turn++) await new Promise((resolve) => setImmediate(resolve));
      if (settled) break;
      if (isBusy()) continue;
      const next = sleepers.toSorted((a, b) => a.at - b.at)[0];
      if (!next) continue; // waits for real input or output
      sleepers = sleepers.filter((other) => other !== next);
      time = Math.max(time, next.at);
      next.wake();
    }
    return promise;
  };

  return {
    now: () => time,
    sleep,
    until,
    set: (ms) => {
      time = ms;
    },
  };
}
