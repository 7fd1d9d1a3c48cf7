// What is learnt of Gmail's limits, against the fake Google's quota in simulated time.
import { describe, expect, test } from 'vitest';
import { type Allowance, createAllowance } from '../../../electron/gmail/allowance.ts';
import type { CallOptions } from '../../../electron/gmail/api.ts';
import type { Method } from '../../../electron/gmail/costs.ts';
import { createGate } from '../../../electron/gmail/gate.ts';
import { createTransport } from '../../../electron/gmail/transport.ts';
import { type CostTable, costTables, type GmailMethod } from '../../google/costs.ts';
import { Quota } from '../../google/quota.ts';
import { simulatedClock } from '../../support/simulated-clock.ts';

interface Project {
  readonly remembered?: string | null;
  readonly client?: string;
  readonly restedMs?: number | null;
  readonly latencyMs?: number;
}

const names: Partial<Record<Method, GmailMethod>> = { getMessage: 'messages.get', listMessages: 'messages.list' };

/** A project with these limits, and a background that always has something to ask. */
function project(table: CostTable, { remembered = null, client = '', restedMs = null, latencyMs = 150 }: Project = {}) {
  const clock = simulatedClock();
  const start = clock.now();
  const quota = new Quota(clock.now, table);
  let learnt = remembered;
  const refusals: number[] = [];
  const allowance: Allowance = createAllowance({
    remembered,
    client,
    restedMs,
    now: clock.now,
    ticks: clock.now,
    onLearnt: (text) => {
      learnt = text;
    },
  });
  const { limits, unitsAtFirst, heldUp } = allowance;
  const gate = createGate({ limits, unitsAtFirst, ticks: clock.now, sleep: clock.sleep, onHeldUp: heldUp });
  const transport = createTransport({ gate, allowance, now: clock.now, random: () => 0.5, onHeld: () => undefined });
  const ask = (method: Method, lane: CallOptions['lane']) =>
    transport.run(method, { lane }, async () => {
      const admission = quota.admit('ada', names[method] ?? 'labels.get');
      await clock.sleep(latencyMs);
      if (admission.admitted) {
        admission.leave();
        return;
      }
      refusals.push(clock.now() - start);
      const { refusal } = admission;
      const isRate = refusal.why === 'rate';
      const message = isRate
        ? `Retry after ${new Date(refusal.retryAt).toISOString()}`
        : 'Too many concurrent requests for user';
      const data = { error: { message, errors: [{ reason: 'rateLimitExceeded' }] } };
      throw Object.assign(new Error(), { response: { status: isRate ? 403 : 429, data } });
    });
  const keepAsking = async (minutes: number): Promise<void> => {
    const end = clock.now() + minutes * 60_000;
    while (clock.now() < end) await ask('getMessage', 'background');
  };
  const run = async (minutes: number) => {
    const [spent, before, at] = [quota.unitsSpent, refusals.length, clock.now()];
    await clock.until(Promise.all(Array.from({ length: 16 }, () => keepAsking(minutes))));
    const unitsPerSecond = (quota.unitsSpent - spent) / ((clock.now() - at) / 1000);
    return { unitsPerSecond, refused: refusals.length - before };
  };
  return { allowance, ask, clock, run, learnt: () => learnt, refused: () => refusals.length };
}

const { new: fresh, old } = costTables;
const tried = (learnt: object = {}) =>
  JSON.stringify({
    plan: 0,
    share: 0.985,
    refused: null,
    burstUnits: 1_500,
    concurrency: 4,
    tooMany: null,
    triedAt: simulatedClock().now(),
    ...learnt,
  });

