// What stands beside the list: labels, searches and facets, in the sample mailbox.
import type { Page } from '@playwright/test';
import { expect, filterBox, messages, type Running, reader, rows, test } from './porthole.ts';

const sidebar = (page: Page) => page.getByRole('tree', { name: 'Labels and searches' });
const entry = (page: Page, name: string | RegExp) => sidebar(page).getByRole('treeitem', { name });
const heading = (page: Page) => page.getByRole('heading', { level: 1 });

async function sample(start: () => Promise<Running>): Promise<Running> {
  const running = await start();
  await running.page.getByRole('button', { name: 'Open the sample mailbox' }).click();
  await expect(rows(running.page).first()).toBeVisible();
  return running;
}

test('a label’s list is one click away, and its query stands in the box', async ({ start }) => {
  const { page } = await sample(start);
  await expect(entry(page, /^Inbox/)).toHaveAttribute('aria-current', 'page');
  await entry(page, 'Sent').click();
  await expect(heading(page)).toHaveText('Sent');
  await expect(filterBox(page)).toHaveValue('in:sent');
  await entry(page, /Harbour Museum/).click();
  await expect(filterBox(page)).toHaveValue('label:"Work/Clients/Harbour Museum"');
  await entry(page, /^Inbox/).click();
  await expect(filterBox(page)).toHaveValue('');
});

test('the sidebar is walked through by keyboard alone', async ({ start }) => {
  const { page } = await sample(start);
  await entry(page, /^Inbox/).focus();
  for (const key of ['ArrowDown', 'ArrowDown', 'ArrowDown']) await page.keyboard.press(key);
  await expect(entry(page, 'Sent')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(heading(page)).toHaveText('Sent');
  await entry(page, 'Categories').focus();
  await page.keyboard.press('ArrowLeft');
  await expect(entry(page, 'Categories')).toHaveAttribute('aria-expanded', 'false');
  await expect(entry(page, /^Promotions/)).toHaveCount(0);
});

test('threads or single messages: as one prefers, the next time too', async ({ start }) => {
  const first = await sample(start);
  const size = async (page: Page) => Number(await rows(page).first().getAttribute('aria-setsize'));
  await expect(first.page.getByText(/^[\d,]+ threads$/)).toBeVisible();
  const threads = await size(first.page);
  await first.page.getByText('Messages', { exact: true }).click();
  await expect.poll(() => size(first.page)).toBeGreaterThan(threads);
  await expect(first.page.getByText(/^[\d,]+ messages$/)).toBeVisible();
  const single = await size(first.page);
  await first.close();
  const { page } = await start();
  await expect(rows(page).first()).toBeVisible();
  await expect.poll(() => size(page)).toBe(single);
});

test('a conversation is opened with all of its messages, the read ones folded', async ({ start }) => {
  const { page } = await sample(start);
  // What the sample holds changes with the day.
  await filterBox(page).fill('subject:re');
  // Whoever clicks sooner clicks in the list that is about to go.
  await expect(page.getByRole('main').getByRole('status')).toHaveText(/found/);
  await rows(page).filter({ hasText: 'in the conversation', hasNotText: 'Unread' }).first().click();
  const parts = reader(page).getByRole('list', { name: /conversation/ });
  await expect(parts.getByRole('button', { expanded: false }).first()).toBeVisible();
  await parts.getByRole('button', { expanded: false }).first().click();
  await expect(parts.getByRole('button', { expanded: true })).toHaveCount(2);
});

test('facets narrow down what was found, and months can be brushed', async ({ start }) => {
  const { page } = await sample(start);
  await filterBox(page).fill('order');
  await page.getByRole('button', { name: /^Orders: / }).click();
  await expect(filterBox(page)).toHaveValue('order label:Orders');
  await page.getByRole('button', { name: /^Orders: / }).click();
  await expect(filterBox(page)).toHaveValue('order');
  await page.getByRole('slider', { name: 'Messages per month' }).focus();
  await page.keyboard.press('Shift+ArrowLeft');
  await page.keyboard.press('Enter');
  await expect(filterBox(page)).toHaveValue(/^order after:\d{4}\/\d\d\/01 before:\d{4}\/\d\d\/01$/);
  await page.getByRole('button', { name: 'Any time' }).click();
  await expect(filterBox(page)).toHaveValue('order');
});

test('a search is saved, stands in the sidebar the next time, and is removed', async ({ start }) => {
  const first = await sample(start);
  await filterBox(first.page).fill('has:attachment from:me');
  // What is offered for its last word lies over the button.
  await filterBox(first.page).press('Enter');
  await first.page.getByRole('button', { name: 'Save this search' }).click();
  await first.page.keyboard.type('Files of mine');
  await first.page.keyboard.press('Enter');
  await expect(entry(first.page, 'Files of mine')).toHaveAttribute('aria-current', 'page');
  await first.close();
  const { page } = await start();
  await entry(page, 'Files of mine').click();
  await expect(filterBox(page)).toHaveValue('has:attachment from:me');
  await page.keyboard.press('Delete');
  await expect(entry(page, 'Files of mine')).toHaveCount(0);
});

test('the recent searches are forgotten, and the focus stays in the sidebar', async ({ start }) => {
  const { page } = await sample(start);
  await filterBox(page).fill('has:attachment');
  await page.keyboard.press('Enter');
  const recent = entry(page, 'Recent searches');
  await recent.hover();
  await recent.getByRole('button').click();
  await expect(recent).toHaveCount(0);
  await expect(sidebar(page).locator('[role="treeitem"]:focus')).toHaveCount(1);
});

test('how many were found is announced in one place, whatever is looked at', async ({ start }) => {
  const { page } = await sample(start);
  const announced = page.getByRole('main').getByRole('status');
  await expect(announced).toHaveText(/^[\d,]+ threads$/);
  const before = await announced.elementHandle();
  await filterBox(page).fill('has:attachment');
  await expect(announced).toHaveText(/^[\d,]+ found\. Searched the/);
  expect(await announced.evaluate((now, then) => now === then, before)).toBe(true);
});

test('scrolling through all mail keeps few rows in the document', async ({ start }) => {
  const { page } = await sample(start);
  await entry(page, 'All mail').click();
  await expect(heading(page)).toHaveText('All mail');
  const most = await messages(page).evaluate(async (list) => {
    let seen = 0;
    for (let top = 0; top < list.scrollHeight; top += 1_500) {
      list.scrollTop = top;
      await new Promise(requestAnimationFrame);
      seen = Math.max(seen, list.querySelectorAll('[role="option"]').length);
    }
    return seen;
  });
  expect(most).toBeGreaterThan(0);
  expect(most).toBeLessThanOrEqual(80);
});
