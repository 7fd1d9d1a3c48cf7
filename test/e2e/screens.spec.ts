// Every screen, light and dark, in English and Persian, wide and narrow: axe finds nothing, nothing is wider than the window, and
// a picture of each is left for somebody to look at. SCREENS=all takes each of them in each of the ways.
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { unbegun } from '../../electron/contract/guide.ts';
import type { Settings } from '../../electron/contract/model.ts';
import { expect, test } from './porthole.ts';

interface Way {
  readonly language: 'en' | 'fa' | 'de';
  readonly theme: 'light' | 'dark';
  readonly width: number;
  readonly highContrast?: boolean;
}

const [wide, narrow] = [1280, 480];
const all: readonly Way[] = (['en', 'fa'] as const).flatMap((language) =>
  (['light', 'dark'] as const).flatMap((theme) => [wide, narrow].map((width) => ({ language, theme, width }))),
);
/** Each two of them together once. */
const some: readonly Way[] = [
  { language: 'en', theme: 'light', width: wide },
  { language: 'en', theme: 'dark', width: narrow },
  { language: 'fa', theme: 'dark', width: wide },
  { language: 'fa', theme: 'light', width: narrow },
];
const contrasts: readonly Way[] = [
  { language: 'fa', theme: 'light', width: wide, highContrast: true },
  { language: 'de', theme: 'dark', width: wide, highContrast: true },
];
const isAll = process.env['SCREENS'] === 'all';
const ways = isAll ? [...all, ...contrasts] : some;

const change = (page: Page, settings: Partial<Settings>) =>
  page.evaluate(async (changes) => {
    const { porthole } = window as unknown as {
      porthole: { request: (name: string, input: object) => Promise<unknown> };
    };
    await porthole.request('settings.change', changes);
  }, settings);

async function load(page: Page): Promise<void> {
  await page.reload();
  await page.waitForFunction(() => document.querySelector('main') !== null && !document.querySelector('#root[inert]'));
}

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
  { name: 'search', show: ask('subject:order after:banana has:attachment'), there: 'ul li button[data-chip]' },
  { name: 'nothing-found', show: ask('subject:zxqv'), there: 'main p' },
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

async function look(page: Page, way: Way, name: string): Promise<void> {
  const file = `${name}-${way.language}-${way.theme}-${way.width}${way.highContrast ? '-contrast' : ''}.png`;
  await page.screenshot({ path: `test/results/screens/${file}` });
  const axe = new AxeBuilder({ page }).setLegacyMode(true).exclude('iframe');
  // In a narrow window the message stands in the place of the list, whose heading is the page's.
  if (way.width === narrow && name === 'conversation') axe.disableRules('page-has-heading-one');
  const { violations } = await axe.analyze();
  expect
    .soft(
      violations.map(({ id, nodes }) => [id, nodes.map(({ target }) => target.join(' '))]),
      file,
    )
    .toEqual([]);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect.soft(overflow, `${file}: wider than the window`).toBeLessThanOrEqual(0);
}

for (const way of ways) {
  const called = `${way.language}, ${way.theme}, ${way.width}${way.highContrast ? ', high contrast' : ''}`;
  test(`every screen: ${called}`, async ({ start }) => {
    test.setTimeout(180_000);
    const { page } = await start();
    // What fades by where it is scrolled to is no motion: Playwright would end it with all others.
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.setViewportSize({ width: way.width, height: 800 });
    await change(page, { language: way.language, theme: way.theme, highContrast: way.highContrast ?? false });
    await load(page);
    await expect(page.locator('html')).toHaveAttribute('dir', way.language === 'fa' ? 'rtl' : 'ltr');
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
