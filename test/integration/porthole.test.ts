// The whole program but its window, against the fake Google.
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmdirSync } from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import type { MessageRow } from '../../electron/contract/model.ts';
import { type FakeGoogle, startGoogle } from '../google/google.ts';
import { anySearch } from '../support/any-search.ts';
import {
  offline,
  online,
  type Program,
  type ProgramOptions,
  settingsInMemory,
  signedOut,
  startProgram,
} from '../support/program.ts';
import { fakeSafeStorage } from '../support/safe-storage.ts';
import { openTestStore } from '../support/store.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const root = temporaryFolder();
let folders = 0;
const newFolder = () => path.join(root, String(++folders));

const endings: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of endings.splice(0).reverse()) await end();
});

async function googleWith(count: number): Promise<FakeGoogle> {
  const google = await startGoogle();
  endings.push(() => google.close());
  for (let index = 0; index < count; index++) addMail(google, index);
  return google;
}

/** Of a time before now, the higher the index the newer. */
function addMail(
  google: FakeGoogle,
  index: number,
  more: { readonly labelIds?: string[]; readonly text?: string } = {},
): string {
  const { labelIds = ['INBOX', 'UNREAD'], text = `Body of number ${index}.` } = more;
  const raw = [
    `From: Sender ${index} <sender${index}@example.com>`,
    `To: ${google.mailbox().email}`,
    `Subject: Letter ${index}`,
    `Message-ID: <${index}.${Math.random()}@example.com>`,
    '',
    text,
  ].join('\r\n');
  return google.mailbox().add({ raw, labelIds, internalDate: Date.now() - 86_400_000 + index * 1_000 });
}

function run(options: ProgramOptions): Program {
  const program = startProgram(options);
  endings.push(() => program.porthole.close());
  return program;
}

const subjects = (rows: readonly unknown[]) => rows.map((row) => (row as MessageRow).subject);

async function signedIn(count: number, options: Partial<ProgramOptions> = {}) {
  const google = await googleWith(count);
  const folder = newFolder();
  const settings = settingsInMemory();
  const program = run({ google, folder, settings, ...options });
  await program.porthole.start();
  await program.signIn();
  await program.until(online);
  return { google, folder, settings, program };
}

describe('signing in', () => {
  test('keeps the token before it says so, and fills the disk with the inbox', async () => {
    const { google, folder, program } = await signedIn(12);
    const state = program.porthole.state();
    expect(state).toMatchObject({ connection: { state: 'online' }, tokenKept: 'system', signIn: { state: 'none' } });
    expect(state.account).toMatchObject({ kind: 'gmail', email: google.mailbox().email, id: google.users[0]?.sub });
    expect(existsSync(path.join(folder, 'accounts', state.account?.id ?? '', 'grant.bin'))).toBe(true);
    const page = await program.find('in:inbox');
    expect(page.total).toBe(12);
    expect(subjects(page.rows)[0]).toBe('Letter 11');
    expect(state.sync.onDisk).toBe(12);
    expect(program.bugs).toEqual([]);
  });

  test('brings the whole mailbox, each message once', async () => {
    const { google, program } = await signedIn(520);
    expect(program.porthole.state().sync).toMatchObject({ onDisk: 520, inMailbox: 520 });
    expect(google.requests.filter(({ path }) => /\/messages\/\w+$/.test(path))).toHaveLength(520);
    const [newest] = (await program.find('in:inbox')).rows;
    expect((newest as MessageRow).subject).toBe('Letter 519');
  });

  test('that is denied leaves the first screen with the reason', async () => {
    const google = await googleWith(1);
    const program = run({ google, folder: newFolder() });
    await program.porthole.start();
    await program.signIn('deny');
    const failure = { kind: 'sign-in-abandoned', problem: 'denied' };
    expect(program.porthole.state()).toMatchObject({ account: null, signIn: { state: 'failed', failure } });
  });

  test('that grants no Gmail keeps nothing', async () => {
    const google = await googleWith(1);
    const folder = newFolder();
    const program = run({ google, folder });
    await program.porthole.start();
    await program.signIn('partly');
    expect(program.porthole.state()).toMatchObject({
      account: null,
      signIn: { state: 'failed', failure: { problem: 'gmail-not-granted' } },
    });
    expect(existsSync(path.join(folder, 'accounts'))).toBe(false);
  });
});

