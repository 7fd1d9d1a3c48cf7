// Mail that is larger than anybody writes: it is shown, or cut with a line that says so, and the window answers meanwhile.
import type { Page } from '@playwright/test';
import { newsletterOf, putHuge, putThread, tableOf } from '../support/huge-mail.ts';
import { expect, filterBox, reader, rows, signIn, statusLine, test } from './porthole.ts';

test.use({ mailCount: 4 });
test.setTimeout(120_000);

interface Watched {
  /** Since the click, ms; Infinity where it was never. */
  readonly shownMs: number;
  readonly keysBefore: number;
  readonly longestTaskMs: number;
  readonly longestFrameMs: number;
}

/** Runs in the page, from the click until what is looked for has been drawn. */
function watch({ row, shown, key }: { readonly row: string; readonly shown: string; readonly key: string }): Promise<Watched> {
  const chosen = [...document.querySelectorAll<HTMLElement>('[role="option"]')].find((one) => one.textContent?.includes(row));
  if (!chosen) throw new Error('the row is not there');
  let keysBefore = 0;
  let longestTaskMs = 0;
  let longestFrameMs = 0;
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
  const isThere = () => {
    const element = document.querySelector<HTMLElement>(shown);
    return element !== null && element.getBoundingClientRect().height > 0;
  };
  return new Promise((resolve) => {
    const startedAt = performance.now();
    const press = () => {
      if (over) return;
      // Handled by the window's own shortcuts, and of no consequence here.
      const pressed = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true });
      document.body.dispatchEvent(pressed);
      if (!isThere()) keysBefore += 1;
      setTimeout(press, 20);
    };
    const look = () => {
      if (!isThere()) return requestAnimationFrame(look);
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        const shownMs = performance.now() - startedAt;
        // What comes with it comes soon after it.
        setTimeout(() => {
          over = true;
          resolve({ shownMs, keysBefore, longestTaskMs, longestFrameMs });
        }, 1_500);
      };
      return port2.postMessage(null);
    };
    chosen.dispatchEvent(new MouseEvent('mousedown', { bubbles: true, cancelable: true, detail: 1 }));
    chosen.click();
    setTimeout(press, 0);
    requestAnimationFrame(look);
  });
}

async function openWatched(page: Page, subject: string, shown: string): Promise<Watched> {
  await filterBox(page).fill(`subject:"${subject}"`);
  await expect(rows(page)).toHaveCount(1);
  await expect(rows(page).first()).toContainText(subject);
  const seen = await page.evaluate(watch, { row: subject, shown, key: '?' });
  console.log(
    `${subject}: shown after ${Math.round(seen.shownMs)} ms, longest task of the window ${Math.round(seen.longestTaskMs)} ms, longest frame ${Math.round(seen.longestFrameMs)} ms, keys before ${seen.keysBefore}`,
  );
  return seen;
}

const laidOut = (page: Page) => reader(page).frameLocator('iframe').frameLocator('iframe');
const upToDate = (page: Page) => expect(statusLine(page)).toContainText('Up to date', { timeout: 60_000 });

test('a newsletter of five megabytes', async ({ start, google }) => {
  putHuge(google, { subject: 'Five megabytes', html: newsletterOf(5_000_000) });
  const running = await start();
  await signIn(running, google);
  await upToDate(running.page);
  await openWatched(running.page, 'Five megabytes', 'iframe[data-shown]');
  await expect(laidOut(running.page).getByRole('heading', { name: 'Story 1', exact: true })).toBeVisible();
  console.log(await reader(running.page).locator('p').allTextContents());
});

test('a table of twenty thousand rows', async ({ start, google }) => {
  putHuge(google, { subject: 'Twenty thousand', html: tableOf(20_000) });
  const running = await start();
  await signIn(running, google);
  await upToDate(running.page);
  await openWatched(running.page, 'Twenty thousand', 'iframe[data-shown]');
  await expect(laidOut(running.page).getByRole('heading', { name: 'Every ship' })).toBeVisible();
  console.log(await reader(running.page).locator('p').allTextContents());
});

for (const [name, labelIds] of [['read', ['INBOX']], ['unread', ['INBOX', 'UNREAD']]] as const) {
  test(`a thread of five hundred messages, ${name}`, async ({ start, google }) => {
    putThread(google, { subject: `Long ${name}`, messages: 500, labelIds });
    const running = await start();
    await signIn(running, google);
    await upToDate(running.page);
    await openWatched(running.page, `Long ${name}`, 'iframe[data-shown]');
    console.log(await running.page.evaluate(() => [document.querySelectorAll('iframe').length, document.querySelectorAll('*').length, document.querySelectorAll('[data-scrolls] li[data-id]').length]));
  });
}
