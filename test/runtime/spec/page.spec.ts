// What a page gets from its preload script, and what passes between it and the main process.
import { expect, test } from './sample.ts';

test('runs the main process and its worker, and shows its page', async ({ electronApp, page }) => {
  await expect(page).toHaveTitle('greeted 1970-01-01T00:00:00.000Z'); // a Date, sent by webContents.send
  const main = await electronApp.evaluate(({ app, BrowserWindow }) => ({
    ready: app.isReady(),
    name: app.getName(),
    version: app.getVersion(),
    url: BrowserWindow.getAllWindows()[0]?.webContents.getURL(),
  }));
  expect(main).toEqual({ ready: true, name: 'Sample', version: '1.2.3', url: 'app://bundle/index.html' });
  const window = await electronApp.browserWindow(page);
  expect(await window.evaluate((one) => one.isVisible())).toBe(true);
});

test('gives the page what the preload script exposes, frozen, and nothing else', async ({ page }) => {
  const seen = await page.evaluate(() => ({
    exposed: Object.keys(mail),
    frozen: Object.isFrozen(mail),
    doubled: mail.double(21),
    leaked: ['require', 'process', 'module', '__electronStandIn', '__electronStandInToMain'].filter(
      (name) => name in window,
    ),
  }));
  expect(seen).toEqual({
    exposed: ['platform', 'double', 'find', 'ask', 'onGreeting'],
    frozen: true,
    doubled: 42,
    leaked: [],
  });
});

test('carries what a structured clone carries', async ({ page }) => {
  const kept = await page.evaluate(async () => {
    const loop: { name: string; self?: unknown } = { name: 'loop' };
    loop.self = loop;
    const list = ['first', 1];
    delete list[0];
    const value = {
      map: new Map([[1, new Set(['a'])]]),
      date: new Date(5),
      bytes: new Uint8Array([0, 255]),
      big: 10n,
      none: undefined,
      odd: [Number.NaN, -0],
      loop,
      list,
    };
    const back = (await mail.ask('echo', value)) as typeof value;
    return {
      map: back.map.get(1)?.has('a'),
      date: back.date.getTime(),
      bytes: [...back.bytes],
      big: back.big === 10n,
      none: 'none' in back && back.none === undefined,
      notANumber: Object.is(back.odd[0], Number.NaN),
      minusZero: Object.is(back.odd[1], -0),
      loop: (back.loop.self as typeof loop).self === back.loop,
      hole: 0 in back.list,
    };
  });
  expect(kept).toEqual({
    map: true,
    date: 5,
    bytes: [0, 255],
    big: true,
    none: true,
    notANumber: true,
    minusZero: true,
    loop: true,
    hole: false,
  });
});

test("refuses what a structured clone can't carry, and reports failures in Electron's words", async ({ page }) => {
  const failure = (channel: string, value?: string) =>
    page.evaluate(
      ([asked = '', given]) =>
        mail
          .ask(asked, given === 'a function' ? () => undefined : given)
          .then(() => 'no failure')
          .catch((error: Error) => error.message),
      [channel, value],
    );
  expect(await failure('echo', 'a function')).toContain('could not be cloned');
  expect(await failure('unsendable')).toBe(
    "Error invoking remote method 'unsendable': Error: An object could not be cloned.",
  );
  expect(await failure('fail')).toBe("Error invoking remote method 'fail': TypeError: as asked");
  expect(await failure('nobody')).toBe(
    "Error invoking remote method 'nobody': Error: No handler registered for 'nobody'",
  );
});

test('tells whose frame sent a message, and forgets it once the document has gone', async ({ electronApp, page }) => {
  await electronApp.evaluate(({ ipcMain }) => {
    globalThis.seen = [];
    ipcMain.handle('who', async (event) => {
      const now = event.senderFrame === event.sender.mainFrame;
      await new Promise<void>((resolve) => event.sender.once('dom-ready', () => resolve()));
      globalThis.seen.push({ now, later: event.senderFrame });
    });
  });
  await page.evaluate(() => void mail.ask('who').catch(() => undefined));
  await page.reload();
  await expect.poll(() => electronApp.evaluate(() => globalThis.seen)).toEqual([{ now: true, later: null }]);
});

test('paints in the colours that the app chose', async ({ electronApp, page }) => {
  const isDark = () => page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches);
  const choose = (source: 'dark' | 'system') =>
    electronApp.evaluate(({ nativeTheme }, chosen) => {
      globalThis.seen = [];
      nativeTheme.once('updated', () => globalThis.seen.push(nativeTheme.shouldUseDarkColors));
      nativeTheme.themeSource = chosen;
      return globalThis.seen;
    }, source);
  expect(await isDark()).toBe(false);
  expect(await choose('dark')).toEqual([true]);
  await expect.poll(isDark).toBe(true);
  expect(await choose('system')).toEqual([false]);
  await expect.poll(isDark).toBe(false);
});

test('takes pictures of the page', async ({ page }) => {
  const picture = await page.screenshot();
  await page.evaluate(() => document.body.replaceChildren());
  const blank = await page.screenshot();
  expect(picture.subarray(1, 4).toString()).toBe('PNG');
  expect(picture.length).toBeGreaterThan(blank.length);
});

test('gives the page the size of its window', async ({ electronApp, page }) => {
  expect(await page.evaluate(() => [innerWidth, innerHeight])).toEqual([900, 600]);
  const events = await electronApp.evaluate(({ BrowserWindow }) => {
    globalThis.seen = [];
    const [window] = BrowserWindow.getAllWindows();
    window?.on('resize', () => globalThis.seen.push('resize'));
    window?.on('move', () => globalThis.seen.push('move'));
    window?.setBounds({ x: 30, width: 700, height: 500 });
    return { events: globalThis.seen, bounds: window?.getBounds() };
  });
  expect(events).toEqual({ events: ['move', 'resize'], bounds: { x: 30, y: 0, width: 700, height: 500 } });
  await expect.poll(() => page.evaluate(() => [innerWidth, innerHeight])).toEqual([700, 500]);
});
