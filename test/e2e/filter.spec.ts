// What helps with the filter box: offers, chips, earlier queries, the form, the list of what can be asked.
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, filterBox, messages, rows, test } from './porthole.ts';

const offers = (page: Page) => page.getByRole('listbox', { name: 'Suggestions' }).getByRole('option');
const chips = (page: Page) => page.getByRole('list', { name: 'How this was understood' }).getByRole('listitem');

async function openSample(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Open the sample mailbox' }).click();
  await expect(rows(page).first()).toBeVisible();
}

test('offers operators, then people, and finds just that person', async ({ start }) => {
  const { page } = await start();
  await openSample(page);
  await filterBox(page).pressSequentially('fro');
  await expect(offers(page).first()).toContainText('from:');
  await page.keyboard.press('Tab');
  await expect(filterBox(page)).toHaveValue('from:');
  await expect(filterBox(page)).toBeFocused();
  await expect.poll(() => offers(page).count()).toBeGreaterThan(3);
  await expect(filterBox(page)).toHaveAttribute('aria-expanded', 'true');
  await page.keyboard.press('ArrowDown');
  const chosen = offers(page).and(page.locator('[aria-selected=true]'));
  await expect(chosen).toHaveCount(1);
  await expect(filterBox(page)).toHaveAttribute('aria-activedescendant', (await chosen.getAttribute('id')) ?? '');
  await page.keyboard.press('Enter');
  await expect(filterBox(page)).toHaveValue(/^from:\S+@\S+ $/);
  await expect(offers(page)).toHaveCount(0);
  await expect(rows(page).first()).toBeVisible();
});

test('offers places, files and days, and closes before the box is emptied', async ({ start }) => {
  const { page } = await start();
  await openSample(page);
  await filterBox(page).pressSequentially('filename:pd');
  await expect(offers(page).first()).toContainText('pdf');
  await offers(page).first().click();
  await expect(filterBox(page)).toHaveValue('filename:pdf ');
  await filterBox(page).pressSequentially('after:yest');
  await expect(offers(page).first()).toContainText('Yesterday');
  await page.keyboard.press('Escape');
  await expect(offers(page)).toHaveCount(0);
  await expect(filterBox(page)).toHaveValue('filename:pdf after:yest');
  await page.keyboard.press('Escape');
  await expect(filterBox(page)).toHaveValue('');
});

test('takes a chip away, and shows where another was typed', async ({ start }) => {
  const { page } = await start();
  await openSample(page);
  await filterBox(page).fill('has:attachment subject:order older_than:1d');
  await page.keyboard.press('Enter');
  await expect(chips(page)).toHaveCount(3);
  await page.getByRole('button', { name: 'subject: order', exact: true }).click();
  await expect(filterBox(page)).toBeFocused();
  const selected = await filterBox(page).evaluate((box) =>
    box instanceof HTMLInputElement ? box.value.slice(box.selectionStart ?? 0, box.selectionEnd ?? 0) : '',
  );
  expect(selected).toBe('subject:order');
  await page.getByRole('button', { name: 'Remove has: attachment' }).click();
  await expect(filterBox(page)).toHaveValue('subject:order older_than:1d');
  // By key alone.
  await page.getByRole('button', { name: 'subject: order', exact: true }).focus();
  await page.keyboard.press('End');
  await page.keyboard.press('Home');
  await expect(page.getByRole('button', { name: 'subject: order', exact: true })).toBeFocused();
  await page.keyboard.press('End');
  await page.keyboard.press('Delete');
  await expect(filterBox(page)).toHaveValue('subject:order');
  await expect(filterBox(page)).toBeFocused();
});

test('brings earlier queries back, and what was being typed', async ({ start }) => {
  const { page } = await start();
  await openSample(page);
  for (const query of ['is:unread', 'has:attachment']) {
    await filterBox(page).fill(query);
    await page.keyboard.press('Enter');
    await expect(rows(page).first()).toBeVisible();
  }
  // The latest is known a moment after it was asked.
  await expect(async () => {
    await filterBox(page).fill('');
    await filterBox(page).press('ArrowUp');
    await expect(filterBox(page)).toHaveValue('has:attachment', { timeout: 500 });
  }).toPass();
  await page.keyboard.press('ArrowUp');
  await expect(filterBox(page)).toHaveValue('is:unread');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(filterBox(page)).toHaveValue('');
});

