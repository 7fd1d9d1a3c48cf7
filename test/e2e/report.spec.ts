// A report, and the log from which it is made: through a whole story with marked words, nothing of them is in either.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, filterBox, openSettings, reader, rows, signIn, statusLine, test } from './porthole.ts';

test.use({ mailCount: 3 });

const marks = {
  subject: 'ZebraSubject',
  body: 'ZebraBody',
  address: 'zebra.sender@zebra-host.example',
  name: 'Zebra Sender',
  query: 'zebraquery',
  label: 'ZebraLabel',
  file: 'ZebraFile.txt',
};
const raw = [
  `From: ${marks.name} <${marks.address}>`,
  `Subject: ${marks.subject}`,
  'MIME-Version: 1.0',
  'Content-Type: multipart/mixed; boundary=b',
  '',
  '--b',
  'Content-Type: text/html',
  '',
  `<p>${marks.body} <img src="https://zebra-host.example/x.png" width=9 height=9></p>`,
  '--b',
  `Content-Type: text/plain; name="${marks.file}"`,
  `Content-Disposition: attachment; filename="${marks.file}"`,
  '',
  'x',
  '--b--',
].join('\r\n');

const found = (text: string, secrets: readonly string[]) =>
  [...Object.values(marks), ...secrets].filter((mark) => text.toLowerCase().includes(mark.toLowerCase()));

const ask = (page: Page, name: string, input: object) =>
  page.evaluate(
    ([asked, given]) =>
      (
        window as unknown as { porthole: { request: (name: string, input: object) => Promise<unknown> } }
      ).porthole.request(asked, given),
    [name, input] as const,
  );

test('neither log nor report has a word of mail, a query, an address or a secret in it, and what was read is what is saved', async ({
  start,
  google,
  profile,
}) => {
  google.mailbox().add({ raw, internalDate: Date.now(), labelIds: ['INBOX', 'UNREAD'] });
  const running = await start();
  const { app, page } = running;
  await signIn(running, google);
  await expect(statusLine(page)).toContainText('Up to date');
  await filterBox(page).fill(`${marks.query} OR ${marks.subject}`);
  await rows(page).filter({ hasText: marks.subject }).click();
  await expect(reader(page).getByRole('heading', { name: marks.subject })).toBeVisible();
  await ask(page, 'searches.save', { name: marks.label, text: marks.query });
  await ask(page, 'sender.change', { email: marks.address, zoom: 1.5 });
  const id = google.users[0]?.sub ?? '';
  await ask(page, 'settings.change', { telling: { labels: { [id]: [marks.label] } } });

  // What goes wrong, expected and not: with mail in what is asked, and in what breaks.
  await ask(page, 'message.open', { id: 'f00df00d' });
  await ask(page, 'attachment.open', { id: google.mailbox().ids[0] ?? '', partId: '9' });
  await ask(page, 'messages.find', { search: { text: marks.query }, nonsense: marks.subject });
  google.revokeAll();
  await page.getByRole('button', { name: 'Refresh' }).click();
  await expect(page.getByRole('region', { name: 'Notice' })).toBeVisible();

  const secrets = [google.users[0]?.email ?? '', id, ...google.issuedSecrets()];
  const target = test.info().outputPath('saved.txt');
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath });
  }, target);
  const panel = await openSettings(page, 'Report a problem');
  const text = panel.getByRole('region', { name: 'The report' });
  await expect(text).toContainText('# Log');
  const shown = (await text.locator('pre').textContent()) ?? '';
  expect(found(shown, secrets)).toEqual([]);
  // It says something: what went wrong, by kind, and the bug by its reference.
  expect(shown).toMatch(/refused request=message\.open kind=gone/);
  expect(shown).toMatch(/bug [0-9a-f]{8}\n/);
  expect(shown).toMatch(/connection: signed-out\nwhy: refused/);
  expect(shown).toMatch(/toldLabels: 1/);
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).include('dialog[open]').analyze();
  expect(violations.map(({ id: rule, nodes }) => [rule, nodes.map(({ html }) => html)])).toEqual([]);
  await page.screenshot({ path: test.info().outputPath('report.png') });
  await panel.getByRole('button', { name: 'Save a report' }).click();
  await expect(panel.getByRole('status')).toHaveText('Saved as saved.txt.');
  expect(readFileSync(target, 'utf8').trim()).toBe(shown.trim());
  const before = google.requests.length;
  await running.close();
  expect(google.requests.length).toBe(before);

  const log = path.join(profile, 'logs', 'porthole.log');
  expect(found(readFileSync(log, 'utf8'), secrets)).toEqual([]);
  // The control: what is looked for is on this disk, and would be found in a file like the log.
  const database = readFileSync(path.join(profile, 'accounts', id, 'mail.db'), 'latin1');
  expect(found(database, [])).toContain(marks.address);
  writeFileSync(log, `${readFileSync(log, 'utf8')}\n${marks.subject} ${secrets[2]}\n`);
  expect(found(readFileSync(log, 'utf8'), secrets).length).toBeGreaterThanOrEqual(2);
  // And what is no entry of the log's own gets into no report.
  const again = await start();
  const once = await ask(again.page, 'report.make', {});
  expect(JSON.stringify(once)).toContain('# Log');
  expect(found(JSON.stringify(once), secrets)).toEqual([]);
});

test('a sentence with a reference leads to the report in which that is found', async ({ start }) => {
  const { page, app } = await start();
  await app.evaluate(({ dialog }) => {
    // What the system should never do.
    dialog.showOpenDialog = (async () => {
      throw new TypeError('broken');
    }) as never;
  });
  await page.getByRole('button', { name: 'Connect a Gmail account' }).click();
  await page.getByRole('navigation', { name: 'Steps' }).getByRole('button', { name: 'File' }).click();
  await page.getByRole('button', { name: 'Choose' }).first().click();
  const alert = page.getByRole('alert');
  await expect(alert).toBeVisible();
  const reference = /\b[0-9a-f]{8}\b/.exec((await alert.textContent()) ?? '')?.[0] ?? 'none';
  await alert.getByRole('button', { name: 'Save a report' }).click();
  await expect(page.getByRole('region', { name: 'The report' })).toContainText(`bug ${reference}`);
});