describe('following Gmail', () => {
  test('knows every address that the person sends from', async () => {
    const google = await startGoogle({ users: [{ email: 'ada@example.org', aliases: ['Countess@lovelace.example'] }] });
    endings.push(() => google.close());
    const from = (who: string) => `From: ${who}\r\nSubject: ${who}\r\n\r\n`;
    for (const who of ['ada@example.org', 'countess@lovelace.example', 'bob@example.org'])
      google.mailbox().add({ raw: from(who), labelIds: ['INBOX'] });
    const program = run({ google, folder: newFolder() });
    await program.porthole.start();
    await program.signIn();
    await program.until(online);
    expect(subjects((await program.find('from:me')).rows).sort()).toEqual([
      'ada@example.org',
      'countess@lovelace.example',
    ]);
  });

  test('new mail, changed labels and deletions come by history', async () => {
    const { google, program } = await signedIn(5);
    const mailbox = google.mailbox();
    const [newest = '', second = '', third = ''] = mailbox.ids;
    addMail(google, 50);
    mailbox.changeLabels(newest, { add: ['STARRED'], remove: ['UNREAD'] });
    mailbox.delete(second);
    mailbox.trash(third);
    const gets = () => google.requests.filter(({ path }) => /\/messages\/\w+$/.test(path)).length;
    const before = gets();
    expect((await program.sync()).sync.onDisk).toBe(5);
    const page = await program.find('in:inbox');
    expect(subjects(page.rows)).toEqual(['Letter 50', 'Letter 4', 'Letter 1', 'Letter 0']);
    expect(page.rows[1]).toMatchObject({ id: newest, starred: true, unread: false });
    expect(gets() - before).toBe(1);
    expect((await program.find('in:trash')).total).toBe(1);
  });

  test('an expired history is answered by listings, and every body stays', async () => {
    const { google, program } = await signedIn(6);
    const mailbox = google.mailbox();
    const [newest = '', second = ''] = mailbox.ids;
    mailbox.changeLabels(newest, { add: ['STARRED'], remove: ['UNREAD'] });
    mailbox.delete(second);
    addMail(google, 60);
    mailbox.expireHistory();
    const gets = () => google.requests.filter(({ path }) => /\/messages\/\w+$/.test(path)).length;
    const before = gets();
    expect((await program.sync()).sync.onDisk).toBe(6);
    const page = await program.find('in:inbox');
    expect(subjects(page.rows)).toEqual(['Letter 60', 'Letter 5', 'Letter 3', 'Letter 2', 'Letter 1', 'Letter 0']);
    expect(page.rows[1]).toMatchObject({ starred: true, unread: false });
    expect(gets() - before).toBe(1);
  });

  test('a listing that was cut off goes on where it was', async () => {
    const google = await googleWith(60);
    const folder = newFolder();
    const settings = settingsInMemory();
    const first = run({ google, folder, settings });
    await first.porthole.start();
    await first.signIn();
    await first.until(({ sync }) => sync.onDisk >= 20);
    await first.porthole.close();
    const store = await openTestStore(path.join(folder, 'accounts', google.users[0]?.sub ?? '', 'mail.db'));
    const { onDisk } = await store.read('position');
    await store.close();
    const had = google.requests.filter(({ path, status }) => /\/messages\/\w+$/.test(path) && status === 200).length;
    const again = run({ google, folder, settings });
    await again.porthole.start();
    await again.until(online);
    expect(again.porthole.state().sync.onDisk).toBe(60);
    const total = google.requests.filter(({ path, status }) => /\/messages\/\w+$/.test(path) && status === 200).length;
    // What was under way when it was closed may be asked for once more; what was on disk is not.
    expect(total - had).toBe(60 - onDisk);
  });

  test('a message that can not be read is passed over, the rest comes', async () => {
    const google = await googleWith(8);
    const program = run({ google, folder: newFolder() });
    await program.porthole.start();
    google.fault({ match: { path: /\/messages\/\w+$/ }, malformed: 'wrong-types' });
    await program.signIn();
    await program.until(online);
    expect(program.porthole.state().sync.onDisk).toBe(7);
  });
});

