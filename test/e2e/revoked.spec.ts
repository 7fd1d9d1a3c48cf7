// The grant dies: one banner, mail stays readable, signing in again keeps it.
import { consent } from '../google/browser.ts';
import { boathouse } from '../support/sample-mail.ts';
import { expect, reader, rows, signIn, statusLine, test } from './porthole.ts';

test('survives that the permission is taken away', async ({ start, google }) => {
  const running = await start();
  const { page, opened } = running;
  await signIn(running, google);
  await expect(statusLine(page)).toContainText('Up to date');
  google.revokeAll();
  await page.getByRole('button', { name: 'Refresh' }).click();
  const banner = page.getByRole('region', { name: 'Notice' });
  await expect(banner).toContainText('Google no longer accepts this sign-in');
  await rows(page).first().click();
  await expect(reader(page)).toContainText(boathouse.text);

  google.mailbox().add({ raw: 'Subject: After all\r\n\r\nHello.', internalDate: Date.now() });
  const gets = () => google.requests.filter(({ path }) => /\/messages\/\w+$/.test(path)).length;
  const before = gets();
  await banner.getByRole('button', { name: 'Sign in again' }).click();
  await expect.poll(async () => (await opened()).length).toBe(2);
  await consent((await opened())[1] ?? '', 'allow');
  await expect(rows(page).first()).toContainText('After all');
  await expect(banner).toBeHidden();
  // Only what is new was fetched.
  expect(gets() - before).toBe(1);
});
