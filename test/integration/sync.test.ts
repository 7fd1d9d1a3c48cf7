// The synchronisation with the real client and the real store, against the fake Google: what becomes of the mail on disk
// when replies are bad, late, or contradict each other.
import path from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import type { Store } from '../../electron/store/store.ts';
import { createSync } from '../../electron/sync/sync.ts';
import { type FakeGoogle, startGoogle } from '../google/google.ts';
import { testGmailClient } from '../support/gmail-client.ts';
import { simulatedClock } from '../support/simulated-clock.ts';
import { openTestStore } from '../support/store.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const root = temporaryFolder();
let files = 0;
const endings: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of endings.splice(0).reverse()) await end();
});

const always = Number.POSITIVE_INFINITY;
const anyMessage = /\/messages\/\w+$/;
const messageGets = ({ requests }: FakeGoogle) => requests.filter(({ path: asked }) => anyMessage.test(asked)).length;
const count = ({ requests }: FakeGoogle, end: string) =>
  requests.filter(({ path: asked }) => asked.endsWith(end)).length;

function add(google: FakeGoogle, index: number, labelIds = ['INBOX', 'UNREAD']): string {
  const raw = `Subject: Letter ${index}\r\nMessage-ID: <${index}@example.com>\r\n\r\nBody ${index}`;
  return google.mailbox().add({ raw, labelIds, internalDate: 1_767_567_600_000 + index * 1_000 });
}

async function setUp(messages: number, wrap: (store: Store) => Store = (store) => store) {
  const google = await startGoogle();
  endings.push(() => google.close());
  for (let index = 0; index < messages; index++) add(google, index);
  const store = await openTestStore(path.join(root, `${++files}.db`));
  endings.push(() => store.close());
  // Waits for Gmail's patience pass at once; everything else is in real time.
  const clock = simulatedClock(Date.now());
  const limits = { unitsPerSecond: 1e6, burstUnits: 1e6, reserveUnits: 0, concurrency: 4 };
  const token = google.grantAccess().accessToken;
  const api = testGmailClient({ url: google.url, token, clock, limits });
  const changed: (readonly string[] | null)[] = [];
  const unreadable: string[] = [];
  const applied: Parameters<Store['apply']>[0][] = [];
  const watched: Store = {
    ...store,
    apply: (change) => {
      applied.push(change);
      return store.apply(change);
    },
  };
  const newSync = () =>
    createSync({
      api,
      store: wrap(watched),
      now: clock.now,
      onChanged: (ids) => changed.push(ids),
      onProgress: () => undefined,
      onUnreadable: (id) => unreadable.push(id),
    });
  const sync = newSync();
  const run = (signal = new AbortController().signal, by = sync) => clock.until(by.run(signal));
  const onDisk = async () => (await store.read('labelled')).map(({ id }) => id).sort();
  const fetchNow = (ids: readonly string[], signal = new AbortController().signal) => sync.fetchNow(ids, signal);
  const isStored = async (id: string) => (await store.read('message', { id })) !== undefined;
  const atGmail = () => [...google.mailbox().ids].sort();
  return {
    google,
    store,
    clock,
    sync,
    newSync,
    run,
    fetchNow,
    onDisk,
    isStored,
    atGmail,
    changed,
    unreadable,
    applied,
  };
}

const kind = (failure: string) => ({ failure: { kind: failure } });

describe('a reply that is nobody’s', () => {
  test('fails the run, and no message is lost by it', async () => {
    const { google, run, onDisk, atGmail, unreadable } = await setUp(40);
    google.fault({ match: { path: anyMessage, count: 30 }, malformed: 'captive-portal' });
    await expect(run()).rejects.toMatchObject(kind('unexpected-reply'));
    google.clearFaults();
    await run();
    expect(await onDisk()).toEqual(atGmail());
    expect(unreadable).toEqual([]);
  });

  test('leaves the cursor where it is', async () => {
    const { google, run, onDisk, atGmail } = await setUp(2);
    await run();
    add(google, 50);
    google.fault({ match: { path: anyMessage }, malformed: 'truncated' });
    await expect(run()).rejects.toMatchObject(kind('unexpected-reply'));
    await run();
    expect(await onDisk()).toEqual(atGmail());
  });

  test('a 404 that is not Gmail’s deletes nothing', async () => {
    const { google, run, onDisk, atGmail } = await setUp(3);
    google.fault({ match: { path: anyMessage, count: 3 }, body: '<html>', contentType: 'text/html', bodyStatus: 404 });
    await expect(run()).rejects.toMatchObject(kind('unexpected-reply'));
    google.clearFaults();
    await run();
    expect(await onDisk()).toEqual(atGmail());
  });
});

