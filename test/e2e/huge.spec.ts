// Mail that is larger than anybody writes: it is shown, or cut with a line that says so, and the window answers meanwhile.
import type { Page } from '@playwright/test';
import { tallest } from '../../electron/mail/frame.ts';
import type { FakeGoogle } from '../google/google.ts';
import { newsletterOf, putHuge, putThread, tableOf } from '../support/huge-mail.ts';
import { expect, filterBox, type Running, reader, rows, signIn, statusLine, test } from './porthole.ts';

test.use({ mailCount: 4 });
test.setTimeout(120_000);

interface Watched {
  /** Since the click. */
  readonly shownMs: number;
  /** A key had its effect before the mail was there. */
  readonly answered: boolean;
  readonly longestTaskMs: number;
  readonly longestFrameMs: number;
}

/** Runs in the page: clicks on the first row, presses the key of the filter box, and waits until a mail has been drawn. */
function watch(): Promise<Watched> {
  const [row] = document.querySelectorAll<HTMLElement>('[role="listbox"][aria-label="Messages"] [role="option"]');
  if (!row) throw new Error('there is no row');
  let answered = false;
  let [longestTaskMs, longestFrameMs] = [0, 0];
  let over = false;
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) longestTaskMs = Math.max(longestTaskMs, duration);
  }).observe({ type: 'longtask' });
  let last = performance.now();
  const frame = () => {
    const now = performance.now();
    longestFrameMs = Math.max(longestFrameMs, now - last);
    last = now;
    if (!over) requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
  const isThere = () => (document.querySelector('iframe[data-shown]')?.getBoundingClientRect().height ?? 0) > 0;
  (document.activeElement as HTMLElement | null)?.blur();
  return new Promise((resolve) => {
    const startedAt = performance.now();
    const press = () => {
      if (isThere() || answered) return;
      answered = document.activeElement?.getAttribute('type') === 'search';
      document.body.dispatchEvent(new KeyboardEvent('keydown', { key: '/', bubbles: true, cancelable: true }));
      setTimeout(press, 10);
    };
    const look = () => {
      if (!isThere()) return requestAnimationFrame(look);
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        const shownMs = performance.now() - startedAt;
        // What comes with it comes soon after it.
        setTimeout(() => {
          over = true;
          resolve({ shownMs, answered, longestTaskMs, longestFrameMs });
        }, 1_000);
      };
      return port2.postMessage(null);
    };
    row.click();
    setTimeout(press);
    requestAnimationFrame(look);
  });
}

async function openWatched(running: Running, google: FakeGoogle, subject: string): Promise<void> {
  await signIn(running, google);
  const { page } = running;
  await expect(statusLine(page)).toContainText('Up to date', { timeout: 60_000 });
  await filterBox(page).fill(`subject:"${subject}"`);
  await expect(rows(page)).toHaveCount(1);
  const { shownMs, answered, longestTaskMs, longestFrameMs } = await page.evaluate(watch);
  // Figures are for reading: what a loaded machine takes proves nothing.
  console.log(
    `${subject}: shown after ${Math.round(shownMs)} ms; of the window, longest task ${Math.round(longestTaskMs)} ms, longest frame ${Math.round(longestFrameMs)} ms`,
  );
  expect(answered).toBe(true);
}

const laidOut = (page: Page) => reader(page).frameLocator('iframe').frameLocator('iframe');

test('a newsletter of five megabytes is cut, says so, and the window answers meanwhile', async ({ start, google }) => {
  putHuge(google, { subject: 'Five megabytes', html: newsletterOf(5_000_000) });
  const running = await start();
  await openWatched(running, google, 'Five megabytes');
  await expect(laidOut(running.page).getByRole('heading', { name: 'Story 1', exact: true })).toBeVisible();
  await expect(reader(running.page)).toContainText(
    'This message is longer than what is laid out; the rest is left out.',
  );
});

test('a table of twenty thousand rows is cut, says so, and scrolls inside', async ({ start, google }) => {
  putHuge(google, { subject: 'Twenty thousand', html: tableOf(20_000) });
  const running = await start();
  await openWatched(running, google, 'Twenty thousand');
  await expect(laidOut(running.page).getByRole('heading', { name: 'Every ship' })).toBeVisible();
  await expect(reader(running.page)).toContainText('has more in it than what is laid out; the rest is left out.');
  // A frame is no higher than it may be, and only such a one has a scrollbar of its own.
  const scrolls = () =>
    laidOut(running.page)
      .locator('html')
      .evaluate((root) => getComputedStyle(root).overflowY);
  await expect.poll(scrolls).toBe('auto');
  const height = await reader(running.page)
    .locator('iframe')
    .evaluate((frame) => frame.clientHeight);
  expect(height).toBe(tallest);
});

for (const [what, labelIds] of [
  ['read', ['INBOX']],
  ['unread', ['INBOX', 'UNREAD']],
] as const) {
  test(`a thread of five hundred messages, all ${what}, is shown from its newest, and says what is not`, async ({
    start,
    google,
  }) => {
    putThread(google, { subject: `Long ${what}`, messages: 500, labelIds });
    const running = await start();
    await openWatched(running, google, `Long ${what}`);
    await expect(reader(running.page)).toContainText('300 earlier messages of this conversation are not shown here');
    await expect(reader(running.page).locator('li[data-id]')).toHaveCount(200);
  });
}
