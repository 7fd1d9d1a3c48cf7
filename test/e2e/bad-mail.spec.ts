// What nobody sends and what Gmail does not give: a message opens with what there is, and a line on what isn't. And a disk with
// no room for what is saved: a sentence, and no half file.
import { readdir } from 'node:fs/promises';
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
