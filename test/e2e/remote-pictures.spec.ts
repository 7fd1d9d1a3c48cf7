// Pictures from elsewhere that a person allows, and that really come: seen in the window, kept for offline, and asked for by
// nobody that could be known again.
import path from 'node:path';
import { openPictureHosts, outside } from '../support/picture-hosts.ts';
import { expect, type Running, reader, rows, signIn, statusLine, test } from './porthole.ts';

test.use({ mailCount: 3, hooks: [path.join(import.meta.dirname, 'mail/internet.cjs')] });

/** Four by four. */
const red = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAQAAAAECAIAAAAmkwkpAAAAEElEQVR4nGM4oKAARwzEcQCqQxABtaashgAAAABJRU5ErkJggg==',
  'base64',
);
const name = 'pictures.example';

const html = [
  `<p>Look: <img src="https://${name}/red.png" alt="Red" width="40" height="40">`,
  `<img src="https://${name}/page.png" alt="No picture" width="40" height="40">`,
  `<img src="https://${name}/open.gif?person=1" alt="" width="1" height="1"></p>`,
].join('');
const raw = [
  'From: Amy <amy@example.org>',
  'Subject: Pictures from elsewhere',
  'MIME-Version: 1.0',
  'Content-Type: text/html; charset=utf-8',
  '',
  html,
].join('\r\n');

const remote = ({ page }: Running) => reader(page).getByRole('region', { name: 'Remote content' });
const picture = ({ page }: Running) => reader(page).frameLocator('iframe').frameLocator('iframe').getByAltText('Red');
/** What is shown with its pictures is laid out anew. */
const isShown = (running: Running) =>
  expect(async () => {
    expect(await picture(running).evaluate((element) => (element as HTMLImageElement).naturalWidth)).toBe(4);
  }).toPass({ timeout: 10_000 });
const openIt = ({ page }: Running) => rows(page).filter({ hasText: 'Pictures from elsewhere' }).click();

test('an allowed picture comes, stands where it belongs, and is there without a network', async ({ start, google }) => {
  const hosts = await openPictureHosts();
  hosts.serve('/red.png', (_request, response) => {
    response.writeHead(200, { 'content-type': 'image/png', 'set-cookie': 'person=1' }).end(red);
  });
  hosts.serve('/page.png', (_request, response) => {
    response.writeHead(200, { 'content-type': 'image/png' }).end('<script>alert(1)</script>');
  });
  google.mailbox().add({ raw, internalDate: Date.now(), labelIds: ['INBOX'] });
  const first = await start();
  await first.app.evaluate(
    (_electron, internet) => Object.assign(Reflect.get(globalThis, 'internet') as object, internet),
    {
      name,
      host: outside,
      port: hosts.port,
      ca: hosts.options().ca,
    },
  );
  await signIn(first, google);
  await openIt(first);
  await expect(remote(first)).toContainText('were kept out');
  await expect(picture(first)).toHaveClass(/porthole-kept-out/);
  expect(hosts.connections).toEqual({ outside: 0, inside: 0 });

  await remote(first).getByRole('button', { name: 'Show pictures' }).click();
  await isShown(first);
  await expect(picture(first)).not.toHaveClass(/porthole-kept-out/);
  await remote(first).getByText('Privacy receipt').click();
  await expect(remote(first).getByRole('row').filter({ hasText: name })).toHaveAttribute('data-contacted', 'true');

  // The beacon was not.
  expect(hosts.requests.map(({ url }) => url).toSorted()).toEqual(['/page.png', '/red.png']);
  for (const { headers } of hosts.requests) {
    expect(Object.keys(headers).toSorted()).toEqual(['accept', 'connection', 'host', 'user-agent']);
    expect(headers['user-agent']).toBe('Mozilla/5.0');
  }
  await expect(statusLine(first.page)).toContainText('Up to date');
  await first.close();
  await hosts.close();
  await google.disconnect();

  const again = await start();
  await openIt(again);
  await expect(remote(again)).toBeVisible();
  if (await remote(again).getByRole('button', { name: 'Show pictures' }).isVisible())
    await remote(again).getByRole('button', { name: 'Show pictures' }).click();
  await isShown(again);
});
