// The panes: dragged, moved by key, folded, and as one left them; how dense, how large; and where one was when one comes back.
import type { ElectronApplication, Page } from '@playwright/test';
import { expect, filterBox, messages, openSettings, type Running, reader, rows, test } from './porthole.ts';

const separator = (page: Page, name: string) => page.getByRole('separator', { name: `Width of the ${name}` });
const labels = (page: Page) => page.getByRole('tree', { name: 'Labels and searches' });
const widthOf = async (page: Page, what: 'nav' | '[role="listbox"]') =>
  Math.round((await page.locator(what).boundingBox())?.width ?? 0);

async function sample(start: () => Promise<Running>): Promise<Running> {
  const running = await start();
  await running.page.setViewportSize({ width: 1180, height: 760 });
  await running.page.getByRole('button', { name: 'Open the sample mailbox' }).click();
  await expect(rows(running.page).first()).toBeVisible();
  return running;
}

async function again(running: Running, start: () => Promise<Running>): Promise<Running> {
  await running.close();
  const reopened = await start();
  await reopened.page.setViewportSize({ width: 1180, height: 760 });
  await expect(rows(reopened.page).first()).toBeVisible();
  return reopened;
}

test('are dragged, moved by the arrow keys, and as at first after a double click; and stay so', async ({ start }) => {
  const running = await sample(start);
  const { page } = running;
  await expect.poll(() => widthOf(page, '[role="listbox"]')).toBe(384);
  const box = await separator(page, 'list').boundingBox();
  const at = { x: (box?.x ?? 0) + 4, y: 400 };
  await page.mouse.move(at.x, at.y);
  await page.mouse.down();
  await page.mouse.move(at.x + 60, at.y, { steps: 4 });
  await page.mouse.up();
  await expect.poll(() => widthOf(page, '[role="listbox"]')).toBe(444);

  await separator(page, 'labels').focus();
  await page.keyboard.press('ArrowRight');
  await expect(separator(page, 'labels')).toHaveAttribute('aria-valuenow', '224');
  expect(await widthOf(page, 'nav')).toBe(224);
  await page.keyboard.press('Home');
  await expect(separator(page, 'labels')).toHaveAttribute('aria-valuenow', '140');

  const { page: reopened } = await again(running, start);
  expect(await widthOf(reopened, '[role="listbox"]')).toBe(444);
  expect(await widthOf(reopened, 'nav')).toBe(140);
  await separator(reopened, 'list').dblclick();
  await expect.poll(() => widthOf(reopened, '[role="listbox"]')).toBe(384);
});

test('stay within the window, however wide they are remembered', async ({ start }) => {
  const { page } = await sample(start);
  await separator(page, 'list').press('End');
  await separator(page, 'labels').press('End');
  await expect(separator(page, 'labels')).toHaveAttribute('aria-valuenow', '420');
  for (const width of [1180, 960, 780]) {
    await page.setViewportSize({ width, height: 700 });
    const region = await reader(page).boundingBox();
    expect(region?.width).toBeGreaterThanOrEqual(290);
    expect((region?.x ?? 0) + (region?.width ?? 0)).toBeLessThanOrEqual(width + 1);
  }
});

test('fold, one by one, and there is a way back', async ({ start }) => {
  const { page } = await sample(start);
  const choose = async (name: string) => {
    await page.getByRole('button', { name: 'Panes', exact: true }).click();
    await page.getByRole('dialog', { name: 'Panes' }).getByRole('checkbox', { name }).click();
    await page.keyboard.press('Escape');
  };
  await choose('Labels');
  await expect(labels(page)).toBeHidden();
  await separator(page, 'labels').press('Enter');
  await expect(labels(page)).toBeVisible();

  // As a command, too.
  await page.keyboard.press('ControlOrMeta+k');
  const palette = page.getByRole('dialog', { name: 'Search for anything' });
  await palette.getByRole('combobox').pressSequentially('show or hide the message');
  await expect(palette.getByRole('option', { selected: true })).toContainText('Show or hide the message');
  await page.keyboard.press('Enter');
  await expect(reader(page)).toBeHidden();
  await rows(page).nth(1).click();
  await expect(reader(page)).toBeVisible();
  await expect(messages(page)).toBeHidden();
  await page.getByRole('button', { name: 'Back to the list' }).click();
  await expect(messages(page)).toBeVisible();
  await choose('Message beside the list');
  await expect(reader(page)).toBeVisible();

  await choose('List while a message is open');
  await expect(messages(page)).toBeVisible();
  await rows(page).nth(1).click();
  await expect(messages(page)).toBeHidden();
  await page.keyboard.press('u');
  await expect(messages(page)).toBeVisible();
});

test('compact and large rows, high contrast and the zoom hold at once, and the next time', async ({ start }) => {
  const running = await sample(start);
  const { page, app } = running;
  const rowHeight = (of: Page) =>
    rows(of)
      .first()
      .evaluate((row) => row.getBoundingClientRect().height);
  const ink = (of: Page) => of.evaluate(() => getComputedStyle(document.body).getPropertyValue('color'));
  expect(await rowHeight(page)).toBe(68);
  const usualInk = await ink(page);
  await openSettings(page, 'Appearance');
  await page.getByRole('radio', { name: 'Compact' }).click();
  await expect.poll(() => rowHeight(page)).toBe(46);
  await page.getByRole('radio', { name: 'Large' }).click();
  await expect.poll(() => rowHeight(page)).toBe(53);
  await page.getByRole('checkbox', { name: 'High contrast' }).click();
  await expect.poll(() => ink(page)).not.toBe(usualInk);
  await page.getByRole('button', { name: 'Zoom in' }).click();
  await expect(page.getByText('110%')).toBeVisible();
  expect(await zoomOf(app)).toBeCloseTo(1.1);
  await page.keyboard.press('Escape');

  const reopened = await again(running, start);
  expect(await rowHeight(reopened.page)).toBe(53);
  expect(await ink(reopened.page)).not.toBe(usualInk);
  expect(await zoomOf(reopened.app)).toBeCloseTo(1.1);
  // The menu has it as soon as the window has said so.
  await expect(async () => {
    await reopened.app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('window.zoomReset')?.click());
    expect(await zoomOf(reopened.app)).toBe(1);
  }).toPass();
});

