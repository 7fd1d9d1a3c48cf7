import { describe, expect, test } from 'vitest';
import { FailureError } from '../../../electron/contract/failure.ts';
import { type Allowance, createAllowance } from '../../../electron/gmail/allowance.ts';
import { createGate } from '../../../electron/gmail/gate.ts';
import { createTransport } from '../../../electron/gmail/transport.ts';
import { UnreadableReply } from '../../../electron/gmail/unreadable.ts';
import { fixedAllowance } from '../../support/fixed-allowance.ts';
import { type SimulatedClock, simulatedClock } from '../../support/simulated-clock.ts';

const overloaded = () => Object.assign(new Error(), { response: { status: 503, data: {} } });

function setUp(allowanceOf?: (clock: SimulatedClock) => Allowance) {
  const clock = simulatedClock();
  const limits = { unitsPerSecond: 1_000, burstUnits: 10_000, reserveUnits: 0, concurrency: 4 };
  const allowance = allowanceOf?.(clock) ?? fixedAllowance(limits);
  const gate = createGate({ limits: allowance.limits, ticks: clock.now, sleep: clock.sleep });
  const transport = createTransport({
    gate,
    allowance,
    now: clock.now,
    random: () => 0.5,
    onHeld: () => undefined,
  });
  return { clock, transport };
}

describe('the transport', () => {
  test('calls again after a refusal that passes, waiting longer each time', async () => {
    const { clock, transport } = setUp();
    const at: number[] = [];
    const started = clock.now();
    const call = async () => {
      at.push((clock.now() - started) / 1000);
      if (at.length < 4) throw overloaded();
      return 'done';
    };
    expect(await clock.until(transport.run('getMessage', { lane: 'background' }, call))).toBe('done');
    expect(at).toEqual([0, 1.5, 4, 8.5]);
  });

  test('gives up sooner for a person, and says until when', async () => {
    const { clock, transport } = setUp();
    let calls = 0;
    const run = transport.run('getMessage', { lane: 'clicked' }, async () => {
      calls++;
      throw overloaded();
    });
    const failure = await clock.until(run.catch((error: unknown) => error));
    expect(failure).toBeInstanceOf(FailureError);
    expect((failure as FailureError).failure).toEqual({ kind: 'busy', retryAt: clock.now() + 4_500 });
    expect(calls).toBe(3);
  });

  test('one refusal holds up every call of the account', async () => {
    const { clock, transport } = setUp();
    const started = clock.now();
    let refusals = 1;
    const refused = transport.run('getMessage', { lane: 'background' }, async () => {
      if (refusals-- > 0) throw overloaded();
    });
    await Promise.resolve();
    await new Promise((resolve) => setImmediate(resolve));
    const other = transport.run('getProfile', { lane: 'clicked' }, async () => clock.now() - started);
    expect(await clock.until(other)).toBeGreaterThanOrEqual(1_500);
    await clock.until(refused);
  });

  test('lets nobody in on leaving a call that was refused', async () => {
    const { clock, transport } = setUp();
    const started = clock.now();
    const at: number[] = [];
    let refusals = 4;
    const call = async () => {
      at.push(clock.now() - started);
      if (refusals-- > 0) throw overloaded();
    };
    await clock.until(
      Promise.all(Array.from({ length: 8 }, () => transport.run('getMessage', { lane: 'recent' }, call))),
    );
    // Four go at once, as many as may; the others wait until the gate opens.
    expect(at.filter((ms) => ms === 0)).toHaveLength(4);
    expect(at[4]).toBeGreaterThanOrEqual(1_000);
  });

  test('waits as long as Retry-After says', async () => {
    const { clock, transport } = setUp();
    const started = clock.now();
    const headers = new Headers({ 'retry-after': '40' });
    const at: number[] = [];
    await clock.until(
      transport.run('getMessage', { lane: 'background' }, async () => {
        at.push(clock.now() - started);
        if (at.length === 1) throw Object.assign(new Error(), { response: { status: 429, headers, data: {} } });
      }),
    );
    expect(at).toEqual([0, 40_000]);
  });

  test('makes fewer calls at once after Gmail found them too many', async () => {
    const { clock, transport } = setUp((clock) =>
      createAllowance({
        remembered: null,
        client: '',
        restedMs: null,
        now: clock.now,
        ticks: clock.now,
        onLearnt: () => undefined,
      }),
    );
    const data = { error: { message: 'Too many concurrent requests for user' } };
    let inside = 0;
    const most = async () => {
      let seen = 0;
      const call = async () => {
        seen = Math.max(seen, ++inside);
        await clock.sleep(10);
        inside--;
      };
      const calls = Array.from({ length: 12 }, () => transport.run('getProfile', { lane: 'clicked' }, call));
      await clock.until(Promise.all(calls));
      return seen;
    };
    expect(await most()).toBe(4);
    let refusals = 1;
    await clock.until(
      transport.run('getProfile', { lane: 'clicked' }, async () => {
        if (refusals-- > 0) throw Object.assign(new Error(), { response: { status: 429, data } });
      }),
    );
    expect(await most()).toBe(2);
  });

  test('tries a failed precondition once more, and then leaves this call alone', async () => {
    const { clock, transport } = setUp();
    const data = { error: { errors: [{ reason: 'failedPrecondition' }] } };
    let calls = 0;
    const run = transport.run('getMessage', { lane: 'background' }, async () => {
      calls++;
      throw Object.assign(new Error(), { response: { status: 400, data } });
    });
    const failure = await clock.until(run.catch((error: unknown) => error));
    expect(failure).toBeInstanceOf(UnreadableReply);
    expect(calls).toBe(2);
  });

  test('does not try again what trying again can not mend', async () => {
    const { clock, transport } = setUp();
    let calls = 0;
    const gone = Object.assign(new Error(), { response: { status: 404, data: { error: { code: 404 } } } });
    const run = transport.run('getMessage', { lane: 'background' }, async () => {
      calls++;
      throw gone;
    });
    const failure = await clock.until(run.catch((error: unknown) => error));
    expect((failure as FailureError).failure).toEqual({ kind: 'gone' });
    expect((failure as FailureError).cause).toBe(gone);
    expect(calls).toBe(1);
  });

  test('lets a bug through as it is', async () => {
    const { transport } = setUp();
    const bug = new TypeError('x is undefined');
    await expect(transport.run('getProfile', { lane: 'clicked' }, () => Promise.reject(bug))).rejects.toBe(bug);
  });

  test('ends with the reason of the signal while it waits to call again', async () => {
    const { clock, transport } = setUp();
    const stop = new AbortController();
    const run = transport.run('getProfile', { lane: 'background', signal: stop.signal }, async () => {
      setImmediate(() => stop.abort(new Error('stopped')));
      throw overloaded();
    });
    await expect(clock.until(run)).rejects.toThrow('stopped');
  });
});