describe('what somebody looks at', () => {
  const inbox = { search: { ...anySearch, text: 'in:inbox' }, ask: false, offset: 0, limit: 25 };
  const asked = (google: FakeGoogle) =>
    google.requests.flatMap(({ path: asked }) => /\/messages\/(\w+)$/.exec(asked)?.[1] ?? []);

  /** Sixty messages that are known, and come only when somebody looks. */
  async function withPending() {
    const { google, program } = await signedIn(1);
    await program.porthole.mailbox().pause(true);
    for (let index = 0; index < 60; index++) addMail(google, index);
    await program.sync();
    return { google, program, before: asked(google).length };
  }

  test('comes before the rest of its page, and nothing else comes', async () => {
    const { google, program, before } = await withPending();
    const { searching } = program.porthole.mailbox();
    const { rows } = await searching.find({ ...inbox, inView: { first: 10, last: 14 } });
    const inView = rows.slice(10, 15).map(({ id }) => id);
    await expect.poll(() => asked(google).length - before).toBe(25);
    const order = asked(google).slice(before);
    // Four calls are out at once, some of them before those in view stand at the gate.
    expect(order.slice(0, 12)).toEqual(expect.arrayContaining(inView));
  });

  test('is not what lies ahead of it', async () => {
    const { google, program, before } = await withPending();
    const { rows } = await program.porthole.mailbox().searching.find(inbox);
    expect(rows).toHaveLength(25);
    await program.sync();
    expect(asked(google)).toHaveLength(before);
  });

  test('has as many rows as Gmail counts, while not all of them are known', async () => {
    const google = await googleWith(80);
    const listing = Promise.withResolvers<void>();
    google.fault({ match: { path: '/messages', count: Number.POSITIVE_INFINITY }, until: listing.promise });
    const program = run({ google, folder: newFolder() });
    await program.porthole.start();
    await program.signIn();
    const { searching } = program.porthole.mailbox();
    await expect.poll(() => searching.find(inbox)).toMatchObject({ rows: [], total: 80, counted: true });
    expect((await searching.summarize(inbox))?.total).toBe(80);
    listing.resolve();
    await expect.poll(() => searching.find(inbox)).toMatchObject({ rows: { length: 25 }, total: 80 });
  });

  test('is asked for again when the network is back', async () => {
    const { google, program } = await signedIn(3);
    await google.disconnect();
    await program.porthole.syncNow();
    await program.until(offline);
    const before = program.events.length;
    await google.reconnect();
    await program.porthole.syncNow();
    await program.until(online);
    expect(program.events.slice(before)).toContainEqual({ name: 'messages.changed', ids: null });
  });
});

describe('the filter', () => {
  test('asks Gmail, all pages, and shows what is not on disk as soon as it is looked at', async () => {
    const { google, program } = await signedIn(10);
    for (let index = 0; index < 3; index++) addMail(google, 200 + index, { labelIds: [], text: 'A lighthouse.' });
    google.mailbox().expireHistory(); // so that only the question can bring them
    const first = await program.find('lighthouse', true);
    expect(first).toMatchObject({ total: 0, gmail: 'asking' });
    const answered = await program.askGmail('lighthouse');
    expect(answered.total).toBe(3);
    await expect
      .poll(async () => subjects((await program.find('lighthouse', true)).rows))
      .toEqual(['Letter 202', 'Letter 201', 'Letter 200']);
  });

  test('takes all pages of an answer', async () => {
    const { google, program } = await signedIn(3);
    for (let index = 0; index < 620; index++) addMail(google, 1_000 + index, { labelIds: [], text: 'A harbour.' });
    const answered = await program.askGmail('harbour');
    expect(answered.foundByGmail + answered.total).toBeGreaterThan(100);
    expect(
      (await program.porthole.mailbox().searching.summarize({ search: { ...anySearch, text: 'harbour' } }))?.total,
    ).toBe(620);
    expect(google.requests.filter(({ queryKeys }) => queryKeys.includes('q'))).toHaveLength(2);
  });

  test('asks Gmail nothing for which it has no word, and answers from disk alone', async () => {
    const { google, program } = await signedIn(10);
    expect(await program.find('lett* *umb*', true)).toMatchObject({ gmail: 'not-asked', total: 10 });
    await program.askGmail('letter');
    expect(google.requests.filter(({ queryKeys }) => queryKeys.includes('q'))).toHaveLength(1);
  });

  test('answers from disk when there is no network, and says so', async () => {
    const { google, program } = await signedIn(10);
    await google.disconnect();
    await program.porthole.syncNow();
    await program.until(offline);
    const page = await program.find('from:sender7@example.com', true);
    expect(page).toMatchObject({ gmail: 'not-asked', total: 1 });
    expect(subjects(page.rows)).toEqual(['Letter 7']);
    expect((await program.find('is:muted', true)).ignored).toEqual(['is:muted']);
  });

  test('says why Gmail did not answer, and shows what the disk has', async () => {
    const { google, program } = await signedIn(10);
    google.fault({
      match: { path: '/messages', count: Number.POSITIVE_INFINITY },
      reason: 'domainPolicy',
      status: 403,
    });
    await program.find('number', true);
    await expect.poll(async () => (await program.find('number', true)).gmail).not.toBe('asking');
    const page = await program.find('number', true);
    expect(page).toMatchObject({ total: 10, unanswered: { kind: 'not-permitted' } });
  });

  test('a query typed letter by letter is asked once', async () => {
    const { google, program } = await signedIn(3);
    for (const typed of ['l', 'le', 'let', 'lett', 'lette', 'letter']) await program.find(typed, true);
    await program.askGmail('letter');
    expect(google.requests.filter(({ queryKeys }) => queryKeys.includes('q'))).toHaveLength(1);
  });
});