const zoomOf = (app: ElectronApplication) =>
  app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getZoomFactor());

test('one comes back to the list, the row, the message and the folds that one left', async ({ start }) => {
  const running = await sample(start);
  const { page } = running;
  await labels(page).getByRole('treeitem', { name: 'Categories' }).focus();
  await page.keyboard.press('ArrowLeft');
  await labels(page).getByRole('treeitem', { name: 'All mail' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('All mail');
  const row = messages(page).locator('[aria-posinset="243"]');
  // Whoever is too early scrolls the list that was there before.
  await expect(async () => {
    await messages(page).evaluate((list) => list.scrollTo(0, 68 * 240));
    await expect(row).toBeVisible({ timeout: 500 });
  }).toPass();
  await row.click();
  const heading = reader(page).getByRole('heading').first();
  await expect(heading).toBeVisible();
  const subject = (await heading.textContent()) ?? '';
  // Told when it has rested.
  await expect(async () => {
    const kept = await page.evaluate(() => window.porthole.request('where.read', { accountId: 'sample' }));
    expect(kept).toMatchObject({ ok: true, value: { look: { text: 'in:all' }, row: 240 } });
  }).toPass();

  const { page: reopened } = await again(running, start);
  await expect(filterBox(reopened)).toHaveValue('in:all');
  await expect(reader(reopened).getByRole('heading', { name: subject }).first()).toBeVisible();
  await expect(messages(reopened).locator('[aria-posinset="243"]')).toHaveAttribute('aria-selected', 'true');
  expect(await messages(reopened).evaluate((list) => list.scrollTop)).toBe(68 * 240);
  await expect(labels(reopened).getByRole('treeitem', { name: 'Categories' })).toHaveAttribute(
    'aria-expanded',
    'false',
  );
  await expect(labels(reopened).getByRole('treeitem', { name: /^Promotions/ })).toHaveCount(0);
  // Only a document that came with its screen says where it was drawn: nothing jumped when it came alive.
  expect(await reopened.locator('#root').getAttribute('data-place')).not.toBe(null);
  await expect(messages(reopened).locator('[aria-posinset="243"]')).toHaveAttribute('aria-selected', 'true');
  await expect.poll(() => messages(reopened).evaluate((list) => list.scrollTop)).toBe(68 * 240);
  await expect(reopened.locator('#root[inert]')).toHaveCount(0);
  await reopened.keyboard.press('j');
  await expect(messages(reopened).locator('[aria-posinset="244"]')).toHaveAttribute('aria-selected', 'true');
});

test('a pane that goes takes nobody’s focus along, nor does a start or a narrow window', async ({ start }) => {
  const first = await sample(start);
  const { page } = await again(first, start);
  const list = page.getByRole('listbox', { name: 'Messages' });
  await expect(list).toBeFocused();
  await labels(page).focus();
  await page.keyboard.press('Control+Shift+L');
  await expect(labels(page)).toBeHidden();
  await expect(list).toBeFocused();
  await page.keyboard.press('Control+Shift+L');
  await separator(page, 'list').focus();
  await page.setViewportSize({ width: 480, height: 760 });
  await expect(list).toBeFocused();
  await page.setViewportSize({ width: 1180, height: 760 });
  await page.keyboard.press('Enter');
  await expect(reader(page).getByRole('heading').first()).toBeVisible();
  await page.keyboard.press('j');
  await page.setViewportSize({ width: 480, height: 760 });
  await expect(reader(page)).toBeFocused();
});

test('what takes itself away shows whoever goes by pointer no more than before', async ({ start }) => {
  const { page } = await sample(start);
  await filterBox(page).fill('after:2020/01/01 a');
  const away = page.getByRole('button', { name: 'Any time' });
  await away.click();
  await expect(away).toBeHidden();
  const list = page.getByRole('listbox', { name: 'Messages' });
  await expect(list).toBeFocused();
  expect(await list.evaluate((box) => box.matches(':focus-visible'))).toBe(false);
  await expect(page.locator('[data-cursor]')).toHaveCount(0);
});

test('what takes itself away takes nobody’s focus along', async ({ start }) => {
  const { page } = await sample(start);
  await filterBox(page).fill('after:2020/01/01 a');
  const away = page.getByRole('button', { name: 'Any time' });
  await away.press('Enter');
  await expect(away).toBeHidden();
  await expect(page.getByRole('listbox', { name: 'Messages' })).toBeFocused();
  const facet = page.getByRole('complementary', { name: 'What was found, by kind' }).getByRole('button').last();
  await facet.press('Escape');
  await expect(facet).toBeHidden();
  await expect(page.getByRole('listbox', { name: 'Messages' })).toBeFocused();
});
