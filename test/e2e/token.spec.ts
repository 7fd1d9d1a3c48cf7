// Where the system has no real key store, the token is kept for this run only, until the person says otherwise.
// Real Electron under Playwright always has the weak one on Linux; the stand-in is told to.
import { expect, rows, signIn, statusLine, test } from './porthole.ts';

const noKeyStore = { STAND_IN_SAFE_STORAGE: 'basic' };

test('is forgotten at the end of the run, and the person was told', async ({ start, google }) => {
  const first = await start(noKeyStore);
  await signIn(first, google);
  await expect(first.page.getByRole('region', { name: 'Notice' })).toContainText('no key store');
  await expect(statusLine(first.page)).toContainText('Up to date');
  await first.close();
  const { page } = await start(noKeyStore);
  await expect(page.getByRole('region', { name: 'Notice' })).toContainText('kept until Porthole was closed');
  await expect(rows(page).first()).toBeVisible();
  // The client's secret was forgotten with the token, so its file is asked for.
  await page.getByRole('button', { name: 'Sign in again' }).click();
  await expect(page.getByRole('button', { name: 'Choose a file…' })).toBeVisible();
  await page.getByRole('button', { name: 'Back to the mailbox' }).click();
  await expect(rows(page).first()).toBeVisible();
});

test('is kept when the person says so', async ({ start, google }) => {
  const first = await start(noKeyStore);
  await signIn(first, google);
  await first.page.getByRole('button', { name: /Keep it anyway/ }).click();
  await expect(first.page.getByRole('region', { name: 'Notice' })).toBeHidden();
  await first.close();
  const { page } = await start(noKeyStore);
  // After as long as Gmail takes to give its mail.
  await expect(statusLine(page)).toContainText('Up to date', { timeout: 30_000 });
});
