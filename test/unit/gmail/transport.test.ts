import { describe, expect, test } from 'vitest';
import { FailureError } from '../../../electron/contract/failure.ts';
import { newProjectCosts } from '../../../electron/gmail/costs.ts';
import { createGate } from '../../../electron/gmail/gate.ts';
import { createTransport } from '../../../electron/gmail/transport.ts';
import { simulatedClock } from '../../support/simulated-clock.ts';

const overloaded = () => Object.assign(new Error(), { response: { status: 503, data: {} } });

function setUp() {
  const clock = simulatedClock();
  const limits = { unitsPerSecond: 1_000, burstUnits: 10_000, reserveUnits: 0, concurrency: 4 };
  const gate = createGate({ limits, now: clock.now, sleep: clock.sleep });
  const transport = createTransport({
    gate,
    costs: newProjectCosts,
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
    const run = transport.run('getMessage', { lane: 'foreground' }, async () => {
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
    const other = transport.run('getProfile', { lane: 'foreground' }, async () => clock.now() - started);
    expect(await clock.until(other)).toBeGreaterThanOrEqual(1_500);
    await clock.until(refused);
  });

  test('does not try again what trying again can not mend', async () => {
    const { clock, transport } = setUp();
    let calls = 0;
    const gone = Object.assign(new Error(), { response: { status: 404, data: {} } });
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
    await expect(transport.run('getProfile', { lane: 'foreground' }, () => Promise.reject(bug))).rejects.toBe(bug);
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
