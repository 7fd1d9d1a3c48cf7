// The same code against a fake of Google that nobody here wrote. Where emulate 0.12.2 is not like Google, a test says so:
// should one of those fail after an update, emulate has come closer, and the note may go.
import { createEmulator, type Emulator } from 'emulate';
import { gmail } from 'googleapis/build/src/apis/gmail/index.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseClientFile } from '../../../electron/auth/client-file.ts';
import type { AuthEndpoints } from '../../../electron/auth/google.ts';
import type { Grant } from '../../../electron/auth/grant.ts';
import { identify } from '../../../electron/auth/identity.ts';
import { revokeToken } from '../../../electron/auth/revoke.ts';
import { createSignIn, type SignInOptions } from '../../../electron/auth/sign-in.ts';
import { openAuthSession } from '../../support/auth-session.ts';
import { englishPages } from '../../support/pages.ts';
import { freePort } from './wire.ts';

const clientId = '1-emulated.apps.googleusercontent.com';
const clientSecret = 'GOCSPX-emulated';
const email = 'grace@example.com';

let emulator: Emulator;
let endpoints: AuthEndpoints;
let redirectUri: string;
let client: ReturnType<typeof parseClientFile>;
const signIn = createSignIn();

beforeAll(async () => {
  // emulate compares ports, so it must know ours before it starts.
  redirectUri = `http://127.0.0.1:${await freePort()}/oauth/callback`;
  const file = { web: { client_id: clientId, client_secret: clientSecret, redirect_uris: [redirectUri] } };
  client = parseClientFile(JSON.stringify(file));
  emulator = await createEmulator({
    service: 'google',
    port: 0,
    seed: {
      google: {
        users: [{ email, name: 'Grace Hopper' }],
        oauth_clients: [{ client_id: clientId, client_secret: clientSecret, redirect_uris: [redirectUri] }],
        messages: [
          { id: 'm1', user_email: email, label_ids: ['INBOX'], subject: 'A moth', from: 'x@example.com', to: email },
        ],
      },
    },
  });
  endpoints = {
    authorizeUrl: `${emulator.url}/o/oauth2/v2/auth`,
    tokenUrl: `${emulator.url}/oauth2/token`,
    revokeUrl: `${emulator.url}/oauth2/revoke`,
    apiRootUrl: `${emulator.url}/`,
    issuers: [emulator.url],
  };
});
afterAll(() => emulator.close());

/** Presses the only person's button on emulate's page, as a browser would, and follows it home. */
async function consent(authorizeUrl: string, change: Record<string, string> = {}): Promise<string> {
  const page = await (await fetch(authorizeUrl)).text();
  if (!page.includes(email)) throw new Error('emulate shows no person to choose');
  const asked = Object.fromEntries(new URL(authorizeUrl).searchParams);
  const form = new URLSearchParams({ ...asked, email, ...change });
  const sent = await fetch(`${emulator.url}/o/oauth2/v2/auth/callback`, {
    method: 'POST',
    body: form,
    redirect: 'manual',
  });
  return await (await fetch(sent.headers.get('location') ?? '')).text();
}

const options = (more: Partial<SignInOptions> = {}): SignInOptions => ({
  client,
  endpoints,
  fetch,
  now: Date.now,
  openExternal: async (url) => void consent(url),
  pages: async () => englishPages,
  onLink: () => {},
  onReturn: () => {},
  isAllowed: () => true,
  storedGrant: async () => undefined,
  signal: new AbortController().signal,
  ...more,
});
const open = (grant: Grant) => openAuthSession({ grant, endpoints });
const abandoned = (problem: string) => ({ failure: { kind: 'sign-in-abandoned', problem } });

