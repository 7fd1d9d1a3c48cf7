// The lock of the window, and the erasing of everything: while either holds, nothing of the mail is within reach, from the page
// or from the disk. Each has a control that finds it before.
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { whileLocked } from '../../electron/contract/lock.ts';
import { requests } from '../../electron/contract/requests.ts';
import type { FakeGoogle } from '../google/google.ts';
import { anySearch } from '../support/any-search.ts';
import { filesWith } from '../support/files-with.ts';
import { boathouse } from '../support/sample-mail.ts';
import {
  expect,
  expectAccessible,
  openSettings,
  type Running,
  reader,
  rows,
  signIn,
  statusLine,
  test,
} from './porthole.ts';

const passcode = 'brass and glass';
test.use({ mailCount: 12 });

async function turnOn(page: Page): Promise<void> {
  const panel = await openSettings(page, 'Privacy');
  await panel.getByLabel('Passcode').fill(passcode);
  await panel.getByLabel('Once more').fill(passcode);
  await panel.getByRole('button', { name: 'Turn the lock on' }).click();
  await expect(panel.getByRole('button', { name: 'Turn the lock off' })).toBeVisible();
  await page.keyboard.press('Escape');
}

const locked = (page: Page) => page.getByRole('heading', { name: 'Porthole is locked.' });

async function unlock(page: Page, text = passcode): Promise<void> {
  await page.getByLabel('Passcode').fill(text);
  await page.getByRole('button', { name: 'Unlock' }).click();
}

async function begun(start: () => Promise<Running>, google: FakeGoogle): Promise<Running> {
  const running = await start();
  await signIn(running, google);
  await expect(statusLine(running.page)).toContainText('Up to date');
  return running;
}

const ask = (page: Page, name: string, input: object) =>
  page.evaluate(
    async ([asked, given]) => {
      const { porthole } = window as unknown as {
        porthole: { request: (name: string, input: object) => Promise<{ ok: boolean; failure?: { kind: string } }> };
      };
      const result = await porthole.request(asked, given).catch((error: Error) => ({ ok: false, failure: error }));
      return result.ok
        ? JSON.stringify(result)
        : result.failure && 'kind' in result.failure
          ? result.failure.kind
          : 'x';
    },
    [name, input] as const,
  );

test('while it is locked no request is answered but those that open it, and the page holds no mail', async ({
  start,
  google,
  profile,
}) => {
  const { app, page } = await begun(start, google);
  await turnOn(page);
  await rows(page).filter({ hasText: boathouse.subject }).first().click();
  await expect(reader(page).getByRole('heading', { name: boathouse.subject })).toBeVisible();
  const find = { search: anySearch, ask: false, offset: 0, limit: 50 };
  // The control: before, it is there, and is answered.
  const held = () => page.evaluate(() => document.documentElement.outerHTML);
  expect(await held()).toContain(boathouse.subject);
  expect(await ask(page, 'messages.find', find)).toContain(boathouse.subject);

  await app.evaluate(({ powerMonitor }) => powerMonitor.emit('suspend'));
  await expect(locked(page)).toBeVisible();
  await expect(page.getByLabel('Passcode')).toBeFocused();
  expect(await held()).not.toContain(boathouse.subject);
  expect(page.frames()).toHaveLength(1);
  await expectAccessible(page);
  await page.screenshot({ path: test.info().outputPath('locked.png') });

  // All of them, with an input that each would take or not: none gets as far as its handler.
  const others = Object.keys(requests).filter((name) => !whileLocked.some((one) => one === name));
  expect(others.length).toBeGreaterThan(50);
  for (const name of others)
    expect([name, await ask(page, name, {})]).toEqual([name, expect.stringMatching(/^(?:locked|internal)$/)]);
  for (const [name, input] of [
    ['messages.find', find],
    ['session.read', {}],
    ['settings.read', {}],
    ['labels.list', {}],
    ['senders.list', {}],
    ['searches.list', {}],
    ['network.read', {}],
    ['view.prepare', {}],
    ['people.find', { text: 'a', limit: 5 }],
    ['lock.turnOn', { passcode: 'another one', afterMinutes: 5 }],
    ['lock.turnOff', { passcode }],
  ] as const)
    expect([name, await ask(page, name, input)]).toEqual([name, 'locked']);
  // Nor does a new document bring any.
  await page.reload();
  await expect(locked(page)).toBeVisible();
  expect(await held()).not.toContain(boathouse.subject);

  await unlock(page, 'something else');
  await expect(page.getByRole('alert')).toHaveText('That is not the passcode.');
  await page.getByLabel('Passcode').fill(passcode);
  await page.keyboard.press('Enter');
  await expect(rows(page).first()).toBeVisible();
  expect(filesWith(profile, [passcode])).toEqual([]);
});

