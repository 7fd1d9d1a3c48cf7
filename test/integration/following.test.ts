// What follows Gmail, with its two runs side by side: paused, on a full disk, and how it says how it stands.
import { statSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, test } from 'vitest';
import type { Failure } from '../../electron/contract/failure.ts';
import { createFollowing, type FollowingState } from '../../electron/mailbox/following.ts';
import { startGoogle } from '../google/google.ts';
import { testGmailClient } from '../support/gmail-client.ts';
import { giveRoom, openNarrowStore } from '../support/store.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const root = temporaryFolder();
let files = 0;
const endings: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of endings.splice(0).reverse()) await end();
});

async function setUp(messages: number, { paused = false, longestMs = Number.POSITIVE_INFINITY } = {}) {
  const google = await startGoogle();
  endings.push(() => google.close());
  const add = (index: number, labelIds = ['INBOX', 'UNREAD'], text = 'Body') =>
    google
      .mailbox()
      .add({ raw: `Subject: Letter ${index}\r\n\r\n${text}`, labelIds, internalDate: 1_767_567_600_000 + index });
  for (let index = 0; index < messages; index++) add(index);
  const file = path.join(root, `${++files}.db`);
  const store = await openNarrowStore(file);
  endings.push(() => store.close());
  const clock = { now: Date.now, sleep: (ms: number) => sleep(ms) };
  const api = testGmailClient({ url: google.url, token: google.grantAccess().accessToken, clock });
  const states: FollowingState[] = [];
  const followed: (Failure | undefined)[] = [];
  const following = createFollowing({
    api,
    store,
    now: Date.now,
    ticks: () => performance.now(),
    // Nobody waits for a minute in a test.
    sleep: (ms, signal) => sleep(Math.min(ms, longestMs), undefined, { ...(signal && { signal }) }),
    paused,
    // The first comes while it is being made.
    onState: () => queueMicrotask(() => states.push(following.state())),
    onChanged: () => undefined,
    onLabels: () => undefined,
    onFollowed: (failure) => followed.push(failure),
    onUnreadable: (id) => expect.unreachable(`${id} could not be read`),
    onBug: (error) => {
      throw error;
    },
  });
  endings.push(() => following.stop());
  const until = async (holds: () => boolean | Promise<boolean>): Promise<void> => {
    const late = AbortSignal.timeout(15_000);
    while (!(await holds())) {
      late.throwIfAborted();
      await sleep(10);
    }
  };
  const onDisk = async () => (await store.read('position')).onDisk;
  return { file, google, add, store, following, states, followed, until, onDisk };
}

describe('following Gmail', () => {
  test('brings the whole mailbox, and then rests', async () => {
    const { following, until, onDisk, states, store } = await setUp(70);
    await until(async () => (await onDisk()) === 70 && !following.state().running);
    expect(await store.read('position')).toMatchObject({ listed: true, inMailbox: 70 });
    expect(states.some(({ messagesPerMinute, leftMs }) => (messagesPerMinute ?? 0) > 0 && (leftMs ?? 0) > 0)).toBe(
      true,
    );
    expect(following.state()).toMatchObject({ messagesPerMinute: null, leftMs: null, diskFull: false, paused: false });
  });

  test('paused, brings what is new and what a person opens, and nothing else; then goes on', async () => {
    const { google, add, following, followed, until, onDisk, store } = await setUp(70, { paused: true });
    await until(() => followed.length > 0);
    expect(await onDisk()).toBe(0);
    const [opened = ''] = google.mailbox().ids.slice(30);
    await following.sync.fetchNow([opened], 'clicked', new AbortController().signal);
    const fresh = add(100);
    following.runNow();
    await until(async () => (await store.read('message', { id: fresh })) !== undefined);
    expect(await onDisk()).toBe(2);
    await following.pause(false);
    await until(async () => (await onDisk()) === 71);
    await following.pause(true);
    expect(following.state()).toMatchObject({ paused: true, messagesPerMinute: null });
  });

  test('paused and resumed at once, goes on once, and says so', async () => {
    const { google, following, followed, until, onDisk } = await setUp(70);
    const listing = Promise.withResolvers<void>();
    const held = google.fault({
      match: { path: '/messages', count: Number.POSITIVE_INFINITY },
      until: listing.promise,
    });
    await until(() => held.hits > 0 && followed.length > 0);
    const paused = following.pause(true);
    // The listing is being cut off.
    await Promise.resolve();
    await Promise.all([paused, following.pause(false)]);
    expect(following.state()).toMatchObject({ running: true, paused: false });
    await until(() => held.hits === 2);
    expect(following.state()).toMatchObject({ running: true });
    listing.resolve();
    await until(async () => (await onDisk()) === 70);
    await Promise.all([following.pause(true), following.pause(false), following.pause(true)]);
    expect(following.state()).toMatchObject({ paused: true });
  });

  test('on a full disk stops fetching and says so, goes on reading, and goes on by itself when there is room', async () => {
    const { file, google, add, store, following, followed, until, onDisk } = await setUp(70, { longestMs: 300 });
    await until(async () => (await onDisk()) === 70);
    giveRoom(file, statSync(file).size / 16_384);
    for (let index = 100; index < 400; index++) add(index, ['INBOX'], `Long ${'words and more words '.repeat(200)}`);
    following.runNow();
    await until(() => following.state().diskFull);
    // What does not fail is said not to: mail on disk is read, found, and its labels change.
    const [first = ''] = google.mailbox().ids.slice(-1);
    expect(await store.read('message', { id: first })).toMatchObject({ subject: 'Letter 0' });
    expect(followed.filter((failure) => failure !== undefined)).toEqual([]);
    const had = await onDisk();
    const asked = google.requests.length;
    await sleep(1_000);
    expect(await onDisk()).toBeLessThan(had + 50);
    expect(google.requests.length - asked).toBeLessThan(200);
    giveRoom(file, null);
    await until(async () => (await onDisk()) === 370 && !following.state().diskFull);
  });

  test('stops while messages are on their way, and is quiet afterwards', async () => {
    const { google, following, until, states } = await setUp(70);
    await until(() => google.requests.some(({ path: asked }) => /\/messages\/\w+$/.test(asked)));
    await following.stop();
    // What had been sent by then arrives at Google all the same.
    await sleep(100);
    const [asked, said] = [google.requests.length, states.length];
    await sleep(300);
    expect(google.requests.length).toBe(asked);
    expect(states.length).toBe(said);
  });
});