describe('a message that can’t be read', () => {
  test.each([
    ['JSON that does not fit', { malformed: 'wrong-types' } as const],
    ['a 400', { status: 400 } as const],
    ['a 400 failedPrecondition', { status: 400, reason: 'failedPrecondition' } as const],
    ['a status that nobody knows', { body: '{"error":{"code":418}}', bodyStatus: 418 } as const],
  ])('for %s is passed over, and comes with the next run that can read it', async (_what, fault) => {
    const { google, run, onDisk, atGmail, unreadable, store } = await setUp(30);
    const bad = google.mailbox().ids[10] ?? '';
    google.fault({ match: { path: `/messages/${bad}`, count: always }, ...fault });
    await run();
    expect(await onDisk()).toEqual(atGmail().filter((id) => id !== bad));
    expect(unreadable).toEqual([bad]);
    expect(await store.read('passedOver')).toHaveLength(1);
    google.clearFaults();
    await run();
    expect(await onDisk()).toEqual(atGmail());
    expect(await store.read('passedOver')).toEqual([]);
  });

  test('is not lost where history brought it, nor by a restart', async () => {
    const { google, run, newSync, isStored } = await setUp(2);
    await run();
    const id = add(google, 50);
    const archived = add(google, 51, ['UNREAD']);
    const fault = google.fault({ match: { path: anyMessage, count: always }, malformed: 'wrong-types' });
    await run();
    expect([await isStored(id), await isStored(archived), fault.hits]).toEqual([false, false, 2]);
    google.clearFaults();
    await run(undefined, newSync());
    expect(await isStored(id)).toBe(true);
    await run();
    expect(await isStored(archived)).toBe(true);
  });

  test('is asked for ever more seldom, and the inbox is not listed for it each time', async () => {
    const { google, run, clock, unreadable } = await setUp(3);
    const bad = google.mailbox().ids[1] ?? '';
    google.fault({ match: { path: `/messages/${bad}`, count: always }, malformed: 'wrong-types' });
    for (let round = 0; round < 20; round++) {
      await run();
      clock.set(clock.now() + 15_000);
    }
    expect(unreadable.length).toBeGreaterThan(2);
    expect(unreadable.length).toBeLessThan(8);
    expect(count(google, '/messages')).toBe(1);
  });

  test('nor kept holds up no other', async () => {
    let bad = '';
    const refusing = (store: Store): Store => ({
      ...store,
      apply: async (change) => {
        if (change.save?.some(({ id }) => id === bad)) throw new TypeError('cannot be bound');
        await store.apply(change);
      },
    });
    const { google, run, onDisk, atGmail, unreadable } = await setUp(30, refusing);
    bad = google.mailbox().ids[3] ?? '';
    await run();
    expect(unreadable).toEqual([bad]);
    expect(await onDisk()).toEqual(atGmail().filter((id) => id !== bad));
  });
});

describe('a network that fails', () => {
  test('leaves on disk what has come', async () => {
    const { google, run, onDisk, atGmail } = await setUp(20);
    const cut = google.mailbox().ids[7] ?? '';
    google.fault({ match: { path: `/messages/${cut}` }, cutOff: 'before' });
    await expect(run()).rejects.toMatchObject(kind('offline'));
    expect(await onDisk()).toEqual(atGmail().filter((id) => id !== cut));
    await run();
    expect(await onDisk()).toEqual(atGmail());
    expect(messageGets(google)).toBe(21);
  });

  test('is not asked for the rest of a batch', async () => {
    const { google, run } = await setUp(20);
    google.fault({ match: { path: anyMessage, count: always }, cutOff: 'before' });
    await expect(run()).rejects.toMatchObject(kind('offline'));
    expect(messageGets(google)).toBeLessThan(20);
  });

  test('a run that is stopped saves nothing more and ends with the signal’s reason', async () => {
    const { google, run, onDisk } = await setUp(60);
    const stop = new AbortController();
    const hold = Promise.withResolvers<void>();
    const last = google.mailbox().ids[25] ?? '';
    const fault = google.fault({ match: { path: `/messages/${last}` }, until: hold.promise });
    const running = run(stop.signal);
    const ended = expect(running).rejects.toThrow('stopped');
    await fault.struck;
    stop.abort(new Error('stopped'));
    await ended;
    hold.resolve();
    expect(await onDisk()).toHaveLength(20);
    expect(messageGets(google)).toBeLessThanOrEqual(40);
  });
});