test('builds a filter by a form, and reads the one there is', async ({ start }) => {
  const { page } = await start();
  await openSample(page);
  await filterBox(page).fill('is:unread subject:order');
  await page.getByRole('button', { name: 'Build a filter' }).click();
  const form = page.getByRole('dialog', { name: 'Build a filter' });
  await expect(form.getByLabel('Subject')).toHaveValue('order');
  await expect(form.getByText('Kept as it is: is:unread')).toBeVisible();
  await form.getByLabel('Subject').fill('');
  await form.getByLabel('Has an attachment').check();
  await form.getByLabel('Look in').selectOption({ label: 'All mail' });
  await expect(filterBox(page)).toHaveValue('in:all has:attachment is:unread');
  const found = await new AxeBuilder({ page }).analyze();
  expect(found.violations.map(({ id, nodes }) => `${id} ${nodes.map(({ html }) => html).join()}`)).toEqual([]);
  await form.getByRole('button', { name: 'Show' }).click();
  await expect(form).toBeHidden();
  await expect(filterBox(page)).toBeFocused();
});

test('builds a filter by keyboard alone, from the first time that the form opens', async ({ start }) => {
  const { page } = await start();
  await openSample(page);
  const open = page.getByRole('button', { name: 'Build a filter' });
  const form = page.getByRole('dialog', { name: 'Build a filter' });
  await open.focus();
  await page.keyboard.press('Enter');
  await expect(form.getByLabel('From', { exact: true })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(form).toBeHidden();
  await expect(open).toBeFocused();

  await page.keyboard.press('Enter');
  await expect(form.getByLabel('From', { exact: true })).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await expect(form.getByLabel('Subject')).toBeFocused();
  await page.keyboard.type('boat');
  await page.keyboard.press('Enter');
  await expect(form).toBeHidden();
  await expect(filterBox(page)).toBeFocused();
  await expect(filterBox(page)).toHaveValue('subject:boat');
});

test('the form that is closed and opened at once takes the focus again', async ({ start }) => {
  const { page } = await start();
  await openSample(page);
  const open = page.getByRole('button', { name: 'Build a filter' });
  const first = page.getByRole('dialog', { name: 'Build a filter' }).getByLabel('From', { exact: true });
  await open.click();
  await expect(first).toBeFocused();
  await open.evaluate((button: HTMLButtonElement) => {
    const { popoverTargetElement: form } = button;
    if (!(form instanceof HTMLElement)) throw new Error('It opens nothing.');
    form.hidePopover();
    button.focus();
    form.showPopover();
  });
  await expect(first).toBeFocused();
});

test('the form names a label as it is written, however it was typed', async ({ start }) => {
  const { page } = await start();
  await openSample(page);
  const own = page.getByRole('treeitem').filter({ hasText: 'Family' });
  await expect(own).toBeVisible();
  await filterBox(page).fill('label:fAMILY larger:2G');
  await page.getByRole('button', { name: 'Build a filter' }).click();
  const form = page.getByRole('dialog', { name: 'Build a filter' });
  await expect(form.getByLabel('Look in').locator('option:checked')).toHaveText('Family');
  // More than its field would take.
  await form.getByRole('button', { name: 'Show' }).click();
  await expect(form).toBeHidden();
});

test('lists what can be asked, and uses an example', async ({ start }) => {
  const { page } = await start();
  await openSample(page);
  await page.getByRole('button', { name: 'What can be asked' }).click();
  const help = page.getByRole('dialog', { name: 'What can be asked' });
  await expect(help.getByRole('button', { name: 'filename:pdf' })).toBeVisible();
  await expect(help.getByRole('searchbox')).toBeFocused();
  const found = await new AxeBuilder({ page }).analyze();
  expect(found.violations.map(({ id, nodes }) => `${id} ${nodes.map(({ html }) => html).join()}`)).toEqual([]);
  await help.getByRole('searchbox').fill('attachments');
  await expect(help.getByRole('listitem')).toHaveCount(1);
  await help.getByRole('button', { name: 'has:attachment' }).click();
  await expect(help).toBeHidden();
  await expect(filterBox(page)).toHaveValue('has:attachment');
  await expect(filterBox(page)).toBeFocused();
  await expect(messages(page)).toBeVisible();
});
