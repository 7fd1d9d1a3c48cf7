// The synchronisation with the real client and the real store, against the fake Google: what becomes of the mail on disk
// when replies are bad, late, or contradict each other.
import path from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { FailureError } from '../../electron/contract/failure.ts';
import type { Store } from '../../electron/store/store.ts';
import { newListings, writeListings } from '../../electron/sync/listing-state.ts';
import { createSync, type Sync } from '../../electron/sync/sync.ts';
import { type FakeGoogle, startGoogle } from '../google/google.ts';
import { testGmailClient } from '../support/gmail-client.ts';
import { message } from '../support/messages.ts';
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
  const token = google.grantAccess().accessToken;
  const api = testGmailClient({
    url: google.url,
    token,
    clock,
    onMalformed: (id) => malformed.push(id),
    onLeftOut: (entries) => leftOut.push(entries),
  });
  const changed: (readonly string[] | null)[] = [];
  const unreadable: string[] = [];
  const news: string[] = [];
  const malformed: string[] = [];
  const leftOut: number[] = [];
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
      ticks: clock.now,
      sleep: (ms) => hold?.promise ?? clock.sleep(ms),
      onChanged: (ids) => changed.push(ids),
      onLabels: () => undefined,
      onProgress: () => undefined,
      onWork: () => undefined,
      onListed: () => undefined,
      onNews: (come) => news.push(...come.map(({ id }) => id)),
      onUnreadable: (id) => unreadable.push(id),
    });
  const sync = newSync();
  /** Until then nothing is saved that waits for more to be saved with it. */
  let hold: PromiseWithResolvers<void> | undefined;
  /** Follows, fills, and follows once more: what Porthole does every few seconds. */
  const turn = async (signal: AbortSignal, by: Sync) => {
    await by.follow(signal);
    await by.fill(signal);
    if (!(await store.read('position')).listed) await by.follow(signal);
  };
  const run = (signal = new AbortController().signal, by = sync) => {
    clock.set(clock.now() + 15_000);
    return clock.until(turn(signal, by));
  };
  const follow = () => clock.until(sync.follow(new AbortController().signal));
  const fill = () => clock.until(sync.fill(new AbortController().signal));
  const onDisk = async () => {
    const known = store.labelled().map(({ id }) => id);
    const missing = new Set(await store.read('missing', { ids: known }));
    return known.filter((id) => !missing.has(id)).sort();
  };
  const fetchNow = (ids: readonly string[], signal = new AbortController().signal) =>
    clock.until(sync.fetchNow(ids, 'clicked', signal));
  const isStored = async (id: string) => (await store.read('message', { id })) !== undefined;
  const atGmail = () => [...google.mailbox().ids].sort();
  return {
    google,
    store,
    clock,
    sync,
    newSync,
    run,
    follow,
    fill,
    fetchNow,
    malformed,
    leftOut,
    holdSaving: () => {
      hold = Promise.withResolvers<void>();
      return () => {
        hold?.resolve();
        hold = undefined;
      };
    },
    onDisk,
    isStored,
    atGmail,
    changed,
    news,
    unreadable,
    applied,
  };
}

describe('news', () => {
  test('is what has come since Gmail was followed in this run, and nothing from before', async () => {
    const { google, run, newSync, news } = await setUp(3);
    await run();
    expect(news).toEqual([]);
    const first = add(google, 50);
    await run();
    expect(news).toEqual([first]);
    // While Porthole was closed.
    add(google, 51);
    const again = newSync();
    await run(undefined, again);
    expect(news).toEqual([first]);
    const second = add(google, 52);
    await run(undefined, again);
    expect(news).toEqual([first, second]);
  });

  test('is not what history says once more after the listings', async () => {
    const { google, follow, fill, news, onDisk, atGmail } = await setUp(3);
    await follow();
    const id = add(google, 50);
    await follow();
    expect(news).toEqual([id]);
    await fill();
    await follow();
    expect(news).toEqual([id]);
    expect(await onDisk()).toEqual(atGmail());
  });
});

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

