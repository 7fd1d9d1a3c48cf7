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

test('a row that is clicked before it has come is opened when it has', async ({ start }) => {
  const { page } = await start();
  await page.getByRole('button', { name: 'Open the sample mailbox' }).click();
  await expect(rows(page).first()).toBeVisible();
  await page.getByRole('treeitem', { name: 'All mail' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('All mail');
  await expect(rows(page).first().locator('time')).toBeVisible();
  // Far from all that has been looked at, and farther where that has come already.
  const clicked = await messages(page).evaluate(async (list) => {
    for (let index = 300; index < 700; ) {
      list.scrollTop = Number(list.dataset['rowHeight']) * index;
      await new Promise(requestAnimationFrame);
      const row = list.querySelector<HTMLElement>(`[aria-posinset="${index + 1}"]`);
      if (row?.id === `row-${index}`) {
        row.click();
        return index;
      }
      if (row) index += 100;
    }
    return null;
  });
  expect(clicked).not.toBe(null);
  await expect(reader(page).getByRole('heading').first()).toBeVisible();
  await expect(messages(page).locator(`[aria-posinset="${(clicked ?? 0) + 1}"]`)).toHaveAttribute(
    'aria-selected',
    'true',
  );
});

test('rows lie one below the other, however far down', async ({ start, google }) => {
  const running = await start();
  await signIn(running, google);
  await expect(rows(running.page).first().locator('time')).toBeVisible();
  const heights = await messages(running.page).evaluate((list) => {
    const height = Number(list.dataset['rowHeight']);
    const [row] = list.querySelectorAll<HTMLElement>('[role="option"]');
    // No mailbox of a test is long enough: one of its rows stands for those of longer ones.
    return [0, 14_705, 19_365, 147_059, 480_001].map((index) => {
      row?.setAttribute('data-row', String(index));
      return (row?.offsetTop ?? -1) - index * height;
    });
  });
  // So far down, a layout knows places to two pixels.
  expect(heights.map((away) => Math.abs(away) <= 2)).toEqual(heights.map(() => true));
});