describe('when Gmail asks for patience', () => {
  test('the window is told at once, until when, and it goes on by itself', async () => {
    const { google, program } = await signedIn(3);
    const retryAt = new Date(Date.now() + 6_500).toISOString();
    google.fault({ status: 403, reason: 'userRateLimitExceeded', message: `Retry after ${retryAt}` });
    await program.porthole.syncNow();
    const { connection } = await program.until((state) => state.connection.state === 'refused');
    expect(connection).toMatchObject({ failure: { kind: 'busy', retryAt: Date.parse(retryAt) } });
    await program.until(online);
  });
});

describe('a message with a field that is wrong', () => {
  type Json = Record<string, unknown>;
  const payload = (change: (payload: Json) => Json) => (body: Json) => ({
    ...body,
    payload: change(body['payload'] as Json),
  });
  const without = (name: string) => (body: Json) => ({ ...body, [name]: undefined });
  /** What is wrong, and whether Gmail never leaves it so: what is merely absent is not malformed. */
  const wrongs: readonly (readonly [what: string, isMalformed: boolean, change: (body: Json) => Json])[] = [
    ['no snippet', false, without('snippet')],
    ['a snippet that is a number', true, (body) => ({ ...body, snippet: 7 })],
    ['no labels', false, without('labelIds')],
    ['labels of which one is none', true, (body) => ({ ...body, labelIds: ['INBOX', null] })],
    ['labels that are no list', true, (body) => ({ ...body, labelIds: 'INBOX' })],
    ['no size', false, without('sizeEstimate')],
    ['a size in words', true, (body) => ({ ...body, sizeEstimate: 'huge' })],
    ['a size below nothing', false, (body) => ({ ...body, sizeEstimate: -1.5 })],
    ['no date', false, without('internalDate')],
    ['a date in words', true, (body) => ({ ...body, internalDate: 'yesterday' })],
    ['a history id in words', true, (body) => ({ ...body, historyId: 'x' })],
    ['no payload', false, without('payload')],
    ['a payload that is a list', true, (body) => ({ ...body, payload: [1] })],
    ['no headers', false, payload(without('headers'))],
    ['headers that are no list', true, payload((part) => ({ ...part, headers: { Subject: 'x' } }))],
    [
      'a header without a name',
      true,
      payload((part) => ({ ...part, headers: [{ value: 'x' }, ...(part['headers'] as Json[])] })),
    ],
    ['a type that is a number', true, payload((part) => ({ ...part, mimeType: 5 }))],
    ['a body that is a text', true, payload((part) => ({ ...part, body: 'x' }))],
    ['a text that is no base64', true, payload((part) => ({ ...part, body: { size: 3, data: '%%%' } }))],
    ['parts of which one is none', true, payload((part) => ({ ...part, parts: [null, 5] }))],
  ];

  test('is kept with what it has, counted and logged by its id, and costs no other', async () => {
    const google = await googleWith(wrongs.length + 5);
    const ids = google.mailbox().ids.slice(0, wrongs.length);
    for (const [at, id] of ids.entries()) {
      const change = (body: unknown) => wrongs[at]?.[2](body as Json);
      google.fault({ match: { path: `/messages/${id}` }, change });
    }
    const program = run({ google, folder: newFolder() });
    await program.porthole.start();
    await program.signIn();
    await program.until(online);
    expect(program.porthole.state().sync).toMatchObject({ onDisk: wrongs.length + 5, inMailbox: wrongs.length + 5 });
    const page = await program.find('in:anywhere');
    expect(page.rows.filter((row) => 'pending' in row)).toEqual([]);
    expect(page.rows.map(({ id }) => id).toSorted()).toEqual(google.mailbox().ids.toSorted());
    // A subject is missing only where the headers are.
    const lost = wrongs.filter(([what]) => /payload|headers/.test(what));
    expect(subjects(page.rows).filter((subject) => subject === '')).toHaveLength(lost.length);
    const malformed = program.noted.filter(([event]) => event === 'message malformed');
    const expected = ids.filter((_, at) => wrongs[at]?.[1]);
    expect(malformed.map(([, , id]) => id).toSorted()).toEqual(expected.toSorted());
    expect(malformed.map(([, facts]) => facts)).toEqual(malformed.map((_, at) => ({ count: at + 1 })));
    expect(program.bugs).toEqual([]);
    // Nothing of a message is in the log but its id.
    expect(JSON.stringify(program.noted)).not.toMatch(/Letter|Body|Sender|example/);
  });

  test('in a conversation that comes as a whole is kept as well', async () => {
    const google = await googleWith(0);
    const [first = '', ...others] = Array.from({ length: 4 }, (_, index) => {
      const raw = `Subject: Plan\r\nMessage-ID: <${index}@example.com>\r\n${index ? 'References: <0@example.com>\r\n' : ''}\r\nBody`;
      return google.mailbox().add({ raw, labelIds: [] });
    });
    const change = (body: unknown) => {
      const { messages } = body as { messages: Json[] };
      return { messages: messages.map((one) => (one['id'] === first ? { ...one, sizeEstimate: 'huge' } : one)) };
    };
    const fault = google.fault({ match: { path: /\/threads\/\w+$/ }, change });
    const program = run({ google, folder: newFolder() });
    await program.porthole.start();
    await program.signIn();
    await program.until(online);
    expect(fault.hits).toBe(1);
    expect(program.porthole.state().sync.onDisk).toBe(1 + others.length);
    expect(program.noted).toEqual([['message malformed', { count: 1 }, first]]);
  });

  test('among the labels or in a listing holds nothing up', async () => {
    const google = await googleWith(5);
    const always = Number.POSITIVE_INFINITY;
    const boats = google.mailbox().addLabel('Boats');
    google.fault({
      match: { path: '/labels', count: always },
      change: (body) => {
        const { labels } = body as { labels: Json[] };
        const wrong = labels.map((one) => (one['id'] === boats ? { id: boats, name: 5, type: 'smart' } : one));
        return { labels: [{ name: 'without an id' }, ...wrong] };
      },
    });
    google.fault({
      match: { path: '/messages', count: always },
      change: (body) => {
        const { messages = [] } = body as { messages?: Json[] };
        return Object.assign({}, body, { messages: messages.map(({ id }) => ({ id, threadId: 7 })) });
      },
    });
    const program = run({ google, folder: newFolder() });
    await program.porthole.start();
    await program.signIn();
    await program.until(online);
    expect(program.porthole.state().sync.onDisk).toBe(5);
    const labels = await program.porthole.mailbox().labels();
    expect(labels.find(({ id }) => id === boats)).toMatchObject({ name: boats, type: 'user' });
  });
});

