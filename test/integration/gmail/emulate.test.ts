// The Gmail client and the synchronisation against a Google that nobody here wrote (emulate), so that we do not only
// agree with ourselves. What it lacks or does otherwise than Google is passed over here and covered by our own fake.
import path from 'node:path';
import { createEmulator, type Emulator } from 'emulate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { GmailApi } from '../../../electron/gmail/api.ts';
import { catchUp } from '../../../electron/sync/catch-up.ts';
import { hydrate, single } from '../../../electron/sync/hydrate.ts';
import { createInFlight } from '../../../electron/sync/in-flight.ts';
import { testGmailClient } from '../../support/gmail-client.ts';
import { listIds } from '../../support/list-ids.ts';
import { openTestStore } from '../../support/store.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const user = 'ada@example.org';
const clicked = { lane: 'clicked' } as const;
const folder = temporaryFolder();

const messages = Array.from({ length: 30 }, (_, index) => ({
  id: `msg-${index}`,
  thread_id: `thread-${index % 10}`,
  user_email: user,
  from: `Sender ${index} <sender${index}@example.com>`,
  to: user,
  subject: `Subject ${index}`,
  body_text: `Body of number ${index}`,
  label_ids: index % 2 === 0 ? ['INBOX', 'UNREAD'] : ['INBOX'],
  date: new Date(Date.UTC(2026, 0, 1 + index)).toISOString(),
  internal_date: String(Date.UTC(2026, 0, 1 + index)),
}));

let emulator: Emulator;
let api: GmailApi;

beforeAll(async () => {
  emulator = await createEmulator({
    service: 'google',
    port: 0,
    seed: { google: { users: [{ email: user, name: 'Ada' }], messages } },
  });
  const clock = {
    now: Date.now,
    sleep: (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms)),
  };
  api = testGmailClient({ url: emulator.url, token: 'token', clock });
});

afterAll(() => emulator.close());

describe('against emulate', () => {
  test('lists ids, all pages, by label', async () => {
    const first = await api.listMessages({ labelIds: ['INBOX'], maxResults: 10 }, clicked);
    expect(first.messages).toHaveLength(10);
    const { ids, complete } = await listIds(api, { labelIds: ['UNREAD'] }, clicked);
    expect(ids).toHaveLength(15);
    expect(complete).toBe(true);
  });

  test('lists by query', async () => {
    const { messages: found } = await api.listMessages({ q: 'from:sender7@example.com' }, clicked);
    expect(found.map(({ id }) => id)).toEqual(['msg-7']);
  });

  test('lists nothing, as an empty list', async () => {
    const { messages: found } = await api.listMessages({ q: 'subject:nowhere' }, clicked);
    expect(found).toEqual([]);
  });

  test('gets a message whole', async () => {
    const message = await api.getMessage('msg-3', clicked);
    expect(message).toMatchObject({ id: 'msg-3', threadId: 'thread-3', subject: 'Subject 3', labelIds: ['INBOX'] });
    expect(message.from).toEqual([{ name: 'Sender 3', email: 'sender3@example.com' }]);
    expect(message.text).toContain('Body of number 3');
    expect(message.receivedAt).toBe(Date.UTC(2026, 0, 4));
  });

  test('gets a thread whole', async () => {
    const thread = await api.getThread('thread-3', clicked);
    expect(thread.map(({ id }) => id).sort()).toEqual(['msg-13', 'msg-23', 'msg-3']);
  });

  test('says that a message is gone', async () => {
    await expect(api.getMessage('nobody', clicked)).rejects.toMatchObject({ failure: { kind: 'gone' } });
  });

  test('lists labels', async () => {
    const labels = await api.listLabels(clicked);
    expect(labels.map(({ id }) => id)).toEqual(expect.arrayContaining(['INBOX', 'UNREAD', 'STARRED']));
    expect(await api.getLabel('INBOX', clicked)).toMatchObject({ id: 'INBOX', type: 'system' });
  });

  test('hydrates a store and catches up by history', async () => {
    const store = await openTestStore(path.join(folder, 'mail.db'));
    const { ids } = await listIds(api, { labelIds: ['INBOX'] }, clicked);
    const inFlight = createInFlight();
    const onUnreadable = (id: string) => expect.unreachable(`${id} could not be read`);
    const fetch = (wanted: readonly string[]) =>
      hydrate(wanted.map(single), {
        api,
        store,
        inFlight,
        sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
        ...clicked,
        onSaved: () => undefined,
        onGone: (gone) => expect.unreachable(`${gone} are gone`),
        onUnreadable,
      });
    await fetch(ids);
    const wire = await globalThis.fetch(`${emulator.url}/gmail/v1/users/me/messages/msg-4`, {
      headers: { authorization: 'Bearer token' },
    });
    const { historyId } = (await wire.json()) as { historyId: string };
    const labels = await store.read('message', { id: 'msg-4' });
    expect(labels?.labelIds).toContain('UNREAD');

    const headers = { authorization: 'Bearer token', 'content-type': 'application/json' };
    const modified = await globalThis.fetch(`${emulator.url}/gmail/v1/users/me/messages/msg-4/modify`, {
      method: 'POST',
      headers,
      body: JSON.stringify({ removeLabelIds: ['UNREAD'], addLabelIds: ['STARRED'] }),
    });
    expect(modified.ok).toBe(true);
    const touched: string[] = [];
    await catchUp(historyId, {
      api,
      store,
      ...clicked,
      fetch,
      now: Date.now,
      onArrived: () => undefined,
      atEnd: (end) => ({ historyId: end }),
      onChanging: inFlight.touch,
      onChanged: (changed) => touched.push(...changed),
    });
    expect(touched).toContain('msg-4');
    const after = await store.read('message', { id: 'msg-4' });
    expect(after?.labelIds).toContain('STARRED');
    expect(after?.labelIds).not.toContain('UNREAD');
    await store.close();
  });
});