describe('a large body', () => {
  const large = (attachmentId: (body: { payload: { body: object } }) => unknown) => (body: unknown) => {
    const message = body as { payload: { body: object } };
    return { ...message, payload: { ...message.payload, body: { size: 9, attachmentId: attachmentId(message) } } };
  };

  test('that Gmail left out is fetched by its id', async () => {
    const { google, run, store } = await setUp(1);
    const [id = ''] = google.mailbox().ids;
    google.fault({ match: { path: anyMessage }, change: large(() => 'big') });
    google.fault({ match: { path: '/attachments/big' }, body: JSON.stringify({ data: btoa('A whole novel') }) });
    await run();
    expect((await store.read('message', { id }))?.text).toBe('A whole novel');
  });

  test('is asked for with a fresh id where the first has gone stale', async () => {
    const { google, run, store } = await setUp(1);
    const [id = ''] = google.mailbox().ids;
    let asked = 0;
    google.fault({ match: { path: anyMessage, count: 2 }, change: large(() => `big${++asked}`) });
    google.fault({ match: { path: '/attachments/big2' }, body: JSON.stringify({ data: btoa('A whole novel') }) });
    await run();
    expect((await store.read('message', { id }))?.text).toBe('A whole novel');
  });

  test('that can’t be had does not cost the message', async () => {
    const { google, run, store } = await setUp(1);
    const [id = ''] = google.mailbox().ids;
    google.fault({ match: { path: anyMessage, count: always }, change: large(() => 'stale') });
    await run();
    expect(await store.read('message', { id })).toMatchObject({ subject: 'Letter 0', text: '' });
    expect(messageGets(google)).toBe(2);
  });
});

describe('what changes while it is on its way', () => {
  async function held() {
    const all = await setUp(2);
    await all.run();
    const [id, slow] = [add(all.google, 50, ['UNREAD']), add(all.google, 51, ['UNREAD'])];
    // Neither has come by history: a person finds them.
    all.google.mailbox().expireHistory();
    await all.run();
    const release = Promise.withResolvers<void>();
    const fault = all.google.fault({ match: { path: `/messages/${slow}` }, until: release.promise });
    const first = all.google.nextRequest(({ path: asked }) => asked.endsWith(`/messages/${id}`));
    const fetching = all.clock.until(all.fetchNow([id, slow]));
    await Promise.all([fault.struck, first]);
    return { ...all, id, release, fetching };
  }

  test('has the labels of now', async () => {
    const { google, id, release, fetching, run, store } = await held();
    google.mailbox().changeLabels(id, { add: ['STARRED'], remove: ['UNREAD'] });
    await run();
    release.resolve();
    await fetching;
    expect((await store.read('message', { id }))?.labelIds).toEqual(['STARRED']);
  });

  test('does not come where it has been deleted', async () => {
    const { google, id, release, fetching, run, isStored } = await held();
    google.mailbox().delete(id);
    await run();
    release.resolve();
    await fetching;
    expect(await isStored(id)).toBe(false);
  });

  test('nor is it older than a comparison by listings', async () => {
    const { google, id, release, fetching, run, store } = await held();
    google.mailbox().changeLabels(id, { add: ['STARRED'], remove: ['UNREAD'] });
    google.mailbox().expireHistory();
    await run();
    release.resolve();
    await fetching;
    expect((await store.read('message', { id }))?.labelIds).toEqual(['STARRED']);
  });
});

describe('what is being fetched', () => {
  test('is not fetched again for another who asks', async () => {
    const { google, run, fetchNow, isStored, clock } = await setUp(1);
    await run();
    const ids = Array.from({ length: 60 }, (_, index) => add(google, 100 + index, []));
    const before = messageGets(google);
    await clock.until(Promise.all([fetchNow(ids), fetchNow(ids), fetchNow(ids.toReversed())]));
    expect(messageGets(google) - before).toBe(60);
    expect(await isStored(ids[59] ?? '')).toBe(true);
  });

  test('is fetched for the one who still waits where the other was cut off', async () => {
    const { google, run, fetchNow, isStored, clock } = await setUp(1);
    await run();
    const id = add(google, 100, []);
    const stop = new AbortController();
    const fault = google.fault({ match: { path: `/messages/${id}` }, until: new Promise(() => undefined) });
    const cut = expect(fetchNow([id], stop.signal)).rejects.toThrow('looked away');
    const waits = clock.until(fetchNow([id]));
    await fault.struck;
    stop.abort(new Error('looked away'));
    await Promise.all([cut, waits]);
    expect(await isStored(id)).toBe(true);
  });

  test('in the background does not keep a person waiting', async () => {
    const { google, run, fetchNow, isStored } = await setUp(3);
    const [id = '', slow = ''] = google.mailbox().ids;
    const hold = Promise.withResolvers<void>();
    const fault = google.fault({ match: { path: `/messages/${slow}` }, until: hold.promise });
    const running = run();
    await fault.struck;
    await fetchNow([id]);
    expect(await isStored(id)).toBe(true);
    hold.resolve();
    await running;
  });
});