describe('a message with a field that is wrong', () => {
  const spoil = (body: unknown) => Object.assign({}, body, { payload: 7, sizeEstimate: 'huge' });

  test.each(['this run', 'the next'])(
    'is kept, named by its id, and whole once Gmail says it well, by %s',
    async (by) => {
      const { google, run, newSync, store, atGmail, isStored, malformed, unreadable } = await setUp(3);
      const bad = google.mailbox().ids[1] ?? '';
      const fault = google.fault({ match: { path: `/messages/${bad}`, count: always }, change: spoil });
      await run();
      expect(await store.read('message', { id: bad })).toMatchObject({ subject: '', text: '', sizeBytes: 0 });
      expect([malformed, unreadable]).toEqual([[bad], []]);
      expect(await store.read('passedOver')).toEqual([bad]);
      fault.remove();
      await run(undefined, by === 'the next' ? newSync() : undefined);
      expect(await store.read('message', { id: bad })).toMatchObject({
        subject: 'Letter 1',
        labelIds: ['INBOX', 'UNREAD'],
      });
      expect(await store.read('message', { id: bad })).toMatchObject({ text: expect.stringContaining('Body 1') });
      expect(
        store
          .labelled()
          .map(({ id }) => id)
          .sort(),
      ).toEqual(atGmail());
      expect(await store.read('position')).toMatchObject({ onDisk: 3, inMailbox: 3 });
      expect(await store.read('passedOver')).toEqual([]);
      expect(await isStored(bad)).toBe(true);
    },
  );

  test('in one reply keeps what an earlier one has said well', async () => {
    const { google, run, store } = await setUp(2);
    const bad = google.mailbox().ids[1] ?? '';
    const first = google.fault({
      match: { path: `/messages/${bad}`, count: always },
      change: (body) => Object.assign({}, body, { sizeEstimate: 'huge' }),
    });
    await run();
    first.remove();
    google.fault({ match: { path: `/messages/${bad}`, count: always }, change: spoil });
    await run();
    await run();
    expect(await store.read('message', { id: bad })).toMatchObject({ subject: expect.stringMatching(/^Letter \d$/) });
    expect(await store.read('passedOver')).toEqual([bad]);
  });

  test('in every reply is asked for ever more seldom', async () => {
    const { google, run, isStored } = await setUp(3);
    const bad = google.mailbox().ids[1] ?? '';
    const fault = google.fault({ match: { path: `/messages/${bad}`, count: always }, change: spoil });
    for (let round = 0; round < 20; round++) await run();
    expect(fault.hits).toBeGreaterThan(2);
    expect(fault.hits).toBeLessThan(8);
    expect(await isStored(bad)).toBe(true);
  });

  test('that is gone when it is asked for again goes', async () => {
    const { google, run, isStored, store } = await setUp(3);
    const bad = google.mailbox().ids[1] ?? '';
    google.fault({ match: { path: `/messages/${bad}` }, change: spoil });
    await run();
    google.mailbox().delete(bad);
    await run();
    expect([await isStored(bad), await store.read('passedOver')]).toEqual([false, []]);
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
    const { google, run, unreadable } = await setUp(3);
    const bad = google.mailbox().ids[1] ?? '';
    google.fault({ match: { path: `/messages/${bad}`, count: always }, malformed: 'wrong-types' });
    await run();
    const listings = count(google, '/messages');
    for (let round = 0; round < 20; round++) {
      await run();
    }
    expect(unreadable.length).toBeGreaterThan(2);
    expect(unreadable.length).toBeLessThan(8);
    expect(count(google, '/messages')).toBe(listings);
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

  test('a run that is stopped ends with the signal’s reason, and what has come is kept', async () => {
    const { google, run, onDisk, isStored } = await setUp(60);
    const stop = new AbortController();
    const slow = google.mailbox().ids[5] ?? '';
    const fault = google.fault({ match: { path: `/messages/${slow}` }, until: new Promise(() => undefined) });
    const ended = expect(run(stop.signal)).rejects.toThrow('stopped');
    await fault.struck;
    stop.abort(new Error('stopped'));
    await ended;
    expect(await isStored(google.mailbox().ids[0] ?? '')).toBe(true);
    expect(await isStored(slow)).toBe(false);
    const before = messageGets(google);
    await run();
    expect(await onDisk()).toHaveLength(60);
    expect(messageGets(google) - before).toBeLessThan(60);
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
  /** One message that is asked for, has come, and is not on disk yet. */
  async function held() {
    const all = await setUp(2);
    await all.run();
    const id = add(all.google, 50, ['UNREAD']);
    const other = add(all.google, 51, ['UNREAD']);
    // History does not bring it: a person finds it.
    all.google.mailbox().expireHistory();
    await all.follow();
    const save = all.holdSaving();
    // As long as something else is under way, what has come waits for it.
    const { promise: until, resolve: answer } = Promise.withResolvers<void>();
    all.google.fault({ match: { path: `/messages/${other}` }, until });
    const came = all.google.nextRequest(({ path: asked }) => asked.endsWith(`/messages/${id}`));
    const fetching = all.fetchNow([id, other]);
    await came;
    expect(await all.isStored(id)).toBe(false);
    const release = () => {
      save();
      answer();
    };
    return { ...all, id, release, fetching };
  }

  test('has the labels of now', async () => {
    const { google, id, release, fetching, follow, store } = await held();
    google.mailbox().changeLabels(id, { add: ['STARRED'], remove: ['UNREAD'] });
    await follow();
    release();
    await fetching;
    expect((await store.read('message', { id }))?.labelIds).toEqual(['STARRED']);
  });

  test('does not come where it has been deleted', async () => {
    const { google, id, release, fetching, follow, isStored } = await held();
    google.mailbox().delete(id);
    await follow();
    release();
    await fetching;
    expect(await isStored(id)).toBe(false);
  });

  test('nor is it older than a comparison by listings', async () => {
    const { google, id, release, fetching, follow, fill, store, applied } = await held();
    google.mailbox().changeLabels(id, { add: ['STARRED'], remove: ['UNREAD'] });
    google.mailbox().expireHistory();
    await follow();
    const filling = fill();
    while (!applied.some(({ onlyExisting }) => onlyExisting)) await new Promise((resolve) => setImmediate(resolve));
    release();
    await Promise.all([fetching, filling]);
    expect((await store.read('message', { id }))?.labelIds).toEqual(['STARRED']);
  });
});

describe('what is being fetched', () => {
  test('is not fetched again for another who asks', async () => {
    const { google, run, fetchNow, isStored } = await setUp(1);
    await run();
    const ids = Array.from({ length: 60 }, (_, index) => add(google, 100 + index, []));
    const before = messageGets(google);
    await Promise.all([fetchNow(ids), fetchNow(ids), fetchNow(ids.toReversed())]);
    expect(messageGets(google) - before).toBe(60);
    expect(await isStored(ids[59] ?? '')).toBe(true);
  });

  test('is fetched for the one who still waits where the other was cut off', async () => {
    const { google, run, fetchNow, isStored } = await setUp(1);
    await run();
    const id = add(google, 100, []);
    const stop = new AbortController();
    const fault = google.fault({ match: { path: `/messages/${id}` }, until: new Promise(() => undefined) });
    const cut = expect(fetchNow([id], stop.signal)).rejects.toThrow('looked away');
    const waits = fetchNow([id]);
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
  test('that go round in circles take nothing away, and come once more after a start', async () => {
    const { google, run, newSync, store, onDisk, atGmail } = await setUp(10);
    await run();
    const all = await onDisk();
    const [first = '', second = ''] = google.mailbox().ids;
    google.mailbox().delete(first);
    google.mailbox().changeLabels(second, { remove: ['INBOX'] });
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
    google.clearFaults();
    await run(undefined, newSync());
    expect(await onDisk()).toEqual(atGmail());
    expect((await store.read('message', { id: second }))?.labelIds).toEqual(['UNREAD']);
  });

  test('that are complete take away what is gone, and every body stays', async () => {
    const { google, run, onDisk, atGmail, store } = await setUp(10);
    await run();
    const [first = '', second = ''] = google.mailbox().ids;
    google.mailbox().delete(second);
    google.mailbox().changeLabels(first, { add: ['STARRED'], remove: ['UNREAD', 'INBOX'] });
    google.mailbox().expireHistory();
    const gets = messageGets(google);
    await run();
    expect(await onDisk()).toEqual(atGmail());
    expect((await store.read('message', { id: first }))?.labelIds).toEqual(['STARRED']);
    expect(messageGets(google)).toBe(gets);
  });

  test('take away a label that was deleted while history was forgotten', async () => {
    const { google, run, store } = await setUp(3);
    const boats = google.mailbox().addLabel('Boats');
    const id = add(google, 50, ['INBOX', boats]);
    await run();
    google.mailbox().deleteLabel(boats);
    google.mailbox().expireHistory();
    await run();
    expect((await store.read('message', { id }))?.labelIds).toEqual(['INBOX']);
    expect(await store.read('strayLabels')).toEqual([]);
  });

  test('take it away although the labels could not be asked for at once', async () => {
    const { google, run, follow, fill, store } = await setUp(3);
    const boats = google.mailbox().addLabel('Boats');
    const id = add(google, 50, ['INBOX', boats]);
    await run();
    google.mailbox().deleteLabel(boats);
    google.mailbox().expireHistory();
    // As a kill between the two would: everything is listed, and the labels are asked for later.
    const refusal = google.fault({ match: { path: '/labels' }, status: 400 });
    await expect(follow()).rejects.toThrow();
    expect(refusal.hits).toBe(1);
    await fill();
    await run();
    expect((await store.read('message', { id }))?.labelIds).toEqual(['INBOX']);
  });

  test('take it away although it was there when they began, and was off the message by then', async () => {
    const { google, run, follow, fill, store } = await setUp(3);
    const boats = google.mailbox().addLabel('Boats');
    const id = add(google, 50, ['INBOX', boats]);
    await run();
    google.mailbox().changeLabels(id, { remove: [boats] });
    google.mailbox().expireHistory();
    await follow();
    google.mailbox().deleteLabel(boats);
    await fill();
    await run();
    expect((await store.read('message', { id }))?.labelIds).toEqual(['INBOX']);
  });

  test('compare what an earlier schema has kept', async () => {
    const { google, run, store, onDisk, atGmail } = await setUp(3);
    const [id = ''] = google.mailbox().ids;
    await store.apply({
      save: [message({ id, labelIds: ['INBOX', 'STARRED'] }), message({ id: 'gone', labelIds: ['INBOX'] })],
    });
    await run();
    expect(await onDisk()).toEqual(atGmail());
    expect((await store.read('message', { id }))?.labelIds.toSorted()).toEqual(['INBOX', 'UNREAD']);
  });

  test('hold up no other where Gmail refuses one of a label, and take nothing away for it', async () => {
    const { google, run, onDisk, atGmail, store } = await setUp(3);
    const boats = google.mailbox().addLabel('Boats');
    const id = add(google, 50, ['INBOX', boats]);
    await run();
    google.mailbox().expireHistory();
    // The first screen and one label are listed; of the others the first is refused.
    google.fault({ match: { path: '/messages', count: 2 } });
    const refusal = google.fault({ match: { path: '/messages' }, status: 400 });
    await run();
    expect(refusal.hits).toBe(1);
    expect(await onDisk()).toEqual(atGmail());
    expect((await store.read('message', { id }))?.labelIds.toSorted()).toEqual(['INBOX', boats].sort());
    expect(await store.read('position')).toMatchObject({ listed: true });
  });

  test('begin again as often as page tokens expire meanwhile, and take away what they do not name', async () => {
    const { google, run, store } = await setUp(3);
    await run();
    const [first = ''] = google.mailbox().ids;
    google.mailbox().changeLabels(first, { remove: ['INBOX'] });
    google.mailbox().expireHistory();
    // The first screen, and the first page of the inbox, once and twice more.
    let left = 4;
    const hasMessages = (body: unknown): body is object =>
      typeof body === 'object' && body !== null && 'messages' in body;
    google.fault({
      match: { path: '/messages', count: always },
      change: (body) => (hasMessages(body) && left-- > 0 ? { ...body, nextPageToken: 'stale' } : body),
    });
    await run();
    expect(left).toBeLessThan(0);
    expect((await store.read('message', { id: first }))?.labelIds).toEqual(['UNREAD']);
  });

  test('come once more after a start where Gmail refused one of a label', async () => {
    const { google, run, newSync, store } = await setUp(3);
    const boats = google.mailbox().addLabel('Boats');
    const id = add(google, 50, ['INBOX', boats]);
    await run();
    google.mailbox().changeLabels(id, { remove: ['INBOX'] });
    google.mailbox().expireHistory();
    // The first screen is listed, the inbox is refused.
    google.fault({ match: { path: '/messages' } });
    const refusal = google.fault({ match: { path: '/messages' }, status: 400 });
    await run();
    expect(refusal.hits).toBe(1);
    expect((await store.read('message', { id }))?.labelIds).toContain('INBOX');
    await run(undefined, newSync());
    expect((await store.read('message', { id }))?.labelIds).toEqual([boats]);
  });

  test('begin again where a page token has expired', async () => {
    const { google, run, onDisk, atGmail } = await setUp(3);
    // The first screen, and the first page of the whole.
    const stale = {
      match: { path: '/messages', count: 2 },
      change: (body: unknown) => Object.assign({}, body, { nextPageToken: 'stale' }),
    };
    google.fault(stale);
    await run();
    google.mailbox().expireHistory();
    google.fault(stale);
    await run();
    expect(await onDisk()).toEqual(atGmail());
  });
});

describe('listings, while they come,', () => {
  const everyLabel = ['INBOX', 'SPAM', 'TRASH', 'UNREAD'];

  test('say of spam and trash at once what they are, and what is unread before all mail', async () => {
    const { google, run, applied } = await setUp(3);
    const spam = add(google, 10, ['SPAM', 'UNREAD']);
    const trash = add(google, 11, ['TRASH', 'UNREAD']);
    const archived = add(google, 12, ['UNREAD']);
    await run();
    const lists = applied.flatMap(({ list }) => list ?? []);
    const firstOf = (id: string) => lists.find(({ messages }) => messages.some((one) => one.id === id))?.labelIds;
    expect([spam, trash, archived].map(firstOf)).toEqual([['SPAM'], ['TRASH'], ['UNREAD']]);
  });

  test('place what has come since among the newest where a page token expired while Porthole was closed', async () => {
    const { google, run, fill, store, applied } = await setUp(3);
    await run();
    const { historyId } = await store.read('position');
    const open = [{ labelId: '', pageToken: 'stale', placedAt: 1_200_000_000_000 }];
    const listing = { kind: 'first', since: historyId, screen: true, open, finished: everyLabel, stage: 'listing' };
    await store.apply({ position: { listed: false, listing: JSON.stringify(listing) } });
    const fresh = add(google, 50, ['SENT']);
    applied.length = 0;
    await fill();
    const listed = applied.flatMap(({ list }) => list?.messages ?? []).find(({ id }) => id === fresh);
    expect(listed?.placedAt).toBeGreaterThan(1_700_000_000_000);
  });

  test('leave the counts of labels to the store where everything is listed again', async () => {
    const { google, run, follow, store } = await setUp(3);
    await run();
    google.mailbox().expireHistory();
    await follow();
    google.mailbox().changeLabels(google.mailbox().ids[0] ?? '', { remove: ['UNREAD'] });
    await follow();
    expect(await store.read('position')).toMatchObject({ listed: false });
    const labels = await store.read('countedLabels');
    expect(labels.find(({ id }) => id === 'INBOX')?.counts).toMatchObject({ messages: 3, unreadMessages: 2 });
  });
});

test('an emptied database gets everything again: own addresses, colours and counts', async () => {
  let emptied: Store | undefined;
  const { google, run } = await setUp(3, (store) => ({
    ...store,
    read: (name, ...input) => (emptied ?? store).read(name, ...input),
    apply: (change) => (emptied ?? store).apply(change),
  }));
  const boats = google.mailbox().addLabel('Boats', { color: { textColor: '#000000', backgroundColor: '#ffffff' } });
  await run();
  const fresh = await openTestStore(path.join(root, `${++files}.db`));
  endings.push(() => fresh.close());
  emptied = fresh;
  await run();
  expect(await fresh.read('position')).toMatchObject({ onDisk: 3, ownAddresses: [expect.stringContaining('@')] });
  const labels = await fresh.read('countedLabels');
  expect(labels.find(({ id }) => id === boats)?.colour).toEqual({ text: '#000000', background: '#ffffff' });
});

describe('a bad entry', () => {
  test('in history holds up nothing', async () => {
    const { google, run, onDisk, atGmail, leftOut } = await setUp(2);
    await run();
    add(google, 50);
    google.fault({
      match: { path: '/history' },
      change: (body) => {
        const { history, ...page } = body as { history: unknown[] };
        return { ...page, history: [null, { messagesAdded: [{ message: { threadId: 't' } }] }, ...history] };
      },
    });
    await run();
    expect(await onDisk()).toEqual(atGmail());
    expect(leftOut).toEqual([2]);
  });

  test.each(['after an hour', 'at the next start'])(
    'in history hides nothing for good: %s all is listed again',
    async (by) => {
      const { google, run, newSync, clock, store, onDisk, atGmail, applied } = await setUp(3);
      await run();
      const [gone = '', starred = ''] = google.mailbox().ids;
      google.mailbox().delete(gone);
      google.mailbox().changeLabels(starred, { add: ['STARRED'] });
      google.fault({
        match: { path: '/history' },
        change: (body) =>
          Object.assign({}, body, { history: (body as { history: unknown[] }).history.map(() => null) }),
      });
      await run();
      await run();
      expect(await onDisk()).toContain(gone);
      const next = by === 'at the next start' ? newSync() : undefined;
      if (!next) clock.set(clock.now() + 3_600_000);
      await run(undefined, next);
      expect(await onDisk()).toEqual(atGmail());
      expect(await store.read('message', { id: starred })).toMatchObject({
        labelIds: expect.arrayContaining(['STARRED']),
      });
      const listings = () => applied.filter(({ position }) => position?.listed === false).length;
      const before = listings();
      await run(undefined, newSync());
      expect(listings()).toBe(before);
    },
  );

  test('in every reply has all listed once an hour', async () => {
    const { google, run, applied } = await setUp(3);
    await run();
    google.fault({
      match: { path: '/history', count: always },
      change: (body) => Object.assign({}, body, { history: [7] }),
    });
    for (let round = 0; round < 4 * 60 * 2; round++) await run();
    expect(applied.filter(({ position }) => position?.listed === false).length).toBeLessThanOrEqual(4);
  });

  test('in a listing hides no message for good', async () => {
    const { google, run, newSync, onDisk, atGmail } = await setUp(10);
    const listing = google.fault({
      match: { path: '/messages', count: always },
      change: (body) => ({ messages: (body as { messages?: unknown[] }).messages?.with(0, null) }),
    });
    await run();
    listing.remove();
    expect(await onDisk()).toHaveLength(9);
    await run(undefined, newSync());
    expect(await onDisk()).toEqual(atGmail());
  });

  test('in a listing is not taken for a message that is gone', async () => {
    const { google, run, onDisk } = await setUp(10);
    await run();
    const all = await onDisk();
    google.mailbox().expireHistory();
    google.fault({
      match: { path: '/messages', count: always },
      change: (body) => ({ messages: (body as { messages?: unknown[] }).messages?.with(0, null) }),
    });
    await run();
    expect(await onDisk()).toEqual(all);
  });

  test('in what Gmail counts does not reach the disk', async () => {
    const { google, run, store } = await setUp(2);
    google.fault({ match: { path: '/profile' }, change: (body) => Object.assign({}, body, { messagesTotal: 1.5 }) });
    await run();
    expect(await store.read('position')).toMatchObject({ onDisk: 2, inMailbox: 2 });
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
    const before = count(google, '/history');
    await run();
    expect(count(google, '/history') - before).toBe(2);
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
  expect(applied.filter(({ labels }) => labels)).not.toEqual([]);
  expect((await store.read('labels')).map(({ name }) => name)).toContain('Boats');
});

describe('the whole mailbox', () => {
  /** Threads of so many letters each. */
  function addThreads(google: FakeGoogle, ...sizes: number[]): string[][] {
    return sizes.map((size, thread) => {
      let threadId: string | undefined;
      return Array.from({ length: size }, (_, index) => {
        const raw = `Subject: Thread ${thread}\r\nMessage-ID: <${thread}.${index}@example.com>\r\n\r\nBody`;
        const internalDate = 1_700_000_000_000 + thread * 1_000_000 + index;
        const id = google
          .mailbox()
          .add({ raw, labelIds: [], internalDate, ...(threadId !== undefined && { threadId }) });
        threadId = google.mailbox().get(id)?.threadId;
        return id;
      });
    });
  }
  const threadGets = ({ requests }: FakeGoogle) =>
    requests.filter(({ path: asked }) => /\/threads\/\w+$/.test(asked)).length;

  test('comes: spam, trash, what has no label, and every label', async () => {
    const { google, run, onDisk, atGmail, store } = await setUp(3);
    const boats = google.mailbox().addLabel('Boats', { color: { textColor: '#000000', backgroundColor: '#ffffff' } });
    add(google, 10, []);
    add(google, 11, ['SPAM']);
    add(google, 12, ['TRASH', 'STARRED']);
    add(google, 13, ['SENT', boats]);
    await run();
    expect(await onDisk()).toEqual(atGmail());
    for (const id of atGmail()) {
      const kept = await store.read('message', { id });
      expect(kept?.labelIds.toSorted()).toEqual([...(google.mailbox().get(id)?.labelIds ?? [])].sort());
    }
    const labels = await store.read('countedLabels');
    expect(labels.find(({ id }) => id === boats)).toMatchObject({
      name: 'Boats',
      colour: { text: '#000000', background: '#ffffff' },
      counts: { messages: 1, threads: 1 },
    });
    expect(labels.find(({ id }) => id === 'CATEGORY_SOCIAL')).toMatchObject({ listVisibility: 'hide' });
    expect(await store.read('position')).toMatchObject({ listed: true, inMailbox: 7, onDisk: 7 });
  });

  test('is known before it is here', async () => {
    const { google, run, store, onDisk } = await setUp(10);
    for (let index = 100; index < 160; index++) add(google, index, index % 2 ? ['SENT'] : ['SENT', 'STARRED']);
    const screen = google.mailbox().ids.filter((id) => google.mailbox().get(id)?.labelIds.has('INBOX'));
    for (const id of google.mailbox().ids)
      if (!screen.includes(id)) google.fault({ match: { path: `/messages/${id}`, count: always }, cutOff: 'before' });
    await expect(run()).rejects.toMatchObject(kind('offline'));
    expect(await onDisk()).toEqual(screen.toSorted());
    const known = store.labelled();
    expect(known.map(({ id }) => id)).toEqual(google.mailbox().ids);
    for (const { id, labelIds } of known)
      expect(labelIds.toSorted()).toEqual([...(google.mailbox().get(id)?.labelIds ?? [])].sort());
  });

  test('comes by whole threads where three or more of one are missing, else by messages', async () => {
    const { google, run, onDisk, atGmail } = await setUp(1);
    addThreads(google, 1, 2, 3, 6);
    await run();
    expect(await onDisk()).toEqual(atGmail());
    expect(threadGets(google)).toBe(2);
    expect(messageGets(google)).toBe(1 + 1 + 2);
  });

  test('loses no message to one of its thread that can’t be read', async () => {
    const { google, run, onDisk, atGmail, unreadable } = await setUp(1);
    const [thread = []] = addThreads(google, 5);
    const bad = thread[2] ?? '';
    const spoil = (body: unknown) => {
      const { messages } = body as { messages: { id: string }[] };
      return { messages: messages.map((one) => (one.id === bad ? { ...one, threadId: 7 } : one)) };
    };
    google.fault({ match: { path: /\/threads\/\w+$/ }, change: spoil });
    google.fault({ match: { path: `/messages/${bad}` }, malformed: 'wrong-types' });
    await run();
    expect(await onDisk()).toEqual(atGmail().filter((id) => id !== bad));
    expect(unreadable).toEqual([bad]);
    await run();
    expect(await onDisk()).toEqual(atGmail());
  });

  test('goes on at the page where it was cut off', async () => {
    const { google, run, newSync, onDisk, atGmail } = await setUp(1_200);
    const cut = google.fault({ match: { path: '/messages', count: 4 }, change: (body) => body });
    const stop = new AbortController();
    const stopped = expect(run(stop.signal)).rejects.toThrow('killed');
    while (cut.hits < 3) await new Promise((resolve) => setImmediate(resolve));
    stop.abort(new Error('killed'));
    await stopped;
    const before = count(google, '/messages');
    await run(undefined, newSync());
    expect(await onDisk()).toEqual(atGmail());
    // Three pages of all mail, as many of INBOX and of UNREAD; the screen and what was listed are not asked for again.
    expect(count(google, '/messages') - before).toBeLessThanOrEqual(8);
  }, 60_000);

  test('goes on without the counts of a label that Gmail does not give, but not without a network', async () => {
    const { google, run, store } = await setUp(3);
    google.fault({ match: { path: '/labels/INBOX', count: always }, status: 400 });
    await run();
    expect(await store.read('position')).toMatchObject({ listed: true, onDisk: 3 });
    const without = await setUp(3);
    without.google.fault({ match: { path: '/labels/INBOX', count: always }, cutOff: 'before' });
    await expect(without.run()).rejects.toMatchObject(kind('offline'));
  });

  test('has the labels of now although they changed while it was listed', async () => {
    const { google, run, store } = await setUp(30);
    const id = google.mailbox().ids[29] ?? '';
    const mailbox = google.mailbox();
    let changed = false;
    // Between the listing of all mail and those of the labels.
    google.fault({
      match: { path: '/labels/CHAT', count: always },
      change: (body) => {
        if (!changed) mailbox.changeLabels(id, { add: ['STARRED'], remove: ['INBOX'] });
        changed = true;
        return body;
      },
    });
    await run();
    expect(changed).toBe(true);
    expect((await store.read('message', { id }))?.labelIds.toSorted()).toEqual(['STARRED', 'UNREAD']);
  });

  test('has the labels of now although a page came that was older than what history had told', async () => {
    const { google, run, follow, store } = await setUp(3);
    await run();
    const [id = ''] = google.mailbox().ids;
    const { historyId } = await store.read('position');
    google.mailbox().changeLabels(id, { remove: ['INBOX'] });
    await follow();
    // The page, late: and then all is listed.
    const listing = writeListings({ ...newListings('first', historyId ?? ''), screen: true, stage: 'replay' });
    await store.apply({
      list: { messages: [{ id, threadId: id, placedAt: 1 }], labelIds: ['INBOX'] },
      position: { listed: false, listing },
    });
    expect((await store.read('message', { id }))?.labelIds).toContain('INBOX');
    await follow();
    expect((await store.read('message', { id }))?.labelIds).not.toContain('INBOX');
    expect((await store.read('position')).listed).toBe(true);
  });

  test('is right after spam, trash, deletion and a draft whose id changes', async () => {
    const { google, run, onDisk, atGmail, store } = await setUp(5);
    const [first = '', second = '', third = ''] = google.mailbox().ids;
    const draft = add(google, 20, ['DRAFT']);
    await run();
    google.mailbox().trash(first);
    google.mailbox().changeLabels(second, { add: ['SPAM'], remove: ['INBOX'] });
    google.mailbox().delete(third);
    google.mailbox().delete(draft);
    add(google, 21, ['DRAFT']);
    await run();
    expect(await onDisk()).toEqual(atGmail());
    for (const { id, labelIds } of store.labelled())
      expect(labelIds.toSorted()).toEqual([...(google.mailbox().get(id)?.labelIds ?? [])].sort());
  });

  test('brings the label that a person looks at before the rest', async () => {
    const { google, run, sync, store } = await setUp(1);
    const boats = google.mailbox().addLabel('Boats');
    const wanted = Array.from({ length: 20 }, (_, index) => add(google, -1_000 + index, [boats]));
    for (let index = 0; index < 200; index++) add(google, 1_000 + index, []);
    sync.setFocus(boats);
    const asked: string[] = [];
    google.fault({
      match: { path: anyMessage, count: always },
      change: (body) => {
        asked.push((body as { id: string }).id);
        return body;
      },
    });
    await run();
    expect(asked.slice(1, 21).toSorted()).toEqual(wanted.toSorted());
    expect(await store.read('position')).toMatchObject({ onDisk: 221 });
  });

  test('fetches what is missing of a conversation at once', async () => {
    const { google, run, follow, sync, clock, isStored, store } = await setUp(1);
    await run();
    const [thread = []] = addThreads(google, 5);
    const threadId = google.mailbox().get(thread[0] ?? '')?.threadId ?? '';
    google.mailbox().expireHistory();
    await follow();
    const messages = thread.map((id, index) => ({ id, threadId, placedAt: 1_700_000_000_000 + index }));
    await store.apply({ list: { messages, labelIds: [] } });
    await clock.until(sync.fetchThread(threadId, 'clicked', new AbortController().signal));
    for (const id of thread) expect(await isStored(id)).toBe(true);
    expect(threadGets(google)).toBe(1);
  });
});

describe('a full disk', () => {
  test('ends the run, and the next one goes on', async () => {
    let isFull = false;
    const filling = (store: Store): Store => ({
      ...store,
      apply: async (change) => {
        if (isFull && change.save) throw new FailureError({ kind: 'storage', problem: 'full' });
        await store.apply(change);
      },
    });
    const { google, run, onDisk, atGmail } = await setUp(60, filling);
    isFull = true;
    await expect(run()).rejects.toMatchObject({ failure: { kind: 'storage', problem: 'full' } });
    expect(messageGets(google)).toBeLessThan(60);
    isFull = false;
    await run();
    expect(await onDisk()).toEqual(atGmail());
  });
});

describe('a lot of new mail', () => {
  test('is known at once and comes with the rest', async () => {
    const { google, run, follow, fill, store, onDisk, atGmail } = await setUp(2);
    await run();
    for (let index = 0; index < 80; index++) add(google, 100 + index);
    const before = messageGets(google);
    await follow();
    expect(messageGets(google)).toBe(before);
    expect(store.labelled()).toHaveLength(82);
    expect(store.labelled()[0]?.labelIds.toSorted()).toEqual(['INBOX', 'UNREAD']);
    await fill();
    expect(await onDisk()).toEqual(atGmail());
  });
});