describe('what can not be had', () => {
  const isGet = ({ path: asked }: { readonly path: string }) => /\/messages\/\w+$/.test(asked);

  test('is tried again after a restart, also outside the inbox', async () => {
    const { google, folder, settings, program } = await signedIn(2);
    const id = addMail(google, 300, { labelIds: ['STARRED'], text: 'An archived lantern.' });
    const broken = google.fault({
      match: { path: new RegExp(`/messages/${id}$`), count: Number.POSITIVE_INFINITY },
      malformed: 'wrong-types',
    });
    await program.sync();
    expect((await program.find('lantern')).total).toBe(0);
    await program.porthole.close();
    broken.remove();
    const again = run({ google, folder, settings });
    await again.porthole.start();
    await again.until(online);
    await again.sync();
    expect((await again.find('lantern')).total).toBe(1);
  });

  test('is not asked for at every look', async () => {
    const { google, program } = await signedIn(2);
    const id = addMail(google, 301, { labelIds: [], text: 'A broken lantern.' });
    google.mailbox().expireHistory();
    google.fault({
      match: { path: new RegExp(`/messages/${id}$`), count: Number.POSITIVE_INFINITY },
      malformed: 'wrong-types',
    });
    await program.askGmail('lantern');
    const before = google.requests.filter(isGet).length;
    for (let look = 0; look < 20; look++) expect((await program.find('lantern', true)).total).toBe(1);
    expect(google.requests.filter(isGet).length - before).toBeLessThanOrEqual(1);
  });
});

