// What stands in a message: as it was laid out, with nothing from elsewhere until the person says so, as text, and found in.
import type { Page } from '@playwright/test';
import type { FakeGoogle } from '../google/google.ts';
import { expect, filterBox, openSettings, reader, rows, signIn, test } from './porthole.ts';

interface Mail {
  readonly subject: string;
  readonly from?: string;
  readonly headers?: readonly string[];
  readonly type?: 'html' | 'plain';
  readonly text: string;
  readonly labelIds?: readonly string[];
  readonly ageMs?: number;
}

const proven = 'Authentication-Results: mx.google.com; dmarc=pass header.from=news.example';

function put(google: FakeGoogle, mail: Mail): void {
  const { subject, from = 'Lighthouse <light@news.example>', headers = [], type = 'html', text } = mail;
  const mailbox = google.mailbox();
  const head = [
    ...headers,
    `From: ${from}`,
    `To: ${mailbox.email}`,
    `Subject: ${subject}`,
    ...(headers.some((header) => header.startsWith('Message-ID:')) ? [] : [`Message-ID: <${mail.ageMs}@news.example>`]),
    'MIME-Version: 1.0',
    `Content-Type: text/${type}; charset=utf-8`,
  ];
  mailbox.add({
    raw: [...head, '', text, ''].join('\r\n'),
    internalDate: Date.now() - (mail.ageMs ?? 1_000),
    labelIds: [...(mail.labelIds ?? ['INBOX'])],
  });
}

async function open(page: Page, subject: string, query = `subject:"${subject}"`): Promise<void> {
  await filterBox(page).fill(query);
  const row = rows(page).filter({ hasText: subject }).first();
  await row.click();
  await expect(reader(page).getByRole('heading', { level: 2, name: subject })).toBeVisible();
}

/** The scriptless document in which a message stands. */
const laidOut = (page: Page) => reader(page).frameLocator('iframe').frameLocator('iframe');
const remote = (page: Page) => reader(page).getByRole('region', { name: 'Remote content' });

const newsletter = [
  '<table><tr><td style="color:#a33"><h1>The harbour is open</h1></td></tr></table>',
  '<img src="https://127.0.0.1/a.png" width="20" height="20"><img src="https://10.0.0.1/b.png" width="20" height="20">',
  '<img src="https://127.0.0.1/wf/open?upn=1" width="1" height="1"><p>Ships and harbour pilots.</p>',
].join('');

test.use({ mailCount: 4 });

test('an item of a list stands beside its mark, whichever way it is written', async ({ start, google }) => {
  const list = '<p>سلام</p><p>Hello</p><ul><li>سلام</li><li>Hello</li></ul>';
  put(google, { subject: 'Lists from left to right', text: `<p>First</p>${list}` });
  put(google, { subject: 'Lists from right to left', text: `<p>نخست</p>${list}` });
  const running = await start();
  await signIn(running, google);
  const { page } = running;
  /** How far the text begins from either edge of what it stands in. */
  const gaps = (element: Element) => {
    const range = element.ownerDocument.createRange();
    range.selectNodeContents(element);
    const [text, box] = [range.getBoundingClientRect(), element.getBoundingClientRect()];
    return { left: text.left - box.left, right: box.right - text.right };
  };
  for (const [subject, edge] of [
    ['Lists from left to right', 'left'],
    ['Lists from right to left', 'right'],
  ] as const) {
    await open(page, subject);
    const items = laidOut(page).locator('li');
    await expect(items).toHaveCount(2);
    for (const item of await items.all()) expect((await item.evaluate(gaps))[edge], subject).toBeLessThan(2);
    // The control: a paragraph begins where its own writing does.
    const alone = laidOut(page).locator('p', { hasText: edge === 'left' ? 'سلام' : 'Hello' });
    expect((await alone.evaluate(gaps))[edge], subject).toBeGreaterThan(50);
  }
});

