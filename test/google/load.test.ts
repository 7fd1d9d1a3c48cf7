import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, test } from 'vitest';
import { gmailOf } from './asking.ts';
import { addBuiltInMail } from './built-in-mail.ts';
import { startGoogle } from './google.ts';
import { loadMail } from './load.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'fake-google-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const mbox =
  'From a@x Mon Jan  5 00:00:00 2026\nSubject: one\n\n>From here\n>>From there\n\nFrom b@x Mon Jan  5 00:00:00 2026\nSubject: two\n\nx\n';

describe('mail from disk', () => {
  test('is every .eml in a folder and the folders in it', () => {
    mkdirSync(path.join(folder, 'deep/er'), { recursive: true });
    writeFileSync(path.join(folder, 'a.eml'), 'Subject: a\n\nx');
    writeFileSync(path.join(folder, 'deep/er/b.EML'), 'Subject: b\n\nx');
    writeFileSync(path.join(folder, 'deep/notes.txt'), 'no mail');
    expect(loadMail(folder).map(String)).toEqual(['Subject: a\n\nx', 'Subject: b\n\nx']);
  });

  test.each([
    ['plain', (text: string) => Buffer.from(text)],
    ['gz', (text: string) => gzipSync(text)],
  ])('is an mbox, %s, with its quoting undone', (kind, pack) => {
    const file = path.join(folder, `mail.mbox.${kind}`);
    writeFileSync(file, pack(mbox));
    expect(loadMail(file).map(String)).toEqual(['Subject: one\n\nFrom here\n>From there\n', 'Subject: two\n\nx']);
  });
});

test('without mail of its own the fake has a handful, with threads, attachments and spam', async () => {
  const google = await startGoogle();
  const mailbox = google.mailbox();
  addBuiltInMail(mailbox, Date.now());
  expect(mailbox.find('')).toHaveLength(mailbox.size - 1);
  expect(mailbox.find('has:attachment')).toHaveLength(2);
  expect(mailbox.find('subject:rechnung filename:übersicht')).toHaveLength(1);
  expect(mailbox.threadCount).toBe(mailbox.size - 2);
  await google.close();
});

const shared = path.resolve(import.meta.dirname, '../../../shared/mail');

describe.skipIf(!existsSync(shared))('awkward mail that nobody here wrote', () => {
  test.each(['eml', 'mbox/spamassassin-hard-ham-1.mbox.gz'])(
    '%s: every message is found, opened and listed',
    async (where) => {
      const google = await startGoogle();
      const mailbox = google.mailbox();
      const raws = loadMail(path.join(shared, where));
      expect(raws.length).toBeGreaterThan(200);
      for (const raw of raws) mailbox.add({ raw, labelIds: ['INBOX'] });
      const ask = gmailOf(google);
      for (const id of mailbox.ids) {
        const { status, body } = await ask(`messages/${id}`);
        expect(status).toBe(200);
        expect(body.payload.partId).toBe('');
        expect(Number(body.internalDate)).toBeGreaterThanOrEqual(0);
      }
      expect(mailbox.find('in:inbox')).toHaveLength(raws.length);
      expect(mailbox.find('the').length).toBeGreaterThan(20);
      await google.close();
    },
  );
});

test('a hundred thousand messages are listed and counted over all their pages', async () => {
  const google = await startGoogle();
  const mailbox = google.mailbox();
  const raw = Buffer.from('Subject: x\r\nFrom: a@example.org\r\n\r\nx\r\n');
  for (let index = 0; index < 100_000; index += 1) {
    mailbox.add({ raw, internalDate: index * 1_000, labelIds: index % 10 === 0 ? ['INBOX', 'UNREAD'] : ['INBOX'] });
  }
  const ask = gmailOf(google);
  let pages = 0;
  let pageToken = '';
  do {
    const { body } = await ask('messages', { maxResults: '500', ...(pageToken ? { pageToken } : {}) });
    pages += 1;
    pageToken = body.nextPageToken ?? '';
  } while (pageToken);
  expect(pages).toBe(200);
  expect((await ask('labels/INBOX')).body).toMatchObject({ messagesTotal: 100_000, messagesUnread: 10_000 });
  await google.close();
});