describe('listings', () => {
  test('that go round in circles take nothing away', async () => {
    const { google, run, onDisk } = await setUp(10);
    await run();
    const all = await onDisk();
    google.mailbox().expireHistory();
    const messages = google
      .mailbox()
      .ids.slice(0, 3)
      .map((id) => ({ id, threadId: id }));
    google.fault({
      match: { path: '/messages', count: always },
      body: JSON.stringify({ messages, nextPageToken: 'again' }),
    });
    await run();
    expect(await onDisk()).toEqual(all);
  });

  test('that are cut short take away only what Gmail says is gone', async () => {
    const { google, run, onDisk, atGmail } = await setUp(10);
    await run();
    const [first = '', second = '', third = ''] = google.mailbox().ids;
    const last = google.mailbox().ids.at(-1) ?? '';
    google.mailbox().delete(second);
    google.mailbox().expireHistory();
    const messages = [first, last].map((id) => ({ id, threadId: id }));
    google.fault({
      match: { path: '/messages', count: always },
      body: JSON.stringify({ messages, nextPageToken: 'again' }),
    });
    await run();
    expect(await onDisk()).toEqual(atGmail());
    expect(await onDisk()).toContain(third);
  });

  test('begin again, once, where a page token has expired', async () => {
    const { google, run, onDisk, atGmail } = await setUp(3);
    google.fault({ match: { path: '/messages' }, change: (body) => ({ ...(body as object), nextPageToken: 'stale' }) });
    google.mailbox().expireHistory();
    await run();
    google.mailbox().expireHistory();
    google.fault({ match: { path: '/messages' }, change: (body) => ({ ...(body as object), nextPageToken: 'stale' }) });
    await run();
    expect(await onDisk()).toEqual(atGmail());
  });
});

describe('history', () => {
  test('that goes round in circles ends, and leaves the cursor', async () => {
    const { google, run, store } = await setUp(3);
    await run();
    const { historyId } = await store.read('position');
    const fault = google.fault({
      match: { path: '/history', count: always },
      body: JSON.stringify({ historyId: '999', nextPageToken: 'again' }),
    });
    await expect(run()).rejects.toMatchObject(kind('unexpected-reply'));
    expect(fault.hits).toBe(2);
    expect((await store.read('position')).historyId).toBe(historyId);
  });

  test('is followed over all of its pages', async () => {
    const { google, run, onDisk, atGmail } = await setUp(1);
    await run();
    const [first = ''] = google.mailbox().ids;
    for (let round = 0; round < 300; round++) {
      google.mailbox().changeLabels(first, { add: ['STARRED'] });
      google.mailbox().changeLabels(first, { remove: ['STARRED'] });
    }
    add(google, 50);
    await run();
    expect(count(google, '/history')).toBe(2);
    expect(await onDisk()).toEqual(atGmail());
  });

  test('fetches no message that is on disk, and says which have changed', async () => {
    const { google, run, changed } = await setUp(3);
    await run();
    const [first = '', second = ''] = google.mailbox().ids;
    google.mailbox().changeLabels(first, { remove: ['INBOX'] });
    google.mailbox().changeLabels(first, { add: ['INBOX'] });
    google.mailbox().delete(second);
    changed.length = 0;
    const before = messageGets(google);
    await run();
    expect(messageGets(google)).toBe(before);
    expect(changed.flat().toSorted()).toEqual([first, second].toSorted());
  });

  test.each([
    ['400', { status: 400 } as const],
    ['403', { status: 403, reason: 'insufficientPermissions' } as const],
    ['a page of somebody else', { malformed: 'captive-portal' } as const],
    ['a cut connection', { cutOff: 'before' } as const],
  ])('that fails by %s is not taken for forgotten', async (_what, fault) => {
    const { google, run } = await setUp(3);
    await run();
    const listings = count(google, '/messages');
    google.fault({ match: { path: '/history' }, ...fault });
    await expect(run()).rejects.toMatchObject({ name: expect.stringMatching(/^(FailureError|UnreadableReply)$/) });
    expect(count(google, '/messages')).toBe(listings);
    await run();
  });
});

test('labels are written where they differ, and only there', async () => {
  const { google, run, applied, store } = await setUp(1);
  await run();
  applied.length = 0;
  await run();
  expect(applied.filter(({ labels }) => labels)).toEqual([]);
  google.mailbox().addLabel('Boats');
  await run();
  expect(applied.filter(({ labels }) => labels)).toHaveLength(1);
  expect((await store.read('labels')).map(({ name }) => name)).toContain('Boats');
});
