// An organisation's rules, enforced where things are done: whoever asks, and whatever the window shows.
import { globSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { noPolicy, type Policy } from '../../electron/contract/policy.ts';
import { noRules, type Rules, readRules } from '../../electron/policy.ts';
import { consent } from '../google/browser.ts';
import { clientFileOf } from '../google/clients.ts';
import { type FakeGoogle, startGoogle } from '../google/google.ts';
import { online, type ProgramOptions, settingsInMemory, startProgram } from '../support/program.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const root = temporaryFolder();
let files = 0;
const endings: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of endings.splice(0).reverse()) await end();
});

function rulesOf(content: unknown): Rules {
  const file = path.join(root, `policy-${++files}.json`);
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  return readRules(file);
}

const picture = 'https://pictures.example/red.png';
const html = `<p><img src="${picture}" width="40" height="40"></p>`;
const raw = ['From: Amy <amy@example.org>', 'Subject: Pictures', 'Content-Type: text/html', '', html].join('\r\n');

async function googleWith(): Promise<FakeGoogle> {
  const google = await startGoogle({ users: [{ email: 'ada@example.org' }] });
  endings.push(() => google.close());
  google.mailbox().add({ raw, labelIds: ['INBOX'] });
  return google;
}

function run(options: ProgramOptions) {
  const program = startProgram(options);
  endings.push(() => program.porthole.close());
  return program;
}

const world = async () => ({
  google: await googleWith(),
  folder: path.join(root, `profile-${++files}`),
  settings: settingsInMemory(),
});

/** Somebody has signed in there before. */
async function worldWithAccount() {
  const there = await world();
  const before = run(there);
  await before.porthole.start();
  await before.signIn();
  await before.until(online);
  await before.porthole.close();
  return there;
}

test('an account elsewhere is not let in, and what it granted goes back', async () => {
  const { google, ...rest } = await world();
  const program = run({ google, ...rest, rules: rulesOf({ allowedDomains: ['example.com'] }) });
  await program.porthole.start();
  await program.signIn();
  expect(program.porthole.state()).toMatchObject({
    account: null,
    signIn: { state: 'failed', failure: { kind: 'sign-in-abandoned', problem: 'not-allowed' } },
  });
  expect(google.requests.filter(({ path: where }) => where.startsWith('/revoke'))).toHaveLength(1);
  // The control: the domain that it has lets it in.
  const other = run({ google, ...rest, rules: rulesOf({ allowedDomains: ['example.org'] }) });
  await other.porthole.start();
  await other.signIn();
  expect((await other.until(online)).account?.email).toBe('ada@example.org');
});

test.each([
  ['of another domain', { allowedDomains: ['example.com'] }, 'organisation'],
  ['under rules that nobody can read', '{', 'policy-file'],
] as const)('an account that was here before is not followed %s, and stays readable', async (_, content, problem) => {
  const { google, ...rest } = await worldWithAccount();
  google.mailbox().add({ raw: raw.replace('Pictures', 'Later'), labelIds: ['INBOX'] });

  const asked = google.requests.length;
  const program = run({ google, ...rest, rules: rulesOf(content) });
  await program.porthole.start();
  expect(program.porthole.state().connection).toEqual({
    state: 'refused',
    failure: { kind: 'not-permitted', problem },
  });
  expect((await program.find('in:inbox')).total).toBe(1);
  await program.porthole.syncNow();
  await expect(program.porthole.signIn()).rejects.toMatchObject({ failure: { kind: 'not-permitted', problem } });
  expect(google.requests.length).toBe(asked);
  await program.porthole.close();

  // The control: without the rules it goes on where it was.
  const after = run({ google, ...rest, rules: noRules });
  await after.porthole.start();
  expect((await after.until(online)).sync.onDisk).toBe(2);
});

