import { describe, expect, test } from 'vitest';
import { type Failure, FailureError } from '../../../electron/contract/failure.ts';
import { createSchedule, retryAfterMs } from '../../../electron/sync/schedule.ts';
import { simulatedClock } from '../../support/simulated-clock.ts';

const offline = () => new FailureError({ kind: 'offline' });

/** Runs through the outcomes in turn; answers at what second each run began. */
async function play(outcomes: readonly (unknown | undefined)[]) {
  const clock = simulatedClock();
  const started = clock.now();
  const at: number[] = [];
  const slept: number[] = [];
  const bugs: unknown[] = [];
  const done = Promise.withResolvers<void>();
  const schedule = createSchedule({
    run: async () => {
      at.push((clock.now() - started) / 1000);
      if (at.length > outcomes.length) {
        done.resolve();
        return;
      }
      const outcome = outcomes[at.length - 1];
      if (outcome) throw outcome;
    },
    now: clock.now,
    sleep: (ms, signal) => {
      slept.push(ms);
      return clock.sleep(ms, signal);
    },
    onStart: () => undefined,
    onEnd: () => undefined,
    onBug: (error) => bugs.push(error),
  });
  await clock.until(done.promise);
  await schedule.stop();
  return { at, bugs, slept };
}

describe('when to synchronise', () => {
  test('every 15 seconds, where all is well', async () => {
    expect((await play([undefined, undefined])).at).toEqual([0, 15, 30]);
  });

  test('sooner without network, and less and less often', async () => {
    const { at } = await play(Array.from({ length: 6 }, offline));
    expect(at).toEqual([0, 2.5, 7.5, 17.5, 37.5, 67.5, 97.5]);
  });

  test('forgets earlier failures after a run that went well', async () => {
    expect((await play([offline(), offline(), undefined, offline()])).at).toEqual([0, 2.5, 7.5, 22.5, 25]);
  });

  test('not before the instant that Gmail has named', async () => {
    const busy = new FailureError({ kind: 'busy', retryAt: simulatedClock().now() + 100_000 });
    expect((await play([busy])).at).toEqual([0, 100]);
  });

  test('within the hour, whatever instant was named', async () => {
    const { at, slept } = await play([new FailureError({ kind: 'busy', retryAt: Date.UTC(2099, 0, 1) })]);
    expect(at).toEqual([0, 3600]);
    expect(Math.max(...slept)).toBeLessThan(2 ** 31);
  });

  test('after a bug at the next turn', async () => {
    const bug = new TypeError('x is undefined');
    expect(await play([bug])).toMatchObject({ at: [0, 15], bugs: [bug] });
  });

  test.each<[Failure, number | undefined]>([
    [{ kind: 'signed-out', reason: 'refused' }, undefined],
    [{ kind: 'not-permitted', problem: 'scope' }, undefined],
    [{ kind: 'busy', retryAt: 0 }, 5_000],
    [{ kind: 'unexpected-reply' }, 2_500],
    [{ kind: 'storage', problem: 'full' }, 60_000],
  ])('after %o', (failure, ms) => {
    expect(retryAfterMs(failure, 0, 1_000_000)).toBe(ms);
  });
});

describe('being asked to run now', () => {
  /** The run waits for `go`, and the schedule never wakes by itself. */
  function waiting(failure?: Failure) {
    const runs: PromiseWithResolvers<void>[] = [];
    const begun = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const slept = Promise.withResolvers<void>();
    const schedule = createSchedule({
      run: async () => {
        const go = Promise.withResolvers<void>();
        begun[runs.push(go) - 1]?.resolve();
        await go.promise;
        if (failure) throw new FailureError(failure);
      },
      now: () => 0,
      sleep: (_ms, signal) => {
        slept.resolve();
        return new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(signal.reason)));
      },
      onStart: () => undefined,
      onEnd: () => undefined,
      onBug: () => undefined,
    });
    return { runs, begun: begun.map(({ promise }) => promise), slept: slept.promise, schedule };
  }

  test('during a run leads to another after it', async () => {
    const { runs, begun, schedule } = waiting();
    await begun[0];
    schedule.runNow();
    runs[0]?.resolve();
    await begun[1];
    runs[1]?.resolve();
    await schedule.stop();
    expect(runs).toHaveLength(2);
  });

  test('during the pause ends the pause', async () => {
    const { runs, begun, slept, schedule } = waiting();
    await begun[0];
    runs[0]?.resolve();
    await slept;
    schedule.runNow();
    await begun[1];
    runs[1]?.resolve();
    await schedule.stop();
  });

  test('helps where only the person can mend it', async () => {
    const { runs, begun, schedule } = waiting({ kind: 'not-permitted', problem: 'scope' });
    await begun[0];
    runs[0]?.resolve();
    await new Promise((resolve) => setImmediate(resolve));
    expect(runs).toHaveLength(1);
    schedule.runNow();
    await begun[1];
    runs[1]?.resolve();
    await schedule.stop();
  });
});
