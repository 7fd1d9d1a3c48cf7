// Signing out: the permission goes back to Google, the token goes, and the mail if the person says so.
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { expect, rows, signIn, statusLine, test } from './porthole.ts';

const filesBelow = (folder: string) =>
  existsSync(folder) ? readdirSync(folder, { recursive: true }).map((file) => path.basename(String(file))) : [];

test('erases token and mail when asked to, and starts at the first screen the next time', async ({
  start,
  google,
  profile,
}) => {
  const running = await start();
  const { page } = running;
  await signIn(running, google);
  await expect(statusLine(page)).toContainText('Up to date');
  expect(filesBelow(path.join(profile, 'accounts'))).toEqual(expect.arrayContaining(['grant.bin', 'mail.db']));
  await page.getByRole('button', { name: /^Account/ }).click();
  await page.getByRole('button', { name: 'Sign out…' }).click();
  await page.getByRole('button', { name: 'Erase the mail' }).click();
  await expect(page.getByRole('button', { name: 'Connect a Gmail account' })).toBeVisible();
  expect(filesBelow(path.join(profile, 'accounts'))).toEqual([]);
  expect(google.requests.some(({ path: asked, status }) => asked === '/revoke' && status === 200)).toBe(true);
  await running.close();
  const { page: next } = await start();
  await expect(next.getByRole('button', { name: 'Connect a Gmail account' })).toBeVisible();
});

test('keeps the mail when asked to, readable and signed out', async ({ start, google, profile }) => {
  const running = await start();
  const { page } = running;
  await signIn(running, google);
  await expect(statusLine(page)).toContainText('Up to date');
  await page.getByRole('button', { name: /^Account/ }).click();
  await page.getByRole('button', { name: 'Sign out…' }).click();
  await page.getByRole('button', { name: 'Keep the mail' }).click();
  await expect(page.getByRole('region', { name: 'Notice' })).toContainText('You signed out');
  await expect(rows(page).first()).toBeVisible();
  await expect.poll(() => filesBelow(path.join(profile, 'accounts'))).not.toContain('grant.bin');
  expect(filesBelow(path.join(profile, 'accounts'))).toContain('mail.db');
});
