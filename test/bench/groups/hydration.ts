// How long the main process keeps others waiting while it fetches mail at full speed, beside one that has an empty window.
import type { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ElectronApplication } from 'playwright';
import { openEmpty } from '../app.ts';
import type { Bench } from '../bench.ts';
import type { Measured } from '../figures.ts';
import { startHydrating } from '../hydrating.ts';

const watchedMs = 40_000;
/** At fifty a second they last longer than is watched, also after the first sign-in has fetched some. */
const messages = 6_000;
const resolutionMs = 1;
const settleMs = 2_000;
const restMs = 10_000;

function watchLoop(app: ElectronApplication): Promise<void> {
  return app.evaluate((_electron, resolution) => {
    const histogram = process.getBuiltinModule('node:perf_hooks').monitorEventLoopDelay({ resolution });
    histogram.enable();
    Reflect.set(globalThis, 'loopDelay', histogram);
  }, resolutionMs);
}

interface Delay {
  readonly p50: number;
  readonly p99: number;
  readonly most: number;
}

/** Beyond the interval of the timer that is watched (perf_hooks counts it in). */
function loopDelay(app: ElectronApplication): Promise<Delay> {
  return app.evaluate((_electron, resolution) => {
    const histogram = Reflect.get(globalThis, 'loopDelay') as ReturnType<typeof monitorEventLoopDelay>;
    histogram.disable();
    const ms = (nanoseconds: number) => Math.max(0, nanoseconds / 1e6 - resolution);
    return { p50: ms(histogram.percentile(50)), p99: ms(histogram.percentile(99)), most: ms(histogram.max) };
  }, resolutionMs);
}

async function atRest(): Promise<Delay> {
  const { app } = await openEmpty();
  await sleep(settleMs);
  await watchLoop(app);
  await sleep(restMs);
  const rest = await loopDelay(app);
  await app.close();
  return rest;
}

export async function measureHydration(_bench: Bench): Promise<Measured[]> {
  const rest = await atRest();
  const { app, onDisk, close } = await startHydrating(messages);
  try {
    // The listings come first.
    const listedBy = performance.now() + 60_000;
    for (let before = await onDisk(); ; ) {
      await sleep(1_000);
      const now = await onDisk();
      if (now - before >= 30) break;
      if (performance.now() > listedBy) throw new Error('No mail comes in, or too slowly to be measured');
      before = now;
    }
    const from = await onDisk();
    const started = performance.now();
    await watchLoop(app);
    await sleep(watchedMs);
    const busy = await loopDelay(app);
    const seconds = (performance.now() - started) / 1_000;
    const rate = ((await onDisk()) - from) / seconds;
    const note = `half of the time ${busy.p50.toFixed(1)} ms, at most ${busy.most.toFixed(0)} ms`;
    return [
      { what: 'messages fetched a second', figure: rate, unit: '/s', budget: 'hydrationRate' },
      {
        what: 'event-loop delay of main while they come: p99',
        figure: busy.p99,
        unit: 'ms',
        baseline: { what: 'with an empty window', figure: rest.p99 },
        budget: 'loopDelay',
        note,
      },
    ];
  } finally {
    await close();
  }
}
