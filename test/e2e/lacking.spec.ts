// A message that can't be shown as it was sent: its text stands there, with a line that says what is lacking.
import path from 'node:path';
import { expect, type Running, reader, rows, signIn, statusLine, test } from './porthole.ts';

test.use({ mailCount: 3 });

const lines = (...all: readonly string[]) => all.join('\r\n');
const raw = (subject: string, ...parts: readonly string[]) =>
  lines(
    ...['From: Amy <amy@example.org>', `Subject: ${subject}`, 'MIME-Version: 1.0'],
    ...['Content-Type: multipart/mixed; boundary=b', '', ...parts.flatMap((part) => ['--b', part]), '--b--', ''],
  );
const html = lines('Content-Type: text/html; charset=utf-8', '', '<h1>Guten Tag</h1>');
const calendar = lines(
  ...['Content-Type: text/calendar; charset=utf-8', '', 'BEGIN:VCALENDAR', 'VERSION:2.0', 'BEGIN:VEVENT', 'UID:1@x'],
  ...['DTSTART:20261224T180000Z', 'SUMMARY:Harbour supper', 'END:VEVENT', 'END:VCALENDAR'],
);
const openIt = ({ page }: Running, subject: string) => rows(page).filter({ hasText: subject }).click();
const laidOut = ({ page }: Running) => reader(page).frameLocator('iframe').frameLocator('iframe');

test('says that more comes when Gmail can be reached, and shows it when it has come', async ({ start, google }) => {
  google.mailbox().add({ raw: raw('Tea', html, calendar), internalDate: Date.now(), labelIds: ['INBOX'] });
  const first = await start();
  await signIn(first, google);
  await expect(statusLine(first.page)).toContainText('Up to date');
  await first.close();
  await google.disconnect();

  const running = await start();
  await expect(statusLine(running.page)).toContainText(/Offline/);
  await openIt(running, 'Tea');
  const said = reader(running.page).getByText('appears as it was laid out when Gmail can be reached');
  await expect(said).toBeVisible();
  await expect(laidOut(running).getByText('Guten Tag')).toBeVisible();
  await expect(reader(running.page).getByRole('article', { name: 'Harbour supper' })).toHaveCount(0);

  await google.reconnect();
  await expect(reader(running.page).getByRole('article', { name: 'Harbour supper' })).toBeVisible({ timeout: 40_000 });
  await expect(said).toHaveCount(0);
});

test.describe('where its frame', () => {
  test.use({ hooks: [path.join(import.meta.dirname, 'hostile/hook.cjs')], mayComplain: true });

  for (const [what, answer] of [
    ['does not come', 'none'],
    ['says nothing', 'silent'],
  ] as const)
    test(`${what}, a message is shown as text`, async ({ start, google }) => {
      google.mailbox().add({ raw: raw('Tea', html), internalDate: Date.now(), labelIds: ['INBOX'] });
      const running = await start();
      await running.app.evaluate((_electron, given) => {
        const page = () =>
          given === 'none'
            ? new Response(null, { status: 500 })
            : new Response('<!doctype html><p>Not what was sent.', { headers: { 'content-type': 'text/html' } });
        Reflect.set(globalThis, 'answerInstead', (scheme: string) => (scheme === 'mail' ? page() : undefined));
      }, answer);
      await signIn(running, google);
      await openIt(running, 'Tea');
      await expect(
        reader(running.page).getByText('can’t be shown as it was laid out; its text is shown'),
      ).toBeVisible();
      await expect(reader(running.page).getByText('Guten Tag')).toBeVisible();
      await expect(reader(running.page).locator('iframe')).toHaveCount(0);
    });
});
