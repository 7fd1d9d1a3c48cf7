import { describe, expect, test } from 'vitest';
import type { CallOptions } from '../../../electron/gmail/api.ts';
import { createGate } from '../../../electron/gmail/gate.ts';
import { simulatedClock } from '../../support/simulated-clock.ts';

const limits = { unitsPerSecond: 100, burstUnits: 200, reserveUnits: 50, concurrency: 2 };

function setUp(overrides: Partial<typeof limits> = {}) {
  const clock = simulatedClock();
  const gate = createGate({ limits: () => ({ ...limits, ...overrides }), ticks: clock.now, sleep: clock.sleep });
  const started = clock.now();
  /** Enters, stays for no time, and says after how many seconds it came in. */
  const pass = async (cost: number, lane: CallOptions['lane'] = 'background', signal?: AbortSignal) => {
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
      await gate.enter(1, { lane: 'clicked' });
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
        pass(100, 'clicked').then(note('person')),
      ]),
    );
    expect(order).toEqual(['spends the burst', 'person', 'background']);
  });

  test('keeps a reserve for the person', async () => {
    const { clock, pass } = setUp();
    await clock.until(pass(150));
    const background = pass(20);
    expect(await clock.until(pass(50, 'clicked'))).toBe(0);
    expect(await clock.until(background)).toBeGreaterThan(0.6);
  });

  test('stays closed until the instant that was named, and opens then', async () => {
    const { clock, gate, pass } = setUp();
    gate.closeFor(3_600_000);
    expect(await clock.until(pass(1, 'clicked'))).toBe(3600);
  });

  test('gives up waiting when the signal says so, and takes nothing', async () => {
    const { clock, gate, pass } = setUp();
    gate.closeFor(1_000);
    const stop = new AbortController();
    const waiting = pass(200, 'clicked', stop.signal);
    stop.abort(new Error('stopped'));
    await expect(waiting).rejects.toThrow('stopped');
    expect(await clock.until(pass(200, 'clicked'))).toBe(1);
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
    gate.closeFor(100_000);
    gate.closeFor(1_000);
    expect(await clock.until(pass(1, 'clicked'))).toBe(100);
  });

  test('never closes for longer than an hour', async () => {
    const { clock, gate, pass } = setUp();
    gate.closeFor(Date.UTC(2099, 0, 1));
    expect(await clock.until(pass(1, 'clicked'))).toBe(3600);
  });

  test('a signal that comes after a call has entered takes no other out of the queue', async () => {
    const { clock, gate, pass } = setUp({ concurrency: 1 });
    const stop = new AbortController();
    await gate.enter(1, { lane: 'clicked', signal: stop.signal });
    const waiting = pass(1, 'clicked');
    stop.abort(new Error('stopped'));
    gate.leave();
    expect(await clock.until(waiting)).toBe(0);
  });
});

describe('the lanes', () => {
  test('go in the order of who waits: clicked, looked at, new, the rest', async () => {
    const { clock, pass } = setUp({ burstUnits: 300, concurrency: 1 });
    const order: string[] = [];
    const lanes = ['background', 'recent', 'visible', 'clicked'] as const;
    const first = pass(250, 'clicked');
    await clock.until(Promise.all([first, ...lanes.map((lane) => pass(100, lane).then(() => order.push(lane)))]));
    expect(order).toEqual(lanes.toReversed());
  });

  test('the background leaves one call at once to the others', async () => {
    const { clock, gate, pass } = setUp({ concurrency: 3 });
    await gate.enter(1, { lane: 'background' });
    await gate.enter(1, { lane: 'background' });
    let entered = false;
    void gate.enter(1, { lane: 'background' }).then(() => {
      entered = true;
    });
    expect(await clock.until(pass(1, 'clicked'))).toBe(0);
    expect(entered).toBe(false);
    gate.leave();
    await new Promise((resolve) => setImmediate(resolve));
    expect(entered).toBe(true);
  });

  test('what is given up lets those behind it go', async () => {
    const { clock, gate, pass } = setUp();
    const stop = new AbortController();
    await gate.enter(150, { lane: 'clicked' });
    gate.leave();
    const large = gate.enter(200, { lane: 'visible', signal: stop.signal });
    const small = pass(1, 'recent');
    stop.abort(new Error('looked away'));
    await expect(large).rejects.toThrow('looked away');
    expect(await clock.until(small)).toBe(0);
  });
});
