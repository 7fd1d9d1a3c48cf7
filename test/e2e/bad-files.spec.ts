// Files that were damaged while Porthole was not running: a clear sentence, and nothing lost.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { boathouse } from '../support/sample-mail.ts';
import { expect, rows, signIn, statusLine, test } from './porthole.ts';

const notice = (page: Parameters<typeof rows>[0]) => page.getByRole('region', { name: 'Notice' });

test('a settings file that is no JSON is kept aside, and one starts anew', async ({ start, profile }) => {
  const first = await start();
  await first.page.getByRole('button', { name: 'Open the sample mailbox' }).waitFor();
  await first.close();
  writeFileSync(path.join(profile, 'settings.json'), '{ "theme": ');
  const { page } = await start();
  await expect(page.getByRole('button', { name: 'Open the sample mailbox' })).toBeVisible();
  await expect(page.getByText(/settings file was damaged/)).toBeVisible();
  const aside = readdirSync(profile).filter((name) => name.includes('unreadable'));
  expect(aside).toHaveLength(1);
  expect(readFileSync(path.join(profile, aside[0] ?? ''), 'utf8')).toBe('{ "theme": ');
});

test('damaged settings lose no account', async ({ start, google, profile }) => {
  const first = await start();
  await signIn(first, google);
  await expect(statusLine(first.page)).toContainText('Up to date');
  await first.close();
  writeFileSync(path.join(profile, 'settings.json'), '{bro');
  const { page } = await start();
  await expect(rows(page).first()).toContainText(boathouse.subject);
  await expect(statusLine(page)).toContainText('Up to date');
});

test('an account file that is damaged costs the name, and no mail', async ({ start, google, profile }) => {
  const first = await start();
  await signIn(first, google);
  await expect(statusLine(first.page)).toContainText('Up to date');
  await first.close();
  writeFileSync(path.join(profile, 'accounts', google.users[0]?.sub ?? '', 'account.json'), '[');
  const { page } = await start();
  await expect(rows(page).first()).toContainText(boathouse.subject);
});

test('settings that are JSON but nonsense count as never set', async ({ start, profile }) => {
  const first = await start();
  await first.page.getByRole('button', { name: 'Open the sample mailbox' }).waitFor();
  await first.close();
  writeFileSync(path.join(profile, 'settings.json'), '{"theme":7,"accounts":"x","place":{"x":"y"},"openAccountId":[]}');
  const { page } = await start();
  await expect(page.getByRole('button', { name: 'Open the sample mailbox' })).toBeVisible();
});

test('a token file that is not one means signing in again, and mail stays readable', async ({
  start,
  google,
  profile,
}) => {
  const first = await start();
  await signIn(first, google);
  await expect(statusLine(first.page)).toContainText('Up to date');
  await first.close();
  const folder = path.join(profile, 'accounts', google.users[0]?.sub ?? '');
  writeFileSync(path.join(folder, 'grant.bin'), 'not a token');
  const { page } = await start();
  await expect(notice(page)).toContainText(/sign-in/);
  await expect(page.getByRole('button', { name: 'Sign in again' })).toBeVisible();
  await expect(rows(page).first()).toContainText(boathouse.subject);
  expect(readdirSync(folder).some((name) => name.includes('unreadable'))).toBe(true);
});

test('a damaged database is set aside and comes again from Gmail', async ({ start, google, profile }) => {
  const first = await start();
  await signIn(first, google);
  await expect(statusLine(first.page)).toContainText('Up to date');
  await first.close();
  const folder = path.join(profile, 'accounts', google.users[0]?.sub ?? '');
  writeFileSync(path.join(folder, 'mail.db'), 'x'.repeat(10_000));
  const { page } = await start();
  await expect(page.getByText(/mail database was damaged/)).toBeVisible();
  await expect(rows(page).first()).toContainText(boathouse.subject);
  expect(readdirSync(folder)).toContain('mail.db.damaged-1');
});

test('settings of another version are kept, and what is wrong in one is as never set', async ({ start, profile }) => {
  mkdirSync(profile, { recursive: true });
  const file = path.join(profile, 'settings.json');
  writeFileSync(
    file,
    '{"tomorrow":{"a":1},"zoom":40,"density":"airy","panes":{"labels":7,"list":500,"folded":["attic"]},"theme":"dark"}',
  );
  const { page, close } = await start();
  const read = await page.evaluate(() => window.porthole.request('settings.read', {}));
  expect(read).toMatchObject({
    ok: true,
    value: { theme: 'dark', zoom: 1, density: 'comfortable', panes: { labels: 208, list: 500, folded: [] } },
  });
  await page.evaluate(() => window.porthole.request('settings.change', { density: 'compact' }));
  await close();
  expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({
    tomorrow: { a: 1 },
    density: 'compact',
    theme: 'dark',
  });
});
