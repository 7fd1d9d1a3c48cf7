import { inspect } from 'node:util';
import { gmail } from 'googleapis/build/src/apis/gmail/index.js';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { parseClientFile } from '../../../electron/auth/client-file.ts';
import type { Grant } from '../../../electron/auth/grant.ts';
import type { AuthSession, AuthSessionOptions } from '../../../electron/auth/session.ts';
import type { FailureError, SignedOutReason } from '../../../electron/contract/failure.ts';
import { openAuthSession } from '../../support/auth-session.ts';
import { failureOf } from '../../support/failure-of.ts';
import {
  clientFile,
  clientSecret,
  refuse,
  type Script,
  type ScriptedGoogle,
  startScripted,
  tokens,
} from './scripted-google.ts';

const dayMs = 86_400_000;
const grant: Grant = {
  client: parseClientFile(clientFile),
  refreshToken: '1//kept',
  scopes: [],
  grantedAt: Date.now() - 30 * dayMs,
  lastUsedAt: Date.now() - dayMs,
  expiresAt: null,
};

let google: ScriptedGoogle;
let replaced: string[];
let signedOut: FailureError[];

beforeEach(async () => {
  google = await startScripted();
  replaced = [];
  signedOut = [];
  google.script('/token', tokens());
  google.script('/mail', { body: { mail: 'yes' } });
});
afterEach(() => google.close());

const open = (more: Partial<AuthSessionOptions> = {}) =>
  openAuthSession({
    grant,
    endpoints: google.endpoints,
    onRefreshToken: (token) => replaced.push(token),
    onSignedOut: (failure) => signedOut.push(failure),
    ...more,
  });

const ask = (session: AuthSession, signal?: AbortSignal) =>
  session.authorized(async () => {
    const { data } = await session.client.request<{ mail: string }>({
      url: new URL('mail', google.endpoints.apiRootUrl).href,
    });
    return data.mail;
  }, signal);
const count = (path: string) => google.asked.filter((asked) => asked.path === path).length;
const bearers = () => google.asked.filter(({ path }) => path === '/mail').map(({ authorization }) => authorization);

/** Refused until a token has been refreshed that often. */
const wants =
  (token: string): Script =>
  (asked) =>
    asked.authorization === `Bearer ${token}` ? { body: { mail: 'yes' } } : refuse('x', {}, 401);

describe('a session', () => {
  test('asks nothing of the network until it is used', async () => {
    await open();
    expect(google.asked).toEqual([]);
  });

  test('refreshes at its first use, and not again while the token is good', async () => {
    const session = await open();
    expect([await ask(session), await ask(session)]).toEqual(['yes', 'yes']);
    expect(google.asked.map(({ path }) => path)).toEqual(['/token', '/mail', '/mail']);
    expect(Object.fromEntries(google.asked[0]?.form ?? [])).toEqual({
      refresh_token: '1//kept',
      client_id: grant.client.clientId,
      client_secret: clientSecret,
      grant_type: 'refresh_token',
    });
  });

  test('begins with the access token of a sign-in just now', async () => {
    const session = await open({ accessToken: { token: 'just-now', expiresAt: Date.now() + 3_600_000 } });
    await ask(session);
    expect(google.asked.map(({ path, authorization }) => [path, authorization])).toEqual([
      ['/mail', 'Bearer just-now'],
    ]);
  });

  test('shares one refresh among all who wait for it', async () => {
    const used: number[] = [];
    const session = await open({ onUsed: (at) => used.push(at) });
    await Promise.all(Array.from({ length: 10 }, () => ask(session)));
    expect([count('/token'), count('/mail')]).toEqual([1, 10]);
    expect(used).toHaveLength(1);
  });

  test('refreshes ahead of the end, by its own clock', async () => {
    let at = Date.now();
    const session = await open({ now: () => at });
    await ask(session);
    at += 3_500_000;
    await ask(session);
    expect(count('/token')).toBe(1);
    at += 60_000;
    await ask(session);
    expect(count('/token')).toBe(2);
  });

  test('copes with tokens that live for seconds only', async () => {
    google.script('/token', tokens({ expires_in: 5 }));
    const session = await open();
    expect([await ask(session), await ask(session)]).toEqual(['yes', 'yes']);
    expect(count('/token')).toBe(2);
  });

  test('hands over a refresh token that replaces the old one, and uses it', async () => {
    google.script('/token', tokens({ refresh_token: '1//new', expires_in: 5 }), tokens());
    const session = await open();
    await ask(session);
    await ask(session);
    expect(replaced).toEqual(['1//new']);
    const sent = google.asked.filter(({ path }) => path === '/token').map(({ form }) => form.get('refresh_token'));
    expect(sent).toEqual(['1//kept', '1//new']);
  });

  test('says when the grant was last good', async () => {
    const used: number[] = [];
    const session = await open({ now: () => 4_000_000_000_000, onUsed: (at) => used.push(at) });
    await ask(session);
    expect(used).toEqual([4_000_000_000_000]);
  });

  test('is what googleapis works with', async () => {
    google.script('/mail', {});
    const session = await open();
    const api = gmail({ version: 'v1', auth: session.client, rootUrl: google.endpoints.apiRootUrl });
    await expect(session.authorized(() => api.users.getProfile({ userId: 'me' }))).rejects.toMatchObject({
      status: 404,
    });
    expect(google.asked.at(-1)).toMatchObject({
      path: '/gmail/v1/users/me/profile',
      authorization: 'Bearer ya29.access',
    });
  });
});

