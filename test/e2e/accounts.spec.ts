// Several accounts: added, switched between by click and key, all shown as one, each with its own troubles.
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { consent } from '../google/browser.ts';
import type { FakeGoogle } from '../google/google.ts';
import {
  expect,
  filterBox,
  messages,
  openSettings,
  type Running,
  reader,
  rows,
  signIn,
  statusLine,
  test,
} from './porthole.ts';

const second = 'grace@porthole.example';

const switcher = (page: Page) => page.getByRole('button', { name: /^Account: / });
const menu = (page: Page) => page.getByRole('menu', { name: 'Accounts' });
const item = (page: Page, name: string | RegExp) => menu(page).getByRole('menuitemradio', { name });

function addMail(google: FakeGoogle, email: string, subject: string, ago = 0): void {
  const raw = `From: Hopper <hopper@example.com>\r\nTo: ${email}\r\nSubject: ${subject}\r\n\r\nText of ${subject}.`;
  google.mailbox(email).add({ raw, labelIds: ['INBOX', 'UNREAD'], internalDate: Date.now() - ago });
}

/** The keys that go to all accounts, once no text field has the focus. */
async function all(page: Page): Promise<void> {
  await expect(rows(page).first()).toBeVisible();
  await messages(page).focus();
  await page.keyboard.press('g');
  await page.keyboard.press('0');
  await expect(switcher(page)).toContainText('All accounts');
}

/** By the client that the first account has signed in with. */
async function addSecond({ page, opened }: Running, google: FakeGoogle): Promise<void> {
  google.addUser({ email: second, name: 'Grace' });
  for (const [at, subject] of ['Nanoseconds', 'Compilers', 'A moth'].entries())
    addMail(google, second, subject, at * 1_000);
  await page.getByRole('button', { name: /^Account / }).click();
  const before = (await opened()).length;
  await page.getByRole('button', { name: 'Add an account' }).click();
  await expect.poll(async () => (await opened()).length).toBe(before + 1);
  await consent((await opened()).at(-1) ?? '', 'allow', { account: second });
  await expect(switcher(page)).toContainText(second);
  await expect(rows(page).first()).toContainText('Nanoseconds');
}

async function twoAccounts(start: () => Promise<Running>, google: FakeGoogle): Promise<Running> {
  const running = await start();
  await signIn(running, google);
  await expect(statusLine(running.page)).toContainText('Up to date');
  // With one account nothing speaks of several.
  await expect(switcher(running.page)).toHaveCount(0);
  await addSecond(running, google);
  return running;
}

test('a second account comes beside the first; click and key lead from one to the other', async ({ start, google }) => {
  const running = await twoAccounts(start, google);
  const { page } = running;
  const first = google.users[0]?.email ?? '';
  await expect(rows(page)).toHaveCount(3);
  await switcher(page).click();
  await expect(item(page, second)).toBeChecked();
  await expect(item(page, second)).toContainText('3');
  await item(page, first).click();
  await expect(switcher(page)).toContainText(first);
  await expect(switcher(page)).toContainText('3 unread in other accounts');
  await expect(rows(page).first()).toContainText('boathouse');

  await page.keyboard.press('Control+2');
  await expect(switcher(page)).toContainText(second);
  await expect(rows(page)).toHaveCount(3);
  await page.keyboard.press('Control+1');
  await expect(switcher(page)).toContainText(first);
  await filterBox(page).focus();
  await page.keyboard.press('Control+2');
  await expect(switcher(page)).toContainText(second);
  await all(page);
  await expect(switcher(page)).toContainText('All accounts');
  await page.keyboard.press('Control+9');
  await expect(switcher(page)).toContainText('All accounts');
});

