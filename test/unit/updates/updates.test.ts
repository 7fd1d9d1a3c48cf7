// How it stands with newer versions: what is asked of the feed, when, and what comes of it.
import { describe, expect, test } from 'vitest';
import type { CannotUpdate, UpdateState } from '../../../electron/contract/updates.ts';
import { type Feed, UpdateError } from '../../../electron/updates/feed.ts';
import { createUpdates } from '../../../electron/updates/updates.ts';

const day = 24 * 60 * 60 * 1000;
const found = { version: '1.2.3', notes: 'Better' };

interface World {
  readonly cannot?: CannotUpdate;
  readonly feed?: Partial<Feed>;
}

function world({ cannot, feed = {} }: World = {}) {
  const did: string[] = [];
  const seen: UpdateState[] = [];
  const bugs: unknown[] = [];
  const is = { on: true, lookedAt: null as number | null, now: 100 * day };
  const fake: Feed = {
    look: async () => found,
    download: async () => undefined,
    takeBack: () => true,
    restart: () => undefined,
    ...feed,
  };
  const noted =
    <Input extends readonly unknown[], Output>(name: string, work: (...input: Input) => Output) =>
    (...input: Input) => {
      did.push(name);
      return work(...input);
    };
  const updates = createUpdates({
    cannot: cannot ?? null,
    isOn: () => is.on,
    openFeed: async () => {
      did.push('open');
      return {
        look: noted('look', fake.look),
        download: noted('download', fake.download),
        takeBack: noted('take back', fake.takeBack),
        restart: noted('restart', fake.restart),
      };
    },
    lookedAt: () => is.lookedAt,
    onLooked: (at) => {
      is.lookedAt = at;
    },
    now: () => is.now,
    onChanged: () => seen.push(updates.read()),
    onBug: (error) => {
      bugs.push(error);
      return 'ref';
    },
  });
  const turn = (on: boolean) => {
    is.on = on;
    return updates.apply();
  };
  return { updates, did, seen, bugs, is, turn };
}

/** Goes on when it is told to. */
function held<Value>() {
  const { promise, resolve, reject } = Promise.withResolvers<Value>();
  return { promise, resolve, reject };
}

test('goes from nothing to ready, a step each time that a person says so', async () => {
  const shares = [0.001, 0.25, 0.251, 1];
  const { updates, did, seen } = world({
    feed: { download: async (onShare) => shares.forEach((share) => void onShare(share)) },
  });
  expect(updates.read()).toEqual({ state: 'idle', lookedAt: null });
  await updates.look();
  expect(updates.read()).toEqual({ state: 'available', ...found });
  await updates.download();
  expect(updates.read()).toEqual({ state: 'ready', ...found });
  expect(seen.map((one) => ('share' in one ? one.share : one.state))).toEqual([
    'looking',
    'available',
    0,
    0.25,
    1,
    'ready',
  ]);
  await updates.look();
  await updates.download();
  expect(did).toEqual(['open', 'look', 'download']);
  await updates.restart();
  expect(did.at(-1)).toBe('restart');
});

test('nothing is downloaded or installed unasked', async () => {
  const { updates, did, is } = world();
  for (let days = 0; days < 5; days++) {
    await updates.lookDaily();
    is.now += day;
  }
  await updates.restart();
  expect(updates.read().state).toBe('available');
  expect(did).not.toContain('download');
  expect(did).not.toContain('restart');
  // The same, asked for.
  await updates.download();
  await updates.restart();
  expect(did.slice(-2)).toEqual(['download', 'restart']);
});

test('looks by itself once a day, also where the clock was wrong', async () => {
  const { updates, did, is } = world({ feed: { look: async () => undefined } });
  const looks = () => did.filter((one) => one === 'look').length;
  await updates.lookDaily();
  is.now += day - 1;
  await updates.lookDaily();
  expect(looks()).toBe(1);
  expect(updates.read()).toEqual({ state: 'idle', lookedAt: 100 * day });
  is.now += 1;
  await updates.lookDaily();
  expect(looks()).toBe(2);
  is.now -= 50 * day;
  await updates.lookDaily();
  expect(looks()).toBe(3);
});

describe('off', () => {
  test('is off at once: nobody is asked, whoever asks', async () => {
    const { updates, did, turn } = world();
    await turn(false);
    await updates.look();
    await updates.lookDaily();
    await updates.download();
    expect(updates.read()).toEqual({ state: 'off' });
    expect(did).toEqual([]);
    await turn(true);
    await updates.look();
    expect(did).toEqual(['open', 'look']);
  });

  test('ends what runs, and what comes of it all the same counts for nothing', async () => {
    const late = held<undefined | typeof found>();
    const signals: AbortSignal[] = [];
    const { updates, turn, is } = world({
      feed: {
        look: (signal) => {
          signals.push(signal);
          return late.promise;
        },
      },
    });
    const looking = updates.look();
    await Promise.resolve();
    await turn(false);
    expect(signals.map(({ aborted }) => aborted)).toEqual([true]);
    await turn(true);
    late.resolve(found);
    await looking;
    expect(updates.read()).toEqual({ state: 'idle', lookedAt: null });
    expect(is.lookedAt).toBeNull();
  });

  test('a download that ends in spite of it is not installed', async () => {
    const late = held<void>();
    const { updates, did, turn } = world({ feed: { download: () => late.promise } });
    await updates.look();
    const downloading = updates.download();
    await turn(false);
    late.resolve();
    await downloading;
    expect(did.at(-1)).toBe('take back');
    expect(updates.read()).toEqual({ state: 'off' });
  });

  test('what was ready is not installed, or is still said to be where that can no longer be had', async () => {
    const back = world();
    const gone = world({ feed: { takeBack: () => false } });
    for (const { updates, turn, did } of [back, gone]) {
      await updates.look();
      await updates.download();
      await turn(false);
      expect(did.at(-1)).toBe('take back');
    }
    expect(back.updates.read()).toEqual({ state: 'off' });
    expect(gone.updates.read()).toEqual({ state: 'ready', ...found });
  });
});

test('what can not be renewed asks nobody, and says why', async () => {
  const { updates, did, turn } = world({ cannot: 'package-manager' });
  await updates.look();
  await updates.lookDaily();
  await turn(false);
  expect(updates.read()).toEqual({ state: 'cannot', why: 'package-manager' });
  expect(did).toEqual([]);
});

test('what fails is said as what it is, and can be tried again', async () => {
  const answers = [
    () => Promise.reject(new UpdateError({ kind: 'unreachable' })),
    () => Promise.reject(new Error('a bug')),
    async () => found,
  ];
  const { updates, bugs } = world({ feed: { look: () => (answers.shift() ?? (async () => undefined))() } });
  await updates.look();
  expect(updates.read()).toEqual({ state: 'failed', failure: { kind: 'unreachable' } });
  expect(bugs).toEqual([]);
  await updates.look();
  expect(updates.read()).toEqual({ state: 'failed', failure: { kind: 'internal', reference: 'ref' } });
  expect(bugs).toHaveLength(1);
  await updates.look();
  expect(updates.read().state).toBe('available');
});

test('at the end of everything nothing more is asked, and nothing installed', async () => {
  const { updates, did } = world();
  await updates.look();
  await updates.download();
  await updates.end();
  await updates.look();
  expect(did.slice(2)).toEqual(['download', 'take back']);
});