describe('a 401', () => {
  test('is answered by one refresh and one more try', async () => {
    google.script('/token', tokens({ access_token: 'one' }), tokens({ access_token: 'two' }));
    google.script('/mail', wants('two'));
    const session = await open();
    expect(await ask(session)).toBe('yes');
    expect(bearers()).toEqual(['Bearer one', 'Bearer two']);
    expect(signedOut).toEqual([]);
  });

  test('of ten calls at once leads to one refresh', async () => {
    google.script('/token', tokens({ access_token: 'one' }), tokens({ access_token: 'two' }));
    google.script('/mail', wants('two'));
    const session = await open();
    expect(await Promise.all(Array.from({ length: 10 }, () => ask(session)))).toEqual(Array(10).fill('yes'));
    expect([count('/token'), count('/mail')]).toEqual([2, 20]);
  });

  test('of a call that took long does not throw away a token that was refreshed meanwhile', async () => {
    google.script('/token', tokens({ access_token: 'one' }), tokens({ access_token: 'two' }));
    const late = Promise.withResolvers<void>();
    const arrived = Promise.withResolvers<void>();
    const first: Script = async () => {
      arrived.resolve();
      await late.promise;
      return refuse('x', {}, 401);
    };
    google.script('/mail', first, refuse('x', {}, 401), { body: { mail: 'yes' } });
    const session = await open();
    const slow = ask(session);
    await arrived.promise;
    expect(await ask(session)).toBe('yes');
    late.resolve();
    expect(await slow).toBe('yes');
    expect(count('/token')).toBe(2);
  });

  test('that stays is a sign-out, said once', async () => {
    google.script('/mail', refuse('x', {}, 401));
    const session = await open();
    const [one, two] = await Promise.all([failureOf(ask(session)), failureOf(ask(session))]);
    expect(one.failure).toEqual({ kind: 'signed-out', reason: 'refused' });
    expect(two).toBe(one);
    expect(signedOut).toEqual([one]);
    expect(count('/token')).toBe(2);
  });

  test('leaves no header and no query in the error', async () => {
    google.script('/mail', refuse('x', {}, 401));
    const session = await open();
    const url = `${google.endpoints.apiRootUrl}mail?q=from:secret-friend`;
    const thrown = await failureOf(session.authorized(() => session.client.request({ url })));
    expect(inspect(thrown, { depth: Number.POSITIVE_INFINITY })).not.toMatch(/secret-friend|ya29/);
  });
});

