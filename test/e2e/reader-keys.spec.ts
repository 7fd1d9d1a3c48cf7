// Whatever can be done in the reader is reached by Tab and done by a key: each is tried on one message that has them all.
import type { Locator, Page } from '@playwright/test';
import { expect, reader, rows, signIn, test } from './porthole.ts';

test.use({ mailCount: 3 });

const proven = 'Authentication-Results: mx.google.com; dmarc=pass header.from=news.example';
const head = (id: string, ...more: readonly string[]) => [
  ...[proven, 'From: Lighthouse <light@news.example>', 'To: sam@example.org', 'Subject: Harbour supper'],
  ...[`Message-ID: <${id}@news.example>`, ...more, 'MIME-Version: 1.0'],
];
const question = 'Who comes to the supper at the harbour on Thursday evening?';
const first = [...head('first'), 'Content-Type: text/plain', '', question, ''].join('\r\n');
const html = [
  '<p>All of us. See <a href="https://harbour.example/news">our news</a>.',
  '<img src="https://127.0.0.1/a.png" width="20" height="20"></p>',
  `<div class="gmail_quote">On Mon, Ada wrote:<blockquote class="gmail_quote">${question}</blockquote></div>`,
].join('');
const second = [
  ...head('second', 'In-Reply-To: <first@news.example>', 'References: <first@news.example>'),
  'Content-Type: multipart/mixed; boundary=b',
  '',
  `--b\r\nContent-Type: text/html; charset=utf-8\r\n\r\n${html}\r\n`,
  '--b\r\nContent-Type: text/plain\r\nContent-Disposition: attachment; filename=notes.txt\r\n\r\nA note.\r\n--b--',
  '',
].join('\r\n');

const popover = (page: Page) => page.locator('[popover]:popover-open');
const laidOut = (page: Page) => reader(page).frameLocator('iframe').frameLocator('iframe');

/**
 * Forward from wherever the focus is; what can't be reached fails the test. Nothing is evaluated in the mail's own frame: with
 * that Playwright puts listeners of its own there, and Chromium complains of each that it blocks.
 */
async function tabTo(page: Page, goal: Locator): Promise<void> {
  for (let steps = 0; steps < 60; steps += 1) {
    if (await goal.and(page.locator(':focus')).isVisible()) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not lead to ${goal}`);
}

test('every control of a message is reached by Tab and used by a key', async ({ start, google }) => {
  google.mailbox().add({ raw: first, internalDate: Date.now() - 60_000, labelIds: ['INBOX'] });
  google.mailbox().add({ raw: second, internalDate: Date.now(), labelIds: ['INBOX', 'UNREAD'] });
  const running = await start();
  await signIn(running, google);
  const { page } = running;
  const before = (await running.opened()).length;
  await rows(page).filter({ hasText: 'Harbour supper' }).first().click();
  const open = reader(page);
  const body = laidOut(page);
  await expect(body.getByText('All of us.')).toBeVisible();
  await open.focus();

  const view = open.getByRole('button', { name: 'How this message is shown' });
  await tabTo(page, view);
  await page.keyboard.press('Enter');
  await tabTo(page, popover(page).getByRole('radio', { name: 'As it was laid out' }));
  await tabTo(page, popover(page).getByRole('button', { name: 'Larger' }));
  await page.keyboard.press('Space');
  await expect(popover(page)).toContainText('110');
  await page.keyboard.press('Escape');
  await expect(view).toBeFocused();

  const more = open.getByRole('button', { name: 'More about this message' });
  await tabTo(page, more);
  await page.keyboard.press('Enter');
  await tabTo(page, popover(page).getByRole('button', { name: 'All headers' }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: 'All headers' })).toContainText('<second@news.example>');
  await page.keyboard.press('Escape');
  await expect(more).toBeFocused();

  const look = open.getByRole('button', { name: 'Look at notes.txt' });
  await tabTo(page, look);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: 'notes.txt' })).toContainText('A note.');
  await page.keyboard.press('Escape');
  await expect(look).toBeFocused();
  await tabTo(page, open.getByRole('button', { name: 'Save notes.txt' }));

  const remote = open.getByRole('region', { name: 'Remote content' });
  await tabTo(page, remote.getByRole('button', { name: 'Show pictures' }));
  await tabTo(page, remote.getByRole('button', { name: 'Always for light@news.example' }));
  await tabTo(page, remote.locator('summary'));
  await page.keyboard.press('Enter');
  await expect(remote.getByText('Nobody was contacted.')).toBeVisible();
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Shift+Tab');
  await expect(remote.getByRole('button', { name: 'Show pictures' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(remote).toContainText('No picture was fetched.');

  await tabTo(page, body.getByRole('link', { name: 'our news' }));
  await expect(page.getByRole('status').filter({ hasText: 'https://harbour.example/news' })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect.poll(running.opened).toHaveLength(before + 1);
  const quote = body.locator('summary');
  await tabTo(page, quote);
  await expect(body.getByText(question)).toBeHidden();
  await page.keyboard.press('Enter');
  await expect(body.getByText(question)).toBeVisible();
});

test('the find bar is walked by Tab, and gives the focus back', async ({ start, google }) => {
  google.mailbox().add({ raw: first, internalDate: Date.now(), labelIds: ['INBOX'] });
  const running = await start();
  await signIn(running, google);
  const { page } = running;
  await rows(page).filter({ hasText: 'Harbour supper' }).first().click();
  await expect(reader(page).getByText(question)).toBeVisible();
  await reader(page).focus();
  await page.keyboard.press('ControlOrMeta+f');
  const bar = page.getByRole('search', { name: /find/i });
  await expect(bar.getByRole('textbox')).toBeFocused();
  await page.keyboard.type('the');
  await expect(bar.getByRole('status')).toHaveText(/^1 of \d/);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await expect(bar.getByRole('status')).toHaveText(/^2 of \d/);
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Enter');
  await expect(bar.getByRole('status')).toHaveText(/^1 of \d/);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(bar).toBeHidden();
  await expect(reader(page)).toBeFocused();
});
