// What Porthole tells outside its window: of new mail by notification, how much is unread by number and tray; and that it goes
// on without a window where that was chosen.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { ElectronApplication, Page } from '@playwright/test';
import { _electron } from 'playwright';
import type { Telling } from '../../electron/contract/telling.ts';
import { consent } from '../google/browser.ts';
import type { FakeGoogle } from '../google/google.ts';
import { chromiumSandbox } from '../runtime/executable.ts';
import {
  expect,
  openSettings,
  projectFolder,
  type Running,
  reader,
  rows,
  signIn,
  statusLine,
  test,
} from './porthole.ts';

const secret = 'The key is under the mat';

/** Notes what is shown at the desktop's edges instead of showing it, on Electron as on the stand-in. */
async function watchEdges(app: ElectronApplication): Promise<void> {
  await app.evaluate(({ app: program, Notification, Tray }) => {
    const edges = { notifications: [] as unknown[], badge: 0, menu: null as unknown };
    Reflect.set(globalThis, 'edges', edges);
    Notification.prototype.show = function show() {
      edges.notifications.push(this);
    };
    Tray.prototype.setContextMenu = (menu) => {
      edges.menu = menu;
    };
    program.setBadgeCount = (count = 0) => {
      edges.badge = count;
      return true;
    };
  });
}

const notices = (app: ElectronApplication) =>
  app.evaluate(() =>
    (Reflect.get(globalThis, 'edges').notifications as { title: string; body: string }[]).map(({ title, body }) => ({
      title,
      body,
    })),
  );
const badge = (app: ElectronApplication) => app.evaluate(() => Reflect.get(globalThis, 'edges').badge as number);
const clickNewest = (app: ElectronApplication) =>
  app.evaluate(() => (Reflect.get(globalThis, 'edges').notifications as NodeJS.EventEmitter[]).at(-1)?.emit('click'));
const clickInTray = (app: ElectronApplication, id: string) =>
  app.evaluate(
    (_electron, item) => (Reflect.get(globalThis, 'edges').menu as Electron.Menu).getMenuItemById(item)?.click(),
    id,
  );
const trayItems = (app: ElectronApplication) =>
  app.evaluate(() =>
    (Reflect.get(globalThis, 'edges').menu as Electron.Menu | null)?.items.map(({ label }) => label).filter(Boolean),
  );

/** Somebody has turned to another program. */
const lookAway = (app: ElectronApplication) =>
  app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.blur());

function write(google: FakeGoogle, subject = secret, from = 'Sam Key <sam@example.org>'): void {
  const raw = [`From: ${from}`, `Subject: ${subject}`, `Date: ${new Date().toUTCString()}`, '', 'Soon.', ''].join(
    '\r\n',
  );
  google.mailbox().add({ raw, internalDate: Date.now(), labelIds: ['INBOX', 'UNREAD'] });
}

const refresh = (page: Page) => page.evaluate(() => window.porthole.request('sync.now', {}));

async function choose(page: Page, wanted: Partial<Telling>): Promise<void> {
  await page.evaluate((telling) => window.porthole.request('settings.change', { telling }), wanted);
}

async function synced(page: Page): Promise<void> {
  await expect(statusLine(page)).toContainText('Up to date');
}

/** Signed in, with all of the mail, and whatever is shown at the desktop's edges noted. */
async function begun(start: () => Promise<Running>, google: FakeGoogle): Promise<Running> {
  const running = await start();
  await watchEdges(running.app);
  await signIn(running, google);
  await synced(running.page);
  return running;
}

test('mail that comes behind one’s back is told once, as a number, and as nothing more unless asked', async ({
  start,
  google,
}) => {
  const { app, page } = await begun(start, google);

  // Nothing is told unless chosen.
  await lookAway(app);
  write(google, 'Not to be told');
  await refresh(page);
  await expect(rows(page).first()).toContainText('Not to be told');
  expect(await notices(app)).toEqual([]);

  const panel = await openSettings(page, 'Notifications');
  await panel.getByRole('checkbox', { name: 'Inbox', exact: true }).click();
  await expect(panel.getByRole('checkbox', { name: 'Inbox', exact: true })).toBeChecked();
  await panel.getByText('Other labels').click();
  for (const theme of ['light', 'dark'] as const) {
    await page.evaluate((chosen) => window.porthole.request('settings.change', { theme: chosen }), theme);
    await expect(page.locator('html')).toHaveCSS('color-scheme', /./);
    await page.screenshot({ path: test.info().outputPath(`notifications-${theme}.png`) });
    const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).include('dialog[open]').analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  }
  await page.keyboard.press('Escape');
  await lookAway(app);
  write(google);
  write(google, 'Another', 'Ann Other <ann@example.org>');
  await refresh(page);
  await expect.poll(() => notices(app)).toEqual([{ title: 'Porthole', body: '2 new messages' }]);

  await choose(page, { content: true });
  write(google, 'A third', 'Tom Third <tom@example.org>');
  await refresh(page);
  await expect
    .poll(async () => (await notices(app)).at(-1))
    .toEqual({
      title: '3 new messages',
      // Names and subjects are laid out each by itself.
      body: [
        ['Tom Third', 'A third'],
        ['Ann Other', 'Another'],
        ['Sam Key', secret],
      ]
        .map(([name, subject]) => `\u2068${name}\u2069: \u2068${subject}\u2069`)
        .join('\n'),
    });

  // Whoever looks has seen it, and is told of no list that lies open.
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.focus());
  write(google, 'Before one’s eyes');
  await refresh(page);
  await expect(rows(page).first()).toContainText('Before one’s eyes');
  await lookAway(app);
  write(google, 'The last one', 'Eve Last <eve@example.org>');
  await refresh(page);
  await expect.poll(async () => (await notices(app)).at(-1)).toEqual({ title: 'Eve Last', body: 'The last one' });
  expect(await notices(app)).toHaveLength(3);

  await clickNewest(app);
  await expect(reader(page).getByRole('heading', { name: 'The last one' })).toBeVisible();
});

