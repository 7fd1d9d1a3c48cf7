// The lock without a window: what opens it, how often somebody may guess, and what is kept of the passcode.
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { createLock, type LockOptions, waitAfter } from '../../../electron/lock/lock.ts';
import { lockWhenIdle } from '../../../electron/lock/when-idle.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const root = temporaryFolder();
const newFile = () => path.join(mkdtempSync(path.join(root, 'p-')), 'lock.json');
const passcode = 'a porthole of brass';

interface World {
  file: string;
  ticks: number;
  touch: LockOptions['touch'];
}

function run(world: Partial<World> = {}) {
  const state: World = {
    file: newFile(),
    ticks: 1_000,
    touch: { isThere: () => false, ask: async () => undefined },
    ...world,
  };
  const heard: string[] = [];
  const lock = createLock({
    file: state.file,
    ticks: () => state.ticks,
    touch: state.touch,
    onLock: () => heard.push('locked'),
    onUnlock: () => heard.push('unlocked'),
  });
  return { lock, state, heard };
}

const wrong = { failure: { kind: 'passcode' } };

describe('a lock', () => {
  test('is off until somebody turns it on, and does nothing until then', () => {
    const { lock, state, heard } = run();
    lock.lock();
    expect(lock.state()).toMatchObject({ on: false, locked: false });
    expect(heard).toEqual([]);
    expect(existsSync(state.file)).toBe(false);
  });

  test('opens by its passcode and by no other, also after a restart, which begins locked', async () => {
    const first = run();
    await first.lock.turnOn(passcode, 5);
    expect(first.lock.isLocked()).toBe(false);
    first.lock.lock();
    await expect(first.lock.unlock('another')).rejects.toMatchObject(wrong);
    expect(first.lock.isLocked()).toBe(true);
    await first.lock.unlock(passcode);
    expect(first.heard).toEqual(['locked', 'unlocked']);

    const { lock } = run({ file: first.state.file });
    expect(lock.state()).toMatchObject({ on: true, locked: true, afterMinutes: 5 });
    await expect(lock.unlock('')).rejects.toMatchObject(wrong);
    await lock.unlock(passcode);
    expect(lock.isLocked()).toBe(false);
  });

  test('keeps nothing from which the passcode could be read, for its owner alone', async () => {
    const [one, other] = [run(), run()];
    await one.lock.turnOn(passcode, 5);
    await other.lock.turnOn(passcode, 5);
    const text = readFileSync(one.state.file, 'utf8');
    expect(text).not.toContain('porthole');
    // The control: what is kept of it is there, and salted.
    expect(JSON.parse(text).passcode.hash).toMatch(/^[\w+/]{43}=$/);
    expect(JSON.parse(text).passcode.hash).not.toBe(JSON.parse(readFileSync(other.state.file, 'utf8')).passcode.hash);
    if (process.platform !== 'win32') expect(statSync(one.state.file).mode & 0o777).toBe(0o600);
  });

  test('is turned off, and given another passcode, by who knows the one that it has', async () => {
    const { lock, state } = run();
    await lock.turnOn(passcode, 5);
    await expect(lock.turnOn('another one', 5)).rejects.toMatchObject(wrong);
    await expect(lock.turnOff('another one')).rejects.toMatchObject(wrong);
    expect(lock.isOn()).toBe(true);
    await lock.turnOff(passcode);
    expect(lock.isOn()).toBe(false);
    expect(existsSync(state.file)).toBe(false);
  });

  test('takes a passcode however a keyboard composes it', async () => {
    const { lock } = run();
    await lock.turnOn('caf\u00e9 noir', 5);
    lock.lock();
    await lock.unlock('cafe\u0301 noir');
    expect(lock.isLocked()).toBe(false);
  });
});

