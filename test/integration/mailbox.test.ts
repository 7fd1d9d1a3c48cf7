// One open account, with the real store and following, against the fake Google.
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, expect, test } from 'vitest';
import { FailureError } from '../../electron/contract/failure.ts';
import { openMailbox } from '../../electron/mailbox/mailbox.ts';
import type { Store } from '../../electron/store/store.ts';
import { startGoogle } from '../google/google.ts';
import { testGmailClient } from '../support/gmail-client.ts';
import { openTestStore } from '../support/store.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const root = temporaryFolder();
const endings: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of endings.splice(0).reverse()) await end();
});

test('is paused on a full disk as well', async () => {
  const google = await startGoogle();
  endings.push(() => google.close());
  const opened = await openTestStore(path.join(root, 'mail.db'));
  let isFull = false;
  const store: Store = {
    ...opened,
    apply: async (change) => {
      if (isFull) throw new FailureError({ kind: 'storage', problem: 'full' });
      await opened.apply(change);
    },
  };
  const nothing = () => undefined;
  const mailbox = await openMailbox({
    account: { id: '1', kind: 'gmail', email: 'ada@example.org', name: '' },
    store,
    folder: root,
    fetchPicture: async () => ({ picture: undefined, refused: 'unreachable', contacted: [], bytes: 0 }),
    now: Date.now,
    onState: nothing,
    onMessages: nothing,
    onLabels: nothing,
    onSearches: nothing,
    onAnswer: nothing,
    onUnreadable: nothing,
    onBug: (error) => {
      throw error;
    },
  });
  endings.push(() => mailbox.close());
  const clock = { now: Date.now, sleep: (ms: number) => sleep(ms) };
  await mailbox.connect(testGmailClient({ url: google.url, token: google.grantAccess().accessToken, clock }));
  isFull = true;
  await mailbox.pause(true);
  expect(mailbox.sync().paused).toBe(true);
  isFull = false;
  await mailbox.pause(false);
  await mailbox.pause(true);
  expect((await opened.read('position')).paused).toBe(true);
});
