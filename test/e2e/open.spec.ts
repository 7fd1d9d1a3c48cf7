// Every kind of mail of our own, opened one after the other: something stands there for each. A folder of foreign mail is
// opened by `npm run campaign:open`.
import { openEach } from '../campaigns/open/open-each.ts';
import { ladenMail } from '../support/laden-mail.ts';
import { expect, signIn, statusLine, test } from './porthole.ts';

test.use({ mailCount: 40 });

test('shows something for every mail, whatever it is made of', async ({ start, google }) => {
  const mailbox = google.mailbox();
  const bare = [
    '',
    'Subject:\r\n\r\n',
    'From: a@example.org\r\n\r\n',
    'Content-Type: multipart/mixed; boundary=x\r\n\r\n--x--',
  ];
  for (const raw of [ladenMail(), ...bare]) mailbox.add({ raw, internalDate: Date.now(), labelIds: ['INBOX'] });
  const running = await start();
  await signIn(running, google);
  await expect(statusLine(running.page)).toContainText('Up to date', { timeout: 30_000 });
  const wrong: string[] = [];
  let opened = 0;
  await openEach({
    page: running.page,
    onOpened: async ({ ids, wrong: found }) => {
      opened += ids.length;
      wrong.push(...found);
    },
  });
  expect(wrong).toEqual([]);
  expect(opened).toBeGreaterThan(bare.length);
});