describe('who guesses', () => {
  test('waits longer and longer', () => {
    expect([0, 4, 5, 6, 8, 100].map(waitAfter)).toEqual([0, 0, 30_000, 60_000, 240_000, 3_600_000]);
  });

  test('is not heard meanwhile, not even with the right one, nor after a restart', async () => {
    const { lock, state } = run();
    await lock.turnOn(passcode, 5);
    lock.lock();
    for (let guess = 0; guess < 5; guess++) await expect(lock.unlock(`no ${guess}`)).rejects.toMatchObject(wrong);
    expect(lock.state().waitMs).toBe(30_000);
    await expect(lock.unlock(passcode)).rejects.toMatchObject({ failure: { waitMs: 30_000 } });

    const again = run({ file: state.file, ticks: 7 });
    expect(again.lock.state().waitMs).toBe(30_000);
    await expect(again.lock.unlock(passcode)).rejects.toMatchObject(wrong);
    // The control: when the time is over it opens, and the count begins anew.
    again.state.ticks += 30_000;
    await again.lock.unlock(passcode);
    expect(JSON.parse(readFileSync(state.file, 'utf8')).failures).toBe(0);
  });

  test('gains nothing by guessing at once', async () => {
    const { lock } = run();
    await lock.turnOn(passcode, 5);
    lock.lock();
    const guesses = Array.from({ length: 7 }, (_, guess) => lock.unlock(guess === 6 ? passcode : `no ${guess}`));
    expect((await Promise.allSettled(guesses)).map(({ status }) => status)).toEqual(guesses.map(() => 'rejected'));
    expect(lock.isLocked()).toBe(true);
  });

  test('is counted before the guess is looked at', async () => {
    const { lock, state } = run();
    await lock.turnOn(passcode, 5);
    lock.lock();
    const guess = lock.unlock('no');
    await Promise.resolve();
    expect(JSON.parse(readFileSync(state.file, 'utf8')).failures).toBe(1);
    await expect(guess).rejects.toMatchObject(wrong);
  });
});

test.each(['', '{', '{"passcode":{}}', 'null', '{"passcode":{"salt":"x","hash":"","N":1,"r":1,"p":1}}'])(
  'a file of a passcode that nobody can read (%j) keeps it locked, and says so',
  async (content) => {
    const file = newFile();
    writeFileSync(file, content);
    const { lock } = run({ file });
    expect(lock.state()).toMatchObject({ on: true, locked: true, damaged: true });
    await expect(lock.unlock(passcode)).rejects.toMatchObject(wrong);
  },
);

test('a bit that flips in how it was made keeps it locked, and says so', async () => {
  const file = newFile();
  await run({ file }).lock.turnOn(passcode, 5);
  writeFileSync(file, readFileSync(file, 'utf8').replace('65536', '65537'));
  const { lock } = run({ file });
  expect(lock.state()).toMatchObject({ locked: true, damaged: true });
  await expect(lock.unlock(passcode)).rejects.toMatchObject(wrong);
});

test('what can’t be removed is said, and stays', async () => {
  const file = newFile();
  const { lock } = run({ file });
  await lock.turnOn(passcode, 5);
  rmSync(file);
  mkdirSync(file);
  await expect(lock.turnOff(passcode)).rejects.toMatchObject({ failure: { kind: 'storage', problem: 'refused' } });
  expect(lock.isOn()).toBe(true);
});

describe('a finger', () => {
  test('opens where the system says that it is the right one', async () => {
    let isRight = false;
    const ask = async () => {
      if (!isRight) throw new Error('cancelled');
    };
    const { lock } = run({ touch: { isThere: () => true, ask } });
    await lock.turnOn(passcode, 5);
    lock.lock();
    await expect(lock.unlockByTouch()).rejects.toMatchObject(wrong);
    expect(lock.isLocked()).toBe(true);
    isRight = true;
    await lock.unlockByTouch();
    expect(lock.isLocked()).toBe(false);
  });

  test('opens nothing where the computer can’t ask for one', async () => {
    const { lock } = run();
    await lock.turnOn(passcode, 5);
    lock.lock();
    await expect(lock.unlockByTouch()).rejects.toMatchObject(wrong);
    expect(lock.isLocked()).toBe(true);
  });
});

describe('it locks by itself', () => {
  async function watched() {
    const { lock } = run();
    await lock.turnOn(passcode, 5);
    const listeners = new Map<string, () => void>();
    let idle = 0;
    let look: () => void = () => undefined;
    lockWhenIdle({
      lock,
      powerMonitor: {
        on: ((name: string, listener: () => void) => listeners.set(name, listener)) as never,
        getSystemIdleTime: () => idle,
      },
      often: (run) => {
        look = run;
      },
    });
    return {
      lock,
      hear: (name: string) => listeners.get(name)?.(),
      rest: (seconds: number) => {
        idle = seconds;
        look();
      },
    };
  }

  test('when nobody touches the computer for as long as was chosen', async () => {
    const { lock, rest } = await watched();
    rest(299);
    expect(lock.isLocked()).toBe(false);
    rest(300);
    expect(lock.isLocked()).toBe(true);
  });

  test.each(['suspend', 'lock-screen'])('on %s', async (name) => {
    const { lock, hear } = await watched();
    hear(name);
    expect(lock.isLocked()).toBe(true);
  });
});
