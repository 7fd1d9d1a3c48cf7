// What somebody hears who does not see the window: where they are, how far that goes, and what happens meanwhile.
import path from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import { expect, filterBox, messages, reader, rows, signIn, statusLine, test } from './porthole.ts';

test.use({ hooks: [path.join(import.meta.dirname, 'answers/hook.cjs')] });

/** All that was said aloud, in order: what a live region came to hold. */
async function listenIn(page: Page): Promise<() => Promise<readonly string[]>> {
  await page.evaluate(() => {
    const heard: string[] = [];
    Reflect.set(window, 'heard', heard);
    new MutationObserver((changes) => {
      for (const { target } of changes) {
        const element = target instanceof Element ? target : target.parentElement;
        const text = element?.closest('[role="status"], [role="alert"], [aria-live]')?.textContent?.trim();
        if (text && text !== heard.at(-1)) heard.push(text);
      }
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
  });
  return () => page.evaluate(() => Reflect.get(window, 'heard') as string[]);
}

const answer = (app: ElectronApplication, answers: object) =>
  app.evaluate((_electron, given) => Object.assign(Reflect.get(globalThis, 'answers') as object, given), answers);

async function openSample(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Open the sample mailbox' }).click();
  await expect(rows(page).first()).toBeVisible();
}

/** Where the cursor is, and of how many, as the list points at it. */
const position = (page: Page) =>
  messages(page).evaluate((list) => {
    const row = document.getElementById(list.getAttribute('aria-activedescendant') ?? '');
    return row && [row.ariaPosInSet, row.ariaSetSize].map(Number);
  });

test('every row says which it is of how many, although only a few are there', async ({ start }) => {
  const { page } = await start();
  await openSample(page);
  // It says how many there are once it knows.
  const said = page.getByRole('main').getByRole('status').first();
  await expect(said).toHaveText(/\d{3}/);
  const total = Number((await said.textContent())?.replace(/\D/g, ''));
  expect(total).toBeGreaterThan(300);
  expect(await rows(page).count()).toBeLessThan(100);
  await messages(page).focus();
  await page.keyboard.press('Home');
  await expect.poll(() => position(page)).toEqual([1, total]);
  await page.keyboard.press('j');
  await expect.poll(() => position(page)).toEqual([2, total]);
  await page.keyboard.press('End');
  await expect.poll(() => position(page)).toEqual([total, total]);
});

test('the screens are parts with names, and what is in them has roles', async ({ start }) => {
  const { page } = await start();
  await expect(page.getByRole('main')).toMatchAriaSnapshot(`
    - main:
      - heading "Porthole" [level=1]
      - button "Connect a Gmail account"
      - button "Open the sample mailbox"
  `);
  await openSample(page);
  await expect(page.locator('body')).toMatchAriaSnapshot(`
    - banner:
      - search:
        - combobox "Filter messages"
    - main:
      - navigation:
        - tree "Labels and searches":
          - treeitem /Inbox \\d+ unread/ [level=1] [selected]
          - treeitem "Starred" [level=1]
      - separator "Width of the labels"
      - heading "Inbox" [level=1]
      - status: /\\d+ threads/
      - listbox "Messages":
        - option /./
        - option /./
      - separator "Width of the list"
      - region "Message":
        - paragraph: Choose a message to read it here.
    - contentinfo:
      - button /Account/
  `);
  await filterBox(page).fill('subject:"thank you for your order" has:attachment');
  await expect(rows(page).first()).toContainText('Thank you for your order');
  await rows(page).first().click();
  await expect(reader(page)).toMatchAriaSnapshot(`
    - region "Message":
      - article:
        - heading /Thank you for your order/ [level=2]
        - list:
          - listitem:
            - term: From
            - button "More about this message"
            - region "Attachments":
              - list:
                - listitem:
                  - button /Look at/
                  - button /Save/
  `);
  await page.keyboard.press('ControlOrMeta+Comma');
  await expect(page.getByRole('dialog')).toMatchAriaSnapshot(`
    - dialog "Settings":
      - heading "Settings" [level=2]
      - button "Close"
      - tablist:
        - tab "Accounts"
        - tab "Storage"
        - tab "Appearance" [selected]
      - tabpanel "Appearance":
        - heading "Appearance" [level=3]
  `);
});

test('says what was found, once for each answer', async ({ start }) => {
  const { page } = await start();
  await openSample(page);
  const heard = await listenIn(page);
  await filterBox(page).fill('subject:"thank you for your order" has:attachment');
  await expect(rows(page).first()).toContainText('Thank you for your order');
  await expect.poll(async () => (await heard()).at(-1)).toMatch(/^\d+ found\. Searched the [\d,]+ messages/);
  await filterBox(page).fill('subject:zxqv');
  await expect.poll(async () => (await heard()).at(-1)).toMatch(/^0 found\. /);
});

test('says that a newer version is ready, and leads to it', async ({ start, google }) => {
  const running = await start();
  const { app, page } = running;
  await signIn(running, google);
  // The control: nothing is said of what is not there.
  await expect(page.getByRole('button', { name: /^Update ready/ })).toHaveCount(0);
  await answer(app, { 'updates.read': { ok: true, value: { state: 'ready', version: '7.8.9', notes: '' } } });
  await page.reload();
  const said = 'Update ready: version 7.8.9 is installed when you quit';
  await expect(statusLine(page).getByRole('status').filter({ hasText: said })).toBeAttached();
  await statusLine(page).getByRole('button', { name: said }).press('Enter');
  await expect(page.getByRole('tabpanel', { name: 'Updates' })).toContainText('Version 7.8.9 is ready');
});

test('says why a command came to nothing, whoever gave it, until it is read', async ({ start }) => {
  const { app, page } = await start();
  await openSample(page);
  const alert = statusLine(page).getByRole('alert');
  await expect(alert).toBeEmpty();
  const full = { ok: false, failure: { kind: 'storage', problem: 'full' } };
  await answer(app, { 'settings.change': full, 'account.signOut': full });
  for (const keys of ['ControlOrMeta+Shift+l', 'ControlOrMeta+Equal']) {
    await page.keyboard.press(keys);
    await expect(alert).toContainText('disk is full');
    await statusLine(page).getByRole('button', { name: 'Dismiss' }).press('Enter');
    await expect(alert).toBeEmpty();
  }
  await page.getByRole('button', { name: /^Account / }).press('Enter');
  await page.getByRole('button', { name: 'Close the sample mailbox' }).press('Enter');
  await expect(alert).toContainText('disk is full');
});
