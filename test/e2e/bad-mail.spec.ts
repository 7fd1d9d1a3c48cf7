// What nobody sends and what Gmail does not give: a message opens with what there is, and a line on what isn't. And a disk with
// no room for what is saved: a sentence, and no half file.
import { readdir } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ElectronApplication, Page } from '@playwright/test';
import { ladenMail, ladenSubject } from '../support/laden-mail.ts';
import { expect, reader, rows, saveInto, signIn, statusLine, test } from './porthole.ts';

test.use({ mailCount: 3 });

const openIt = (page: Page, subject: string) => rows(page).filter({ hasText: subject }).first().click();

test('headers of a megabyte hide nothing of the message, and it says that they were cut', async ({ start, google }) => {
  const long = Array.from({ length: 1_000 }, (_, at) => ` ${String(at).padStart(1_000, 'x')}`).join('\r\n');
  const raw = ['From: Amy <amy@example.org>', 'Subject: Long head', `X-Long:${long}`, '', 'Still here.', ''].join(
    '\r\n',
  );
  google.mailbox().add({ raw, internalDate: Date.now(), labelIds: ['INBOX'] });
  const running = await start();
  await signIn(running, google);
  await openIt(running.page, 'Long head');
  await expect(reader(running.page).getByText('Still here.')).toBeVisible();
  await expect(reader(running.page).getByText('more headers than anybody sends')).toBeVisible();
  await expect(reader(running.page).getByText('<amy@example.org>')).toBeVisible();
});

test('a message of which Gmail gives no payload opens, and says so', async ({ start, google }) => {
  const raw = ['From: Amy <amy@example.org>', 'Subject: Hollow', '', 'Nothing of this comes.', ''].join('\r\n');
  const id = google.mailbox().add({ raw, internalDate: Date.now(), labelIds: ['INBOX'] });
  google.fault({
    match: { path: `/messages/${id}`, count: Number.POSITIVE_INFINITY },
    change: (body: unknown) => ({ ...(body as object), payload: undefined }),
  });
  const running = await start();
  await signIn(running, google);
  const { page } = running;
  await expect(statusLine(page)).toContainText('Up to date');
  await rows(page).filter({ hasText: 'Nothing of this comes.' }).first().click();
  await expect(reader(page).getByText('Gmail gives nothing of this message but what is said about it.')).toBeVisible();
});

interface Sealed {
  readonly subject: string;
  readonly parts: readonly (readonly [headers: string, body: string])[];
  /** The line that says what is not opened. */
  readonly said: string;
}

const text = ['Content-Type: text/plain; charset=utf-8', 'See what is attached.'] as const;
const sealedMail: readonly Sealed[] = [
  {
    subject: 'Enveloped',
    parts: [
      [
        'Content-Type: application/pkcs7-mime; smime-type=enveloped-data; name="smime.p7m"',
        'MIAGCSqGSIb3DQEHA6CAMIACAQA=',
      ],
    ],
    said: 'sealed with S/MIME',
  },
  {
    subject: 'Signed as a whole',
    parts: [['Content-Type: application/x-pkcs7-mime; smime-type=signed-data', 'MIAGCSqGSIb3DQEHAqCAMIACAQE=']],
    said: 'sealed with S/MIME',
  },
  {
    subject: 'From Outlook',
    parts: [text, ['Content-Type: application/ms-tnef; name="winmail.dat"', 'eJ8+IgAA']],
    said: 'in winmail.dat',
  },
  {
    subject: 'In pieces',
    parts: [['Content-Type: message/partial; id="a@b.example"; number=2; total=3', 'and so it went on']],
    said: 'one piece of a longer message',
  },
  {
    subject: 'Elsewhere',
    parts: [
      text,
      [
        'Content-Type: message/external-body; access-type=URL; URL="http://ELSEWHERE/plan.pdf"; name="plan.pdf"',
        'Content-Type: application/pdf\r\nContent-ID: <far@b.example>\r\n\r\nNothing of this is the text.',
      ],
    ],
    said: 'lies elsewhere',
  },
];

const writtenAs = ({ subject, parts }: Sealed) => {
  const head = ['From: Amy <amy@example.org>', `Subject: ${subject}`, 'MIME-Version: 1.0'];
  const [only] = parts;
  if (parts.length === 1 && only) return [...head, only[0], '', only[1], ''].join('\r\n');
  const pieces = parts.map(([headers, body]) => `--x\r\n${headers}\r\n\r\n${body}\r\n`);
  return `${[...head, 'Content-Type: multipart/mixed; boundary=x', '', ''].join('\r\n')}${pieces.join('')}--x--\r\n`;
};

