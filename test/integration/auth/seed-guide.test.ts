// Google's seed guide for the authorization of Gmail apps, as it applies to a desktop: G1 to G15 and G17, each under its
// number, from the consent page to the call, against the fake Google. G16 and G18 to G20 are about Gmail, not about signing in.
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gmail } from 'googleapis/build/src/apis/gmail/index.js';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { parseClientFile } from '../../../electron/auth/client-file.ts';
import type { AuthEndpoints } from '../../../electron/auth/google.ts';
import { type Grant, needsConsent } from '../../../electron/auth/grant.ts';
import { revokeToken } from '../../../electron/auth/revoke.ts';
import { gmailScope, scopes } from '../../../electron/auth/scopes.ts';
import type { AuthSession, AuthSessionOptions } from '../../../electron/auth/session.ts';
import { createSignIn, type SignedIn, type SignInOptions } from '../../../electron/auth/sign-in.ts';
import { createVault, type Vault } from '../../../electron/auth/vault.ts';
import type { FailureError } from '../../../electron/contract/failure.ts';
import { type ConsentOptions, consent, type Decision } from '../../google/browser.ts';
import { type FakeGoogle, startGoogle } from '../../google/google.ts';
import { openAuthSession } from '../../support/auth-session.ts';
import { englishPages } from '../../support/pages.ts';
import { fakeSafeStorage } from '../../support/safe-storage.ts';
import { freePort } from './wire.ts';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

let google: FakeGoogle;
let root: string;
let redirectUri: string;
let at: number;
let links: string[];
let signIn: (options: SignInOptions) => Promise<SignedIn>;
let vault: Vault;

beforeEach(async () => {
  at = Date.now();
  links = [];
  redirectUri = `http://127.0.0.1:${await freePort()}/oauth/callback`;
  google = await startGoogle({
    clients: [{}, { kind: 'web', redirectUris: [redirectUri] }],
    users: [{ email: 'ada@example.org' }, { email: 'grace@example.org' }],
    now: () => at,
  });
  root = await mkdtemp(path.join(tmpdir(), 'porthole-seed-'));
  vault = restart();
  signIn = createSignIn();
});
afterEach(async () => {
  await google.close();
  await rm(root, { recursive: true, force: true });
});

const restart = () =>
  createVault({ folder: (id) => path.join(root, id), safeStorage: fakeSafeStorage().safeStorage, platform: 'linux' });
const client = (kind: 'installed' | 'web' = 'installed') => parseClientFile(JSON.stringify(google.clientFile(kind)));
const endpoints = (): AuthEndpoints => ({
  authorizeUrl: `${google.url}/o/oauth2/v2/auth`,
  tokenUrl: `${google.url}/token`,
  revokeUrl: `${google.url}/revoke`,
  apiRootUrl: `${google.url}/`,
  issuers: [google.url],
});
const sub = (index = 0) => google.users[index]?.sub ?? 'nobody';
const asked = (link: string | undefined) => Object.fromEntries(new URL(link ?? '').searchParams);
const requests = (end: string) => google.requests.filter((request) => request.path.endsWith(end));

/** The person, deciding the same each time, or one after the other. */
function person(decisions: Decision | readonly Decision[] = 'allow', how: ConsentOptions = {}) {
  const left = [decisions].flat();
  return async (url: string) => void consent(url, (left.length > 1 ? left.shift() : left[0]) ?? 'allow', how);
}

const options = (more: Partial<SignInOptions> = {}): SignInOptions => ({
  client: client(),
  endpoints: endpoints(),
  fetch,
  now: () => at,
  openExternal: person(),
  pages: async () => englishPages,
  onLink: (url) => links.push(url),
  onReturn: () => {},
  isAllowed: () => true,
  storedGrant: async (accountId) => {
    const stored = await vault.load(accountId);
    return stored.state === 'kept' ? stored.grant : undefined;
  },
  signal: new AbortController().signal,
  ...more,
});

const open = (grant: Grant, more: Partial<AuthSessionOptions> = {}) =>
  openAuthSession({ grant, endpoints: endpoints(), now: () => at, ...more });

async function listMail(session: AuthSession): Promise<number | undefined> {
  const api = gmail({ version: 'v1', auth: session.client, rootUrl: `${google.url}/` });
  return await session.authorized(
    async () => (await api.users.messages.list({ userId: 'me' }, { retry: false })).status,
  );
}

const abandoned = (problem: string) => ({ failure: { kind: 'sign-in-abandoned', problem } });
const wait = (ms: number) => {
  at += ms;
};
const signedOut = (reason: string) => ({ failure: { kind: 'signed-out', reason } });

