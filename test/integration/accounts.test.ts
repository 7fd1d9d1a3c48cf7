// Several accounts at once: each is followed whether it is shown or not, and all can be looked at as one.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import type { MessageRow, SessionState } from '../../electron/contract/model.ts';
import type { Search } from '../../electron/contract/search.ts';
import { type FakeGoogle, startGoogle } from '../google/google.ts';
import { anySearch } from '../support/any-search.ts';
import { type Program, type ProgramOptions, settingsInMemory, startProgram } from '../support/program.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const root = temporaryFolder();
let folders = 0;
const ada = 'ada@example.org';
const bob = 'bob@example.org';

const endings: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of endings.splice(0).reverse()) await end();
});

const day = 86_400_000;
const start = Date.now() - 400 * day;

/** Of a time, a size and a sender of its own; `text` is what can be looked for. */
function addMail(google: FakeGoogle, email: string, index: number, text = 'A letter.', labelIds = ['INBOX', 'UNREAD']) {
  const raw = [
    `From: Sender ${(index * 7_919) % 10_007} <sender${index}@example.com>`,
    `To: ${email}`,
    `Subject: ${email} ${index}`,
    `Message-ID: <${index}.${email}>`,
    '',
    text + 'x'.repeat((index * 31) % 997),
  ].join('\r\n');
  return google.mailbox(email).add({ raw, labelIds, internalDate: start + ((index * 104_729) % 30_000_000) * 1_000 });
}

async function twoUsers(counts: readonly [number, number]): Promise<FakeGoogle> {
  const google = await startGoogle({ users: [{ email: ada }, { email: bob }] });
  endings.push(() => google.close());
  for (let index = 0; index < counts[0]; index++) addMail(google, ada, 2 * index);
  for (let index = 0; index < counts[1]; index++) addMail(google, bob, 2 * index + 1);
  return google;
}

function run(options: ProgramOptions): Program {
  const program = startProgram(options);
  endings.push(() => program.porthole.close());
  return program;
}

const stateOf = ({ accounts }: SessionState, email: string) => accounts.find(({ account }) => account.email === email);
const idOf = (google: FakeGoogle, email: string) => google.users.find((user) => user.email === email)?.sub ?? '';
const settled = (state: SessionState) =>
  state.accounts.length === 2 &&
  state.accounts.every(({ connection, sync }) => connection.state === 'online' && !sync.running);
const subjects = (rows: readonly unknown[]) => rows.map((row) => (row as MessageRow).subject);

async function twoAccounts(counts: readonly [number, number], more: Partial<ProgramOptions> = {}) {
  const google = await twoUsers(counts);
  const folder = path.join(root, String(++folders));
  const settings = settingsInMemory();
  const program = run({ google, folder, settings, ...more });
  await program.porthole.start();
  await program.signIn();
  await program.add(bob);
  await program.until(settled);
  return { google, folder, settings, program };
}