test('what is sealed, in pieces or elsewhere is not opened nor fetched, and one line says so', async ({
  start,
  google,
}) => {
  let asked = 0;
  const elsewhere = createServer((_request, response) => {
    asked += 1;
    response.end();
  });
  await new Promise<void>((resolve) => elsewhere.listen(0, '127.0.0.1', resolve));
  const address = `127.0.0.1:${(elsewhere.address() as AddressInfo).port}`;
  for (const mail of sealedMail) {
    const raw = writtenAs(mail).replace('ELSEWHERE', address);
    google.mailbox().add({ raw, internalDate: Date.now(), labelIds: ['INBOX'] });
  }
  const running = await start();
  await signIn(running, google);
  const { page } = running;
  for (const { subject, said, parts } of sealedMail) {
    await openIt(page, subject);
    const opened = reader(page);
    await expect(opened.getByRole('heading', { level: 2, name: subject })).toBeVisible();
    await expect(opened.getByText(said)).toHaveCount(1);
    await expect(opened.getByText('This message has no text.')).toHaveCount(0);
    await expect(opened.getByText('Nothing of this is the text.')).toHaveCount(0);
    if (parts.includes(text)) await expect(opened.getByText(text[1])).toBeVisible();
    await expect(opened.getByRole('region', { name: 'Attachments' }).getByRole('listitem')).toHaveCount(1);
    // What lies elsewhere is not here under its name.
    await expect(opened.getByText('plan.pdf')).toHaveCount(0);
  }
  expect(asked).toBe(0);
  // The control: it was there to be asked.
  await fetch(`http://${address}/plan.pdf`);
  expect(asked).toBe(1);
  elsewhere.close();
});

test('the name of a file says how it ends, however it was written, and so does the file that is saved', async ({
  start,
  google,
}, testInfo) => {
  const names = [
    // In pieces, with a charset and a language.
    ["filename*0*=utf-8'fa'%DA%AF%D8%B2; filename*1*=%D8%A7%D8%B1%D8%B4; filename*2=.pdf", 'گزارش.pdf', '.pdf'],
    ['filename="=?iso-8859-1?Q?caf=E9?= =?utf-8?B?2q8=?=.pdf"', 'caféگ.pdf', '.pdf'],
    ['filename="=?utf-8?B?2q!!/Ysg?=.txt"', 'گز.txt', '.txt'],
    // Turned round, it reads as a text.
    ["filename*=utf-8''bill%E2%80%AEtxt.exe", 'billtxt.exe', '.exe'],
    ["filename*=utf-8''%E2%81%A7photo%E2%81%A9gpj.scr", 'photogpj.scr', '.scr'],
    ["filename*=utf-8''%D8%A7%D8%A8%D8%AC.%E2%80%8Fexe", 'ابج.exe', '.exe'],
  ] as const;
  const pieces = names.map(
    ([written]) =>
      `--x\r\nContent-Type: application/octet-stream\r\nContent-Disposition: attachment; ${written}\r\n\r\nx\r\n`,
  );
  const raw = `From: Amy <amy@example.org>\r\nSubject: Odd names\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n${pieces.join('')}--x--\r\n`;
  google.mailbox().add({ raw, internalDate: Date.now(), labelIds: ['INBOX'] });
  const running = await start();
  await signIn(running, google);
  const { app, page } = running;
  await saveInto(app, testInfo.outputDir);
  await openIt(page, 'Odd names');
  const files = reader(page).getByRole('region', { name: 'Attachments' });
  for (const [, name, ending] of names) {
    const file = files.getByRole('listitem').filter({ has: page.getByText(name, { exact: true }) });
    await expect(file.locator('bdo')).toHaveText(ending);
    await files.getByRole('button', { name: `Save ${name}` }).click();
    await expect(files.getByRole('status')).toHaveText(`Saved as ${name}.`);
  }
  const saved = await readdir(testInfo.outputDir);
  expect(saved).toHaveLength(names.length + 1); // and the window's own folder
  expect(saved).toEqual(expect.arrayContaining(names.map(([, name]) => name)));
});

/** From now on half of what is written arrives, and then the disk is full. */
async function fillDisk(app: ElectronApplication, folder: string): Promise<void> {
  await saveInto(app, folder);
  await app.evaluate(async () => {
    const { open } = process.getBuiltinModule('node:fs/promises');
    const handle = await open(process.execPath);
    const handles = Object.getPrototypeOf(handle) as typeof handle;
    await handle.close();
    const write = handles.write as (bytes: Uint8Array) => Promise<unknown>;
    let halves = 0;
    handles.writeFile = async function fail(data) {
      const bytes = data as Uint8Array;
      await write.call(this, bytes.subarray(0, bytes.length >> 1));
      Reflect.set(globalThis, 'halvesWritten', ++halves);
      throw Object.assign(new Error('ENOSPC'), { code: 'ENOSPC', syscall: 'write' });
    };
  });
}

test('a disk without room: a sentence for each way to save, and no half file', async ({ start, google }, testInfo) => {
  google.mailbox().add({ raw: ladenMail({ results: '' }), internalDate: Date.now(), labelIds: ['INBOX'] });
  const running = await start();
  await signIn(running, google);
  const { app, page } = running;
  await openIt(page, ladenSubject);
  const before = await readdir(testInfo.outputDir);
  await fillDisk(app, testInfo.outputDir);
  const files = reader(page).getByRole('region', { name: 'Attachments' });
  const said = page.getByText('There is no room left where it was to be saved, and nothing was written.');

  await files.getByRole('button', { name: 'Save notes.txt' }).click();
  await expect(said).toHaveCount(1);
  await files.getByRole('button', { name: 'Save all…' }).click();
  await expect(files.getByRole('status')).not.toHaveText(/Saved/);
  await reader(page).getByRole('button', { name: 'More about this message' }).click();
  await page.getByRole('button', { name: 'Save the original as .eml…' }).click();
  await expect.poll(() => app.evaluate(() => Reflect.get(globalThis, 'halvesWritten') as number)).toBe(3);
  await expect(said.last()).toBeVisible();
  expect(await readdir(testInfo.outputDir)).toEqual(before);
});
