import { describe, expect, test } from 'vitest';
import { newProjectCosts, oldProjectCosts } from '../../../electron/gmail/costs.ts';
import { createProgressMeter } from '../../../electron/sync/progress.ts';

const rates = { costs: newProjectCosts, unitsPerSecond: 100 };

function setUp() {
  let time = 0;
  const meter = createProgressMeter(() => time);
  return {
    meter,
    /** So many messages a second. */
    run: (seconds: number, perSecond: number) => {
      for (let second = 0; second < seconds; second++) {
        time += 1_000;
        meter.note(perSecond);
      }
    },
    pass: (ms: number) => {
      time += ms;
    },
  };
}

describe('progress', () => {
  test('says nothing before anything has come, nor when nothing is left', () => {
    const { meter, run } = setUp();
    expect(meter.read(1_000, rates)).toBeNull();
    run(5, 5);
    expect(meter.read(0, rates)).toBeNull();
  });

  test('is about what the quota allows as long as little has come, whatever comes at first', () => {
    const { meter, run } = setUp();
    run(3, 25);
    const progress = meter.read(1_000, rates);
    expect(progress?.messagesPerMinute).toBeGreaterThan(360);
    expect(progress?.messagesPerMinute).toBeLessThan(420);
  });

  test('comes to be what comes in', () => {
    const { meter, run } = setUp();
    run(300, 50);
    run(300, 4);
    const progress = meter.read(2_400, rates);
    expect(progress?.messagesPerMinute).toBeGreaterThan(240);
    expect(progress?.messagesPerMinute).toBeLessThan(275);
    expect((progress?.leftMs ?? 0) / 600_000).toBeCloseTo(1, 0);
  });

  test('is not deceived by limits that are only tried', () => {
    const { meter, run } = setUp();
    run(60, 6);
    const before = meter.read(10_000, rates)?.leftMs ?? 0;
    run(1, 6);
    const after = meter.read(10_000, { costs: oldProjectCosts, unitsPerSecond: 250 })?.leftMs ?? 0;
    expect(after / before).toBeGreaterThan(0.95);
  });

  test('hardly moves when nothing comes for some seconds', () => {
    const { meter, run, pass } = setUp();
    run(200, 6);
    const before = meter.read(6_000, rates)?.leftMs ?? 0;
    pass(15_000);
    const after = meter.read(6_000, rates)?.leftMs ?? 0;
    expect(after / before).toBeLessThan(1.08);
  });

  test('begins anew after a rest', () => {
    const { meter, run, pass } = setUp();
    run(60, 50);
    pass(3_600_000);
    expect(meter.read(3_000, rates)).toBeNull();
  });
});