describe('the seed guide', () => {
  test.each(['installed', 'web'] as const)('G1: takes id and secret from a file of the %s kind', async (kind) => {
    const { account, grant } = await signIn(options({ client: client(kind) }));
    expect(account).toMatchObject({ id: sub(), email: 'ada@example.org', kind: 'gmail' });
    expect(grant.client).toEqual(client(kind));
    expect(asked(links[0])['redirect_uri']).toMatch(
      kind === 'web' ? redirectUri : /^http:\/\/127\.0\.0\.1:\d+\/callback$/,
    );
  });

  test('G2: asks for consent again only when the client or the scopes change', async () => {
    const { grant } = await signIn(options());
    await vault.save(sub(), grant);
    const stored = await restart().load(sub());
    if (stored.state !== 'kept') throw new Error('not kept');
    expect(needsConsent(stored.grant, client())).toBe(false);
    expect(needsConsent(stored.grant, client('web'))).toBe(true);
    expect(needsConsent(stored.grant, client(), [gmailScope])).toBe(true);
  });

  test('G3: takes the one-time code over loopback with state and PKCE', async () => {
    const final = Promise.withResolvers<string>();
    const openExternal = async (url: string) => void consent(url, 'allow').then(({ text }) => final.resolve(text));
    await signIn(options({ openExternal }));
    const { state, code_challenge: challenge, code_challenge_method: method } = asked(links[0]);
    expect(state).toMatch(/^[\w-]{43}$/);
    expect([challenge?.length, method]).toEqual([43, 'S256']);
    expect(await final.promise).toContain('You can close this page');
  });

  test('G3: is refused by a server that checks PKCE when the code was asked for by somebody else', async () => {
    const openExternal = async (url: string) => {
      const other = new URL(url);
      other.searchParams.set('code_challenge', 'A'.repeat(43));
      void consent(other.href, 'allow');
    };
    await expect(signIn(options({ openExternal }))).rejects.toMatchObject(abandoned('code-refused'));
  });

  test('G4: names a refused exchange, and a new start has new state and PKCE', async () => {
    google.fault({ match: { path: '/token' }, tokenError: 'invalid_grant' });
    await expect(signIn(options())).rejects.toMatchObject(abandoned('code-refused'));
    expect((await signIn(options())).account.id).toBe(sub());
    const [first, second] = links.map(asked);
    expect(first?.['state']).not.toBe(second?.['state']);
    expect(first?.['code_challenge']).not.toBe(second?.['code_challenge']);
    expect(requests('/token')).toHaveLength(2);
  });

  test('G5: keeps the refresh token of the first exchange, encrypted, before anything says "signed in"', async () => {
    const { account, grant } = await signIn(options());
    expect(google.grants.map(({ refreshToken }) => refreshToken)).toEqual([grant.refreshToken]);
    expect(await vault.save(account.id, grant)).toBe('system');
    expect(await readdir(path.join(root, account.id))).toEqual(['grant.bin']);
    expect(await restart().load(account.id)).toEqual({ state: 'kept', grant, kept: 'system' });
  });

  test('G6: asks with prompt=consent only when no refresh token came', async () => {
    const web = client('web');
    const first = await signIn(options({ client: web }));
    expect(links.map((link) => asked(link)['prompt'])).toEqual([undefined]);
    // Nothing was kept: Google, which remembers the consent, gives no refresh token unless told to ask again.
    const second = await signIn(options({ client: web }));
    expect(links.map((link) => asked(link)['prompt'])).toEqual([undefined, undefined, 'consent']);
    expect(second.grant.refreshToken).not.toBe(first.grant.refreshToken);
  });

  test('G6: never sends both spellings of it, nor asks for granted scopes', async () => {
    await signIn(options());
    expect(asked(links[0])).not.toHaveProperty('approval_prompt');
    expect(asked(links[0])).not.toHaveProperty('include_granted_scopes');
    expect(asked(links[0])['scope']).toBe(scopes.join(' '));
  });

  test('G7: knows the account from the ID token, without another request', async () => {
    expect((await signIn(options())).account.id).toBe(sub());
    expect(requests('/userinfo')).toEqual([]);
  });

  test.each([
    ['id', {}],
    ['sub', { change: (body: unknown) => ({ sub: new Map(Object.entries(body ?? {})).get('id') }) }],
  ])('G7: asks userinfo v2 where there is no ID token, and takes its %s', async (_name, fault) => {
    google.fault({ match: { path: '/token' }, omit: ['id_token'] });
    google.fault({ match: { path: '/userinfo' }, ...fault });
    expect((await signIn(options())).account.id).toBe(sub());
    expect(requests('/oauth2/v2/userinfo')).toHaveLength(1);
  });

  test.each([
    ['neither id nor sub', { omit: ['id'] }],
    ['an id that is a path', { change: () => ({ id: '../../etc' }) }],
    ['a refusal', { status: 403 }],
    ['a page', { malformed: 'captive-portal' as const }],
    ['wrong types', { malformed: 'wrong-types' as const }],
    ['nothing', { malformed: 'empty' as const }],
  ])('G7: gives up with a name for it when userinfo has %s', async (_name, fault) => {
    google.fault({ match: { path: '/token' }, omit: ['id_token'] });
    google.fault({ match: { path: '/userinfo' }, ...fault });
    const failed = signIn(options());
    await expect(failed).rejects.toMatchObject(abandoned('no-user-id'));
    // The reason is there for the log.
    expect((await failed.catch((failure: FailureError) => failure)) as FailureError).toHaveProperty('cause');
    expect(google.grants.map(({ live }) => live)).toEqual([false]);
  });

  test('G7: is offline, not nobody, when userinfo cannot be reached', async () => {
    google.fault({ match: { path: '/token' }, omit: ['id_token'] });
    google.fault({ match: { path: '/userinfo' }, cutOff: 'before' });
    await expect(signIn(options())).rejects.toMatchObject({ failure: { kind: 'offline' } });
  });

  test('G8: keys what it keeps by the account number, never by the address', async () => {
    const one = await signIn(options());
    const other = await signIn(options({ openExternal: person('allow', { account: 'grace@example.org' }) }));
    await vault.save(one.account.id, one.grant);
    await vault.save(other.account.id, other.grant);
    expect((await readdir(root)).sort()).toEqual([sub(0), sub(1)].sort());
    const [ada] = google.users;
    if (ada) ada.email = 'countess@example.org';
    const renamed = await signIn(options());
    expect(renamed.account).toMatchObject({ id: one.account.id, email: 'countess@example.org' });
  });

  test('G9: a refresh token that came is kept, and one that did not come erases nothing', async () => {
    const { grant } = await signIn(options());
    await vault.save(sub(), grant);
    await vault.save(sub(), { refreshToken: undefined, lastUsedAt: at + 1 });
    expect(await restart().load(sub())).toMatchObject({
      grant: { refreshToken: grant.refreshToken, lastUsedAt: at + 1 },
    });
    await vault.save(sub(), { refreshToken: '1//newer' });
    expect(await restart().load(sub())).toMatchObject({ grant: { refreshToken: '1//newer' } });
  });

  test('G9: a refresh without refresh token leaves the session its own', async () => {
    const replaced: string[] = [];
    const { grant } = await signIn(options());
    const session = await open(grant, { onRefreshToken: (token) => replaced.push(token) });
    expect(await listMail(session)).toBe(200);
    at += 2 * hourMs;
    expect(await listMail(session)).toBe(200);
    expect(requests('/token')).toHaveLength(3);
    expect(replaced).toEqual([]);
  });

  test('G10: uses the stored refresh token where none came, with its age', async () => {
    const web = client('web');
    const first = await signIn(options({ client: web }));
    await vault.save(first.account.id, first.grant);
    at += dayMs;
    const second = await signIn(options({ client: web }));
    expect(links).toHaveLength(2);
    expect(second.grant).toEqual({ ...first.grant, lastUsedAt: at });
    expect(await listMail(await open(second.grant))).toBe(200);
  });

  test('G10: never uses one that was given to another client', async () => {
    const first = await signIn(options());
    await vault.save(first.account.id, first.grant);
    google.fault({ match: { path: '/token' }, omit: ['refresh_token'] });
    const second = await signIn(options({ client: client('web') }));
    expect(second.grant.refreshToken).not.toBe(first.grant.refreshToken);
    expect(links).toHaveLength(3);
  });

  test('G10: never uses one that was given for other permissions', async () => {
    const web = client('web');
    const first = await signIn(options({ client: web }));
    await vault.save(first.account.id, { ...first.grant, scopes: [gmailScope] });
    const second = await signIn(options({ client: web }));
    expect(second.grant.refreshToken).not.toBe(first.grant.refreshToken);
    // The second consent is what gave another one.
    expect(links.slice(1).map((link) => asked(link)['prompt'])).toEqual([undefined, 'consent']);
  });

  test('G11: with neither, asks once more: for consent, by name, with new state and PKCE', async () => {
    google.fault({ match: { path: '/token' }, omit: ['refresh_token'] });
    const { grant } = await signIn(options({ client: client('web') }));
    const [first, second] = links.map(asked);
    expect(links).toHaveLength(2);
    expect(first).not.toHaveProperty('login_hint');
    expect(second).toMatchObject({ prompt: 'consent', access_type: 'offline', login_hint: 'ada@example.org' });
    expect(second?.['state']).not.toBe(first?.['state']);
    expect(second?.['code_challenge']).not.toBe(first?.['code_challenge']);
    expect(await listMail(await open(grant))).toBe(200);
  });

  test('G11: does not go round for ever', async () => {
    google.fault({ match: { path: '/token', count: Number.POSITIVE_INFINITY }, omit: ['refresh_token'] });
    await expect(signIn(options())).rejects.toMatchObject(abandoned('no-refresh-token'));
    expect(links).toHaveLength(2);
    expect(google.grants.map(({ live }) => live)).toEqual([false, false]);
  });

  test('G11: gives the first grant back when the second question is declined', async () => {
    google.fault({ match: { path: '/token' }, omit: ['refresh_token'] });
    const openExternal = person(['allow', 'deny']);
    await expect(signIn(options({ openExternal }))).rejects.toMatchObject(abandoned('denied'));
    expect(google.grants.map(({ live }) => live)).toEqual([false]);
  });

  test('G12: brings back what the app wanted, beside a state that stays random', async () => {
    const one = await signIn(options({ intent: 'open:message=18c2&from=Ünïcode' }));
    const two = await signIn(options({ intent: 'open:message=18c2&from=Ünïcode' }));
    expect([one.intent, two.intent]).toEqual(Array(2).fill('open:message=18c2&from=Ünïcode'));
    const [first, second] = links.map((link) => asked(link)['state'] ?? '');
    expect(first?.split('.')[0]).not.toBe(second?.split('.')[0]);
    expect((await signIn(options())).intent).toBeNull();
  });

  test('G13: needs no browser later on, and no network until it is used', async () => {
    const { account, grant } = await signIn(options());
    await vault.save(account.id, grant);
    await google.disconnect();
    const before = google.requests.length;
    const stored = await restart().load(account.id);
    if (stored.state !== 'kept') throw new Error('not kept');
    const session = await open(stored.grant);
    await expect(listMail(session)).rejects.toMatchObject({ failure: { kind: 'offline' } });
    await google.reconnect();
    expect(await listMail(session)).toBe(200);
    expect(google.requests.slice(before).map((request) => request.path)).toEqual([
      '/token',
      '/gmail/v1/users/me/messages',
    ]);
    expect(links).toHaveLength(1);
  });

  test.each([
    ['revoked by the person', () => google.revokeAll(), 'refused'],
    ['ended by a new password', () => google.changePassword(), 'refused'],
    ['unused for six months', () => wait(183 * dayMs), 'unused'],
    [
      'subject to a Workspace policy',
      () => Object.assign(google.users[0] ?? {}, { mustReauthenticate: true }),
      'workspace-policy',
    ],
    [
      'given to a client that was deleted',
      () => Object.assign(google.clients[0] ?? {}, { refusal: 'deleted_client' }),
      'client-refused',
    ],
    [
      'given to a client with another secret now',
      () => Object.assign(google.clients[0] ?? {}, { clientSecret: 'renewed' }),
      'client-refused',
    ],
  ])('G14: notices a grant that was %s, says so once, and asks no more', async (_name, kill, reason) => {
    const heard: FailureError[] = [];
    const { grant } = await signIn(options());
    const session = await open(grant, { onSignedOut: (failure) => heard.push(failure) });
    expect(await listMail(session)).toBe(200);
    kill();
    at += 2 * hourMs;
    await expect(listMail(session)).rejects.toMatchObject(signedOut(reason));
    const before = google.requests.length;
    await expect(listMail(session)).rejects.toMatchObject(signedOut(reason));
    expect(google.requests.length).toBe(before);
    expect(heard.map(({ failure }) => failure)).toEqual([{ kind: 'signed-out', reason }]);
  });

  test('G14: knows a project in Testing by its second week', async () => {
    Object.assign(google.clients[0] ?? {}, { testing: true });
    const earlier: { grantedAt: number; endedAt: number }[] = [];
    const reasons: string[] = [];
    for (const week of [1, 2]) {
      const { grant } = await signIn(options());
      const session = await open(grant, { earlier, onSignedOut: () => {} });
      at += 7 * dayMs + week * hourMs;
      const died = (await listMail(session).catch((failure: FailureError) => failure)) as FailureError;
      if (died.failure.kind === 'signed-out') reasons.push(died.failure.reason);
      earlier.push({ grantedAt: grant.grantedAt, endedAt: at });
    }
    expect(reasons).toEqual(['refused', 'testing-expiry']);
  });

  test('G14: knows a grant that was given for a time only', async () => {
    Object.assign(google.clients[0] ?? {}, { grantLifeSeconds: 3 * 3_600 });
    const { grant } = await signIn(options());
    expect(grant.expiresAt).toBe(grant.grantedAt + 3 * hourMs);
    at += 4 * hourMs;
    await expect(listMail(await open(grant))).rejects.toMatchObject(signedOut('time-limited'));
  });

  test('G15: has one authorised client per account, and none sees the tokens of another', async () => {
    const one = await signIn(options());
    const other = await signIn(options({ openExternal: person('allow', { account: 'grace@example.org' }) }));
    const [ada, grace] = await Promise.all([open(one.grant), open(other.grant)]);
    const address = async (session: AuthSession) => {
      const api = gmail({ version: 'v1', auth: session.client, rootUrl: `${google.url}/` });
      return (await session.authorized(() => api.users.getProfile({ userId: 'me' }))).data.emailAddress;
    };
    const all = await Promise.all([ada, grace, ada, grace].map(address));
    expect(all).toEqual(['ada@example.org', 'grace@example.org', 'ada@example.org', 'grace@example.org']);
    expect(requests('/token')).toHaveLength(4);
    expect(ada.client).not.toBe(grace.client);
  });

  test('G17: answers a 401 on a list with one refresh and one more try', async () => {
    const { grant, accessToken } = await signIn(options());
    const session = await open(grant, { accessToken });
    google.expireAccessTokens();
    expect(await listMail(session)).toBe(200);
    expect(requests('/messages').map(({ status }) => status)).toEqual([401, 200]);
    expect(requests('/token')).toHaveLength(2);
  });

  test('G17: and then with a sign-in', async () => {
    const { grant, accessToken } = await signIn(options());
    const session = await open(grant, { accessToken });
    google.fault({ match: { path: '/messages', count: Number.POSITIVE_INFINITY }, status: 401 });
    await expect(listMail(session)).rejects.toMatchObject(signedOut('refused'));
    expect(requests('/messages')).toHaveLength(2);
    expect(requests('/token')).toHaveLength(2);
  });
});