test('rows that were still to come when one signed out come after signing in again', async () => {
  const { google, program } = await signedIn(2);
  const id = addMail(google, 302, { labelIds: [], text: 'A late lantern.' });
  google.mailbox().expireHistory();
  const hold = Promise.withResolvers<void>();
  const slow = google.fault({ match: { path: new RegExp(`/messages/${id}$`) }, until: hold.promise });
  await program.askGmail('lantern');
  await slow.struck;
  await program.porthole.signOut(false);
  hold.resolve();
  await program.signIn();
  await program.until(online);
  await program.askGmail('lantern');
  await expect.poll(async () => subjects((await program.find('lantern', true)).rows)).toEqual(['Letter 302']);
});

test('whoever quits while Google is slow has erased the mail all the same', async () => {
  const { google, folder, program } = await signedIn(2);
  const hold = Promise.withResolvers<void>();
  const revoking = google.fault({ match: { path: '/revoke' }, until: hold.promise });
  const signingOut = program.porthole.signOut(true);
  await revoking.struck;
  await expect.poll(() => readdirSync(path.join(folder, 'accounts'))).toEqual([]);
  hold.resolve();
  await signingOut;
});

describe('without network', () => {
  test('everything that was there is there, no browser opens, and it goes on by itself', async () => {
    const { google, folder, settings, program } = await signedIn(10);
    await program.porthole.close();
    await google.disconnect();
    const again = run({ google, folder, settings });
    await again.porthole.start();
    expect((await again.find('in:inbox')).total).toBe(10);
    const state = await again.until(offline);
    expect(state.sync.syncedAt).not.toBeNull();
    const [row] = (await again.find('body')).rows;
    expect((await again.porthole.mailbox().searching.openMessage((row as MessageRow).id)).text).toContain(
      'Body of number 9',
    );
    addMail(google, 99);
    await google.reconnect();
    await again.until((now) => online(now) && now.sync.onDisk === 11);
    expect(again.opened).toEqual([]);
  });

  test('at the first start, signing in says that there is none', async () => {
    const google = await googleWith(1);
    const program = run({ google, folder: newFolder() });
    await program.porthole.start();
    google.fault({ match: { path: '/token' }, cutOff: 'before' });
    await program.signIn();
    expect(program.porthole.state().signIn).toEqual({ state: 'failed', failure: { kind: 'offline' } });
  });
});

describe('when the grant dies', () => {
  test('mail stays readable, and signing in again goes on with it', async () => {
    const { google, program } = await signedIn(10);
    google.revokeAll();
    await program.porthole.syncNow();
    const state = await program.until(signedOut);
    expect(state.connection).toEqual({ state: 'signed-out', reason: 'refused' });
    expect((await program.find('in:inbox', true)).total).toBe(10);
    addMail(google, 70);
    await program.signIn();
    await program.until((now) => online(now) && now.sync.onDisk === 11);
    // Nothing that was here was fetched again.
    expect(google.requests.filter(({ path, status }) => /\/messages\/\w+$/.test(path) && status === 200)).toHaveLength(
      11,
    );
  });

  test('it is known after a restart, and nobody is asked again and again', async () => {
    const { google, folder, settings, program } = await signedIn(2);
    google.revokeAll();
    await program.porthole.syncNow();
    await program.until(signedOut);
    await program.porthole.close();
    const asked = google.requests.length;
    const again = run({ google, folder, settings });
    await again.porthole.start();
    expect((await again.until(signedOut)).connection).toEqual({ state: 'signed-out', reason: 'refused' });
    expect(google.requests.length).toBe(asked);
  });

  test('after a week for the second time, the reason is that the project is in Testing', async () => {
    const week = 7 * 86_400_000;
    let ahead = 0;
    const { google, program } = await signedIn(2, { ahead: () => ahead });
    const reasons: unknown[] = [];
    for (let round = 1; round <= 2; round++) {
      ahead = round * week;
      google.revokeAll();
      await program.porthole.syncNow();
      const { connection } = await program.until(signedOut);
      reasons.push(connection.state === 'signed-out' && connection.reason);
      if (round === 1) {
        await program.signIn();
        await program.until(online);
      }
    }
    expect(reasons).toEqual(['refused', 'testing-expiry']);
  });
});