test('what came while Porthole was closed is no news', async ({ start, google }) => {
  const first = await start();
  await signIn(first, google);
  await synced(first.page);
  const panel = await openSettings(first.page, 'Notifications');
  await panel.getByRole('checkbox', { name: 'Inbox', exact: true }).click();
  await first.close();
  write(google, 'Came meanwhile');

  const { app, page } = await start();
  await watchEdges(app);
  await lookAway(app);
  await expect(rows(page).first()).toContainText('Came meanwhile');
  await synced(page);
  write(google, 'Came now');
  await refresh(page);
  await expect.poll(() => notices(app)).toEqual([{ title: 'Porthole', body: '1 new message' }]);
});

test('the number at the icon is what is unread in the inbox, or nothing where that was chosen', async ({
  start,
  google,
}) => {
  const { app, page } = await begun(start, google);
  await choose(page, { badge: true });
  const before = await expect
    .poll(() => badge(app))
    .toBeGreaterThan(0)
    .then(() => badge(app));
  write(google);
  await refresh(page);
  await expect.poll(() => badge(app)).toBe(before + 1);

  const panel = await openSettings(page, 'Notifications');
  await panel.getByRole('checkbox', { name: 'Count unread mail' }).click();
  await expect.poll(() => badge(app)).toBe(0);
  await panel.getByRole('checkbox', { name: 'Count unread mail' }).click();
  await expect.poll(() => badge(app)).toBe(before + 1);
});

test('closing the window leaves it in the tray where that was chosen, with mail coming in, and a click brings it back', async ({
  start,
  google,
}) => {
  test.skip(process.platform === 'darwin', 'a Mac has the dock');
  const { app, page } = await begun(start, google);
  await choose(page, { content: true });
  const panel = await openSettings(page, 'Notifications');
  await panel.getByRole('checkbox', { name: 'Inbox', exact: true }).click();
  expect(await trayItems(app)).toBeUndefined();
  await panel.getByRole('checkbox', { name: 'Go on without a window' }).click();
  await expect.poll(() => trayItems(app)).toContain('Open Porthole');

  await page.close();
  write(google);
  await app.evaluate(({ powerMonitor }) => powerMonitor.emit('resume'));
  await expect.poll(() => notices(app)).toEqual([{ title: 'Sam Key', body: secret }]);

  const opened = app.waitForEvent('window');
  await clickNewest(app);
  const again = await opened;
  await expect(reader(again).getByRole('heading', { name: secret })).toBeVisible();

  await again.close();
  await expect.poll(() => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(0);
  const another = app.waitForEvent('window');
  await clickInTray(app, 'open');
  await expect(rows(await another).first()).toContainText(secret);

  await clickInTray(app, 'pause');
  await expect.poll(() => trayItems(app)).toContain('Go on fetching mail');
});

test('starts at login only where that was chosen', async ({ start }) => {
  test.skip(process.platform !== 'linux', 'elsewhere the system keeps the list');
  const config = test.info().outputPath('config');
  const entry = path.join(config, 'autostart', 'porthole.desktop');
  const { page } = await start({ XDG_CONFIG_HOME: config });
  await page.getByRole('button', { name: 'Open the sample mailbox' }).click();
  await expect(rows(page).first()).toBeVisible({ timeout: 20_000 });
  expect(existsSync(entry)).toBe(false);
  const panel = await openSettings(page, 'Notifications');
  await panel.getByRole('checkbox', { name: 'Start when I log in' }).click();
  await expect.poll(() => existsSync(entry) && readFileSync(entry, 'utf8')).toMatch(/^Exec=".+" --hidden$/m);
  await panel.getByRole('checkbox', { name: 'Start when I log in' }).click();
  await expect.poll(() => existsSync(entry)).toBe(false);
});

test('the page of the network has the one host that was asked, as often as it was', async ({ start, google }) => {
  const running = await start();
  const { page } = running;
  await signIn(running, google);
  await synced(page);
  const panel = await openSettings(page, 'Network');
  const line = (purpose: string) => panel.getByRole('row').filter({ hasText: purpose });
  await expect(line('Signing in')).toContainText('127.0.0.1');
  await expect(line('Mail')).toContainText('127.0.0.1');
  await expect(panel.getByRole('row')).toHaveCount(3);
  const isMail = ({ path: where }: { readonly path: string }) => /^\/(?:gmail|batch)/.test(where);
  const read = async () => {
    const use = await page.evaluate(() => window.porthole.request('network.read', {}));
    return use.ok ? use.value.run : [];
  };
  const counted = async () => (await read()).find(({ purpose }) => purpose === 'mail')?.requests;
  await expect(async () => expect(await counted()).toBe(google.requests.filter(isMail).length)).toPass();
  await page.screenshot({ path: test.info().outputPath('network.png') });
  await page.setViewportSize({ width: 420, height: 700 });
  await page.screenshot({ path: test.info().outputPath('network-narrow.png') });
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).include('dialog[open]').analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  expect(JSON.stringify(await read())).not.toContain('/');
  await panel.getByRole('button', { name: 'Forget this' }).click();
  await expect(line('Signing in')).toHaveCount(0);
});