describe('and around it', () => {
  test('a person who declines, or leaves Gmail out, is told apart, and nothing stays behind', async () => {
    await expect(signIn(options({ openExternal: person('deny') }))).rejects.toMatchObject(abandoned('denied'));
    expect(google.grants).toEqual([]);
    const partly = signIn(options({ openExternal: person('partly') }));
    await expect(partly).rejects.toMatchObject(abandoned('gmail-not-granted'));
    expect(google.grants.map(({ live }) => live)).toEqual([false]);
    expect((await signIn(options())).account.id).toBe(sub());
  });

  test('signing in again as somebody else gives that grant back', async () => {
    const openExternal = person('allow', { account: 'grace@example.org' });
    const again = signIn(options({ openExternal, expectedAccountId: sub() }));
    await expect(again).rejects.toMatchObject(abandoned('other-account'));
    expect(google.grants.map(({ live }) => live)).toEqual([false]);
  });

  test('an iss in the callback must be Google’s', async () => {
    google.settings.redirectIss = google.url;
    expect((await signIn(options())).account.id).toBe(sub());
    google.settings.redirectIss = 'https://evil.example';
    const sent = Promise.withResolvers<number>();
    const openExternal = async (url: string) => void consent(url, 'allow').then(({ status }) => sent.resolve(status));
    const controller = new AbortController();
    const waiting = signIn(options({ openExternal, signal: controller.signal }));
    expect(await sent.promise).toBe(400);
    controller.abort(new Error('the person gives up'));
    await expect(waiting).rejects.toThrow('gives up');
    expect(requests('/token')).toHaveLength(1);
  });

  test('signing out leaves Google with nothing that works', async () => {
    const { grant } = await signIn(options());
    const { revokeUrl } = endpoints();
    expect(await revokeToken({ token: grant.refreshToken, revokeUrl, fetch })).toBe('revoked');
    expect(google.grants.map(({ live }) => live)).toEqual([false]);
    await expect(listMail(await open(grant))).rejects.toMatchObject(signedOut('refused'));
    // The token was in the form: a query has a way of being written down.
    expect(requests('/revoke').map(({ queryKeys }) => queryKeys)).toEqual([[]]);
  });
});