test('a client that the organisation brings is the only one', async () => {
  const { google, ...rest } = await world();
  const program = run({ google, ...rest, rules: rulesOf({ client: google.clientFile() }) });
  await program.porthole.start();
  expect(program.porthole.state()).toMatchObject({ hasClient: true, policy: { client: true } });
  expect(() => program.porthole.acceptClient(JSON.stringify(google.clientFile()))).toThrow('not-permitted');
  await program.porthole.signIn();
  await expect.poll(() => program.opened.length).toBe(1);
  const { installed } = google.clientFile() as { installed: { client_id: string } };
  expect(new URL(program.opened[0] ?? '').searchParams.get('client_id')).toBe(installed.client_id);
  program.porthole.consent.cancel();
});

test('an account that came by another client is followed when it has signed in by that of the organisation', async () => {
  const { google, ...rest } = await worldWithAccount();
  // The control: the same client is no other.
  const same = run({ google, ...rest, rules: rulesOf({ client: google.clientFile() }) });
  await same.porthole.start();
  await same.until(online);
  await same.porthole.close();

  const asked = google.requests.length;
  const program = run({ google, ...rest, rules: rulesOf({ client: clientFileOf(google.addClient()) }) });
  await program.porthole.start();
  expect(program.porthole.state().connection).toEqual({ state: 'signed-out', reason: 'consent-changed' });
  expect((await program.find('in:inbox')).total).toBe(1);
  expect(google.requests.length).toBe(asked);
  await program.porthole.signIn();
  await expect.poll(() => program.opened.length).toBe(1);
  await consent(program.opened[0] ?? '', 'allow');
  await program.until(online);
});

test('no picture is fetched, nor one that was fetched before shown, whatever was chosen', async () => {
  const { google, ...rest } = await world();
  const fetched: string[] = [];
  const fetchPicture: ProgramOptions['fetchPicture'] = async (url) => {
    fetched.push(url);
    const bytes = Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAQAAAAECAIAAAAmkwkpAAAAEElEQVR4nGM4oKAARwzEcQCqQxABtaashgAAAABJRU5ErkJggg==',
      'base64',
    );
    return { picture: { bytes, mimeType: 'image/png' }, refused: null, contacted: [], bytes: bytes.length };
  };
  // The control: without the rule it comes, and is kept.
  const before = run({ google, ...rest, fetchPicture });
  await before.porthole.start();
  await before.signIn();
  await before.until(online);
  const [id = ''] = google.mailbox().ids;
  const { contents } = before.porthole.mailbox();
  expect(await contents.pictures([picture], id, 'message')).toEqual([{ url: picture, refused: null }]);
  expect(await contents.keptPicture(picture)).toBeDefined();
  await contents.choose('amy@example.org', { pictures: true });
  expect(fetched).toEqual([picture]);
  await before.porthole.close();

  const program = run({ google, ...rest, fetchPicture, rules: rulesOf({ remotePictures: 'never' }) });
  await program.porthole.start();
  const now = program.porthole.mailbox().contents;
  for (const wantedFor of ['message', 'sender'] as const)
    expect(await now.pictures([picture], id, wantedFor)).toEqual([{ url: picture, refused: 'not-allowed' }]);
  expect(await now.keptPicture(picture)).toBeUndefined();
  expect(fetched).toEqual([picture]);
});

test('what the window is told of it has no client in it', async () => {
  const { google, ...rest } = await world();
  const program = run({
    google,
    ...rest,
    rules: rulesOf({ organisation: 'Example Ltd', client: google.clientFile() }),
  });
  const { policy } = program.porthole.state();
  expect(policy).toEqual({ ...noPolicy, updates: 'never', organisation: 'Example Ltd', client: true } satisfies Policy);
});

test('an account whose file was spoilt is not followed until Google has said whose it is, and may be', async () => {
  const { google, ...rest } = await worldWithAccount();
  const [file = ''] = globSync('accounts/*/account.json', { cwd: rest.folder });
  writeFileSync(path.join(rest.folder, file), '{');
  const program = run({ google, ...rest, rules: rulesOf({ allowedDomains: ['example.org'] }) });
  await program.porthole.start();
  expect(await program.until(({ connection }) => connection.state === 'refused')).toMatchObject({
    connection: { failure: { kind: 'not-permitted', problem: 'organisation' } },
  });
  await program.signIn();
  expect((await program.until(online)).account?.email).toBe('ada@example.org');
});
