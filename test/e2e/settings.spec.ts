// The settings: how they are reached, what each of them does at once, and that it lasts.
import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { expect, filterBox, messages, openSettings, rows, test } from './porthole.ts';

async function openSample(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Open the sample mailbox' }).click();
  await expect(rows(page).first()).toBeVisible();
}

const dialog = (page: Page) => page.getByRole('dialog', { name: 'Settings' });

test('open from the account menu and by key, go through their sections by key, and give the focus back', async ({
  start,
}) => {
  const { page } = await start();
  await openSample(page);
  const account = page.getByRole('button', { name: /^Account/ });
  await account.click();
  await page.getByRole('button', { name: 'Settings…' }).click();
  await expect(dialog(page).getByRole('tab', { name: 'Appearance' })).toBeFocused();
  await page.keyboard.press('Home');
  await expect(dialog(page).getByRole('tab').first()).toBeFocused();
  await expect(dialog(page).getByRole('tab').first()).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Escape');
  await expect(dialog(page)).toBeHidden();
  await expect(account).toBeFocused();

  await page.keyboard.press('ControlOrMeta+Comma');
  await expect(dialog(page)).toBeVisible();
  await dialog(page).getByRole('button', { name: 'Close' }).click();
  await expect(dialog(page)).toBeHidden();
});

test('have nothing to complain about for those who hear them, in light and dark, wide and narrow', async ({
  start,
}) => {
  // Every tab of theirs, looked at four times.
  test.setTimeout(150_000);
  const { page } = await start();
  await openSample(page);
  await openSettings(page, 'Appearance');
  for (const theme of ['Light', 'Dark']) {
    await page.getByRole('radio', { name: theme }).click();
    await expect(page.getByRole('radio', { name: theme })).toBeChecked();
    for (const width of [1180, 420]) {
      await page.setViewportSize({ width, height: 700 });
      for (const tab of await dialog(page).getByRole('tab').all()) {
        await tab.click();
        const panel = dialog(page).getByRole('tabpanel', { name: (await tab.textContent()) ?? '' });
        await expect(panel).toBeVisible();
        const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).include('dialog[open]').analyze();
        expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
        await page.screenshot({ path: test.info().outputPath(`${theme}-${width}-${await tab.textContent()}.png`) });
      }
    }
    await openSection(page, 'Appearance');
  }
});

const openSection = (page: Page, name: string) => dialog(page).getByRole('tab', { name }).click();

test('forget what was searched for', async ({ start }) => {
  const { page } = await start();
  await openSample(page);
  await filterBox(page).fill('boat');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('treeitem', { name: 'boat' })).toBeVisible();
  await openSettings(page, 'Privacy');
  await expect(dialog(page).getByText('1 is remembered on this computer.')).toBeVisible();
  await dialog(page).getByRole('button', { name: 'Forget them' }).click();
  await expect(dialog(page).getByRole('button', { name: 'Forget them' })).toBeDisabled();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('treeitem', { name: 'boat' })).toHaveCount(0);
});

test('say what is kept on disk, and clear what can be had again', async ({ start }) => {
  const { page } = await start();
  await openSample(page);
  const row = (of: Page, name: string) => dialog(of).locator('dl > div').filter({ hasText: name });
  await page.evaluate(async () => {
    const found = await window.porthole.request('messages.find', {
      search: {
        text: 'filename:pdf',
        caret: null,
        grouping: 'messages',
        order: 'newest',
        anywhereInThread: false,
        partsOfWords: false,
      },
      ask: false,
      offset: 0,
      limit: 1,
    });
    const id = found.ok ? (found.value.rows[0]?.id ?? '') : '';
    await window.porthole.request('message.source', { id });
  });
  await openSettings(page, 'Storage');
  await expect(row(page, 'Mail, and what finds it')).toContainText(/\d MB/);
  await expect(dialog(page)).toContainText(/2,\d{3} messages/);
  const files = row(page, 'Attachments that were looked at');
  await expect(files).toContainText(/[1-9]\d* (kB|MB)/);
  await dialog(page).getByRole('button', { name: 'Clear attachments' }).click();
  await expect(files).toContainText('0 byte');
  await expect(dialog(page).getByRole('button', { name: 'Clear attachments' })).toBeDisabled();
  await dialog(page).getByRole('radio', { name: '2 GB' }).click();
  await expect(dialog(page).getByRole('radio', { name: '2 GB' })).toBeChecked();
});