describe('what Gmail allows', () => {
  test('is used to 97 % and more by a new project, without a refusal', async () => {
    const { run } = project(fresh, { remembered: tried() });
    const { unitsPerSecond, refused } = await run(20);
    expect(refused).toBe(0);
    expect(unitsPerSecond).toBeGreaterThan(97);
  });

  test('is tried upwards once a day, at the price of a few refusals', async () => {
    const { run, learnt, clock } = project(fresh);
    const { unitsPerSecond, refused } = await run(20);
    expect(refused).toBeGreaterThan(0);
    expect(refused).toBeLessThanOrEqual(3);
    expect(unitsPerSecond).toBeGreaterThan(97);
    const next = project(fresh, { remembered: learnt(), restedMs: 0 });
    expect((await next.run(10)).refused).toBe(0);
    clock.set(clock.now() + 25 * 3_600_000);
    expect((await run(10)).refused).toBeGreaterThan(0);
  });

  test('is found out for an older project: costs and rate', async () => {
    const { run, allowance, learnt } = project(old, { latencyMs: 60 });
    expect((await run(10)).refused).toBe(0);
    expect(allowance.costs().getMessage).toBe(5);
    expect((await run(5)).unitsPerSecond).toBeGreaterThan(0.97 * 250);
    const next = project(old, { latencyMs: 60, remembered: learnt(), restedMs: 0 });
    expect(await next.run(5)).toMatchObject({ refused: 0 });
    expect(next.allowance.limits().unitsPerSecond).toBeGreaterThan(0.97 * 250);
  });

  test('is found out for an older project with the new costs', async () => {
    const mixed = { ...fresh, userUnitsPerMinute: 15_000 };
    const { run, allowance } = project(mixed, { latencyMs: 60 });
    expect((await run(15)).refused).toBeLessThanOrEqual(4);
    expect(allowance.costs().getMessage).toBe(20);
    expect((await run(5)).unitsPerSecond).toBeGreaterThan(0.97 * 250);
  });

  test.each([80, 60, 33])('is settled under where it is only %i units a second', async (rate) => {
    const { run } = project({ ...fresh, userUnitsPerMinute: rate * 60 }, { remembered: tried() });
    await run(90);
    const { unitsPerSecond, refused } = await run(30);
    expect(unitsPerSecond).toBeGreaterThan(0.85 * rate);
    expect(refused).toBeLessThanOrEqual(1);
  });

  test.each([900, 500])('is settled under where no more than %i units may be spent at once', async (burstUnits) => {
    const { run, allowance, clock, ask, refused } = project({ ...fresh, burstUnits }, { remembered: tried() });
    const burst = async () => {
      clock.set(clock.now() + 600_000);
      await clock.until(Promise.all(Array.from({ length: 60 }, () => ask('getMessage', 'visible'))));
    };
    await run(5);
    for (let rests = 0; rests < 3; rests++) await burst();
    // While it is spent, units come back.
    expect(allowance.limits().burstUnits).toBeLessThan(burstUnits + 100);
    expect(allowance.limits().unitsPerSecond).toBeGreaterThan(98);
    const before = refused();
    await burst();
    expect(refused()).toBe(before);
  });

  test.each([1, 2, 3])('is settled under where only %i calls may be under way', async (concurrent) => {
    const { run, allowance, ask, clock } = project({ ...fresh, concurrent }, { remembered: tried(), latencyMs: 1_000 });
    // A person clicks as well: the background alone leaves one call to them.
    const click = async () => {
      for (let count = 0; count < 60; count++) {
        await clock.sleep(7_000);
        await ask('getMessage', 'clicked');
      }
    };
    await Promise.all([run(10), click()]);
    const refused = await Promise.all([run(10), click()]);
    expect(refused[0].refused).toBe(0);
    expect(allowance.limits().concurrency).toBe(concurrent);
  });

  test('is more calls at once only where these are what is waited for, and never more than six', async () => {
    const slow = project({ ...fresh, concurrent: 100 }, { remembered: tried(), latencyMs: 2_000 });
    await slow.run(20);
    expect(slow.allowance.limits().concurrency).toBe(6);
    const quick = project({ ...fresh, concurrent: 100 }, { remembered: tried(), latencyMs: 100 });
    await quick.run(20);
    expect(quick.allowance.limits().concurrency).toBe(4);
  });

  test('is little at a start right after an end, and a burst after a rest', () => {
    expect(project(fresh, { restedMs: 0 }).allowance.unitsAtFirst).toBe(200);
    expect(project(fresh, { restedMs: -5_000_000 }).allowance.unitsAtFirst).toBe(200);
    expect(project(fresh, { restedMs: 3_600_000 }).allowance.unitsAtFirst).toBe(1_500);
    expect(project(fresh).allowance.unitsAtFirst).toBe(1_500);
  });

  test.each([1, 2])(
    'is plan %i no longer where Gmail gives less than ever, and its rate is begun anew',
    async (plan) => {
      const { run, allowance } = project(fresh, { remembered: tried({ plan }) });
      const { refused } = await run(90);
      expect(refused).toBeLessThan(40);
      expect(allowance.costs().getMessage).toBe(20);
      expect(await run(20)).toMatchObject({ refused: 0, unitsPerSecond: expect.closeTo(98, -1) });
    },
  );

  test('is a full burst again a day after one was refused', async () => {
    const { allowance, clock, ask } = project({ ...fresh, burstUnits: 500 }, { remembered: tried() });
    await clock.until(Promise.all(Array.from({ length: 60 }, () => ask('getMessage', 'visible'))));
    expect(allowance.limits().burstUnits).toBeLessThan(1_500);
    clock.set(clock.now() + 25 * 3_600_000);
    expect(allowance.limits().burstUnits).toBe(1_500);
  });

  test('is another client’s business where another was signed in with', async () => {
    const { run, learnt } = project(old, { latencyMs: 60, client: 'one' });
    await run(10);
    const limits = (client: string) => project(fresh, { remembered: learnt(), client }).allowance.costs().getMessage;
    expect([limits('one'), limits('two')]).toEqual([5, 20]);
  });

  test.each(['', 'null', '{}', '[]', tried({ plan: 9 }), tried({ share: -1 }), tried({ concurrency: 1e9 })])(
    'is learnt anew where what was remembered is %s',
    (remembered) => {
      expect(project(fresh, { remembered }).allowance.limits()).toEqual(project(fresh).allowance.limits());
    },
  );
});

test('a click waits for no more than its own call while the background asks for all it can', async () => {
  const { ask, run, clock } = project(fresh, { remembered: tried() });
  const waits: number[] = [];
  const click = async () => {
    for (let count = 0; count < 30; count++) {
      await clock.sleep(7_000);
      const at = clock.now();
      await ask('getMessage', 'clicked');
      waits.push(clock.now() - at);
    }
  };
  await Promise.all([run(4), click()]);
  expect(waits).toHaveLength(30);
  expect(Math.max(...waits)).toBeLessThanOrEqual(300);
});
