// Quit, cut the network, start again: what was there is there.
import { boathouse } from '../support/sample-mail.ts';
import { expect, filterBox, reader, rows, signIn, statusLine, test } from './porthole.ts';

test('reopens without network and without a login, and goes on by itself when the network is back', async ({
  start,
  google,
}) => {
  const first = await start();
  await signIn(first, google);
  await expect(statusLine(first.page)).toContainText('Up to date');
  await first.close();
  await google.disconnect();

  const again = await start();
  const { page } = again;
  await expect(rows(page).first()).toContainText(boathouse.subject);
  await expect(statusLine(page)).toContainText(/Offline, as of/);

  await filterBox(page).fill('behind "blue door"');
  await expect(rows(page)).toHaveCount(1);
  await expect(page.getByText('1 found', { exact: true })).toBeVisible();
  await expect(page.getByText(/Searched all .* · offline/)).toBeVisible();
  await rows(page).first().click();
  await expect(reader(page)).toContainText(boathouse.text);
  await filterBox(page).clear();

  google.mailbox().add({
    raw: 'From: Cy <cy@example.org>\r\nSubject: While you were away\r\n\r\nHello.',
    internalDate: Date.now(),
  });
  await google.reconnect();
  await expect(rows(page).first()).toContainText('While you were away', { timeout: 40_000 });
  await expect(statusLine(page)).toContainText('Up to date');
  expect(await again.opened()).toEqual([]);
});

test('says that Gmail was not asked for what it leaves out', async ({ start, google }) => {
  const first = await start();
  await signIn(first, google);
  await expect(statusLine(first.page)).toContainText('Up to date');
  await first.close();
  await google.disconnect();
  const { page } = await start();
  await expect(statusLine(page)).toContainText(/Offline/);
  await filterBox(page).fill('is:muted boathouse');
  await expect(page.getByText(/left out: is:muted/)).toBeVisible();
});
