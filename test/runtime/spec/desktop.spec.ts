// The fakes around the app, and how they fail where they end.
import { readFileSync } from 'node:fs';
import type { Page, TestInfo } from '@playwright/test';
import { expect, launch, shown, test } from './sample.ts';

test('throws for members that it does not have', async ({ electronApp }) => {
  const message = await electronApp.evaluate(({ app, BrowserWindow, View, autoUpdater, shell }) => {
    const thrown = (act: () => unknown) => {
      try {
        return `nothing thrown: ${act()}`;
      } catch (error) {
        return (error as Error).message;
      }
    };
    return [
      thrown(() => app.getAppMetrics()),
      thrown(() => BrowserWindow.getAllWindows()[0]?.setProgressBar(1)),
      thrown(() => Reflect.get(BrowserWindow, 'addDevToolsExtension')),
      thrown(() => BrowserWindow.getAllWindows()[0]?.webContents.print()),
      thrown(() => new BrowserWindow({ webPreferences: { sandbox: false } })),
      thrown(() => new View()),
      thrown(() => autoUpdater.checkForUpdates()),
      thrown(() => shell.trashItem('x')),
    ];
  });
  expect(message).toEqual([
    'The Electron stand-in has no app.getAppMetrics',
    'The Electron stand-in has no BrowserWindow.setProgressBar',
    'The Electron stand-in has no BrowserWindow.addDevToolsExtension',
    'The Electron stand-in has no webContents.print',
    'The Electron stand-in has no webPreferences.sandbox: false',
    'The Electron stand-in has no View',
    'The Electron stand-in has no autoUpdater.checkForUpdates',
    'The Electron stand-in has no shell.trashItem',
  ]);
});

test('names what a preload script misses', async ({ electronApp, page }) => {
  await page.evaluate(() => mail.ask('echo'));
  const failure = await electronApp.evaluate(
    async ({ BrowserWindow }, preload) => {
      const window = new BrowserWindow({ show: false, webPreferences: { preload } });
      const failed = new Promise<string>((resolve) => {
        window.webContents.once('preload-error', (_event, _path, error) => resolve(error.message));
      });
      await window.loadURL('app://bundle/index.html');
      return failed;
    },
    `${import.meta.dirname}/../sample-app/broken-preload.cjs`,
  );
  expect(failure).toContain('The Electron stand-in has no webFrame.setZoomFactor');
});

test('has a menu whose items can be clicked, a clipboard, and dialogs that are answered by the test', async ({
  electronApp,
}) => {
  const said = await electronApp.evaluate(async ({ app, clipboard, dialog, Menu }) => {
    globalThis.seen = [];
    const submenu = [{ id: 'open', label: 'Open', click: () => globalThis.seen.push('clicked') }];
    Menu.setApplicationMenu(Menu.buildFromTemplate([{ label: 'File', submenu }]));
    app.applicationMenu?.getMenuItemById('open')?.click();
    await clipboard.writeText('copied');
    globalThis.seen.push(await clipboard.readText(), (await dialog.showOpenDialog({ title: 'Which file?' })).canceled);
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: ['/client.json'] });
    globalThis.seen.push((await dialog.showOpenDialog({})).filePaths);
    return { seen: globalThis.seen, dialogs: standIn.dialogs };
  });
  expect(said).toEqual({
    seen: ['clicked', 'copied', true, ['/client.json']],
    dialogs: [{ kind: 'open', options: { title: 'Which file?' } }],
  });
});

test('has a tray whose menu can be clicked, notifications that can be, and a number at the icon', async ({
  electronApp,
}) => {
  const said = await electronApp.evaluate(({ app, BrowserWindow, Menu, nativeImage, Notification, Tray }) => {
    globalThis.seen = [];
    const picture = nativeImage.createFromBuffer(
      Buffer.from(
        'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
        'base64',
      ),
    );
    const tray = new Tray(picture);
    tray.on('click', () => globalThis.seen.push('tray'));
    tray.emit('click');
    const menu = Menu.buildFromTemplate([{ id: 'open', label: 'Open', click: () => globalThis.seen.push('open') }]);
    tray.setContextMenu(menu);
    tray.setToolTip('Two unread');
    menu.getMenuItemById('open')?.click();
    tray.destroy();
    globalThis.seen.push(tray.isDestroyed(), picture.isEmpty(), picture.getSize());

    const notification = new Notification({ title: 'Mail', body: 'One' });
    notification.on('click', () => globalThis.seen.push('notification'));
    notification.show();
    notification.emit('click');
    notification.close();

    app.setBadgeCount(2);
    BrowserWindow.getAllWindows()[0]?.setOverlayIcon(null, '');
    globalThis.seen.push(app.getLoginItemSettings().openAtLogin);
    return globalThis.seen;
  });
  expect(said).toEqual(['tray', 'open', true, false, { width: 1, height: 1 }, 'notification', false]);
});

