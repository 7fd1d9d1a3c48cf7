// How long a person waits for a window: ratios to an empty one of the same runtime in the same run, because the machine is
// noisy and a ratio is less so.
import { rmSync } from 'node:fs';
import path from 'node:path';
import { openEmpty, openPorthole } from '../app.ts';
import type { Bench } from '../bench.ts';
import { type Measured, median, percentile } from '../figures.ts';
import { answered, painted } from '../painted.ts';
import { benchFolder } from '../places.ts';

/** Rows with a message in them, as the page names them. */
const rows = '[role=listbox][data-takes-keys] [id^=message-]';

async function emptyWindow(): Promise<number> {
  const { app, page, started } = await openEmpty();
  const at = await painted(page, 'p');
  await app.close();
  return at - started;
}

/** The first screen, and the sample mailbox on a click. */
async function firstStart(profile: string) {
  const { app, page, started } = await openPorthole(profile);
  const button = page.getByRole('button', { name: 'Open the sample mailbox' });
  const screen = (await painted(page, 'button')) - started;
  const clicked = performance.now();
  await button.click();
  const sample = (await painted(page, rows)) - clicked;
  await app.close();
  return { screen, sample };
}

/** The rows, and the first key that they answer: a window that only looks ready is not. */
async function reopened(profile: string) {
  const { app, page, started } = await openPorthole(profile);
  const shown = (await painted(page, rows)) - started;
  const live = (await answered(page, 'j', `${rows}[data-cursor]`)) - started;
  await app.close();
  return { shown, live };
}

export async function measureStart({ rounds, profiles }: Bench): Promise<Measured[]> {
  const fresh = path.join(benchFolder, 'first');
  const kept = await profiles();
  const empty: number[] = [];
  const screens: number[] = [];
  const samples: number[] = [];
  const starts = kept.map(() => ({ shown: [] as number[], live: [] as number[] }));
  // A profile's first start is Chromium's work on its files more than ours.
  await emptyWindow();
  for (const { folder } of kept) await reopened(folder);
  for (let round = 0; round < rounds; round++) {
    empty.push(await emptyWindow());
    rmSync(fresh, { recursive: true, force: true });
    const { screen, sample } = await firstStart(fresh);
    screens.push(screen);
    samples.push(sample);
    for (const [index, { folder }] of kept.entries()) {
      const { shown, live } = await reopened(folder);
      starts[index]?.shown.push(shown);
      starts[index]?.live.push(live);
    }
  }
  const baseline = { what: 'empty window', figure: median(empty) };
  const row = (what: string, values: readonly number[]): Measured => ({
    what,
    figure: median(values),
    unit: 'ms',
    baseline,
    note: `worst ${Math.round(percentile(values, 1))}`,
  });
  return [
    row('start to the first screen, nothing on disk', screens),
    row('click to the sample mailbox, made and shown', samples),
    ...kept.flatMap(({ count, name }, index): Measured[] => {
      const started = row(`start to first rows, ${name} on disk`, starts[index]?.shown ?? []);
      return [
        count === 100_000 ? { ...started, budget: 'firstRows' } : started,
        row(`start to the first key answered, ${name} on disk`, starts[index]?.live ?? []),
      ];
    }),
  ];
}
