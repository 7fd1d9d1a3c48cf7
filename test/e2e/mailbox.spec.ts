// The story of a mailbox: sign in, list, filter, read, reopen.
import { boathouse } from '../support/sample-mail.ts';
import { expect, filterBox, messages, reader, rows, signIn, statusLine, test } from './porthole.ts';

test('signs in through the system browser, lists, filters and reads', async ({ start, google }) => {
  const running = await start();
  const { page } = running;
  await signIn(running, google);
  await expect(rows(page).first()).toContainText(boathouse.subject);
  await expect(statusLine(page)).toContainText('Up to date');

  await filterBox(page).fill('subject:"quarterly report" from:reports');
  await expect(rows(page)).toHaveCount(1);
  await expect(page.getByText(/Gmail found/)).toBeVisible();

  await rows(page).first().click();
  await expect(reader(page).getByRole('heading', { name: 'Quarterly report' })).toBeVisible();
  await expect(reader(page)).toContainText('The quarterly report is attached.');

  await filterBox(page).clear();
  await expect(rows(page).first()).toContainText(boathouse.subject);
  expect(await messages(page).getAttribute('aria-label')).toBe('Messages');
});

test('a row that is clicked before it has come is opened when it has', async ({ start }) => {
  const { page } = await start();
  await page.getByRole('button', { name: 'Open the sample mailbox' }).click();
  await expect(rows(page).first()).toBeVisible();
  await page.getByRole('treeitem', { name: 'All mail' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('All mail');
  await expect(rows(page).first().locator('time')).toBeVisible();
  const clicked = await messages(page).evaluate(async (list) => {
    const blank = () => document.querySelector<HTMLElement>('[role="option"][id="row-300"]');
    list.scrollTop = Number(list.dataset['rowHeight']) * 300;
    while (!blank()) await new Promise(requestAnimationFrame);
    blank()?.click();
    return blank()?.querySelector('time') === null;
  });
  expect(clicked).toBe(true);
  await expect(reader(page).getByRole('heading').first()).toBeVisible();
  await expect(messages(page).locator('[aria-posinset="301"]')).toHaveAttribute('aria-selected', 'true');
});
