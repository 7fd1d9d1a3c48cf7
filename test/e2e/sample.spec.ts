// The sample mailbox: tried by anyone, without account and network.
import { expect, filterBox, messages, reader, rows, statusLine, test } from './porthole.ts';

test('opens without network, is read and filtered, is there the next time, and is closed', async ({
  start,
  google,
}) => {
  await google.disconnect();
  const first = await start();
  await first.page.getByRole('button', { name: 'Open the sample mailbox' }).click();
  await expect(rows(first.page).first()).toBeVisible();
  await expect(statusLine(first.page)).toContainText('nothing leaves this computer');
  await first.close();

  const { page } = await start();
  await expect(rows(page).first()).toBeVisible();
  // Virtual: however long the list, few rows are in the document.
  expect(await rows(page).count()).toBeLessThanOrEqual(80);
  await expect.poll(async () => Number(await rows(page).first().getAttribute('aria-setsize'))).toBeGreaterThan(400);

  await filterBox(page).fill('has:attachment');
  await expect(page.getByText(/Searched the 2,000 messages of the sample/)).toBeVisible();
  await rows(page).first().click();
  await expect(reader(page).getByRole('heading').first()).toBeVisible();

  await page.getByRole('button', { name: /^Account/ }).click();
  await page.getByRole('button', { name: 'Close the sample mailbox' }).click();
  await expect(page.getByRole('button', { name: 'Connect a Gmail account' })).toBeVisible();
});

test('says how a query was understood, and marks the words that it found', async ({ start }) => {
  const { page } = await start();
  await page.getByRole('button', { name: 'Open the sample mailbox' }).click();
  await expect(rows(page).first()).toBeVisible();
  await filterBox(page).fill('subject:order thank after:banana is:muted');
  const chips = page.getByRole('list', { name: 'How this was understood' }).getByRole('listitem');
  await expect(chips.filter({ hasText: 'after:banana' })).toBeVisible();
  await expect(chips.filter({ hasText: 'is:muted' })).toBeVisible();
  await expect(chips.filter({ hasText: 'order' })).toBeVisible();
  await expect(
    rows(page)
      .first()
      .locator('mark', { hasText: /^order$/i })
      .first(),
  ).toBeVisible();
  await rows(page).first().click();
  const marked = reader(page)
    .getByRole('heading')
    .locator('mark', { hasText: /^order$/i });
  await expect(marked.first()).toBeVisible();
  await filterBox(page).clear();
  await expect(page.locator('mark')).toHaveCount(0);
});

test('is walked through by keyboard alone', async ({ start }) => {
  const { page } = await start();
  await page.getByRole('button', { name: 'Open the sample mailbox' }).press('Enter');
  await expect(rows(page).first()).toBeVisible();
  await messages(page).focus();
  const selected = messages(page).locator('[data-cursor]');
  await page.keyboard.press('j');
  const first = await selected.textContent();
  await page.keyboard.press('j');
  await expect.poll(() => selected.textContent()).not.toBe(first);
  await page.keyboard.press('k');
  await expect.poll(() => selected.textContent()).toBe(first);
  await page.keyboard.press('End');
  await expect(messages(page).getByRole('option').last()).toBeVisible();
  await page.keyboard.press('Home');
  await page.keyboard.press('Enter');
  await expect(reader(page).getByRole('heading').first()).toBeVisible();
  await page.keyboard.press('/');
  await expect(filterBox(page)).toBeFocused();
});
