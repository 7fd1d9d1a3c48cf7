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