describe('emulate', () => {
  test('signs in with PKCE and tells who it was', async () => {
    const { account, grant, accessToken } = await signIn(options());
    expect(account).toMatchObject({ kind: 'gmail', email, name: 'Grace Hopper' });
    expect(account.id).toMatch(/^[\w-]+$/);
    expect(grant.refreshToken).toMatch(/^google_refresh_/);
    expect(accessToken.token).toMatch(/^google_/);
  });

  test('refuses a verifier that is not that of the challenge', async () => {
    const openExternal = async (url: string) => void consent(url, { code_challenge: 'A'.repeat(43) });
    await expect(signIn(options({ openExternal }))).rejects.toMatchObject(abandoned('code-refused'));
  });

  test('refuses a wrong secret, and an unknown client', async () => {
    const wrong = { ...client, clientSecret: 'wrong' };
    await expect(signIn(options({ client: wrong }))).rejects.toMatchObject(abandoned('client-refused'));
  });

  test('shows a page of its own for another redirect, of which we hear nothing', async () => {
    const elsewhere = { ...client, redirect: { ...client.redirect, registered: `${redirectUri}/other` } };
    const shown = Promise.withResolvers<number>();
    const openExternal = async (url: string) => shown.resolve((await fetch(url)).status);
    const controller = new AbortController();
    const running = signIn(options({ client: elsewhere, openExternal, signal: controller.signal }));
    expect(await shown.promise).toBe(400);
    const reason = new Error('the person gives up');
    controller.abort(reason);
    await expect(running).rejects.toBe(reason);
  });

  test('refreshes for a session that begins with nothing but the refresh token', async () => {
    const { grant } = await signIn(options());
    const session = await open(grant);
    const api = gmail({ version: 'v1', auth: session.client, rootUrl: endpoints.apiRootUrl });
    const { data } = await session.authorized(() => api.users.messages.list({ userId: 'me' }));
    expect(data.messages?.map(({ id }) => id)).toEqual(['m1']);
    expect(session.client.credentials.access_token).toMatch(/^google_/);
  });

  test('takes a refresh token back by form, and knows it no more', async () => {
    const { grant } = await signIn(options());
    expect(await revokeToken({ token: grant.refreshToken, revokeUrl: endpoints.revokeUrl, fetch })).toBe('revoked');
    const again = await open(grant);
    await expect(again.authorized(async () => 'never')).rejects.toMatchObject({
      failure: { kind: 'signed-out', reason: 'refused' },
    });
  });

  test('calls a wrong secret at a refresh what it is', async () => {
    const { grant } = await signIn(options());
    const session = await open({ ...grant, client: { ...client, clientSecret: 'wrong' } });
    await expect(session.authorized(async () => 'never')).rejects.toMatchObject({
      failure: { kind: 'signed-out', reason: 'client-refused' },
    });
  });

  test('answers 401 where no token is sent', async () => {
    expect((await fetch(`${emulator.url}/gmail/v1/users/me/messages`)).status).toBe(401);
  });

  test('names the account in userinfo as well', async () => {
    const signedIn = await signIn(options());
    const tokens = {
      access: signedIn.accessToken,
      refreshToken: null,
      refreshExpiresAt: null,
      scope: '',
      idToken: null,
    };
    const signal = new AbortController().signal;
    const found = await identify({ tokens, clientId, endpoints, fetch, now: Date.now, signal });
    expect(found).toEqual({ id: signedIn.account.id, email, name: 'Grace Hopper', verified: true });
  });
});

describe('emulate is not like Google: it', () => {
  test('calls the account sub in userinfo v2, not id', async () => {
    const { accessToken } = await signIn(options());
    const headers = { authorization: `Bearer ${accessToken.token}` };
    const reply = await (await fetch(`${emulator.url}/oauth2/v2/userinfo`, { headers })).json();
    expect(reply).toHaveProperty('sub');
    expect(reply).not.toHaveProperty('id');
  });

  test('grants whatever scope comes back from the page, checked or not', async () => {
    const openExternal = async (url: string) => void consent(url, { scope: 'openid email' });
    await expect(signIn(options({ openExternal }))).rejects.toMatchObject(abandoned('gmail-not-granted'));
  });

  test('says revoked, but does not, where the token is in the query', async () => {
    const { grant } = await signIn(options());
    const url = `${endpoints.revokeUrl}?token=${encodeURIComponent(grant.refreshToken)}`;
    expect((await fetch(url, { method: 'POST' })).status).toBe(200);
    const session = await open(grant);
    expect(await session.authorized(async () => 'still good')).toBe('still good');
    expect(await revokeToken({ token: grant.refreshToken, revokeUrl: endpoints.revokeUrl, fetch })).toBe('revoked');
  });

  test('takes any bearer for its first user, so that a 401 never comes', async () => {
    const headers = { authorization: 'Bearer nonsense' };
    expect((await fetch(`${emulator.url}/gmail/v1/users/me/messages`, { headers })).status).toBe(200);
  });
});