test('can be told that the machine sleeps and wakes', async ({ electronApp }) => {
  const heard = await electronApp.evaluate(({ powerMonitor }) => {
    globalThis.seen = [];
    powerMonitor.on('resume', () => globalThis.seen.push('resume'));
    powerMonitor.emit('resume');
    return globalThis.seen;
  });
  expect(heard).toEqual(['resume']);
});

test.describe('for a person', () => {
  test.use({ environment: { STAND_IN_OPEN: '1' } });
  test('copies to the clipboard that other programs see', async ({ electronApp, page }) => {
    await electronApp.evaluate(({ clipboard }) => clipboard.writeText('a link'));
    await page.evaluate(() => {
      const input = document.createElement('input');
      document.body.append(input);
      input.focus();
    });
    await page.keyboard.press('ControlOrMeta+V');
    await expect(page.locator('input')).toHaveValue('a link');
  });
});

test.describe('safeStorage', () => {
  const keep = (page: Page) => page.evaluate(() => mail.ask('keepToken', 'secret-token'));
  const read = (page: Page) => page.evaluate(() => mail.ask('readToken').catch((error: Error) => error.message));
  const tag = (testInfo: TestInfo) => readFileSync(testInfo.outputPath('profile', 'token'), 'latin1').slice(0, 3);

  test('keeps a token that does not show in its file, over a restart', async ({ electronApp, page }, testInfo) => {
    await keep(page);
    expect(readFileSync(testInfo.outputPath('profile', 'token')).includes('secret-token')).toBe(false);
    expect(tag(testInfo)).toBe('v11');
    await electronApp.close();
    const again = await launch(testInfo.outputPath('profile'));
    expect(await read(await shown(again))).toEqual({ result: 'secret-token', shouldReEncrypt: false });
    await again.close();
  });

  const outcomes = {
    locked: expect.stringContaining('temporarily unavailable'),
    lost: expect.stringContaining('Error while decrypting'),
    unavailable: expect.stringContaining('Error while decrypting'),
    basic: expect.stringContaining('Error while decrypting'),
    rotated: { result: 'secret-token', shouldReEncrypt: true },
  };
  for (const [backend, outcome] of Object.entries(outcomes)) {
    test(`reads a token of the keyring when it is ${backend}`, async ({ electronApp, page }, testInfo) => {
      await keep(page);
      await electronApp.close();
      const again = await launch(testInfo.outputPath('profile'), { STAND_IN_SAFE_STORAGE: backend });
      expect(await read(await shown(again))).toEqual(outcome);
      await again.close();
    });
  }

  test.describe('without a keyring', () => {
    test.use({ environment: { STAND_IN_SAFE_STORAGE: 'basic' } });
    test("says so in the ciphertext's tag and the backend's name", async ({ electronApp, page }, testInfo) => {
      await keep(page);
      expect(tag(testInfo)).toBe('v10');
      const backend = await electronApp.evaluate(({ safeStorage }) => safeStorage.getSelectedStorageBackend());
      expect(backend).toBe('basic_text');
    });
  });

  test.describe('unavailable', () => {
    test.use({ environment: { STAND_IN_SAFE_STORAGE: 'unavailable' } });
    test('says so and encrypts nothing', async ({ electronApp, page }) => {
      expect(await page.evaluate(() => mail.ask('keepToken', 'x').catch((error: Error) => error.message))).toContain(
        'Error while encrypting',
      );
      expect(await electronApp.evaluate(({ safeStorage }) => safeStorage.isAsyncEncryptionAvailable())).toBe(false);
    });
  });
});
