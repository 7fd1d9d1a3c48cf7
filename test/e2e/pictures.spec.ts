// The pictures of a message, as they are seen in the window: those that came with it, and those that cannot be had.
import AxeBuilder from '@axe-core/playwright';
import type { Locator } from '@playwright/test';
import { expect, filterBox, reader, rows, signIn, test } from './porthole.ts';

// Chromium itself notes what was not to be had.
test.use({ mailCount: 3 });

/** One red pixel. */
const pixel = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8DwHwAFBQIAX8jx0gAAAABJRU5ErkJggg==';

const inline = (id: string, bytes: string) =>
  `--p\r\nContent-Type: image/png\r\nContent-ID: <${id}@x>\r\nContent-Disposition: inline\r\nContent-Transfer-Encoding: base64\r\n\r\n${bytes}\r\n`;

const html =
  '<p>Three: <img src="cid:there@x" alt="There" width="20" height="20"> <img src="cid:broken@x" alt="Torn"> <img src="cid:missing@x" alt="Never sent"></p>';
const raw = [
  'From: Amy <amy@example.org>',
  'Subject: Three pictures',
  'MIME-Version: 1.0',
  'Content-Type: multipart/related; boundary=p',
  '',
  `--p\r\nContent-Type: text/html; charset=utf-8\r\n\r\n${html}\r\n`,
  `${inline('there', pixel)}${inline('broken', Buffer.from('no picture at all').toString('base64'))}--p--\r\n`,
].join('\r\n');

const widthOf = (image: Locator) => image.evaluate((element) => (element as HTMLImageElement).naturalWidth);

test('a picture that came with a message stands in it, and one that cannot be had is a frame with its words', async ({
  start,
  google,
}) => {
  google.mailbox().add({ raw, internalDate: Date.now(), labelIds: ['INBOX'] });
  const running = await start();
  await signIn(running, google);
  const { page } = running;
  await rows(page).filter({ hasText: 'Three pictures' }).click();
  const body = reader(page).frameLocator('iframe').frameLocator('iframe');
  await expect.poll(() => widthOf(body.getByAltText('There'))).toBe(1);
  await expect(body.getByAltText('There')).not.toHaveClass(/porthole-kept-out/);
  for (const name of ['Torn', 'Never sent']) {
    const image = body.getByAltText(name);
    await expect(image).toHaveClass(/porthole-kept-out/);
    // Without one, Chromium draws no sign of its own.
    await expect(image).not.toHaveAttribute('src');
    await expect(image).toBeVisible();
  }
});

test('axe finds nothing in the reader of a dark window', async ({ start, google }) => {
  google.mailbox().add({ raw, internalDate: Date.now(), labelIds: ['INBOX'] });
  const running = await start();
  await signIn(running, google);
  const { page } = running;
  await page.emulateMedia({ colorScheme: 'dark' });
  await rows(page).filter({ hasText: 'Three pictures' }).click();
  await expect(page.locator('iframe[data-shown]')).toBeVisible();
  const { violations } = await new AxeBuilder({ page })
    .include('section[aria-label="Message"]')
    .setLegacyMode(true)
    .analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html: where }) => where).join(' ')}`)).toEqual([]);
});

test('marks inside a laid out message what was looked for, and keeps size and colours for its sender', async ({
  start,
  google,
}) => {
  const other = raw.replace('Three pictures', 'Three others');
  google.mailbox().add({ raw, internalDate: Date.now() - 60_000, labelIds: ['INBOX'] });
  google.mailbox().add({ raw: other, internalDate: Date.now(), labelIds: ['INBOX'] });
  const running = await start();
  await signIn(running, google);
  const { page } = running;
  await page.emulateMedia({ colorScheme: 'dark' });
  await filterBox(page).fill('three');
  await rows(page).filter({ hasText: 'Three pictures' }).click();
  const body = reader(page).frameLocator('iframe').frameLocator('iframe');
  const marked = () => body.locator('html').evaluate(() => CSS.highlights.get('porthole-mark')?.size ?? 0);
  await expect.poll(marked).toBe(1);

  await reader(page).getByRole('button', { name: 'How this message is shown' }).click();
  await page.getByRole('button', { name: 'Larger' }).click();
  await page.getByRole('radio', { name: 'As sent' }).check();
  await page.keyboard.press('Escape');
  const looks = () =>
    body.locator('html').evaluate((root) => {
      const { ownerDocument } = root;
      return [getComputedStyle(ownerDocument.body).zoom, getComputedStyle(root).backgroundColor];
    });
  const chosen = ['1.1', 'rgb(255, 255, 255)'];
  await expect.poll(looks).toEqual(chosen);
  await rows(page).filter({ hasText: 'Three others' }).click();
  await expect(reader(page).getByRole('heading', { name: 'Three others' })).toBeVisible();
  await expect.poll(looks).toEqual(chosen);
});

test('a file is listed where nothing draws it: one that a link names, and a picture in plain text', async ({
  start,
  google,
}) => {
  const file = (name: string, type: string, id: string) =>
    `--q\r\nContent-Type: ${type}; name=${name}\r\nContent-ID: <${id}>\r\nContent-Disposition: inline; filename=${name}\r\nContent-Transfer-Encoding: base64\r\n\r\n${pixel}\r\n`;
  const versions = [
    '--v\r\nContent-Type: text/plain\r\n\r\nThe plan and the contract.\r\n',
    '--v\r\nContent-Type: text/html\r\n\r\n<img src="cid:plan@x" alt="The plan"> and <a href="cid:doc@x">the contract</a>\r\n--v--\r\n',
  ].join('');
  const mail = [
    'From: Amy <amy@example.org>',
    'Subject: A plan and a contract',
    'MIME-Version: 1.0',
    'Content-Type: multipart/related; boundary=q',
    '',
    `--q\r\nContent-Type: multipart/alternative; boundary=v\r\n\r\n${versions}`,
    `${file('plan.png', 'image/png', 'plan@x')}${file('contract.pdf', 'application/octet-stream', 'doc@x')}--q--\r\n`,
  ].join('\r\n');
  google.mailbox().add({ raw: mail, internalDate: Date.now(), labelIds: ['INBOX'] });
  const running = await start();
  await signIn(running, google);
  const { page } = running;
  await rows(page).filter({ hasText: 'A plan and a contract' }).click();
  const body = reader(page).frameLocator('iframe').frameLocator('iframe');
  await expect.poll(() => widthOf(body.getByAltText('The plan'))).toBe(1);
  const files = reader(page).getByRole('region', { name: 'Attachments' }).getByRole('listitem');
  await expect(files).toHaveCount(1);
  await expect(files).toContainText('contract.pdf');

  await reader(page).getByRole('button', { name: 'How this message is shown' }).click();
  await page.getByRole('radio', { name: 'Plain text' }).check();
  await expect(reader(page).getByText('The plan and the contract.')).toBeVisible();
  await expect(files).toHaveCount(2);
  await expect(files.first()).toContainText('plan.png');
});
