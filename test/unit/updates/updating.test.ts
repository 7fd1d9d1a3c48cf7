// Newer versions of Porthole, joined to what it runs on: who is asked, when, and who is never asked.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
// Loaded when it is first asked: not while a test waits.
import '../../../electron/updates/electron-updater.ts';
import { createUpdating } from '../../../electron/updates/updating.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const minute = 60_000;
const day = 24 * 60 * minute;
const list = ['version: 1.1.0', 'files: [{ url: Porthole.AppImage, sha512: "AAAA", size: 1 }]'].join('\n');

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'setInterval', 'Date'] }));
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllEnvs();
});

interface World {
  readonly isAllowed?: boolean;
  readonly chosen?: 'ask' | 'off';
  readonly isPackaged?: boolean;
}

/** An AppImage. */
function world({ isAllowed = true, chosen = 'ask', isPackaged = true }: World = {}) {
  const folder = temporaryFolder();
  const mounted = path.join(folder, 'mounted');
  mkdirSync(mounted);
  writeFileSync(path.join(mounted, 'porthole'), '');
  writeFileSync(path.join(mounted, 'app-update.yml'), 'provider: generic\nurl: https://updates.example/porthole\n');
  const kept = { updates: chosen, updatesLookedAt: null as number | null };
  const asked: string[] = [];
  const file = path.join(folder, 'Porthole.AppImage');
  // electron-updater looks there itself.
  vi.stubEnv('APPIMAGE', file);
  const updating = createUpdating({
    app: {
      getVersion: () => '1.0.0',
      getName: () => 'Porthole',
      isPackaged,
      quit: () => undefined,
      once: () => undefined as never,
      releaseSingleInstanceLock: () => undefined,
    },
    program: {
      platform: 'linux',
      env: { APPIMAGE: file, APPDIR: mounted },
      execPath: path.join(mounted, 'porthole'),
      resourcesPath: mounted,
    },
    userData: folder,
    settings: {
      read: () => kept as never,
      change: (changes) => {
        Object.assign(kept, changes);
        return changes as never;
      },
    },
    isAllowed,
    fetch: async (url) => {
      asked.push(new URL(String(url)).pathname);
      return new Response(list);
    },
    onChanged: () => undefined,
    onBug: () => 'ref',
  });
  return { updating, asked, kept };
}

/** Also what is loaded meanwhile. */
async function pass(ms: number) {
  await vi.advanceTimersByTimeAsync(ms);
  await vi.dynamicImportSettled();
  await vi.advanceTimersByTimeAsync(0);
}

test('are looked for once a day, and not before somebody has begun to read', async () => {
  const { updating, asked, kept } = world();
  updating.watch();
  await pass(minute - 1);
  expect(updating.read()).toEqual({ state: 'idle', lookedAt: null });
  await pass(1);
  await vi.waitFor(() => expect(updating.read()).toMatchObject({ state: 'available', version: '1.1.0' }));
  expect(asked).toEqual(['/porthole/latest-linux.yml']);
  expect(kept.updatesLookedAt).not.toBeNull();
  await pass(day - 2 * minute);
  expect(asked).toHaveLength(1);
  await pass(120 * minute);
  await vi.waitFor(() => expect(asked).toHaveLength(2));
});

test.each<[string, World, string]>([
  ['of whom the person has said so', { chosen: 'off' }, 'off'],
  ['that an organisation hands out', { isAllowed: false }, 'cannot'],
  ['that is not packed', { isPackaged: false }, 'cannot'],
])('are never looked for by one %s', async (_who, given, state) => {
  const { updating, asked } = world(given);
  updating.watch();
  await pass(3 * day);
  await vi.waitFor(() => expect(updating.read().state).toBe(state));
  expect(asked).toEqual([]);
});