describe('signing out', () => {
  test('withdraws the grant and erases the token; mail stays if one says so', async () => {
    const { google, folder, program } = await signedIn(4);
    const id = program.porthole.state().account?.id ?? '';
    await program.porthole.signOut(false);
    expect(google.requests.some(({ path, status }) => path === '/revoke' && status === 200)).toBe(true);
    expect(existsSync(path.join(folder, 'accounts', id, 'grant.bin'))).toBe(false);
    expect(program.porthole.state()).toMatchObject({
      connection: { state: 'signed-out', reason: 'by-you' },
      tokenKept: 'none',
    });
    expect((await program.find('in:inbox')).total).toBe(4);
  });

  test('erases the mail with everything else of the account if one says so', async () => {
    const { folder, settings, program } = await signedIn(4);
    await program.porthole.signOut(true);
    expect(program.porthole.state().account).toBeNull();
    expect(readdirSync(path.join(folder, 'accounts'))).toEqual([]);
    expect(settings.read().openAccountId).toBeNull();
  });

  test('says that there is no account only when nothing of it is left', async () => {
    const { folder, program } = await signedIn(4);
    const signingOut = program.porthole.signOut(true);
    while (program.porthole.state().account) await new Promise(setImmediate);
    expect(readdirSync(path.join(folder, 'accounts'))).toEqual([]);
    await signingOut;
  });

  test('without network says that the permission is still there', async () => {
    const { google, program } = await signedIn(1);
    await google.disconnect();
    await program.porthole.signOut(true);
    expect(program.porthole.state()).toMatchObject({ account: null, notices: ['grant-not-revoked'] });
  });
});

describe('signing out while something else goes on', () => {
  test('is not undone by a refresh that comes in between', async () => {
    const { google, program } = await signedIn(2);
    const hold = Promise.withResolvers<void>();
    const revoking = google.fault({ match: { path: '/revoke' }, until: hold.promise });
    const signingOut = program.porthole.signOut(false);
    await revoking.struck;
    const refreshing = program.porthole.syncNow();
    hold.resolve();
    await Promise.all([signingOut, refreshing]);
    expect(program.porthole.state().connection).toEqual({ state: 'signed-out', reason: 'by-you' });
    addMail(google, 90);
    const asked = google.requests.length;
    await program.porthole.syncNow();
    expect(google.requests.length).toBe(asked);
  });

  test('does not wait for a token endpoint that does not answer', async () => {
    const { google, program } = await signedIn(2);
    google.expireAccessTokens();
    const hold = Promise.withResolvers<void>();
    const refreshing = google.fault({ match: { path: '/token' }, until: hold.promise });
    await program.porthole.syncNow();
    await refreshing.struck;
    await program.porthole.signOut(false);
    expect(program.porthole.state().connection).toEqual({ state: 'signed-out', reason: 'by-you' });
    hold.resolve();
  });

  test('withdraws the permission although the key store is locked', async () => {
    const safeStorage = fakeSafeStorage('os');
    const { google, program } = await signedIn(1, { safeStorage });
    safeStorage.backend = 'locked';
    await program.porthole.signOut(false);
    expect(google.requests.filter(({ path, status }) => path === '/revoke' && status === 200)).toHaveLength(1);
    expect(program.porthole.state().notices).toEqual([]);
  });

  test('what an old link hears later does not end the new grant', async () => {
    const { google, program } = await signedIn(2);
    google.expireAccessTokens();
    const hold = Promise.withResolvers<void>();
    const refreshing = google.fault({ match: { path: '/token' }, until: hold.promise, tokenError: 'invalid_grant' });
    await program.porthole.syncNow();
    await refreshing.struck;
    await program.porthole.signOut(false);
    await program.signIn();
    hold.resolve();
    await program.until(online);
    const { account } = program.porthole.state();
    expect(program.accounts.find(account?.id ?? '')).toMatchObject({ signedOut: null, ended: [] });
  });
});

test('mail that can not be opened is said with the account, and Refresh tries again', async () => {
  const { google, folder, settings, program } = await signedIn(3);
  const id = program.porthole.state().account?.id ?? '';
  await program.porthole.close();
  const file = path.join(folder, 'accounts', id, 'mail.db');
  renameSync(file, `${file}.away`);
  mkdirSync(file);
  const again = run({ google, folder, settings });
  await again.porthole.start();
  expect(again.porthole.state()).toMatchObject({
    account: { id },
    connection: { state: 'refused', failure: { kind: 'storage' } },
  });
  rmdirSync(file);
  renameSync(`${file}.away`, file);
  await again.porthole.syncNow();
  expect((await again.find('in:inbox')).total).toBe(3);
});

test('asked for twice at once, the sample mailbox opens once', async () => {
  const google = await googleWith(0);
  const program = run({ google, folder: newFolder() });
  await program.porthole.start();
  await Promise.all([program.porthole.openSample(), program.porthole.openSample()]);
  expect(program.porthole.state().sync.onDisk).toBe(2_000);
});

