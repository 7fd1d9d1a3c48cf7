// What the synchronisation makes of Gmail's quota, in simulated time.
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { simulateSync, triedToday } from '../support/simulated-sync.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const folder = temporaryFolder();
let files = 0;
const file = () => path.join(folder, `${++files}.db`);

describe('a long run', () => {
  test('uses at least 97 % of what Gmail allows, is never refused, and spends at most 80 % of what gets would', async () => {
    const run = await simulateSync({ file: file(), messages: 3_000, quota: 'new', remembered: triedToday() });
    expect(run.refusals).toBe(0);
    expect(run.share).toBeGreaterThanOrEqual(0.97);
    expect(run.hydrationUnits / run.getOnlyUnits).toBeLessThanOrEqual(0.8);
    expect(run.onDisk).toBe(3_000);
  }, 120_000);

  test('finds out what an older project may do, and is not refused on the way', async () => {
    const run = await simulateSync({ file: file(), messages: 6_000, quota: 'old' });
    expect(run.refusals).toBe(0);
    expect(JSON.parse(run.learnt ?? '')).toMatchObject({ plan: 2 });
    expect(run.onDisk).toBe(6_000);
  }, 120_000);
});

test('the skeleton costs at most 35 units per 1,000 messages, and the first screen comes before it', async () => {
  const run = await simulateSync({ file: file(), messages: 20_000, quota: 'new', skeletonOnly: true });
  expect(run.known).toBe(20_000);
  // The labels are fifty-two, and each has a last page.
  expect(run.skeletonUnits).toBeLessThanOrEqual(700 + 52 * 5);
  expect(run.refusals).toBe(0);
  expect(run.firstScreenMs).toBeLessThanOrEqual(2_000);
  expect(run.firstScreenTrips).toBeLessThanOrEqual(4);
}, 120_000);