describe('two accounts', () => {
  test('the second comes with the client of the first, is shown, and the first stays open', async () => {
    const { program } = await twoAccounts([3, 5]);
    const state = program.porthole.state();
    expect(state.accounts.map(({ account }) => account.email)).toEqual([ada, bob]);
    expect(state).toMatchObject({ account: { email: bob }, all: false });
    expect(state.accounts.map(({ open, sync }) => [open, sync.onDisk])).toEqual([
      [true, 3],
      [true, 5],
    ]);
    expect((await program.find('in:inbox')).total).toBe(5);
    await program.porthole.show(stateOf(state, ada)?.account.id ?? '');
    expect(program.porthole.state().account?.email).toBe(ada);
    expect(subjects((await program.find('in:inbox')).rows).every((subject) => subject.startsWith(ada))).toBe(true);
    expect(program.bugs).toEqual([]);
  });

  test('the browser asks who the second is, and not who the first is, nor who signs in again', async () => {
    const { google, program } = await twoAccounts([1, 1]);
    await program.porthole.signIn(idOf(google, ada));
    await program.until(({ signIn }) => signIn.state === 'waiting');
    const prompts = program.opened.map((link) => new URL(link).searchParams.get('prompt'));
    expect(prompts).toEqual([null, 'select_account', null]);
  });

  test('what comes in the one that is not shown comes to disk and is counted, and the window is not told of its mail', async () => {
    const { google, program } = await twoAccounts([2, 2]);
    await program.until((state) => stateOf(state, ada)?.unread?.messages === 2);
    const before = program.events.length;
    addMail(google, ada, 500);
    await program.porthole.syncNow();
    await program.until((state) => stateOf(state, ada)?.unread?.messages === 3);
    expect(stateOf(program.porthole.state(), ada)?.sync.onDisk).toBe(3);
    expect(new Set(program.events.slice(before).map(({ name }) => name))).toEqual(new Set(['session.changed']));
  });

  test('one whose permission was taken away needs attention; the other goes on', async () => {
    const { google, program } = await twoAccounts([2, 2]);
    google.revokeAll(idOf(google, ada));
    addMail(google, bob, 501);
    await program.porthole.syncNow();
    const state = await program.until(
      (now) => stateOf(now, ada)?.needsAttention === true && stateOf(now, bob)?.sync.onDisk === 3,
    );
    expect(stateOf(state, ada)?.connection).toEqual({ state: 'signed-out', reason: 'refused' });
    expect(state).toMatchObject({ account: { email: bob }, connection: { state: 'online' } });
    expect(stateOf(state, bob)?.needsAttention).toBe(false);
  });

  test('each signs in again for itself, where one was', async () => {
    const { google, program } = await twoAccounts([2, 2]);
    const id = idOf(google, ada);
    google.revokeAll(id);
    await program.porthole.syncNow();
    await program.until((state) => stateOf(state, ada)?.needsAttention === true);
    await program.porthole.signIn(id);
    await program.until(({ signIn }) => signIn.state === 'waiting');
    const { consent } = await import('../google/browser.ts');
    await consent(program.opened.at(-1) ?? '', 'allow', { account: ada });
    const state = await program.until(settled);
    expect(state.account?.email).toBe(bob);
  });

  test('signing out of one leaves the other as it was', async () => {
    const { google, folder, program } = await twoAccounts([2, 3]);
    await program.porthole.signOut(true, idOf(google, bob));
    const state = program.porthole.state();
    expect(state.accounts.map(({ account }) => account.email)).toEqual([ada]);
    expect(state).toMatchObject({ account: { email: ada }, connection: { state: 'online' }, tokenKept: 'system' });
    expect(existsSync(path.join(folder, 'accounts', idOf(google, bob)))).toBe(false);
    expect(existsSync(path.join(folder, 'accounts', idOf(google, ada), 'grant.bin'))).toBe(true);
    addMail(google, ada, 502);
    expect((await program.sync()).sync.onDisk).toBe(3);
    expect(google.requests.filter(({ path: asked }) => asked === '/revoke')).toHaveLength(1);
  });

  test('the one that is not shown can be signed out, its mail kept', async () => {
    const { google, program } = await twoAccounts([2, 3]);
    await program.porthole.signOut(false, idOf(google, ada));
    const state = program.porthole.state();
    expect(stateOf(state, ada)).toMatchObject({
      connection: { state: 'signed-out', reason: 'by-you' },
      needsAttention: false,
      sync: { onDisk: 2 },
    });
    expect(state).toMatchObject({ account: { email: bob }, connection: { state: 'online' } });
  });

  test('what was shown is opened first, and the other only when that has been painted', async () => {
    const { google, folder, settings, program } = await twoAccounts([2, 3]);
    await program.porthole.close();
    await google.disconnect();
    const again = run({ google, folder, settings });
    const painted = Promise.withResolvers<void>();
    const starting = again.porthole.start(undefined, painted.promise);
    await again.porthole.opened;
    expect((await again.find('in:inbox')).total).toBe(3);
    expect(again.porthole.state().accounts.map(({ open }) => open)).toEqual([false, true]);
    painted.resolve();
    await starting;
    expect(again.porthole.state().accounts.map(({ open, sync }) => [open, sync.onDisk])).toEqual([
      [true, 2],
      [true, 3],
    ]);
    await again.until((state) => state.accounts.every(({ connection }) => connection.state === 'offline'));
    await google.reconnect();
  });

  test('what a person may read of a permission says what it allows, since when and by which client', async () => {
    const { google, program } = await twoAccounts([1, 1]);
    const details = await program.porthole.details(idOf(google, ada));
    expect(details).toMatchObject({ client: { kind: 'installed' }, kept: 'system' });
    expect(details.scopes.filter((scope) => scope.includes('mail'))).toContainEqual(
      expect.stringMatching(/gmail\.readonly$/),
    );
    expect(details.grantedAt).toBeLessThanOrEqual(Date.now());
    expect(JSON.stringify(details)).not.toMatch(new RegExp(google.issuedSecrets().join('|')));
  });
});

