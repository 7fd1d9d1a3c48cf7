import { describe, expect, test } from 'vitest';
import { createGate } from '../../../electron/gmail/gate.ts';
import { simulatedClock } from '../../support/simulated-clock.ts';

const limits = { unitsPerSecond: 100, burstUnits: 200, reserveUnits: 50, concurrency: 2 };

function setUp(overrides: Partial<typeof limits> = {}) {
  const clock = simulatedClock();
  const gate = createGate({ limits: { ...limits, ...overrides }, now: clock.now, sleep: clock.sleep });
  const started = clock.now();
  /** Enters, stays for no time, and says after how many seconds it came in. */
  const pass = async (cost: number, lane: 'foreground' | 'background' = 'background', signal?: AbortSignal) => {
    await gate.enter(cost, { lane, ...(signal && { signal }) });
    const seconds = (clock.now() - started) / 1000;
    gate.leave();
    return seconds;
  };
  return { clock, gate, pass };
}

describe('the gate', () => {
  test('lets a burst through at once, then as fast as units come back', async () => {
    const { clock, pass } = setUp({ reserveUnits: 0 });
    const times = await clock.until(Promise.all(Array.from({ length: 20 }, () => pass(20))));
    expect(times.slice(0, 10)).toEqual(Array.from({ length: 10 }, () => 0));
    expect(times.at(-1)).toBeCloseTo(2, 1); // 400 units: 200 at once, 200 at 100 a second
  });

  test('never has more calls under way than allowed', async () => {
    const { clock, gate } = setUp();
    let inside = 0;
    let most = 0;
    const stay = async () => {
      await gate.enter(1, { lane: 'foreground' });
      inside++;
      most = Math.max(most, inside);
      await clock.sleep(10);
      inside--;
      gate.leave();
    };
    await clock.until(Promise.all(Array.from({ length: 10 }, stay)));
    expect(most).toBe(2);
  });

  test('lets the person go before the background, whoever came first', async () => {
    const { clock, pass } = setUp();
    const order: string[] = [];
    const note = (name: string) => () => order.push(name);
    await clock.until(
      Promise.all([
        pass(150).then(note('spends the burst')),
        pass(100).then(note('background')),
        pass(100, 'foreground').then(note('person')),
      ]),
    );
    expect(order).toEqual(['spends the burst', 'person', 'background']);
  });

  test('keeps a reserve for the person', async () => {
    const { clock, pass } = setUp();
    await clock.until(pass(150));
    const background = pass(20);
    expect(await clock.until(pass(50, 'foreground'))).toBe(0);
    expect(await clock.until(background)).toBeGreaterThan(0.6);
  });

  test('stays closed until the instant that was named, and opens then', async () => {
    const { clock, gate, pass } = setUp();
    gate.closeUntil(clock.now() + 3_600_000);
    expect(await clock.until(pass(1, 'foreground'))).toBe(3600);
  });

  test('gives up waiting when the signal says so, and takes nothing', async () => {
    const { clock, gate, pass } = setUp();
    gate.closeUntil(clock.now() + 1_000);
    const stop = new AbortController();
    const waiting = pass(200, 'foreground', stop.signal);
    stop.abort(new Error('stopped'));
    await expect(waiting).rejects.toThrow('stopped');
    expect(await clock.until(pass(200, 'foreground'))).toBe(1);
  });

  test('halves what goes at once, and comes back slowly', async () => {
    const { clock, gate, pass } = setUp({ concurrency: 4 });
    gate.halve();
    gate.halve();
    gate.halve();
    let most = 0;
    let inside = 0;
    const stay = async () => {
      await gate.enter(0, { lane: 'foreground' });
      most = Math.max(most, ++inside);
      await clock.sleep(1);
      inside--;
      gate.leave();
    };
    await clock.until(Promise.all([stay(), stay(), stay()]));
    expect(most).toBe(1);
    for (let count = 0; count < 200; count++) await clock.until(pass(0));
    await clock.until(Promise.all([stay(), stay(), stay(), stay()]));
    expect(most).toBe(4);
  });

  test('a long rest gives no more than a burst', async () => {
    const { clock, pass } = setUp({ reserveUnits: 0 });
    await clock.until(pass(200));
    clock.set(clock.now() + 24 * 3_600_000);
    const rested = clock.now();
    await clock.until(pass(200));
    expect(clock.now() - rested).toBe(0);
    await clock.until(pass(200));
    expect(clock.now() - rested).toBe(2_000);
  });

  test('is not opened sooner by a later word that is shorter', async () => {
    const { clock, gate, pass } = setUp();
    gate.closeUntil(clock.now() + 100_000);
    gate.closeUntil(clock.now() + 1_000);
    expect(await clock.until(pass(1, 'foreground'))).toBe(100);
  });

  test('never closes for longer than an hour', async () => {
    const { clock, gate, pass } = setUp();
    gate.closeUntil(Date.UTC(2099, 0, 1));
    expect(await clock.until(pass(1, 'foreground'))).toBe(3600);
  });

  test('does not stay closed because the clock is set back', async () => {
    const { clock, gate, pass } = setUp();
    gate.closeUntil(clock.now() + 2_000);
    clock.set(clock.now() - 24 * 3_600_000);
    const before = clock.now();
    await clock.until(pass(1, 'foreground'));
    expect(clock.now() - before).toBeLessThan(60_000);
  });

  test('a signal that comes after a call has entered takes no other out of the queue', async () => {
    const { clock, gate, pass } = setUp({ concurrency: 1 });
    const stop = new AbortController();
    await gate.enter(1, { lane: 'foreground', signal: stop.signal });
    const waiting = pass(1, 'foreground');
    stop.abort(new Error('stopped'));
    gate.leave();
    expect(await clock.until(waiting)).toBe(0);
  });

  test('neither storms nor stalls when the clock is set back', async () => {
    const { clock, pass } = setUp({ reserveUnits: 0 });
    await clock.until(pass(200));
    clock.set(clock.now() - 24 * 3_600_000);
    const before = clock.now();
    await clock.until(pass(100));
    expect(clock.now() - before).toBeGreaterThanOrEqual(1_000);
    expect(clock.now() - before).toBeLessThan(120_000);
  });
});