test('a subject runs the way of what it says, whatever stands before it, and turns nothing round', async ({
  start,
  google,
}) => {
  const written = [
    ['Re: گزارش ماهانه', 'rtl'],
    ['[harbour-users] Fwd: تقرير', 'rtl'],
    ['پاسخ: Monthly report', 'ltr'],
    ['Re: Report گزارش', 'ltr'],
  ] as const;
  for (const [subject] of written) put(google, { subject, text: '<p>x</p>' });
  put(google, { subject: 'Bill \u202egnp.exe', from: '"Ada \u202eteN" <ada@news.example>', text: '<p>x</p>' });
  const running = await start();
  await signIn(running, google);
  const { page } = running;
  const direction = (element: Element) => getComputedStyle(element).direction;
  for (const [subject, expected] of written) {
    const row = rows(page).filter({ hasText: subject });
    expect(await row.getByText(subject, { exact: true }).evaluate(direction), subject).toBe(expected);
    await row.click();
    const heading = reader(page).getByRole('heading', { level: 2, name: subject });
    expect(await heading.evaluate(direction), subject).toBe(expected);
  }
  const turned = rows(page).filter({ hasText: 'Bill gnp.exe' });
  await expect(turned).toContainText('Ada teN');
  await turned.click();
  await expect(reader(page).getByRole('heading', { level: 2 })).toHaveText('Bill gnp.exe');
});

test('lays a message out, and says what was kept out of it', async ({ start, google }) => {
  put(google, { subject: 'Harbour news', text: newsletter, headers: [proven] });
  const running = await start();
  const { page } = running;
  await signIn(running, google);
  await open(page, 'Harbour news');
  await expect(laidOut(page).getByRole('heading', { name: 'The harbour is open' })).toBeVisible();
  await expect(remote(page)).toContainText('2 pictures and 1 tracker from 2 hosts were kept out.');
  await remote(page).getByText('Privacy receipt').click();
  await expect(remote(page).getByText('Nobody was contacted.')).toBeVisible();
  await expect(remote(page).getByRole('rowheader')).toHaveText(['10.0.0.1', '127.0.0.1']);

  await remote(page).getByRole('button', { name: 'Show pictures' }).click();
  await expect(remote(page)).toContainText('No picture was fetched. Kept out: 2 on a private network and 1 tracker.');
  await expect(remote(page).getByRole('button', { name: 'Show pictures' })).toHaveCount(0);
  await expect(remote(page).getByText('Nobody was contacted.')).toBeVisible();
});

test('offers “always” only for a sender that is proven, and nothing in Spam', async ({ start, google }) => {
  put(google, { subject: 'Proven', text: newsletter, headers: [proven], ageMs: 1_000 });
  put(google, { subject: 'Unproven', text: newsletter, ageMs: 2_000 });
  put(google, { subject: 'Unwanted', text: newsletter, headers: [proven], labelIds: ['SPAM'], ageMs: 3_000 });
  const running = await start();
  const { page } = running;
  await signIn(running, google);

  await open(page, 'Unproven');
  await expect(remote(page)).toContainText('It is not proven who sent this');
  await expect(remote(page).getByRole('button', { name: /^Always/ })).toHaveCount(0);

  await open(page, 'Unwanted', 'in:spam');
  await expect(remote(page)).toContainText('In Spam, pictures are never fetched.');
  await expect(remote(page).getByRole('button')).toHaveCount(0);

  await open(page, 'Proven');
  await remote(page).getByRole('button', { name: 'Always for light@news.example' }).click();
  await expect(remote(page)).toContainText('Pictures are always shown for light@news.example.');
  // What is known of the sender is not known of whoever writes their address.
  await open(page, 'Unproven');
  await expect(remote(page).getByRole('button', { name: 'Show pictures' })).toBeVisible();
});

