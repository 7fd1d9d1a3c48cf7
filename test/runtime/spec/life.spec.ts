// How the app comes up and goes, and that nothing of it stays.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { environmentWith, expect, launch, sampleApp, shown, standIn, test } from './sample.ts';

/** Processes of the browser that a main process started. */
function browsersOf(mainProcess: number): string[] {
  const profile = path.join(os.tmpdir(), `electron-stand-in-${mainProcess}-`);
  return readdirSync('/proc').filter((entry) => {
    try {
      return readFileSync(`/proc/${entry}/cmdline`, 'utf8').includes(profile);
    } catch {
      return false; // not a process, or no longer
    }
  });
}

test('tells the first instance about a second one, which leaves', async ({ electronApp, page }, testInfo) => {
  await electronApp.evaluate(({ app }) => {
    app.once('second-instance', (_event, argv) => {
      globalThis.seen = argv;
    });
  });
  const args = [sampleApp, `--user-data-dir=${testInfo.outputPath('profile')}`, '--compose'];
  const second = spawnSync(standIn, args, { encoding: 'utf8', timeout: 10_000 });
  expect(second.status).toBe(0);
  await expect.poll(() => electronApp.evaluate(() => globalThis.seen)).toContain('--compose');
  await expect(page.locator('#found')).toBeVisible();
});

test('takes the lock of an instance that was killed', async ({ electronApp }, testInfo) => {
  const closed = electronApp.waitForEvent('close');
  electronApp.process().kill('SIGKILL');
  await closed;
  const again = await launch(testInfo.outputPath('profile'));
  await shown(again);
  await again.close();
});

test('does not start an app that awaits whenReady at top level', () => {
  const app = path.join(sampleApp, 'await-ready.mjs');
  const { status, stderr } = spawnSync(standIn, [app], { encoding: 'utf8', timeout: 10_000 });
  expect(status).toBe(13);
  expect(stderr).toContain('`await app.whenReady()` at top level');
});

test('has no session before the app is ready', () => {
  const app = path.join(sampleApp, 'early-session.mjs');
  const { status, stderr } = spawnSync(standIn, [app], { encoding: 'utf8', timeout: 10_000 });
  expect(status).toBe(1);
  expect(stderr).toContain('Session can only be received when app is ready');
});

test('asks before it quits, and stays when the app or a window says no', async ({ electronApp, page }) => {
  const asked = await electronApp.evaluate(async ({ app, BrowserWindow }) => {
    globalThis.seen = [];
    app.on('before-quit', () => globalThis.seen.push('before-quit'));
    app.on('will-quit', () => globalThis.seen.push('will-quit'));
    app.once('before-quit', (event) => event.preventDefault());
    app.quit();
    BrowserWindow.getAllWindows()[0]?.once('close', (event) => event.preventDefault());
    app.quit();
    await new Promise((resolve) => setImmediate(resolve));
    return globalThis.seen;
  });
  expect(asked).toEqual(['before-quit', 'before-quit']);
  await expect(page.locator('#found')).toBeVisible();
});

test('reports a renderer that crashes, and loads its page again', async ({ electronApp }) => {
  const crashed = await electronApp.evaluate(async ({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    if (!window) throw new Error('no window');
    const { webContents } = window;
    const gone = new Promise<string>((resolve) => {
      webContents.once('render-process-gone', (_event, { reason }) => resolve(reason));
    });
    webContents.forcefullyCrashRenderer();
    const reason = await gone;
    const isCrashed = webContents.isCrashed();
    const loaded = new Promise<void>((resolve) => webContents.once('did-finish-load', () => resolve()));
    webContents.reload();
    await loaded;
    const found = await webContents.executeJavaScript("mail.find('invoice')");
    return { reason, isCrashed, url: webContents.getURL(), found };
  });
  expect(crashed).toEqual({
    reason: 'crashed',
    isCrashed: true,
    url: 'app://bundle/index.html',
    found: [{ subject: 'Invoice 7' }],
  });
});

test('opens no debugging port unless asked to', async ({ environment }, testInfo) => {
  test.skip(process.platform !== 'linux', 'reads /proc');
  const args = [sampleApp, `--user-data-dir=${testInfo.outputPath('profile')}`];
  const env = environmentWith({ ...environment, SAMPLE_SAYS_WHEN_LOADED: '1' });
  const child = spawn(standIn, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  await once(child.stdout, 'data'); // the sample app's page is loaded
  const commands = browsersOf(child.pid ?? 0).map((id) => readFileSync(`/proc/${id}/cmdline`, 'utf8'));
  child.kill('SIGTERM');
  await once(child, 'exit');
  expect(commands.join('\n')).toContain('--remote-debugging-pipe');
  expect(commands.join('\n')).not.toContain('--remote-debugging-port');
  expect(said).not.toContain('listening');
});

const ways = {
  'a quit': (app: Awaited<ReturnType<typeof launch>>) => app.close(),
  'an uncaught error': (app: Awaited<ReturnType<typeof launch>>) =>
    app.evaluate(() => {
      setImmediate(() => {
        throw new Error('uncaught');
      });
    }),
  SIGTERM: (app: Awaited<ReturnType<typeof launch>>) => app.process().kill('SIGTERM'),
  SIGKILL: (app: Awaited<ReturnType<typeof launch>>) => app.process().kill('SIGKILL'),
};
for (const [way, end] of Object.entries(ways)) {
  test(`leaves no Chromium behind after ${way}`, async ({ environment }, testInfo) => {
    test.skip(process.platform !== 'linux', 'reads /proc');
    const electronApp = await launch(testInfo.outputPath('profile'), environment);
    const mainProcess = await electronApp.evaluate(() => process.pid);
    expect(browsersOf(mainProcess)).not.toHaveLength(0);
    const closed = electronApp.waitForEvent('close');
    await Promise.all([closed, end(electronApp)]);
    await expect.poll(() => browsersOf(mainProcess)).toHaveLength(0);
  });
}
