// One message with all that can come with one: who wrote it, where its links go, its files, its invitation, the message inside
// it, and what can be done with it.
import { readFile } from 'node:fs/promises';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import type { FakeGoogle } from '../google/google.ts';
import { ladenMail, ladenSubject } from '../support/laden-mail.ts';
import { expect, filterBox, type Running, reader, rows, saveInto, signIn, statusLine, test } from './porthole.ts';

test.use({ mailCount: 3 });

const results = 'dmarc=fail header.from=elsewhere.example; spf=pass smtp.mailfrom=bulk.example';

async function openLaden(running: Running, google: FakeGoogle): Promise<Page> {
  google.mailbox().add({ raw: ladenMail({ results }), internalDate: Date.now(), labelIds: ['INBOX', 'UNREAD'] });
  await signIn(running, google);
  const { page } = running;
  await rows(page).filter({ hasText: ladenSubject }).first().click();
  await expect(reader(page).getByRole('heading', { name: ladenSubject })).toBeVisible();
  return page;
}

const body = (page: Page) => reader(page).frameLocator('iframe').frameLocator('iframe');

test('says who really wrote a message, and what speaks against it', async ({ start, google }) => {
  const page = await openLaden(await start(), google);
  const head = reader(page);
  await expect(head.getByText('<someone@elsewhere.example>')).toBeVisible();
  const warnings = head.getByRole('list', { name: 'Warnings about the sender' });
  await expect(warnings).toContainText(
    'The name reads ceo@bank.example, but the address is someone@elsewhere.example.',
  );
  await expect(warnings).toContainText('Answers would go to other@third.example');
  await head.getByRole('button', { name: 'Not genuine' }).press('Enter');
  const detail = page.getByRole('dialog', { name: /what Gmail checked/ });
  await expect(detail).toContainText('failed for elsewhere.example');
  await expect(detail).toContainText('passed for bulk.example, which is not the sender’s');
});

