// Every screen of the sample mailbox in every way: axe finds nothing, nothing is wider than the window, and a picture of each is
// left for somebody to look at. What needs an account is in `screens-connected`.
import type { Page } from '@playwright/test';
import { unbegun } from '../../electron/contract/guide.ts';
import { expect, test } from './porthole.ts';
import { called, change, load, look, narrow, turnTo, ways } from './ways.ts';

const row = (page: Page) => page.getByRole('listbox').getByRole('option').first();
const press =
  (...keys: readonly string[]) =>
  async (page: Page) => {
    for (const key of keys) await page.keyboard.press(key);
  };
/** Wherever the focus is: in the box it would be typed. */
const fromNowhere = (key: string) => async (page: Page) => {
  await page.evaluate(() => document.activeElement instanceof HTMLElement && document.activeElement.blur());
  await page.keyboard.press(key);
};
const ask = (query: string) => async (page: Page) => {
  await page.keyboard.press('/');
  await page.getByRole('combobox').first().fill(query);
  await page.keyboard.press('Enter');
};

interface Screen {
  readonly name: string;
  readonly show: (page: Page) => Promise<void>;
  /** It is there. */
  readonly there: string;
  /** The keys that lead back. */
  readonly back?: readonly string[];
}

/** Reached by key, whose names are the same in every language. */
const screens: readonly Screen[] = [
  { name: 'inbox', show: async () => undefined, there: '[role=option]' },
  {
    name: 'conversation',
    // What comes first depends on the hour: of what is found here, all has a layout of its own.
    show: async (page) => {
      await ask('subject:"thank you for your order"')(page);
      await expect(row(page)).toContainText('Thank you for your order');
      await row(page).click();
    },
    there: 'main section iframe[data-shown]',
    back: ['Escape'],
  },
  {
    name: 'search',
    show: ask('subject:order after:banana has:attachment'),
    there: 'ul li:has(button[data-chip]):has-text("banana")',
  },
  { name: 'nothing-found', show: ask('subject:zxqv'), there: 'main:has(ul li:has-text("zxqv")) p' },
  {
    name: 'offers',
    show: async (page) => {
      await page.keyboard.press('/');
      await page.getByRole('combobox').first().fill('');
      await page.getByRole('combobox').first().pressSequentially('from:a');
    },
    there: 'search [role=option]',
    back: ['Escape', 'Escape', 'Escape'],
  },
  { name: 'palette', show: press('ControlOrMeta+k'), there: 'dialog[open] [role=option]', back: ['Escape'] },
  { name: 'keys', show: fromNowhere('?'), there: 'dialog[open] kbd', back: ['Escape'] },
];
const settingsSections = ['accounts', 'storage', 'privacy', 'appearance', 'language', 'keys', 'notifications'].length;

for (const way of ways) {
  test(`every screen: ${called(way)}`, async ({ start }) => {
    test.setTimeout(180_000);
    const { page } = await start();
    await turnTo(page, way);
    await look(page, way, 'welcome');

    await page.locator('main button').first().click();
    const steps = page.locator('main nav button, main nav [aria-current]');
    await expect(steps.first()).toBeVisible();
    for (let at = 0; at < 7; at++) {
      const step = page.locator('main nav li').nth(at).locator('button').first();
      // Without a client the last one leads nowhere.
      if (!(await step.isEnabled())) break;
      await step.click();
      await look(page, way, `guide-${at + 1}`);
      if (way.width === narrow && at === 0) break;
    }
    await change(page, { guide: unbegun });
    await load(page);
    await page.locator('main button').nth(1).click();
    await expect(row(page)).toBeVisible();

    for (const { name, show, there, back = [] } of screens) {
      await show(page);
      await expect(page.locator(there).first()).toBeVisible();
      await look(page, way, name);
      for (const key of back) await page.keyboard.press(key);
    }

    await page.keyboard.press('ControlOrMeta+Comma');
    const tabs = page.getByRole('tab');
    await expect(tabs.first()).toBeVisible();
    const count = await tabs.count();
    expect(count).toBeGreaterThanOrEqual(settingsSections - 1);
    for (let at = 0; at < count; at++) {
      await tabs.nth(at).click();
      await expect(page.locator('[role=tabpanel]:not([inert])')).toBeVisible();
      await look(page, way, `settings-${at + 1}`);
    }
    await page.keyboard.press('Escape');
  });
}