test('remembers for a sender how their mail is shown, and in strict mode shows all of it as text', async ({
  start,
  google,
}) => {
  put(google, { subject: 'First issue', text: newsletter, ageMs: 1_000 });
  put(google, { subject: 'Second issue', text: newsletter, ageMs: 2_000 });
  const running = await start();
  const { page } = running;
  await signIn(running, google);
  await open(page, 'First issue');
  await expect(laidOut(page).getByRole('heading', { name: 'The harbour is open' })).toBeVisible();
  await reader(page).getByRole('button', { name: 'How this message is shown' }).click();
  await page.getByRole('radio', { name: 'Plain text' }).check();
  await page.keyboard.press('Escape');
  await expect(reader(page).locator('iframe')).toHaveCount(0);
  await expect(reader(page).getByText('Ships and harbour pilots.')).toBeVisible();

  await open(page, 'Second issue');
  await expect(reader(page).getByText('Ships and harbour pilots.')).toBeVisible();
  await reader(page).getByRole('button', { name: 'How this message is shown' }).click();
  await page.getByRole('radio', { name: 'As it was laid out' }).check();
  await page.keyboard.press('Escape');
  await expect(laidOut(page).getByRole('heading', { name: 'The harbour is open' })).toBeVisible();

  await openSettings(page, 'Privacy');
  await page.getByRole('checkbox', { name: 'Strict mode' }).click();
  await expect(page.getByRole('checkbox', { name: 'Strict mode' })).toBeChecked();
  await page.keyboard.press('Escape');
  await expect(reader(page).locator('iframe')).toHaveCount(0);
  await expect(reader(page).getByText('Ships and harbour pilots.')).toBeVisible();
});

test('finds in what is laid out, in what is text, and in who wrote it', async ({ start, google }) => {
  const id = 'Message-ID: <a@news.example>';
  put(google, { subject: 'Pilots', text: newsletter, headers: [id], ageMs: 60_000, labelIds: ['INBOX', 'UNREAD'] });
  put(google, {
    subject: 'Re: Pilots',
    from: 'Harbour office <office@port.example>',
    headers: ['In-Reply-To: <a@news.example>', 'References: <a@news.example>', 'Message-ID: <b@news.example>'],
    type: 'plain',
    text: 'No harbour here.',
    ageMs: 30_000,
    labelIds: ['INBOX', 'UNREAD'],
  });
  const running = await start();
  const { page } = running;
  await signIn(running, google);
  await open(page, 'Pilots');
  await expect(laidOut(page).getByText('Ships and harbour pilots.')).toBeVisible();
  await page.keyboard.press('Control+f');
  const bar = reader(page).getByRole('search', { name: 'Find in this conversation' });
  await expect(bar.getByRole('textbox')).toBeFocused();
  await page.keyboard.type('harbour');
  await expect(bar.getByRole('status')).toHaveText('1 of 4');
  await page.keyboard.press('Enter');
  await expect(bar.getByRole('status')).toHaveText('2 of 4');
  await page.keyboard.press('Shift+Enter');
  await page.keyboard.press('Shift+Enter');
  await expect(bar.getByRole('status')).toHaveText('4 of 4');
  const grounds = await reader(page)
    .getByText('No harbour here.')
    .evaluate((text) =>
      ['found', 'found-current', 'none-of-ours'].map(
        (name) => getComputedStyle(text, `::highlight(${name})`).backgroundColor,
      ),
    );
  expect(new Set(grounds).size).toBe(3);
  await page.keyboard.press('Escape');
  await expect(bar).toHaveCount(0);
  await expect(reader(page)).toBeFocused();
});

test('goes from message to message by key, and folds away what is quoted', async ({ start, google }) => {
  put(google, {
    subject: 'Boats',
    type: 'plain',
    text: 'How many boats?',
    headers: ['Message-ID: <c@news.example>'],
    ageMs: 60_000,
  });
  put(google, {
    subject: 'Re: Boats',
    from: 'Amy <amy@example.org>',
    headers: ['In-Reply-To: <c@news.example>', 'References: <c@news.example>', 'Message-ID: <d@news.example>'],
    type: 'plain',
    text: 'Three of them.\r\n\r\nOn Monday, Lighthouse wrote:\r\n> How many boats?\r\n> Please count them.',
    ageMs: 30_000,
  });
  const running = await start();
  const { page } = running;
  await signIn(running, google);
  await open(page, 'Boats');
  await expect(reader(page).getByText('Three of them.')).toBeVisible();
  await expect(reader(page).getByText('Please count them.')).toBeHidden();
  await reader(page).getByText('•••').click();
  await expect(reader(page).getByText('Please count them.')).toBeVisible();

  const turners = reader(page).getByRole('listitem').locator('> button[aria-expanded]');
  await page.keyboard.press('p');
  await expect(turners.first()).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(turners.first()).toHaveAttribute('aria-expanded', 'true');
  await page.keyboard.press('n');
  await expect(turners.last()).toBeFocused();
});
