// Persian as a system in Persian has it: words, direction, digits and calendar, without anything having been chosen.
import type { Page } from '@playwright/test';
import { expect, test } from './porthole.ts';

const environment = { LANGUAGE: 'fa_IR', LANG: 'fa_IR.UTF-8', LC_ALL: 'fa_IR.UTF-8' };
const persianDigit = /[۰-۹]/;
const otherDigit = /\d/;
/** For some sixty years to come. */
const persianYear = /۱۴[۰-۹]{2}/;

const list = (page: Page) => page.getByRole('listbox', { name: 'پیام‌ها' });

async function openSample(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'باز کردن صندوق نمونه' }).click();
  await expect(list(page).getByRole('option').first()).toBeVisible();
}

/** What the window itself writes: how many there are, how many unread, and when the open message came. */
async function written(page: Page): Promise<string> {
  const count = await page.getByRole('main').getByRole('status').first().textContent();
  const inbox = await page.getByRole('treeitem').first().textContent();
  await list(page).getByRole('option').first().click();
  const date = page.locator('main section dl > div').last();
  await expect(date).toBeVisible();
  return [count, inbox, await date.textContent()].join('\n');
}

test.describe('on a system in Persian', () => {
  test.use({ switches: ['--lang=fa-IR'] });

  test('the window speaks Persian, mirrored, with Persian digits and calendar, and so it comes back', async ({
    start,
  }) => {
    const first = await start(environment);
    await expect(first.page.locator('html')).toHaveAttribute('lang', 'fa');
    await expect(first.page.locator('html')).toHaveAttribute('dir', 'rtl');
    await expect(first.page.getByRole('main')).toContainText('حدود ۲٬۰۰۰ پیام');
    await openSample(first.page);
    const said = await written(first.page);
    expect(said).toMatch(persianDigit);
    expect(said).not.toMatch(otherDigit);
    expect(said).toMatch(persianYear);
    await first.page.screenshot({ path: test.info().outputPath('persian.png') });
    await first.close();

    const { page } = await start(environment);
    await expect(list(page).getByRole('option').first()).toBeVisible();
    expect(await page.getByRole('treeitem').first().textContent()).toMatch(persianDigit);
    expect(await page.getByRole('treeitem').first().textContent()).not.toMatch(otherDigit);
  });
});

test.describe('on a system in English', () => {
  test.use({ switches: ['--lang=en-US'] });

  // The control: digits and calendar are the system's, not the language's.
  test('who chooses Persian has its words alone', async ({ start }) => {
    const { page } = await start();
    await page.evaluate(() => window.porthole.request('settings.change', { language: 'fa' }));
    await page.reload();
    await openSample(page);
    const said = await written(page);
    expect(said).toMatch(otherDigit);
    expect(said).not.toMatch(persianDigit);
    expect(said).not.toMatch(persianYear);
  });
});