describe('the token', () => {
  test('is kept for this run only where there is no key store, until one says otherwise', async () => {
    const safeStorage = fakeSafeStorage('basic');
    const { google, folder, settings, program } = await signedIn(1, { safeStorage });
    expect(program.porthole.state().tokenKept).toBe('this-run-only');
    await program.porthole.close();
    const again = run({ google, folder, settings, safeStorage });
    await again.porthole.start();
    expect(again.porthole.state().connection).toEqual({ state: 'signed-out', reason: 'not-kept' });
    expect((await again.find('in:inbox')).total).toBe(1);
    again.porthole.acceptClient(JSON.stringify(google.clientFile()));
    await again.signIn();
    await again.porthole.keepToken();
    expect(again.porthole.state().tokenKept).toBe('weak');
    await again.porthole.close();
    const last = run({ google, folder, settings, safeStorage });
    await last.porthole.start();
    await last.until(online);
  });

  test('that can not be decrypted any more is set aside, and mail stays readable', async () => {
    const safeStorage = fakeSafeStorage('os');
    const { google, folder, settings, program } = await signedIn(1, { safeStorage });
    await program.porthole.close();
    safeStorage.backend = 'lost';
    const again = run({ google, folder, settings, safeStorage });
    await again.porthole.start();
    expect(again.porthole.state()).toMatchObject({
      connection: { state: 'signed-out', reason: 'unreadable' },
      notices: ['token-set-aside'],
    });
    expect((await again.find('in:inbox')).total).toBe(1);
    await again.porthole.close();
    // It is still the reason when the file is no longer there.
    const later = run({ google, folder, settings, safeStorage });
    await later.porthole.start();
    expect(later.porthole.state().connection).toEqual({ state: 'signed-out', reason: 'unreadable' });
    safeStorage.backend = 'os';
    await later.signIn();
    await later.until(online);
  });

  test('is used all the same where nothing can be written of its use', async () => {
    const { google, folder, settings, program } = await signedIn(1);
    await program.porthole.close();
    // In the way of every write.
    mkdirSync(path.join(folder, 'accounts', google.users[0]?.sub ?? '', 'grant.bin.new'));
    const again = run({ google, folder, settings });
    await again.porthole.start();
    await again.until(online);
    await again.sync();
    expect(again.porthole.state().tokenKept).toBe('system');
    expect(again.bugs).toEqual([]);
  });

  test('behind a locked key store is waited for', async () => {
    const safeStorage = fakeSafeStorage('os');
    const { google, folder, settings, program } = await signedIn(1, { safeStorage });
    await program.porthole.close();
    safeStorage.backend = 'locked';
    const again = run({ google, folder, settings, safeStorage });
    await again.porthole.start();
    expect(again.porthole.state().connection).toEqual({
      state: 'refused',
      failure: { kind: 'keychain', problem: 'locked' },
    });
    safeStorage.backend = 'os';
    await again.porthole.syncNow();
    await again.until(online);
  });

  test('and the client secret are in no file in clear', async () => {
    const { google, folder } = await signedIn(3);
    const secrets = google.issuedSecrets();
    const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    const leaks = (text: Buffer) => secrets.filter((secret) => text.includes(secret));
    expect(files.length).toBeGreaterThan(1);
    expect(files.flatMap(({ parentPath, name }) => leaks(readFileSync(path.join(parentPath, name))))).toEqual([]);
    // The control: there are secrets, and one would be found.
    expect(secrets.length).toBeGreaterThanOrEqual(3);
    expect(leaks(Buffer.from(`x${secrets[0]}y`))).toHaveLength(1);
  });
});

test('the sample mailbox opens without a network, and closing it leaves nothing', async () => {
  const google = await googleWith(0);
  await google.disconnect();
  const folder = newFolder();
  const program = run({ google, folder });
  await program.porthole.start();
  await program.porthole.openSample();
  expect(program.porthole.state()).toMatchObject({ account: { kind: 'sample' }, connection: { state: 'local' } });
  expect(program.porthole.state().sync.onDisk).toBe(2_000);
  const search = { ...anySearch, text: 'in:inbox' };
  expect((await program.porthole.mailbox().searching.summarize({ search }))?.total).toBeGreaterThan(500);
  await program.porthole.signOut(false);
  expect(program.porthole.state().account).toBeNull();
  expect(readdirSync(path.join(folder, 'accounts'))).toEqual([]);
});
