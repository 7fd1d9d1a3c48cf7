// A reopened app shows the mailbox from disk at once: its document comes with the rows.
import { boathouse } from '../support/sample-mail.ts';
import { expect, filterBox, reader, rows, signIn, statusLine, test } from './porthole.ts';

test('the document comes with the rows, and comes alive as it is', async ({ start, google }) => {
  const first = await start();
  await signIn(first, google);
  await expect(statusLine(first.page)).toContainText('Up to date');
  await first.close();

  const again = await start();
  const { page } = again;
  await expect(rows(page).first()).toContainText(boathouse.subject);
  // Only a document that came with its screen says where it was drawn.
  expect(await page.locator('#root').getAttribute('data-place')).not.toBe(null);

  // React reports what it did not find as it would have drawn it.
  await expect(rows(page).first()).toContainText(boathouse.subject);
  await page.keyboard.press('j');
  await page.keyboard.press('o');
  await expect(reader(page).getByRole('heading', { name: boathouse.subject })).toBeVisible();
  await filterBox(page).fill('subject:"quarterly report" from:reports');
  await expect(rows(page)).toHaveCount(1);
  expect(await page.pageErrors()).toEqual([]);
});