describe('the token endpoint', () => {
  const signedOutFor = (reason: SignedOutReason) => ({ kind: 'signed-out', reason });

  test.each<[string, Script, object]>([
    [
      'invalid_grant',
      refuse('invalid_grant', { error_description: 'Token has been expired or revoked.' }),
      signedOutFor('refused'),
    ],
    ['invalid_rapt', refuse('invalid_grant', { error_subtype: 'invalid_rapt' }), signedOutFor('workspace-policy')],
    [
      'a word about reauthentication',
      refuse('invalid_grant', { error_description: 'reauth related error (invalid_rapt)' }),
      signedOutFor('workspace-policy'),
    ],
    ['admin_policy_enforced', refuse('admin_policy_enforced'), signedOutFor('workspace-policy')],
    ['invalid_client', refuse('invalid_client', {}, 401), signedOutFor('client-refused')],
    ['deleted_client', refuse('deleted_client', {}, 401), signedOutFor('client-refused')],
    ['unauthorized_client', refuse('unauthorized_client', {}, 401), signedOutFor('client-refused')],
  ])('answering %s ends the session, without another question', async (_name, script, failure) => {
    google.script('/token', script);
    const session = await open();
    const thrown = await failureOf(ask(session));
    expect(thrown.failure).toEqual(failure);
    expect(await failureOf(ask(session))).toBe(thrown);
    expect(signedOut).toEqual([thrown]);
    expect([count('/token'), count('/mail')]).toEqual([1, 0]);
  });

  test.each<[string, Script, object]>([
    ['a cut connection', 'cut', { kind: 'offline' }],
    ['500', { status: 500, body: 'oops' }, { kind: 'busy', retryAt: 31_000 }],
    ['503', { status: 503, headers: { 'Retry-After': '120' } }, { kind: 'busy', retryAt: 121_000 }],
    ['429', { status: 429, headers: { 'Retry-After': '0' } }, { kind: 'busy', retryAt: 2_000 }],
    [
      'a far too long wait',
      { status: 429, headers: { 'Retry-After': '999999' } },
      { kind: 'busy', retryAt: 3_601_000 },
    ],
    ['a page instead of JSON', { body: '<h1>Wi-Fi</h1>' }, { kind: 'unexpected-reply' }],
    ['a refusal in words', { status: 403, body: 'no' }, { kind: 'unexpected-reply' }],
    ['nothing', { body: {} }, { kind: 'unexpected-reply' }],
    ['invalid_request', refuse('invalid_request'), { kind: 'unexpected-reply' }],
  ])('answering %s passes, and is asked again next time', async (_name, script, failure) => {
    google.script('/token', script, tokens());
    const session = await open({ now: () => 1_000 });
    expect((await failureOf(ask(session))).failure).toEqual(failure);
    expect(count('/token')).toBe(1);
    expect(await ask(session)).toBe('yes');
    expect(signedOut).toEqual([]);
  });

  test('dying weekly is named for what it is', async () => {
    google.script('/token', refuse('invalid_grant'));
    const at = Date.now();
    const weekly = { ...grant, grantedAt: at - 7 * dayMs };
    const earlier = [{ grantedAt: at - 15 * dayMs, endedAt: at - 8 * dayMs }];
    const session = await open({ grant: weekly, earlier });
    expect((await failureOf(ask(session))).failure).toEqual(signedOutFor('testing-expiry'));
  });

  test.each<[string, Script, string]>([
    ['refusing', refuse('invalid_grant'), '400 invalid_grant'],
    ['out of order', { status: 500 }, '500 busy'],
    ['not reached', 'cut', 'no reply'],
  ])('%s keeps refresh token and secret out of the error, down to the last cause', async (_name, script, told) => {
    google.script('/token', script);
    const shown = inspect(await failureOf(ask(await open())), { depth: Number.POSITIVE_INFINITY, showHidden: true });
    expect(shown).not.toMatch(/1\/\/kept|GOCSPX/);
    expect(shown).toContain(told);
  });

  test('would have had them in the error of the library', async () => {
    google.script('/token', 'cut');
    const { client } = await open();
    const error = await client.refreshAccessToken().catch((thrown: unknown) => thrown);
    expect(inspect(error, { depth: Number.POSITIVE_INFINITY, showHidden: true })).toContain('1//kept');
  });

  test.each<[string, Script, SignedOutReason]>([
    ['400', refuse('invalid_grant'), 'refused'],
    ['401', refuse('invalid_client', {}, 401), 'client-refused'],
  ])('heard of in the middle of a call is understood all the same: %s', async (_name, script, reason) => {
    google.script('/token', script);
    const session = await open({ accessToken: { token: 'good', expiresAt: Date.now() + 3_600_000 } });
    // The library refreshes by itself when a token has run out under way.
    const late = session.authorized(() => {
      session.client.credentials.expiry_date = 1;
      return session.client.request({ url: `${google.endpoints.apiRootUrl}mail` });
    });
    expect((await failureOf(late)).failure).toEqual(signedOutFor(reason));
    expect(count('/token')).toBe(1);
  });
});

describe('what is not about the token', () => {
  test.each([403, 404, 429, 500])('passes through untouched: %i', async (status) => {
    google.script('/mail', { status, body: { error: { code: status } } });
    const session = await open();
    await expect(ask(session)).rejects.toMatchObject({ status, response: { data: { error: { code: status } } } });
    expect([count('/token'), count('/mail')]).toEqual([1, 1]);
  });

  test('passes through untouched: no connection', async () => {
    google.script('/mail', 'cut');
    await expect(ask(await open())).rejects.toMatchObject({ message: 'fetch failed' });
    expect(count('/mail')).toBe(1);
  });

  test('passes through untouched: a bug', async () => {
    const bug = new TypeError('x is not a function');
    const session = await open();
    await expect(session.authorized(() => Promise.reject(bug))).rejects.toBe(bug);
  });
});

describe('cancelling', () => {
  const reason = new Error('no longer wanted');

  test('one call leaves the refresh to the others', async () => {
    const answer = Promise.withResolvers<void>();
    google.script('/token', async () => {
      await answer.promise;
      return tokens();
    });
    const asked = google.next('/token');
    const controller = new AbortController();
    const session = await open();
    const cancelled = ask(session, controller.signal);
    const patient = ask(session);
    await asked;
    controller.abort(reason);
    await expect(cancelled).rejects.toBe(reason);
    answer.resolve();
    expect(await patient).toBe('yes');
    await expect(ask(session, controller.signal)).rejects.toBe(reason);
    expect([count('/token'), count('/mail')]).toEqual([1, 1]);
  });

  test('the session ends a refresh under way', async () => {
    google.script('/token', 'silence');
    const asked = google.next('/token');
    const controller = new AbortController();
    const session = await open({ signal: controller.signal });
    const running = ask(session);
    await asked;
    controller.abort(reason);
    await expect(running).rejects.toBe(reason);
    expect(signedOut).toEqual([]);
  });
});
