// The page's process comes to an end, as for want of memory: the window comes back by itself.
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, rows, test } from './porthole.ts';

test('a window whose page has crashed comes back by itself, and the log says so', async ({ start, profile }) => {
  const { app, page } = await start();
  await page.getByRole('button', { name: 'Open the sample mailbox' }).click();
  await rows(page).first().waitFor();
  /** Asked in the main process: the page that the test holds is the one that has gone. */
  const hasRows = () =>
    app.evaluate(async ({ BrowserWindow }) => {
      const [window] = BrowserWindow.getAllWindows();
      if (!window || window.webContents.isCrashed()) return 'gone';
      return window.webContents.executeJavaScript(
        'document.querySelectorAll("[aria-label=Messages] [role=option]").length > 0',
      );
    });
  expect(await hasRows()).toBe(true);
  const crashed = page.waitForEvent('crash');
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer());
  await crashed;
  await expect.poll(() => hasRows().catch(() => 'loading')).toBe(true);
  const log = globSync('logs/*.log', { cwd: profile }).map((file) => readFileSync(path.join(profile, file), 'utf8'));
  expect(log.join('')).toMatch(/Z page gone reason=(?:crashed|killed)\n/);
});
