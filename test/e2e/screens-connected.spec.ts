// Every screen that needs an account, in every way: two accounts, a message with all that can come with one, what goes wrong.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { consent } from '../google/browser.ts';
import { ladenMail, ladenSubject } from '../support/laden-mail.ts';
import { askForConsent, expect, type Running, signIn, statusLine, test } from './porthole.ts';
import { called, look, narrow, turnTo, type Way, ways } from './ways.ts';

test.use({ hooks: [path.join(import.meta.dirname, 'answers/hook.cjs')] });

const localesFolder = path.resolve(import.meta.dirname, '../../renderer/locales');

/** What is written there in the language of the way, by its path in the language file. */
function textsOf({ language }: Way): (key: string, given?: Readonly<Record<string, string>>) => string {
  const texts: unknown = JSON.parse(readFileSync(path.join(localesFolder, `${language}.json`), 'utf8'));
  return (key, given = {}) => {
    const text = key.split('.').reduce<unknown>((part, name) => (part as Record<string, unknown>)[name], texts);
    if (typeof text !== 'string') throw new Error(`There is no ${key}.`);
    return text.replace(/\{\{(\w+)\}\}/g, (_whole, name: string) => given[name] ?? '');
  };
}

const from = 'From: Amy Harbour <amy@example.org>';
const distant = [
  from,
  'Subject: Pictures from elsewhere',
  'MIME-Version: 1.0',
  'Content-Type: text/html; charset=utf-8',
  '',
  '<p>Look: <img src="https://pictures.example/red.png" alt="Red" width="40" height="40"> ' +
    '<img src="https://count.example/open.gif?person=1" alt="" width="1" height="1"></p>',
].join('\r\n');
const second = 'grace@porthole.example';
/** A build that runs from its source never has one. */
const ready = { ok: true, value: { state: 'ready', version: '7.8.9', notes: 'Letters open faster.' } };
const answers = { ANSWERS: JSON.stringify({ 'updates.read': ready }) };

const dialog = (page: Page) => page.locator('dialog[open]').last();
const popover = (page: Page) => page.locator(':popover-open').last();

async function openMail(page: Page, subject: string): Promise<void> {
  await page.keyboard.press('Escape');
  await page.getByRole('combobox').first().fill(`subject:"${subject}"`);
  await page.keyboard.press('Enter');
  const found = page.getByRole('listbox').getByRole('option');
  await expect(found).toHaveCount(1);
  await found.first().click();
  await expect(page.locator('main section iframe[data-shown]').first()).toBeVisible();
}

async function back(page: Page, way: Way): Promise<void> {
  await page.keyboard.press('Escape');
  if (way.width === narrow) await page.keyboard.press('Escape');
}

async function addSecond({ page, opened }: Running, google: Parameters<typeof signIn>[1]): Promise<void> {
  google.addUser({ email: second, name: 'Grace' });
  google.mailbox(second).add({
    raw: `${from}\r\nTo: ${second}\r\nSubject: Nanoseconds\r\n\r\nHello.`,
    internalDate: Date.now(),
    labelIds: ['INBOX', 'UNREAD'],
  });
  const before = (await opened()).length;
  await page.getByRole('button', { name: /^Account / }).click();
  await page.getByRole('button', { name: 'Add an account' }).click();
  await expect.poll(async () => (await opened()).length).toBe(before + 1);
  await consent((await opened()).at(-1) ?? '', 'allow', { account: second });
  await expect(page.getByRole('listbox', { name: 'Messages' }).getByRole('option').first()).toContainText(
    'Nanoseconds',
  );
}