test('an account whose client was deleted says so, keeps its mail, and goes on with another client', async () => {
  const google = await twoUsers([2, 0]);
  const program = run({ google, folder: path.join(root, String(++folders)) });
  await program.porthole.start();
  await program.signIn();
  await program.until(({ connection, sync }) => connection.state === 'online' && !sync.running);
  google.expireAccessTokens();
  google.fault({ match: { path: '/token' }, tokenError: 'deleted_client' });
  await program.porthole.syncNow();
  const state = await program.until(({ connection }) => connection.state === 'signed-out');
  expect(state.accounts[0]).toMatchObject({
    connection: { state: 'signed-out', reason: 'client-refused' },
    needsAttention: true,
  });
  expect((await program.find('in:inbox')).total).toBe(2);
  await program.signIn();
  await program.until(({ connection }) => connection.state === 'online');
});

describe('all accounts as one', () => {
  const pageOf = (program: Program, search: Partial<Search>, offset: number, limit: number) =>
    program.porthole.mailbox().searching.find({
      search: { ...anySearch, ...search },
      ask: false,
      offset,
      limit,
    });

  test('lists thousands of messages as a plain sort does, on every page', async () => {
    const google = await twoUsers([600, 0]);
    const program = run({ google, folder: path.join(root, String(++folders)) });
    await program.porthole.start();
    await program.signIn();
    await program.until(({ sync }) => sync.onDisk >= 300);
    await program.porthole.openSample();
    await program.until((state) => {
      const one = stateOf(state, ada);
      return one?.connection.state === 'online' && one.sync.onDisk === 600;
    });
    const text = 'in:anywhere';
    const alone: MessageRow[] = [];
    for (const { account } of program.porthole.state().accounts) {
      await program.porthole.show(account.id);
      alone.push(...((await pageOf(program, { text }, 0, 2_600)).rows as MessageRow[]));
    }
    expect(alone).toHaveLength(2_600);
    const plain = {
      newest: [...alone].sort((one, other) => other.receivedAt - one.receivedAt),
      oldest: [...alone].sort((one, other) => one.receivedAt - other.receivedAt),
    };
    await program.porthole.show('all');
    for (const order of ['newest', 'oldest'] as const) {
      const all: MessageRow[] = [];
      for (let offset = 0; offset < 2_600; offset += 200) {
        const page = await pageOf(program, { text, order }, offset, 200);
        all.push(...(page.rows as MessageRow[]));
      }
      expect(all.map(({ receivedAt }) => receivedAt)).toEqual(plain[order].map(({ receivedAt }) => receivedAt));
      expect(new Set(all.map(({ id }) => id)).size).toBe(2_600);
    }
    // From the midst, a page is the same as it is on the way there.
    const there = await pageOf(program, { text }, 2_345, 25);
    const times = (rows: readonly unknown[]) => rows.map((row) => (row as MessageRow).receivedAt);
    expect(times(there.rows)).toEqual(times(plain.newest.slice(2_345, 2_370)));
    expect(there.total).toBeGreaterThanOrEqual(2_371);
    const search = { ...anySearch, text };
    expect((await program.porthole.mailbox().searching.summarize({ search }))?.total).toBe(2_600);
  }, 60_000);

  test('finds in both, opens each where it lies, and says whose it is', async () => {
    const { google, program } = await twoAccounts([3, 3]);
    const boats = google.mailbox(bob).addLabel('Boats');
    addMail(google, ada, 600, 'A lighthouse.');
    addMail(google, bob, 601, 'Another lighthouse.', ['INBOX', boats]);
    await program.porthole.syncNow();
    await program.until(({ accounts }) => accounts.every(({ sync }) => sync.onDisk === 4));
    await program.porthole.show('all');
    const { rows, total } = await program.find('lighthouse');
    expect(total).toBe(2);
    const { searching, contents, labels } = program.porthole.mailbox();
    for (const row of rows as readonly MessageRow[]) {
      const email = row.accountId === idOf(google, ada) ? ada : bob;
      expect(row.subject.startsWith(email)).toBe(true);
      expect(await searching.openMessage(row.id)).toMatchObject({ id: row.id, subject: row.subject });
      expect((await searching.openThread(row.threadId)).messages.map(({ id }) => id)).toEqual([row.id]);
      expect(await contents.body(row.id)).toMatchObject({ id: row.id });
      expect(Buffer.from(await contents.parts.raw(row.id)).toString()).toContain('lighthouse');
    }
    const named = (await labels()).find(({ name }) => name === 'Boats');
    const labelled = (rows as readonly MessageRow[]).filter(({ labelIds }) => labelIds.includes(named?.id ?? ''));
    expect(subjects(labelled)).toEqual([`${bob} 601`]);
    expect(subjects((await program.find('label:boats')).rows)).toEqual([`${bob} 601`]);
    expect((await labels()).filter(({ id }) => id === 'INBOX').map(({ counts }) => counts.messages)).toEqual([8]);
    await expect(searching.openMessage('nobody.123')).rejects.toMatchObject({ failure: { kind: 'gone' } });
  });

  test('is still what is shown after a restart without network', async () => {
    const { google, folder, settings, program } = await twoAccounts([2, 3]);
    await program.porthole.show('all');
    await program.porthole.close();
    await google.disconnect();
    const again = run({ google, folder, settings });
    await again.porthole.start();
    expect(again.porthole.state()).toMatchObject({ all: true, sync: { onDisk: 5 } });
    expect((await again.find('in:inbox')).total).toBe(5);
    await google.reconnect();
  });

  test('says which messages changed as it has named them', async () => {
    const { google, program } = await twoAccounts([2, 2]);
    await program.porthole.show('all');
    const before = program.events.length;
    const id = addMail(google, ada, 700);
    await program.porthole.syncNow();
    await program.until((state) => stateOf(state, ada)?.sync.onDisk === 3);
    const ids = program.events.slice(before).flatMap((event) => (event.name === 'messages.changed' ? event.ids : []));
    expect(ids).toContain(`${idOf(google, ada)}.${id}`);
  });

  test('what holds for a sender holds where all accounts agree', async () => {
    const { google, program } = await twoAccounts([1, 1]);
    await program.porthole.show(idOf(google, ada));
    await program.porthole.mailbox().contents.choose('x@example.com', { pictures: true, format: 'plain' });
    await program.porthole.show('all');
    const { contents } = program.porthole.mailbox();
    expect(await contents.choice('x@example.com')).toEqual({});
    expect(await contents.choose('x@example.com', { pictures: true })).toEqual({ pictures: true });
    await program.porthole.show(idOf(google, bob));
    expect(await program.porthole.mailbox().contents.choice('x@example.com')).toEqual({ pictures: true });
  });

  test('ends when only one account is left', async () => {
    const { google, program } = await twoAccounts([2, 3]);
    await program.porthole.show('all');
    await program.porthole.signOut(true, idOf(google, ada));
    expect(program.porthole.state()).toMatchObject({ all: false, account: { email: bob } });
    expect((await program.find('in:inbox')).total).toBe(3);
  });
});
