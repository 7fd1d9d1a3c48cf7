// A dozen screens as somebody has looked at them and accepted them, compared by pixels: with fixed mail, in the font that comes
// with the stand-in's Chromium. `npm run e2e -- e2e/accepted --update-snapshots` accepts what there is now.
import type { Page } from '@playwright/test';
import { chromiumKind } from '../runtime/chromium/find.ts';
import { isStandIn } from '../runtime/executable.ts';
import { fillWithSample } from '../support/sample-mail.ts';
import { expect, filterBox, messages, openSettings, type Running, reader, rows, signIn, test } from './porthole.ts';

test.use({ mailCount: 0, switches: ['--lang=en-US'] });

/** Rows of another year have dates, whatever day it is. */
const mailAt = Date.UTC(2024, 5, 14, 12);
const wide = { width: 900, height: 560 };
const narrow = { width: 420, height: 560 };

/** What is not in that font is in one of the machine's: how wide this line is tells which, in px. */
const persian = { font: '16px system-ui', text: 'پنجره‌ای مهروموم‌شده رو به', width: 187 };

async function drawnWidth(page: Page): Promise<number> {
  return page.evaluate(({ font, text }) => {
    const context = document.createElement('canvas').getContext('2d');
    if (!context) return 0;
    context.font = font;
    return Math.round(context.measureText(text).width);
  }, persian);
}

/** Loads the window in this look, and in the one font. */
async function look(page: Page, settings: object, size = wide): Promise<void> {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.setViewportSize(size);
  await page.evaluate((changes) => window.porthole.request('settings.change', changes), settings);
  await page.reload();
  await page.waitForFunction(() => document.querySelector('main') !== null && !document.querySelector('#root[inert]'));
  await page.evaluate(() => document.documentElement.style.setProperty('--font', '"Open Sans", system-ui'));
  await page.mouse.move(0, 0);
}

/** When one looked last is said by the clock. */
const options = (page: Page) => ({
  animations: 'allow' as const,
  mask: [page.getByRole('contentinfo')],
  maxDiffPixels: 40,
});
const compare = (page: Page, name: string) => expect(page).toHaveScreenshot(`${name}.png`, options(page));

/** Where dates are those of Greenwich. */
const openMailbox = (start: (environment: Record<string, string>) => Promise<Running>) => start({ TZ: 'UTC' });

test.beforeEach(() => {
  test.skip(!isStandIn || chromiumKind() !== 'headless-only', 'the font is that of the Chromium that npm installs');
});

test('the start and the guide', async ({ start }) => {
  const { page } = await openMailbox(start);
  await look(page, { theme: 'light' });
  await compare(page, 'welcome');
  // The control: one colour more or less is seen.
  await page.evaluate(() => document.documentElement.style.setProperty('--accent', 'rebeccapurple'));
  await expect(page).not.toHaveScreenshot('welcome.png', { ...options(page), timeout: 2_000 });

  await look(page, { theme: 'dark' });
  await page.getByRole('button', { name: 'Connect a Gmail account' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Create a project at Google');
  await page.mouse.move(0, 0);
  await compare(page, 'guide-project');
  await look(page, { theme: 'light', guide: { step: 'audience', open: true, project: '', audience: 'published' } });
  await compare(page, 'guide-audience');
  await page.setViewportSize(narrow);
  await compare(page, 'guide-audience-narrow');
});

test('mail, and what is found of it', async ({ start, google }) => {
  fillWithSample(google, 150, mailAt);
  const running = await openMailbox(start);
  const { page } = running;
  await signIn(running, google);
  await expect(page.getByRole('contentinfo')).toContainText('Up to date');
  await look(page, { theme: 'light' });
  await expect(rows(page).first()).toBeVisible();
  await compare(page, 'inbox');
  await rows(page).filter({ hasText: 'I pressed send' }).click();
  await expect(reader(page).getByText('I pressed send')).toBeVisible();
  await page.mouse.move(0, 0);
  await compare(page, 'message');
  await page.keyboard.press('Escape');
  await expect(messages(page)).toBeFocused();

  await look(page, { theme: 'dark' }, { ...wide, width: 1120 });
  await filterBox(page).fill('has:attachment larger:1K');
  await filterBox(page).press('Enter');
  await expect(page.locator('aside[aria-busy="false"]')).toBeVisible();
  await expect(page.getByText('Gmail found no more')).toBeVisible();
  await compare(page, 'search');
  await filterBox(page).fill('subject:zxqv');
  await filterBox(page).press('Enter');
  await expect(page.getByText('Nothing found.')).toBeVisible();
  await look(page, { theme: 'dark' }, narrow);
  await expect(page.getByText('Gmail found no more')).toBeVisible();
  await compare(page, 'nothing-found-narrow');
});

test('what opens above the window', async ({ start, google }) => {
  fillWithSample(google, 60, mailAt);
  const running = await openMailbox(start);
  const { page } = running;
  await signIn(running, google);
  await expect(page.getByRole('contentinfo')).toContainText('Up to date');
  await look(page, { theme: 'light', highContrast: true });
  await openSettings(page, 'Notifications');
  await page.mouse.move(0, 0);
  await compare(page, 'settings-high-contrast');
  await page.keyboard.press('Escape');
  await look(page, { theme: 'dark', highContrast: false });
  await expect(rows(page).first()).toBeVisible();
  await page.keyboard.press('ControlOrMeta+k');
  await expect(page.getByRole('dialog').getByRole('option').first()).toBeVisible();
  await compare(page, 'palette');
  await page.keyboard.press('Escape');
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible();
  await compare(page, 'keys');
});

test('Persian, from right to left', async ({ start }) => {
  const { page } = await openMailbox(start);
  const width = await drawnWidth(page);
  test.skip(width !== persian.width, `Persian is drawn in another font here: ${width} px instead of ${persian.width}`);
  await look(page, { theme: 'dark', language: 'fa' });
  await compare(page, 'persian-welcome');
  await look(page, { theme: 'light', guide: { step: 'branding', open: true, project: '', audience: 'published' } });
  await compare(page, 'persian-guide');
});
