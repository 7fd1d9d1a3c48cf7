// Pictures from elsewhere that a person allows, and that really come: seen in the window, kept for offline, and asked for by
// nobody that could be known again.
import path from 'node:path';
import { openPictureHosts, outside, type PictureHosts } from '../support/picture-hosts.ts';
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

const joinInternet = ({ app }: Running, hosts: PictureHosts) =>
  app.evaluate((_electron, internet) => Object.assign(Reflect.get(globalThis, 'internet') as object, internet), {
    name,
    host: outside,
    port: hosts.port,
    ca: hosts.options().ca,
  });

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
  await joinInternet(first, hosts);
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

test('a page that was taken over gets no picture that the message does not name, and opens no link unasked', async ({
  start,
  google,
}) => {
  const hosts = await openPictureHosts();
  hosts.serve('/red.png', (_request, response) => response.writeHead(200, { 'content-type': 'image/png' }).end(red));
  google.mailbox().add({ raw, internalDate: Date.now(), labelIds: ['INBOX'] });
  const running = await start();
  await joinInternet(running, hosts);
  await signIn(running, google);
  await openIt(running);
  await expect(remote(running)).toContainText('were kept out');
  const id = (await running.page.locator('[data-message]').first().getAttribute('data-message')) ?? '';
  await running.app.evaluate(({ dialog }) => {
    const asked: string[] = [];
    Object.assign(globalThis, { askedAbout: asked });
    dialog.showMessageBox = (async (_window: unknown, { detail }: { detail: string }) => {
      asked.push(detail);
      return { response: 1, checkboxChecked: false };
    }) as never;
  });
  const before = (await running.opened()).length;

  const ask = (name: string, input: object) =>
    running.page.evaluate(
      ([what, given]) =>
        (Reflect.get(window, 'porthole') as { request: (name: string, input: unknown) => Promise<unknown> }).request(
          what,
          given,
        ),
      [name, input] as const,
    );
  const told = `https://${name}/?all=the-mail`;
  const opened = (await ask('view.open', { id })) as { value: { host: string } };
  const pictures = (url: string) =>
    ask('view.pictures', { host: opened.value.host, urls: [url], wantedFor: 'message' }) as Promise<unknown>;
  expect(await pictures(told)).toMatchObject({ value: [{ url: told, path: null, refused: 'not-allowed' }] });
  expect(await pictures(`https://${name}/`)).toMatchObject({ value: [{ refused: 'not-allowed' }] });
  await ask('link.open', { id, url: told });
  expect(hosts.connections).toEqual({ outside: 0, inside: 0 });
  expect(await running.opened()).toHaveLength(before);
  const asked = await running.app.evaluate(() => Reflect.get(globalThis, 'askedAbout') as string[]);
  expect(asked).toHaveLength(1);
  expect(asked[0]).toContain(told);

  // The control: what the message names comes.
  const named = `https://${name}/red.png`;
  expect(await pictures(named)).toMatchObject({ value: [{ url: named, refused: null }] });
  expect(hosts.connections).toEqual({ outside: 1, inside: 0 });
  await hosts.close();
});