for (const way of ways) {
  const text = textsOf(way);
  const button = (page: Page, key: string, given?: Readonly<Record<string, string>>) =>
    page.getByRole('button', { name: text(key, given), exact: true });

  test(`every screen with an account: ${called(way)}`, async ({ start, google }) => {
    test.setTimeout(180_000);
    google.mailbox().add({ raw: ladenMail(), internalDate: Date.now(), labelIds: ['INBOX', 'UNREAD'] });
    google.mailbox().add({ raw: distant, internalDate: Date.now() - 1_000, labelIds: ['INBOX'] });
    const running = await start(answers);
    const { page } = running;
    await signIn(running, google);
    await expect(statusLine(page)).toContainText('Up to date', { timeout: 40_000 });
    await turnTo(page, way);

    await openMail(page, 'Pictures from elsewhere');
    const remote = page.getByRole('region', { name: text('remote.name') });
    await expect(remote).toBeVisible();
    await look(page, way, 'remote-content');
    await remote.locator('summary').click();
    await expect(remote.getByRole('row').first()).toBeVisible();
    await look(page, way, 'privacy-receipt');
    await back(page, way);

    await openMail(page, ladenSubject);
    await page.getByRole('region', { name: text('attachments.name') }).scrollIntoViewIfNeeded();
    await look(page, way, 'attachments');
    await button(page, 'menu.name').first().click();
    await expect(popover(page)).toBeVisible();
    await look(page, way, 'message-menu');
    await page.keyboard.press('Escape');
    await button(page, 'attachments.open', { name: 'notes.txt' }).click();
    await expect(dialog(page)).toContainText('A note that came as a file.');
    await look(page, way, 'preview');
    await page.keyboard.press('Escape');
    await page.keyboard.press('ControlOrMeta+f');
    await page.keyboard.type('boat');
    await look(page, way, 'find');
    await page.keyboard.press('Escape');
    await back(page, way);

    await button(page, 'queryForm.open').click();
    await expect(popover(page).getByRole('textbox').first()).toBeVisible();
    await look(page, way, 'builder');
    await page.keyboard.press('Escape');
    await button(page, 'queryHelp.open').click();
    await expect(dialog(page)).toBeVisible();
    await look(page, way, 'help');
    await page.keyboard.press('Escape');

    await statusLine(page).locator('button[aria-haspopup="dialog"]').click();
    await expect(popover(page)).toBeVisible();
    await look(page, way, 'account-menu');
    await button(page, 'status.signOut').click();
    await expect(dialog(page)).toBeVisible();
    await look(page, way, 'sign-out');
    await page.keyboard.press('Escape');
    await button(page, 'status.updateNote', { version: '7.8.9' }).click();
    await expect(dialog(page)).toContainText('Letters open faster.');
    await look(page, way, 'update-ready');
    await dialog(page)
      .getByRole('tab', { name: text('later.settings.sections.privacy') })
      .click();
    await button(page, 'later.erase.name').click();
    await expect(page.locator('dialog[open]')).toHaveCount(2);
    await look(page, way, 'erase');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await expect(page.locator('dialog')).toHaveCount(0);
  });

  test(`every screen with two accounts, and with troubles: ${called(way)}`, async ({ start, google }) => {
    test.setTimeout(180_000);
    const running = await start(answers);
    const { page, opened } = running;
    await signIn(running, google);
    await expect(statusLine(page)).toContainText('Up to date', { timeout: 40_000 });
    await addSecond(running, google);
    await turnTo(page, way);
    await expect(page.getByRole('listbox').getByRole('option').first()).toBeVisible();
    const labels = button(page, 'labels.open');
    if (await labels.isVisible()) await labels.click();
    await page.locator('button[aria-haspopup="menu"]').first().click();
    await expect(popover(page)).toBeVisible();
    await look(page, way, 'switcher');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');

    const before = (await opened()).length;
    await statusLine(page).locator('button[aria-haspopup="dialog"]').click();
    await button(page, 'accounts.add').click();
    await expect.poll(async () => (await opened()).length).toBe(before + 1);
    await expect(page.getByRole('region', { name: text('status.notice') })).toBeVisible();
    await look(page, way, 'adding');
    await consent((await opened()).at(-1) ?? '', 'deny');
    await expect(page.getByRole('region', { name: text('status.notice') }).getByRole('button')).toHaveCount(2);
    await look(page, way, 'adding-denied');
    await button(page, 'action.dismiss').click();

    google.revokeAll(google.users.find(({ email }) => email === second)?.sub);
    await button(page, 'status.refresh').click();
    await expect(page.getByRole('region', { name: text('status.notice') })).toBeVisible();
    await look(page, way, 'revoked');
    await page.keyboard.press('ControlOrMeta+Comma');
    await dialog(page)
      .getByRole('tab', { name: text('accounts.name') })
      .click();
    await expect(dialog(page).getByText(second).first()).toBeVisible();
    await look(page, way, 'two-accounts');
    await page.keyboard.press('Escape');
  });

  test(`every screen without a network: ${called(way)}`, async ({ start, google }) => {
    test.setTimeout(120_000);
    const first = await start(answers);
    await signIn(first, google);
    await expect(statusLine(first.page)).toContainText('Up to date', { timeout: 40_000 });
    await first.close();
    await google.disconnect();
    const { app, page } = await start(answers);
    await turnTo(page, way);
    await expect(page.locator('footer [data-state="offline"]')).toBeVisible();
    await look(page, way, 'offline');
    await app.evaluate(() => {
      const failed = { ok: false, failure: { kind: 'storage', problem: 'full' } };
      Object.assign(Reflect.get(globalThis, 'answers') as object, { 'settings.change': failed });
    });
    await page.keyboard.press('ControlOrMeta+Equal');
    const why = statusLine(page).getByRole('alert');
    await expect(why).not.toBeEmpty();
    // The sentence is there to be read, however little room there is.
    expect(await why.evaluate((sentence) => sentence.scrollWidth - sentence.clientWidth)).toBeLessThanOrEqual(0);
    await look(page, way, 'failed-command');
  });

  test(`every screen of the lock, and of a sign-in that fails: ${called(way)}`, async ({ start, google }) => {
    test.setTimeout(120_000);
    const running = await start(answers);
    const { page } = running;
    const url = await askForConsent(running, google);
    await turnTo(page, way);
    await expect(page.locator('main h1')).toBeVisible();
    await page.locator('main summary').first().click();
    await look(page, way, 'guide-waiting');
    await consent(url, 'deny');
    await expect(page.locator('main [role="alert"]').first()).toBeVisible();
    await look(page, way, 'guide-denied');

    await page.evaluate(() => window.porthole.request('lock.turnOn', { passcode: 'brass and glass', afterMinutes: 5 }));
    // Locked, the window loads anew, and answers nobody.
    await page.evaluate(() => void window.porthole.request('lock.now', {}));
    await expect(page.locator('main input[type="password"]')).toBeVisible();
    await look(page, way, 'locked');
  });
}
