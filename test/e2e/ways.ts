// The ways in which screens are looked at: light and dark, in English and Persian, wide and narrow. SCREENS=all takes each with
// each. A picture of each is left for somebody to look at.
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import type { Settings } from '../../electron/contract/model.ts';
import { expect } from './porthole.ts';

export interface Way {
  readonly language: 'en' | 'fa' | 'de';
  readonly theme: 'light' | 'dark';
  readonly width: number;
  readonly highContrast?: boolean;
}

export const [wide, narrow] = [1280, 480];
const all: readonly Way[] = (['en', 'fa'] as const).flatMap((language) =>
  (['light', 'dark'] as const).flatMap((theme) => [wide, narrow].map((width) => ({ language, theme, width }))),
);
/** Each language, theme and width once. */
const some: readonly Way[] = [
  { language: 'en', theme: 'light', width: wide },
  { language: 'fa', theme: 'dark', width: narrow },
];
const contrasts: readonly Way[] = [
  { language: 'fa', theme: 'light', width: wide, highContrast: true },
  { language: 'de', theme: 'dark', width: wide, highContrast: true },
];
const isAll = process.env['SCREENS'] === 'all';
export const ways = isAll ? [...all, ...contrasts] : some;

export const change = (page: Page, settings: Partial<Settings>) =>
  page.evaluate(async (changes) => {
    const { porthole } = window as unknown as {
      porthole: { request: (name: string, input: object) => Promise<unknown> };
    };
    await porthole.request('settings.change', changes);
  }, settings);

export async function load(page: Page): Promise<void> {
  await page.reload();
  await page.waitForFunction(() => document.querySelector('main') !== null && !document.querySelector('#root[inert]'));
}

/** In a narrow window the message stands in the place of the list, whose heading is the page's. */
const inPlaceOfTheList = new Set([
  'conversation',
  'remote-content',
  'privacy-receipt',
  'attachments',
  'find',
  'message-menu',
]);

export const called = ({ language, theme, width, highContrast }: Way) =>
  `${language}, ${theme}, ${width}${highContrast ? ', high contrast' : ''}`;

/** In this way from now on. */
export async function turnTo(page: Page, way: Way): Promise<void> {
  // What fades by where it is scrolled to is no motion: Playwright would end it with all others.
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.setViewportSize({ width: way.width, height: 800 });
  await change(page, { language: way.language, theme: way.theme, highContrast: way.highContrast ?? false });
  await load(page);
  await expect(page.locator('html')).toHaveAttribute('dir', way.language === 'fa' ? 'rtl' : 'ltr');
}

/** Leaves a picture; axe finds nothing, and nothing is wider than the window. */
export async function look(page: Page, way: Way, name: string): Promise<void> {
  const file = `${name}-${way.language}-${way.theme}-${way.width}${way.highContrast ? '-contrast' : ''}.png`;
  await page.screenshot({ path: `test/results/screens/${file}` });
  const axe = new AxeBuilder({ page }).setLegacyMode(true).exclude('iframe');
  if (way.width === narrow && inPlaceOfTheList.has(name)) axe.disableRules('page-has-heading-one');
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