test('shows where a link goes, asks where that is doubtful, and by itself follows none', async ({ start, google }) => {
  const running = await start();
  const page = await openLaden(running, google);
  const before = (await running.opened()).length;
  const link = body(page).getByRole('link', { name: 'www.bank.example' });
  const goal = page.getByRole('status').filter({ hasText: 'http://198.51.100.7/login' });
  // What the frame shows may still be laid out anew under the pointer.
  await expect(async () => {
    await page.mouse.move(0, 0);
    await link.hover({ timeout: 1_000 });
    await expect(goal).toBeVisible({ timeout: 500 });
  }).toPass();
  await link.click();
  const asked = page.getByRole('dialog', { name: 'Open this link?' });
  await expect(asked.locator('strong')).toHaveText('198.51.100.7');
  await expect(asked).toContainText('The text of the link names www.bank.example, but it goes elsewhere.');
  await expect(asked.getByRole('button', { name: 'Cancel' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(asked).toBeHidden();
  expect(await running.opened()).toHaveLength(before);

  await link.click();
  await asked.getByRole('button', { name: 'Open' }).click();
  await expect.poll(running.opened).toHaveLength(before + 1);
  expect((await running.opened()).at(-1)).toBe('http://198.51.100.7/login');
});

test('asks about a link whose text is an address behind words that nobody sees, or has no end', async ({
  start,
  google,
}) => {
  const running = await start();
  const link = (shown: string) => `<p><a href="https://evil.example/x">${shown}</a></p>`;
  const lines = [
    'From: Ann <ann@harbour.example>',
    'Subject: Two links',
    'Content-Type: text/html; charset=utf-8',
    '',
    link(`<span style="font-size:0">${'a\n'.repeat(500)}</span>https://www.bank.example/login`),
    link(`Dear friend ${'and so on\n'.repeat(300)}`),
  ];
  google.mailbox().add({ raw: lines.join('\r\n'), internalDate: Date.now(), labelIds: ['INBOX'] });
  await signIn(running, google);
  const { page } = running;
  await rows(page).filter({ hasText: 'Two links' }).first().click();
  const before = (await running.opened()).length;
  const asked = page.getByRole('dialog', { name: 'Open this link?' });
  for (const [name, reason] of [
    [/bank\.example/, 'The text of the link names www.bank.example, but it goes elsewhere.'],
    [/Dear friend/, 'Porthole could not read all that this link shows'],
  ] as const) {
    await body(page)
      .getByRole('link', { name })
      .click({ position: { x: 20, y: 8 } });
    await expect(asked).toContainText(reason);
    await page.keyboard.press('Escape');
    await expect(asked).toBeHidden();
  }
  expect(await running.opened()).toHaveLength(before);
});

test('lists files as what they are, looks at them, and gives the focus back', async ({ start, google }) => {
  const page = await openLaden(await start(), google);
  const files = reader(page).getByRole('region', { name: 'Attachments' });
  await expect(files.getByRole('listitem').filter({ hasText: 'photo.png' })).toContainText('Picture');
  await expect(files.getByRole('listitem').filter({ hasText: 'bill.pdf.exe' })).toContainText('named like a document');
  await expect(files.getByRole('button', { name: 'Look at bill.pdf.exe' })).toHaveCount(0);
  // It stands in the text.
  await expect(files.getByRole('listitem').filter({ hasText: 'logo.png' })).toHaveCount(0);

  const look = files.getByRole('button', { name: 'Look at notes.txt' });
  await look.press('Enter');
  const shown = page.getByRole('dialog', { name: 'notes.txt' });
  await expect(shown).toContainText('A note that came as a file.');
  await page.keyboard.press('Escape');
  await expect(shown).toBeHidden();
  await expect(look).toBeFocused();

  await files.getByRole('button', { name: 'Look at photo.png' }).click();
  const picture = page.getByRole('dialog', { name: 'photo.png' }).frameLocator('iframe').frameLocator('iframe');
  await expect
    .poll(() => picture.locator('img').evaluate((image) => (image as HTMLImageElement).naturalWidth))
    .toBeGreaterThan(0);
  await page.getByRole('button', { name: 'Close', exact: true }).click();

  await files.getByRole('button', { name: 'Look at plan.pdf' }).click();
  const pdf = page.getByRole('dialog', { name: 'plan.pdf' });
  await expect(pdf.frameLocator('iframe').getByRole('img', { name: 'Page 1 of 1' })).toBeVisible();
  await pdf.frameLocator('iframe').locator('body').press('Escape');
  await expect(pdf).toBeHidden();
});

test('saves a file, and several, and says under which names', async ({ start, google }, testInfo) => {
  const running = await start();
  const page = await openLaden(running, google);
  await saveInto(running.app, testInfo.outputDir);
  const files = reader(page).getByRole('region', { name: 'Attachments' });
  await files.getByRole('button', { name: 'Save notes.txt' }).click();
  await expect(files.getByRole('status')).toHaveText('Saved as notes.txt.');
  expect(await readFile(testInfo.outputPath('notes.txt'), 'utf8')).toMatch(/^A note that came as a file\./);
  await files.getByRole('button', { name: 'Save all…' }).click();
  await expect(files.getByRole('status')).toHaveText(/^Saved \d files\.$/);
  expect((await readFile(testInfo.outputPath('plan.pdf'))).subarray(0, 5).toString()).toBe('%PDF-');
});

test('shows an invitation as a card and an attached message as a message', async ({ start, google }) => {
  const page = await openLaden(await start(), google);
  const card = reader(page).getByRole('region', { name: 'Calendar' }).getByRole('article', { name: 'Harbour supper' });
  await expect(card).toContainText('Invitation');
  await expect(card).toContainText('The old boathouse');
  await expect(card).toContainText(/December 24, 2026/);
  await expect(card.getByRole('listitem')).toHaveText(/Sam Porter.*comes/);
  const inside = reader(page).getByRole('region', { name: 'Attached messages' });
  await expect(inside.getByRole('heading', { name: 'The message inside' })).toBeVisible();
  await expect(inside).toContainText('roya@example.net');
  await expect(inside).toContainText('What is said inside.');
});

test('shows a message as it was sent, and saves it byte for byte', async ({ start, google }, testInfo) => {
  const running = await start();
  const page = await openLaden(running, google);
  await saveInto(running.app, testInfo.outputDir);
  const more = reader(page).getByRole('button', { name: 'More about this message' });
  await more.press('Enter');
  await page.getByRole('button', { name: 'Show the original' }).press('Enter');
  const source = page.getByRole('dialog', { name: 'Original message' });
  await expect(source).toContainText('Content-Type: multipart/mixed; boundary=laden');
  await source.getByRole('searchbox').fill('--laden--');
  await expect(source.getByRole('search')).toContainText('1 of 1');
  // The first empties the field, as everywhere.
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect(source).toBeHidden();
  await expect(more).toBeFocused();

  await more.click();
  await page.getByRole('button', { name: 'All headers' }).click();
  await expect(page.getByRole('dialog', { name: 'All headers' })).toContainText('<laden@example.org>');
  await page.keyboard.press('Escape');

  await more.click();
  await page.getByRole('button', { name: 'Save the original as .eml…' }).click();
  await expect(reader(page).getByText(`Saved as ${ladenSubject}.eml.`)).toBeVisible();
  expect(await readFile(testInfo.outputPath(`${ladenSubject}.eml`), 'utf8')).toBe(ladenMail({ results }));
});

test('exports what is listed, says how far it is, and what came of it', async ({ start, google }, testInfo) => {
  const running = await start();
  const page = await openLaden(running, google);
  await saveInto(running.app, testInfo.outputDir);
  await filterBox(page).fill(`subject:"${ladenSubject}"`);
  await expect(rows(page)).toHaveCount(1);
  await page.getByRole('button', { name: 'Export what is listed as mbox…' }).click();
  await expect(statusLine(page)).toContainText('Exported 1 message.');
  const mbox = await readFile(testInfo.outputPath('mail.mbox'), 'utf8');
  expect(mbox).toMatch(/^From someone@elsewhere\.example /);
  expect(mbox).toContain('boundary=laden');
  await statusLine(page).getByRole('button', { name: 'Dismiss' }).click();
  await expect(statusLine(page)).not.toContainText('Exported');
});

test('axe finds nothing in the reader, and what opens from it', async ({ start, google }) => {
  const page = await openLaden(await start(), google);
  await expect(body(page).getByRole('link').first()).toBeVisible();
  const check = async (where: string) => {
    // The older way of Axe opens a page of its own, which no window here may.
    const { violations } = await new AxeBuilder({ page }).include(where).setLegacyMode(true).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
  };
  await check('section[aria-label="Message"]');
  await reader(page).getByRole('button', { name: 'Not genuine' }).click();
  await check('[popover]:popover-open');
  await page.keyboard.press('Escape');
  await reader(page).getByRole('button', { name: 'More about this message' }).click();
  await check('[popover]:popover-open');
  await page.getByRole('button', { name: 'All headers' }).click();
  await check('dialog[open]');
  await page.keyboard.press('Escape');
  await reader(page).getByRole('button', { name: 'Look at notes.txt' }).click();
  await check('dialog[open]');
});

for (const scheme of ['light', 'dark'] as const)
  test(`axe finds nothing in what is looked at of a picture, a PDF and a text, ${scheme}`, async ({
    start,
    google,
  }) => {
    const page = await openLaden(await start(), google);
    await page.emulateMedia({ colorScheme: scheme });
    const files = reader(page).getByRole('region', { name: 'Attachments' });
    for (const name of ['photo.png', 'plan.pdf', 'notes.txt']) {
      await files.getByRole('button', { name: `Look at ${name}` }).press('Enter');
      const shown = page.getByRole('dialog', { name });
      const inFrame = shown.frameLocator('iframe');
      await expect(
        name === 'notes.txt'
          ? shown.getByText('A note that came as a file.')
          : name === 'plan.pdf'
            ? inFrame.getByRole('img', { name: 'Page 1 of 1' })
            : inFrame.frameLocator('iframe').locator('img'),
      ).toBeVisible();
      const { violations } = await new AxeBuilder({ page }).include('dialog[open]').setLegacyMode(true).analyze();
      expect(violations.map(({ id, nodes }) => `${name}, ${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual(
        [],
      );
      await shown.getByRole('button', { name: 'Close', exact: true }).press('Enter');
      await expect(shown).toBeHidden();
    }
  });

test('warns of a name that is known by another address, once it has come often', async ({ start, google }) => {
  const from = (address: string, subject: string) =>
    [`From: Ada Lovelace <${address}>`, `Subject: ${subject}`, '', 'Hello.'].join('\r\n');
  for (let at = 1; at <= 5; at++) {
    google.mailbox().add({
      raw: from('ada@engine.example', `Engine ${at}`),
      internalDate: Date.now() - at * 60_000,
      labelIds: ['INBOX'],
    });
  }
  const raw = from('ada@elsewhere.example', 'Please pay');
  google.mailbox().add({ raw, internalDate: Date.now(), labelIds: ['INBOX'] });
  const running = await start();
  await signIn(running, google);
  const { page } = running;
  await expect(statusLine(page)).toContainText('Up to date');
  await rows(page).filter({ hasText: 'Please pay' }).first().click();
  const warnings = reader(page).getByRole('list', { name: 'Warnings about the sender' });
  await expect(warnings).toHaveText('You know Ada Lovelace by the address ada@engine.example. This is another one.');
  await rows(page).filter({ hasText: 'Engine 1' }).first().click();
  await expect(reader(page).getByRole('heading', { name: 'Engine 1' })).toBeVisible();
  await expect(warnings).toHaveCount(0);
});