for (const [when, files] of [
  ['open', 1],
  ['locked', 0],
] as const)
  test(`a dialog that is answered while it is ${when} saves ${files} files`, async ({ start, google }, testInfo) => {
    const { app, page } = await begun(start, google);
    await turnOn(page);
    const folder = testInfo.outputPath('saved');
    mkdirSync(folder, { recursive: true });
    await app.evaluate(
      ({ dialog }, filePath) => {
        dialog.showSaveDialog = () =>
          new Promise((resolve) => {
            Reflect.set(globalThis, 'pressSave', () => resolve({ canceled: false, filePath }));
          });
      },
      path.join(folder, 'mail.mbox'),
    );
    const saving = ask(page, 'export.start', { search: { ...anySearch, text: 'in:anywhere' } }).catch(() => undefined);
    await expect.poll(() => app.evaluate(() => typeof Reflect.get(globalThis, 'pressSave'))).toBe('function');
    if (when === 'locked') {
      await app.evaluate(({ powerMonitor }) => powerMonitor.emit('suspend'));
      await expect(locked(page)).toBeVisible();
    }
    await app.evaluate(() => (Reflect.get(globalThis, 'pressSave') as () => void)());
    await saving;
    const saved = () => readdirSync(folder).length;
    if (files > 0) await expect.poll(saved).toBe(files);
    else await expect.poll(saved, { intervals: [2_000] }).toBe(0);
  });

test('a start begins locked, with no first screen kept that shows mail', async ({ start, google, profile }) => {
  const first = await begun(start, google);
  const account = path.join(profile, 'accounts', google.users[0]?.sub ?? '');
  await first.close();
  // The control: without the lock there is one.
  expect(existsSync(path.join(account, 'first-screen.json'))).toBe(true);

  const second = await start();
  await expect(rows(second.page).first()).toBeVisible();
  await turnOn(second.page);
  expect(existsSync(path.join(account, 'first-screen.json'))).toBe(false);
  await second.close();
  expect(existsSync(path.join(account, 'first-screen.json'))).toBe(false);

  const { page } = await start();
  await expect(locked(page)).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.outerHTML)).not.toContain(boathouse.subject);
  await unlock(page);
  await expect(rows(page).first()).toContainText(boathouse.subject);
  const panel = await openSettings(page, 'Privacy');
  await panel.getByLabel('Passcode').fill(passcode);
  await panel.getByRole('button', { name: 'Turn the lock off' }).click();
  await expect(panel.getByRole('button', { name: 'Turn the lock on' })).toBeVisible();
  await expectAccessible(page);
});

test('what comes while it is locked is told without a word of it', async ({ start, google }) => {
  const secret = 'The key is under the mat';
  const { app, page } = await begun(start, google);
  await app.evaluate(({ Notification }) => {
    const told: unknown[] = [];
    Reflect.set(globalThis, 'told', told);
    Notification.prototype.show = function show() {
      told.push([this.title, this.body]);
    };
  });
  const id = google.users[0]?.sub ?? '';
  await ask(page, 'settings.change', { telling: { content: true, labels: { [id]: ['INBOX'] } } });
  await turnOn(page);
  const write = () =>
    google.mailbox().add({
      raw: `From: Sam <sam@example.org>\r\nSubject: ${secret}\r\n\r\nSoon.`,
      internalDate: Date.now(),
      labelIds: ['INBOX', 'UNREAD'],
    });
  const told = () => app.evaluate(() => JSON.stringify(Reflect.get(globalThis, 'told')));
  const look = () => app.evaluate(({ powerMonitor }) => powerMonitor.emit('resume'));
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.blur());
  // The control: unlocked, it is told with its words, as was chosen.
  write();
  await look();
  await expect.poll(told).toContain(secret);

  await app.evaluate(({ powerMonitor }) => powerMonitor.emit('suspend'));
  await expect(locked(page)).toBeVisible();
  await app.evaluate(() => {
    (Reflect.get(globalThis, 'told') as unknown[]).length = 0;
  });
  write();
  await look();
  await expect.poll(told).toContain('1 new message');
  expect(await told()).not.toContain(secret);
});

