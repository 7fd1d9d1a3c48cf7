import { expect, test } from 'vitest';
import { type Gone, reviveWhenGone } from '../../../electron/window/revive.ts';

/** A page that is brought down when told, on a clock of its own. */
function page() {
  let now = 1_000_000;
  let isDestroyed = false;
  let listener: (event: unknown, details: { reason: string }) => void = () => undefined;
  const waits: number[] = [];
  const told: string[] = [];
  let reloads = 0;
  const contents = {
    on: (_event: string, heard: typeof listener) => {
      listener = heard;
    },
    reload: () => {
      reloads += 1;
    },
    isDestroyed: () => isDestroyed,
  };
  let run: () => void = () => undefined;
  reviveWhenGone({
    contents: contents as unknown as Gone['contents'],
    onGone: (reason) => told.push(reason),
    now: () => now,
    later: (next, ms) => {
      waits.push(ms);
      run = next;
    },
  });
  return {
    waits,
    told,
    reloads: () => reloads,
    wait: (ms: number) => {
      now += ms;
    },
    destroy: () => {
      isDestroyed = true;
    },
    crash: () => listener({}, { reason: 'crashed' }),
    run: () => run(),
  };
}

test('a page that has gone comes anew, at once, and that is noted', () => {
  const { crash, run, waits, reloads, told } = page();
  crash();
  run();
  expect([waits, reloads(), told]).toEqual([[0], 1, ['crashed']]);
});

test('one that goes again and again is left for a minute', () => {
  const { crash, wait, waits } = page();
  for (let count = 0; count < 4; count += 1) crash();
  wait(61_000);
  crash();
  expect(waits).toEqual([0, 0, 0, 60_000, 0]);
});

test('one whose window was closed meanwhile is left alone', () => {
  const { crash, destroy, run, reloads } = page();
  crash();
  destroy();
  run();
  expect(reloads()).toBe(0);
});
