// What a whole mailbox costs of Gmail's quota and how long it takes at that, by a clock that is only counted.
import { rmSync } from 'node:fs';
import path from 'node:path';
import { simulateSync, triedToday } from '../../support/simulated-sync.ts';
import type { Bench } from '../bench.ts';
import type { Measured } from '../figures.ts';
import { benchFolder } from '../places.ts';

/** Enough that the burst at the beginning is a small part of it. */
const hydrated = 10_000;
const listed = 100_000;

const hours = (ms: number) => `${(ms / 3_600_000).toFixed(1)} h`;

export async function measureQuota(_bench: Bench): Promise<Measured[]> {
  const folder = path.join(benchFolder, 'quota');
  rmSync(folder, { recursive: true, force: true });
  const simulate = (name: string, messages: number, skeletonOnly: boolean) =>
    simulateSync({
      file: path.join(folder, name, 'mail.db'),
      messages,
      quota: 'new',
      remembered: triedToday(),
      skeletonOnly,
    });
  const whole = await simulate('whole', hydrated, false);
  const skeleton = await simulate('skeleton', listed, true);
  if (whole.onDisk !== hydrated || skeleton.known !== listed) throw new Error('The mailbox has not come whole');
  const perMessage = whole.hydrationUnits / hydrated;
  return [
    {
      what: 'what fetching spends of what the quota of a new project allows',
      figure: whole.share,
      unit: '',
      budget: 'hydrationShare',
      note: `100,000 messages in ${hours((listed * perMessage * whole.ms) / whole.units)}`,
    },
    { what: 'refusals meanwhile', figure: whole.refusals, unit: '', budget: 'refusals' },
    {
      what: 'units for the messages',
      figure: whole.hydrationUnits,
      unit: 'units',
      baseline: { what: 'one by one', figure: whole.getOnlyUnits },
      budget: 'unitsAgainstGets',
    },
    {
      what: 'units for the skeleton of 100,000 messages',
      figure: skeleton.skeletonUnits,
      unit: 'units',
      budget: 'skeletonUnits',
      note: `in ${(skeleton.ms / 1_000).toFixed(0)} s`,
    },
    {
      what: 'first screen at 100 ms latency, by the counted clock',
      figure: skeleton.firstScreenMs / 1_000,
      unit: 's',
      budget: 'firstScreenSeconds',
    },
    {
      what: 'round trips one after the other before the first message',
      figure: skeleton.firstScreenTrips,
      unit: '',
      budget: 'firstScreenTrips',
    },
  ];
}