test('one that goes takes nobody’s focus along', async ({ start, google }) => {
  const { page } = await twoAccounts(start, google);
  const section = await openSettings(page, 'Accounts');
  await section.getByRole('button', { name: 'Sign out' }).last().press('Enter');
  await page.getByRole('button', { name: 'Erase the mail' }).press('Enter');
  await expect(section.getByRole('button', { name: 'Sign out' })).toHaveCount(1);
  await expect(page.getByRole('tab', { name: 'Accounts' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(messages(page)).toBeFocused();
  await expect(rows(page).first()).toContainText('boathouse');
});

test('all accounts are one list: it finds in both, says whose a row is, and opens it', async ({ start, google }) => {
  const { page } = await twoAccounts(start, google);
  const first = google.users[0]?.email ?? '';
  addMail(google, first, 'Shared lantern', 10);
  addMail(google, second, 'Lantern shared', 5);
  await all(page);
  await page.getByRole('button', { name: 'Refresh' }).click();
  await filterBox(page).fill('subject:lantern');
  await expect(rows(page)).toHaveCount(2);
  await expect(rows(page).nth(0)).toContainText('Lantern shared');
  await expect(rows(page).nth(0)).toContainText(second);
  await expect(rows(page).nth(1)).toContainText(first);
  await rows(page).nth(0).click();
  await expect(reader(page)).toContainText('Text of Lantern shared.');
  await rows(page).nth(1).click();
  await expect(reader(page)).toContainText('Text of Shared lantern.');
});

test('mail comes to the one that is not shown, and its permission that was taken away is seen from the other', async ({
  start,
  google,
}) => {
  const { page } = await twoAccounts(start, google);
  const [{ email: first = '' } = {}, { sub = '' } = {}] = google.users;
  await page.keyboard.press('Control+1');
  addMail(google, second, 'In the background');
  await page.getByRole('button', { name: 'Refresh' }).click();
  await expect(switcher(page)).toContainText('4 unread in other accounts');

  google.revokeAll(sub);
  await page.getByRole('button', { name: 'Refresh' }).click();
  await expect(switcher(page)).toContainText('An account needs your attention');
  const banner = page.getByRole('region', { name: 'Notice' });
  await expect(banner).toBeHidden();
  await all(page);
  await expect(banner).toContainText(`${second}: Google no longer accepts this sign-in`);
  await banner.getByRole('button', { name: 'Show this account' }).click();
  await expect(switcher(page)).toContainText(second);
  await expect(banner.getByRole('button', { name: 'Sign in again' })).toBeVisible();
  await expect(rows(page).first()).toContainText('In the background');
  await switcher(page).click();
  await expect(item(page, new RegExp(second))).toContainText('needs your attention');
  await expect(item(page, first)).not.toContainText('needs your attention');
});

test('reopened without a network, both are there, and what was shown is shown', async ({ start, google }) => {
  const first = await twoAccounts(start, google);
  await all(first.page);
  await expect(switcher(first.page)).toContainText('All accounts');
  await expect(rows(first.page).first()).toContainText('Nanoseconds');
  await first.close();
  await google.disconnect();
  const { page, ...again } = await start();
  await expect(switcher(page)).toContainText('All accounts');
  await expect(rows(page).first()).toContainText('Nanoseconds');
  await expect(statusLine(page)).toContainText('Offline');
  await page.keyboard.press('Control+2');
  await expect(rows(page)).toHaveCount(3);
  await again.close();
  const last = await start();
  await expect(switcher(last.page)).toContainText(second);
  await expect(rows(last.page)).toHaveCount(3);
  await last.page.keyboard.press('Control+1');
  await expect(rows(last.page).first()).toContainText('boathouse');
  await google.reconnect();
});

test('all accounts come back as they were left, from another account and after a restart', async ({
  start,
  google,
}) => {
  const running = await twoAccounts(start, google);
  const asLeft = async (page: Page) => {
    await expect(switcher(page)).toContainText('All accounts');
    await expect(filterBox(page)).toHaveValue('from:hopper');
    await expect(rows(page)).toHaveCount(3);
    await expect(reader(page).getByRole('heading', { level: 2 })).toHaveText('Compilers');
  };
  const { page } = running;
  await all(page);
  await filterBox(page).fill('from:hopper');
  await filterBox(page).press('Enter');
  await expect(rows(page)).toHaveCount(3);
  await rows(page).filter({ hasText: 'Compilers' }).click();
  await asLeft(page);
  await page.keyboard.press('Control+1');
  await expect(filterBox(page)).toHaveValue('');
  await all(page);
  await asLeft(page);
  await running.close();

  const again = await start();
  await asLeft(again.page);
  // What was looked for in both goes with the first of them that goes.
  const erased = again.page.evaluate(async () => {
    const session = await window.porthole.request('session.read', {});
    const accountId = session.ok ? session.value.accounts[1]?.account.id : undefined;
    if (accountId) await window.porthole.request('account.signOut', { eraseMail: true, accountId });
    return window.porthole.request('where.read', { accountId: 'all' });
  });
  expect(await erased).toEqual({ ok: true, value: null });
});

test('labels of an account that is not shown can be chosen to be told of', async ({ start, google }) => {
  google.mailbox().addLabel('Lovelace');
  const { page } = await twoAccounts(start, google);
  google.mailbox(second).addLabel('Hopper');
  await page.getByRole('button', { name: 'Refresh' }).click();
  for (const show of ['Control+1', 'Control+2', 'all'] as const) {
    if (show === 'all') await all(page);
    else await page.keyboard.press(show);
    const panel = await openSettings(page, 'Notifications');
    for (const [email, name] of [
      [google.users[0]?.email ?? '', 'Lovelace'],
      [second, 'Hopper'],
    ] as const) {
      const group = panel.getByRole('group', { name: email });
      await group.getByText('Other labels').click();
      await expect(group.getByRole('checkbox', { name })).toBeVisible();
      await expect(group.getByRole('checkbox')).not.toHaveCount(0);
    }
    const chosen = panel.getByRole('group', { name: second }).getByRole('checkbox', { name: 'Hopper' });
    if (show === 'Control+1') await chosen.click();
    await expect(chosen).toBeChecked();
    await page.keyboard.press('Escape');
  }
});

test('what each may do can be read; signing out of one leaves the other', async ({ start, google }) => {
  const { page } = await twoAccounts(start, google);
  const first = google.users[0]?.email ?? '';
  await switcher(page).click();
  await page.getByRole('menuitem', { name: 'Accounts and permissions' }).click();
  const dialog = page.getByRole('dialog', { name: 'Settings' });
  const entry = dialog.getByRole('listitem').filter({ hasText: second });
  await expect(entry).toContainText('Reading mail, and nothing else (gmail.readonly)');
  await expect(entry).toContainText('Desktop client');
  await entry.getByRole('button', { name: 'Sign out…' }).click();
  // What lies above the settings closes alone.
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByRole('dialog', { name: /^Sign out of/ })).toHaveCount(0);
  await expect(dialog).toBeVisible();
  await entry.getByRole('button', { name: 'Sign out…' }).click();
  await page.getByRole('button', { name: 'Erase the mail' }).click();
  await expect(entry).toHaveCount(0);
  await expect(dialog.getByRole('listitem').filter({ hasText: first })).toHaveCount(1);
  await page.keyboard.press('Escape');
  await expect(switcher(page)).toHaveCount(0);
  await expect(page.getByRole('button', { name: `Account ${first}` })).toBeVisible();
  await expect(rows(page).first()).toContainText('boathouse');
  await expect(statusLine(page)).toContainText('Up to date');
  expect(google.requests.filter(({ path }) => path === '/revoke')).toHaveLength(1);
});

test('a client that was deleted is said, with how to mend it, and another one mends it', async ({ start, google }) => {
  const running = await start();
  const { page, opened } = running;
  await signIn(running, google);
  await expect(statusLine(page)).toContainText('Up to date');
  google.expireAccessTokens();
  google.fault({ match: { path: '/token' }, tokenError: 'deleted_client' });
  await page.getByRole('button', { name: 'Refresh' }).click();
  const banner = page.getByRole('region', { name: 'Notice' });
  await expect(banner).toContainText('Google refuses this OAuth client, which was deleted');
  await expect(banner).toContainText('create a Desktop client in Google Cloud');
  await expect(messages(page)).toBeVisible();
  await banner.getByRole('button', { name: 'Use another client file' }).click();
  await page.getByRole('textbox', { name: 'Or paste what is in it' }).fill(JSON.stringify(google.clientFile()));
  await page.getByRole('button', { name: 'Use this text' }).click();
  await page.getByRole('button', { name: 'Open Google’s sign-in' }).click();
  await expect.poll(async () => (await opened()).length).toBe(2);
  await consent((await opened())[1] ?? '', 'allow');
  await expect(banner).toBeHidden();
  await expect(statusLine(page)).toContainText('Up to date');
});

for (const colorScheme of ['light', 'dark'] as const)
  test(`the switcher and the accounts have no fault that axe knows, in ${colorScheme}`, async ({ start, google }) => {
    const { page } = await twoAccounts(start, google);
    await page.emulateMedia({ colorScheme });
    google.revokeAll(google.users[0]?.sub);
    await page.getByRole('button', { name: 'Refresh' }).click();
    await expect(switcher(page)).toContainText('An account needs your attention');
    await all(page);
    await expect(rows(page).first()).toContainText('Nanoseconds');
    const faults = async () =>
      (await new AxeBuilder({ page }).setLegacyMode(true).analyze()).violations.map(({ id, nodes }) => [
        id,
        nodes.map(({ html }) => html),
      ]);
    expect(await faults()).toEqual([]);
    await switcher(page).click();
    await expect(item(page, 'All accounts')).toBeFocused();
    await page.screenshot({ path: `test/results/accounts-menu-${colorScheme}.png` });
    expect(await faults()).toEqual([]);
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('End');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('dialog', { name: 'Settings' })).toContainText('gmail.readonly');
    await page.screenshot({ path: `test/results/accounts-dialog-${colorScheme}.png` });
    expect(await faults()).toEqual([]);
  });