test('list the senders whose pictures are always shown, and take that back', async ({ start }) => {
  const { page } = await start();
  await openSample(page);
  await page.evaluate(() =>
    window.porthole.request('sender.change', { email: 'light@news.example', pictures: true, format: 'plain' }),
  );
  await openSettings(page, 'Privacy');
  await dialog(page).getByRole('button', { name: 'Forget light@news.example' }).click();
  await expect(dialog(page).getByText('light@news.example')).toHaveCount(0);
  const choice = await page.evaluate(() => window.porthole.request('sender.read', { email: 'light@news.example' }));
  expect(choice).toEqual({ ok: true, value: { format: 'plain' } });
});

test('say of a build that is not packed that it gets no updates by itself, and ask nobody', async ({ start }) => {
  const { page } = await start();
  await openSample(page);
  const panel = await openSettings(page, 'Updates');
  await expect(panel).toContainText('This build gets no updates by itself: it runs from its source.');
  await expect(panel.getByRole('button')).toHaveCount(0);
  const ask = (name: 'updates.look' | 'updates.read') => page.evaluate((one) => window.porthole.request(one, {}), name);
  expect(await ask('updates.look')).toMatchObject({ ok: true });
  expect(await ask('updates.read')).toMatchObject({ value: { state: 'cannot', why: 'not-packed' } });
  const asked = await page.evaluate(() => window.porthole.request('network.read', {}));
  expect(asked).toMatchObject({ ok: true, value: { run: [] } });
});

test('a newcomer is told a few things, each until they say that they know it', async ({ start }) => {
  const first = await start();
  await openSample(first.page);
  const hints = (page: Page) => page.getByRole('list', { name: 'Good to know' });
  await expect(hints(first.page).getByRole('listitem')).toHaveCount(3);
  await first.page.getByRole('button', { name: /^I know: Filter/ }).click();
  await expect(hints(first.page).getByRole('listitem')).toHaveCount(2);
  await expect(first.page.getByRole('button', { name: /^I know: All keys/ })).toBeFocused();
  await first.close();
  const { page } = await start();
  await expect(hints(page).getByRole('listitem')).toHaveCount(2);
});

test('speak another language at once, and stay where they were: arrow keys choose each on the way', async ({
  start,
}) => {
  const { page } = await start();
  await openSample(page);
  await openSettings(page, 'Language');
  const choice = (within: Locator) => within.getByRole('tabpanel').getByRole('combobox');
  await choice(dialog(page)).focus();
  await page.keyboard.press('ArrowDown');
  const german = page.getByRole('dialog', { name: 'Einstellungen' });
  await expect(choice(german)).toBeFocused();
  await expect(choice(german)).toHaveValue('de');
  await page.keyboard.press('ArrowDown');
  await expect(choice(dialog(page))).toBeFocused();
  await expect(choice(dialog(page))).toHaveValue('en');

  await page.keyboard.press('Escape');
  await expect(dialog(page)).toBeHidden();
  await expect(messages(page)).toBeFocused();
  // Once only.
  await page.reload();
  await expect(rows(page).first()).toBeVisible();
  await expect(messages(page)).toBeFocused();
  await expect(dialog(page)).toBeHidden();
  await openSettings(page, 'Language');
  await expect(dialog(page).getByRole('tab', { name: 'Language' })).toBeFocused();
});
