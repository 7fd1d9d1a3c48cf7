// What `npm start` decides, and how long it waits for Electron's binary.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { chooseRuntime, type Machine } from '../runtime/choose-runtime.ts';
import { downloadElectron } from '../runtime/download-electron.ts';
import { hasDisplay, installedElectron } from '../runtime/executable.ts';

const desktop: Machine = {
  platform: 'linux',
  hasDisplay: true,
  isRoot: false,
  electron: 'here',
  chromium: 'windowed',
};

describe('which runtime', () => {
  test.each<[string, Partial<Machine>, object]>([
    ['runs Electron where it is there', {}, { run: 'electron', switches: [] }],
    ['prefers Electron to any Chromium', { chromium: 'none' }, { run: 'electron', switches: [] }],
    ['gives up the sandbox for root on Linux only', { isRoot: true }, { run: 'electron', switches: ['--no-sandbox'] }],
    ['keeps the sandbox for root elsewhere', { isRoot: true, platform: 'darwin' }, { run: 'electron', switches: [] }],
    ['takes the stand-in without Electron', { electron: 'missing' }, { run: 'stand-in' }],
    ['takes the stand-in where somebody asks for it', { electron: 'unwanted' }, { run: 'stand-in' }],
    ['opens nothing without a display', { hasDisplay: false }, { run: 'nothing' }],
    ['opens nothing with a headless Chromium', { electron: 'missing', chromium: 'headless-only' }, { run: 'nothing' }],
    ['opens nothing without any Chromium', { electron: 'missing', chromium: 'none' }, { run: 'nothing' }],
    ['has no stand-in on Windows', { electron: 'missing', platform: 'win32' }, { run: 'nothing' }],
  ])('%s', (_claim, machine, choice) => {
    expect(chooseRuntime({ ...desktop, ...machine })).toMatchObject(choice);
  });

  test.each<[string, Partial<Machine>, string]>([
    ['the tour where there is no display', { hasDisplay: false }, 'npm run tour'],
    ['the tour beside the browser to install', { electron: 'missing', chromium: 'headless-only' }, 'npm run tour'],
    ['what to install', { electron: 'missing', chromium: 'none' }, 'install Chromium or Chrome'],
    ['what it runs on instead of Electron', { electron: 'missing' }, 'stand-in'],
  ])('names %s, in one sentence', (_claim, machine, named) => {
    const choice = chooseRuntime({ ...desktop, ...machine });
    const sentence = 'sentence' in choice ? choice.sentence : '';
    expect(sentence).toContain(named);
    expect(sentence).toMatch(/^[^\n]+\.$/);
  });

  test('knows a Linux display by either of its variables', () => {
    expect(hasDisplay({}, 'linux')).toBe(false);
    expect(hasDisplay({ DISPLAY: ':0' }, 'linux')).toBe(true);
    expect(hasDisplay({ WAYLAND_DISPLAY: 'wayland-0' }, 'linux')).toBe(true);
    expect(hasDisplay({}, 'darwin')).toBe(true);
  });

  test('says so and fails where there is no display', () => {
    const { DISPLAY, WAYLAND_DISPLAY, ...env } = process.env;
    const script = path.resolve(import.meta.dirname, '../runtime/start.ts');
    const { status, stdout, stderr } = spawnSync(process.execPath, [script], { encoding: 'utf8', env });
    expect({ status, stdout, lines: stderr.trim().split('\n').length }).toEqual({ status: 1, stdout: '', lines: 1 });
    expect(stderr).toContain('npm run tour');
  });
});

describe("Electron's binary", () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'porthole-start-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  function download(installer: string, { timeoutMs = 10_000, now = 0 } = {}) {
    const script = path.join(folder, 'install.cjs');
    writeFileSync(script, installer);
    const note = path.join(folder, 'cache', 'failed');
    return downloadElectron({ script, timeoutMs, note, retryAfterMs: 1000, now: () => now });
  }

  test('is fetched by the installer, whatever the installer says', async () => {
    expect(await download("console.log('noise')")).toBe(true);
    expect(await download("console.error('no network'); process.exit(1)")).toBe(false);
  });

  test('is not waited for longer than the time given', async () => {
    expect(await download('setInterval(() => undefined, 1000)', { timeoutMs: 200 })).toBe(false);
  });

  test('is not asked for at all when no time is given', async () => {
    const ran = path.join(folder, 'ran');
    expect(await download(`require('node:fs').writeFileSync(${JSON.stringify(ran)}, '')`, { timeoutMs: 0 })).toBe(
      false,
    );
    expect(existsSync(ran)).toBe(false);
  });

  test('is not asked for again soon after it could not be had', async () => {
    expect(await download('process.exit(1)', { now: 5000 })).toBe(false);
    expect(await download('process.exit(0)', { now: 5999 })).toBe(false);
    expect(await download('process.exit(0)', { now: 6000 })).toBe(true);
    expect(await download('process.exit(0)', { now: 6001 })).toBe(true); // the failure is forgotten
  });

  test('counts as installed only when it is complete', () => {
    expect(installedElectron(folder)).toBe(undefined);
    writeFileSync(path.join(folder, 'path.txt'), 'electron');
    expect(installedElectron(folder)).toBe(undefined);
  });
});