test('erasing everything leaves nothing of a person on the computer, and shows so', async ({
  start,
  google,
  profile,
}) => {
  const running = await begun(start, google);
  const { page } = running;
  await page.evaluate(() => window.porthole.request('searches.note', { text: 'from:somebody-looked-for' }));
  await page.evaluate(() => window.porthole.request('settings.change', { theme: 'dark' }));
  await rows(page).first().click();
  await turnOn(page);
  const email = google.users[0]?.email ?? '';
  const marks = ['boathouse', boathouse.subject, email, 'somebody-looked-for', google.users[0]?.sub ?? ''];
  writeFileSync(path.join(profile, 'a letter.txt'), 'of somebody');
  const token = path.join(profile, 'accounts', google.users[0]?.sub ?? '', 'grant.bin');
  // The control: each of them is found before.
  await expect.poll(() => marks.filter((mark) => filesWith(profile, [mark]).length === 0)).toEqual([]);
  await expect.poll(() => existsSync(path.join(profile, 'settings.json'))).toBe(true);
  expect(existsSync(token)).toBe(true);

  const panel = await openSettings(page, 'Privacy');
  await panel.getByRole('button', { name: 'Erase everything on this computer' }).click();
  const question = page.getByRole('dialog', { name: 'Erase everything?' });
  await expectAccessible(page);
  await question.getByRole('button', { name: 'Erase everything' }).click();
  await expect(page.getByRole('heading', { name: 'Everything is erased' })).toBeVisible();
  const main = page.getByRole('main');
  for (const what of ['Mail and what was kept with it', 'Permissions', 'Settings', 'The passcode', 'Logs'])
    await expect(main.getByText(what, { exact: true })).toBeVisible();
  await expect(main).toContainText('1 permission was given back at Google.');
  await expect(main).toContainText(profile);
  await expectAccessible(page);
  await page.screenshot({ path: test.info().outputPath('erased.png') });

  const revoked = google.requests.filter(({ path: where }) => where.startsWith('/revoke'));
  expect(revoked).toHaveLength(1);
  for (const name of ['session.read', 'settings.read', 'sample.open', 'lock.read'])
    expect([name, await ask(page, name, {})]).toEqual([name, 'erased']);
  expect(filesWith(profile, marks)).toEqual([]);
  await running.close();
  expect(filesWith(profile, marks)).toEqual([]);
  const left = filesWith(profile, ['']).map((file) => path.relative(profile, file));
  expect(left.filter((name) => /^(?:accounts|logs|lock|settings|network|where|updates)/.test(name))).toEqual([]);
  // Whoever names a folder may have more in it.
  expect(existsSync(path.join(profile, 'a letter.txt'))).toBe(true);

  const again = await start();
  await expect(again.page.getByRole('button', { name: 'Open the sample mailbox' })).toBeVisible();
});

test('whoever has forgotten the passcode erases everything from the locked window, without a network too', async ({
  start,
  google,
  profile,
}) => {
  const first = await begun(start, google);
  await turnOn(first.page);
  await first.close();
  await google.disconnect();
  const { page } = await start();
  await expect(locked(page)).toBeVisible();
  await page.getByText('Forgotten the passcode?').click();
  await page.getByRole('button', { name: 'Erase everything on this computer' }).click();
  await page.getByRole('button', { name: 'Erase everything', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Everything is erased' })).toBeVisible();
  await expect(page.getByRole('main')).toContainText('1 permission could not be given back');
  expect(filesWith(profile, [boathouse.subject, google.users[0]?.email ?? ''])).toEqual([]);
  await google.reconnect();
});
