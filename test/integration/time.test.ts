// Clocks that are set, computers that sleep and networks that go: the synchronisation goes on where it was, asks for
// nothing twice, and neither storms nor stalls.
import path from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import type { GoogleOptions } from '../google/google.ts';
import { simulateFollowing } from '../support/simulated-following.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const root = temporaryFolder();
let files = 0;
const endings: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of endings.splice(0).reverse()) await end();
});

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const yearMs = 365 * 24 * hourMs;
const pageSize = 20;

async function setUp(messages: number, options: GoogleOptions = {}) {
  const simulated = await simulateFollowing(path.join(root, `${++files}.db`), {
    latencyMs: 2,
    largestPage: pageSize,
    ...options,
  });
  endings.push(simulated.close);
  const { google, store } = simulated;
  const mailbox = google.mailbox();
  const add = (index: number) =>
    mailbox.add({
      raw: `Subject: Letter ${index}\r\n\r\nBody`,
      labelIds: index % 3 ? ['INBOX'] : ['SENT'],
      internalDate: 1_767_567_600_000 + index * 1_000,
    });
  for (let index = 0; index < messages; index++) add(index);
  const onDisk = async () => (await store.read('position')).onDisk;
  const asked = (what: RegExp) => google.requests.filter(({ path: it, status }) => what.test(it) && status === 200);
  const gets = () => asked(/\/messages\/\w+$/).length;
  const listings = () => asked(/\/messages$/).length;
  const looks = () => asked(/\/history$/).length;
  /** Everything is here, agrees with Gmail, and was asked for once but for `twice`. */
  const expectAll = async (twice = 0) => {
    expect(await store.read('missing', { ids: mailbox.ids })).toEqual([]);
    expect(store.labelled().map(({ id }) => id)).toEqual(mailbox.ids);
    expect(gets()).toBeGreaterThanOrEqual(mailbox.size);
    expect(gets()).toBeLessThanOrEqual(mailbox.size + twice);
  };
  /** In the middle of it: after so many requests of a kind, of which more are to come. */
  const midway = async (count: number, what: 'messages' | 'listings') => {
    const one = what === 'messages' ? /\/messages\/\w+$/ : /\/messages$/;
    const wanted = asked(one).length + count;
    const come = async () => {
      while (asked(one).length < wanted) await google.nextRequest(() => true);
    };
    await simulated.real(come());
    expect(await isFilled()).toBe(false);
  };
  const isFilled = async () => (await store.read('position')).listed && (await onDisk()) === mailbox.size;
  return {
    ...simulated,
    begin: () => simulated.following,
    add,
    onDisk,
    gets,
    listings,
    looks,
    isFilled,
    midway,
    expectAll,
  };
}

/** Pages of all mail and of the labels that some of it carries, and the first screen. */
const pagesOf = (messages: number) => Math.ceil(messages / pageSize) + Math.ceil(messages / pageSize / 1.4) * 2 + 2;

describe.each([
  ['back by an hour', -hourMs],
  ['back by years', -20 * yearMs],
  ['forward by hours', 7 * hourMs],
  ['forward by years', 20 * yearMs],
])('a clock that is set %s', (_what, byMs) => {
  test('while mail comes in makes no difference', async () => {
    const { begin, until, setClock, isFilled, expectAll, listings, midway } = await setUp(120);
    begin();
    await midway(70, 'messages');
    setClock(byMs);
    await until(isFilled);
    await expectAll();
    expect(listings()).toBeLessThanOrEqual(pagesOf(120));
  });

  test('while Gmail is followed neither hurries nor delays the next look', async () => {
    const { begin, until, pass, add, setClock, isFilled, looks, expectAll } = await setUp(20);
    begin();
    await until(isFilled);
    await pass(minuteMs);
    setClock(byMs);
    add(100);
    await pass(16_000);
    await expectAll();
    const before = looks();
    await pass(10 * minuteMs);
    expect(looks() - before).toBeGreaterThanOrEqual(35);
    expect(looks() - before).toBeLessThanOrEqual(41);
  });

  test('while Gmail asks for patience keeps nobody waiting for long', async () => {
    const { google, gmailNow, begin, setClock, isFilled, expectAll, pass, midway } = await setUp(120);
    begin();
    await midway(70, 'messages');
    const reason = 'rateLimitExceeded';
    google.fault({ match: { path: /\/messages\/\w+$/, count: 3 }, reason, retryAt: gmailNow() + 20_000 });
    setClock(byMs);
    await pass(2 * minuteMs);
    expect(await isFilled()).toBe(true);
    await expectAll();
  });
});

describe('a computer that sleeps for a night', () => {
  test('goes on with the listings where it was, as far as Gmail still knows its place', async () => {
    const { begin, until, fallAsleep, isFilled, expectAll, listings, midway } = await setUp(200);
    begin();
    await midway(5, 'listings');
    fallAsleep(8 * hourMs);
    await until(isFilled);
    await expectAll();
    // Page tokens have ended: each listing that was under way begins again, once.
    expect(listings()).toBeLessThanOrEqual(pagesOf(200) + 2 * Math.ceil(200 / pageSize));
  });

  test('goes on with the messages where it was, and knows what happened meanwhile', async () => {
    const { google, begin, until, add, fallAsleep, isFilled, expectAll, midway } = await setUp(120);
    begin();
    await midway(70, 'messages');
    fallAsleep(8 * hourMs);
    for (let index = 200; index < 230; index++) add(index);
    google.mailbox().delete(google.mailbox().ids.at(-1) ?? '');
    await until(isFilled);
    await expectAll(5);
  });

  test('finds its way where Gmail has forgotten everything meanwhile, and fetches nothing again', async () => {
    const { google, begin, until, add, fallAsleep, isFilled, expectAll, onDisk } = await setUp(60);
    begin();
    await until(isFilled);
    fallAsleep(40 * 24 * hourMs);
    google.mailbox().expireHistory();
    add(100);
    await until(async () => (await onDisk()) === 61 && (await isFilled()));
    await expectAll();
  });
});

describe('a network that goes and comes back', () => {
  /** Calls that can be under way at once, replies of which are lost. */
  const inFlight = 4;

  test('while mail is listed, goes on at the page where it was', async () => {
    const { google, begin, until, pass, isFilled, expectAll, listings, followed, midway } = await setUp(300);
    begin();
    await midway(9, 'listings');
    await google.disconnect();
    await pass(5 * minuteMs);
    expect(followed).toContain('offline');
    await google.reconnect();
    await until(isFilled);
    await expectAll(inFlight);
    expect(listings()).toBeLessThanOrEqual(pagesOf(300) + inFlight);
  });

  test('while messages come in, fetches nothing twice but what was on its way', async () => {
    const { google, begin, until, pass, isFilled, expectAll, midway } = await setUp(150);
    begin();
    await midway(80, 'messages');
    await google.disconnect();
    await pass(5 * minuteMs);
    await google.reconnect();
    await until(isFilled);
    await expectAll(inFlight);
  });

  test('ten times, is tried ever more seldom and not forgotten', async () => {
    const { google, begin, until, pass, isFilled, expectAll, midway } = await setUp(150);
    begin();
    for (let round = 1; round <= 10; round++) {
      await midway(10, 'messages');
      await google.disconnect();
      await pass(minuteMs);
      await google.reconnect();
    }
    await until(isFilled);
    await expectAll(10 * inFlight);
  });
});