test('a start at login shows no window where it may run without one, and the tray opens it', async ({
  start,
  google,
  profile,
}) => {
  test.skip(process.platform === 'darwin', 'a Mac has the dock');
  const first = await start();
  await signIn(first, google);
  await synced(first.page);
  await choose(first.page, { background: true });
  await first.close();

  const before = google.requests.length;
  const trayHook = test.info().outputPath('tray.cjs');
  writeFileSync(
    trayHook,
    `require('electron').Tray.prototype.setContextMenu = (menu) => { globalThis.edges = { menu } };`,
  );
  const app = await _electron.launch({
    args: ['-r', trayHook, projectFolder, `--user-data-dir=${profile}`, `--google=${google.url}`, '--hidden'],
    cwd: projectFolder,
    colorScheme: null,
    chromiumSandbox,
  });
  try {
    await expect.poll(() => app.evaluate(() => 'edges' in globalThis)).toBe(true);
    expect(app.windows()).toEqual([]);
    // Nobody has asked for anything, and Gmail is looked at all the same.
    await expect.poll(() => google.requests.length).toBeGreaterThan(before);
    const opened = app.waitForEvent('window');
    await clickInTray(app, 'open');
    await expect(rows(await opened).first()).toBeVisible();
  } finally {
    await app.close();
  }
});

test('what stops and comes back is said aloud, once', async ({ start, google }) => {
  const running = await start();
  const { page } = running;
  await signIn(running, google);
  await synced(page);
  const said = statusLine(page).locator('[data-announced]');
  await google.disconnect();
  await refresh(page);
  await expect(said).toHaveText('Offline. The mail on this computer can still be read.');
  await expect(said).toHaveAttribute('role', 'status');
  await google.reconnect();
  await refresh(page);
  await expect(said).toHaveText('Connected to Gmail again.');
});

test('a click on what one account was told of shows that account, or the message among all', async ({
  start,
  google,
}) => {
  const second = 'grace@porthole.example';
  const running = await begun(start, google);
  const { app, page, opened } = running;
  google.addUser({ email: second, name: 'Grace' });
  await page.getByRole('button', { name: /^Account / }).click();
  const before = (await opened()).length;
  await page.getByRole('button', { name: 'Add an account' }).click();
  await expect.poll(async () => (await opened()).length).toBe(before + 1);
  await consent((await opened()).at(-1) ?? '', 'allow', { account: second });
  const shown = page.getByRole('button', { name: /^Account: / });
  await expect(shown).toContainText(second);
  await synced(page);

  const panel = await openSettings(page, 'Notifications');
  await panel
    .getByRole('group', { name: google.users[0]?.email ?? '' })
    .getByRole('checkbox', { name: 'Inbox' })
    .click();
  await page.keyboard.press('Escape');
  // The other account is in view, and looked at: that says nothing of this one.
  write(google);
  await refresh(page);
  await expect.poll(() => notices(app)).toHaveLength(1);
  await expect(shown).toContainText(second);
  await clickNewest(app);
  await expect(shown).toContainText(google.users[0]?.email ?? '');
  await expect(reader(page).getByRole('heading', { name: secret })).toBeVisible();

  await page.evaluate(() => window.porthole.request('account.show', { all: true }));
  await expect(shown).toContainText('All accounts');
  await lookAway(app);
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.emit('focus'));
  await lookAway(app);
  write(google, 'Among all');
  await refresh(page);
  await expect.poll(() => notices(app)).toHaveLength(2);
  await clickNewest(app);
  await expect(reader(page).getByRole('heading', { name: 'Among all' })).toBeVisible();
});
