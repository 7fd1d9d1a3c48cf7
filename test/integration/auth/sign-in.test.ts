import { inspect } from 'node:util';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { parseClientFile } from '../../../electron/auth/client-file.ts';
import type { Grant } from '../../../electron/auth/grant.ts';
import { createSignIn, type SignedIn, type SignInOptions } from '../../../electron/auth/sign-in.ts';
import { failureOf } from '../../support/failure-of.ts';
import { englishPages } from '../../support/pages.ts';
import {
  clientFile,
  clientSecret,
  comeBack,
  idToken,
  refuse,
  type Script,
  type ScriptedGoogle,
  startScripted,
  tokens,
} from './scripted-google.ts';
import { freePort } from './wire.ts';

const client = parseClientFile(clientFile);
const stored: Grant = { client, refreshToken: '1//stored', scopes: [], grantedAt: 5, lastUsedAt: 6, expiresAt: null };

let google: ScriptedGoogle;
let links: string[];
let returns: number;
let signIn: (options: SignInOptions) => Promise<SignedIn>;

beforeEach(async () => {
  google = await startScripted();
  links = [];
  returns = 0;
  signIn = createSignIn();
  google.script('/revoke', {});
});
afterEach(() => google.close());

/** The person says yes at once, unless told otherwise. */
function options(more: Partial<SignInOptions> = {}): SignInOptions {
  return {
    client,
    endpoints: google.endpoints,
    fetch,
    now: Date.now,
    openExternal: async (url) => void comeBack(url, { code: 'the-code' }).catch(() => {}),
    pages: async () => englishPages,
    onLink: (url) => links.push(url),
    onReturn: () => {
      returns += 1;
    },
    isAllowed: () => true,
    storedGrant: async () => undefined,
    signal: new AbortController().signal,
    timeoutMs: 60_000,
    ...more,
  };
}

const complete = (more: Record<string, unknown> = {}) =>
  tokens({ refresh_token: '1//fresh', id_token: idToken(google), ...more });
const abandoned = (problem: string, detail?: string) => ({
  kind: 'sign-in-abandoned',
  problem,
  ...(detail === undefined ? {} : { detail }),
});
const revoked = () => google.asked.filter(({ path }) => path === '/revoke').map(({ form }) => form.get('token'));

describe('a sign-in', () => {
  test('ends with the account, its grant and an access token, and calls the window to the front once', async () => {
    google.script('/token', complete());
    const before = Date.now();
    const { account, grant, accessToken } = await signIn(options());
    expect(account).toEqual({ id: '1234567890', kind: 'gmail', email: 'ada@example.com', name: 'Ada' });
    expect(grant).toMatchObject({ client, refreshToken: '1//fresh', expiresAt: null });
    expect(grant.grantedAt).toBeGreaterThanOrEqual(before);
    expect(accessToken.token).toBe('ya29.access');
    expect(accessToken.expiresAt).toBeGreaterThan(before + 3_500_000);
    expect(returns).toBe(1);
    expect(links).toHaveLength(1);
  });

  test('asks for exactly this', async () => {
    google.script('/token', complete());
    await signIn(options({ loginHint: 'ada@example.com', prompt: 'select_account' }));
    const asked = Object.fromEntries(new URL(links[0] ?? '').searchParams);
    const { state, code_challenge, redirect_uri, ...rest } = asked;
    expect(rest).toEqual({
      client_id: client.clientId,
      response_type: 'code',
      scope:
        'openid https://www.googleapis.com/auth/userinfo.email https://www.googleapis.com/auth/userinfo.profile https://www.googleapis.com/auth/gmail.readonly',
      code_challenge_method: 'S256',
      access_type: 'offline',
      prompt: 'select_account',
      login_hint: 'ada@example.com',
    });
    expect(state).toMatch(/^[\w-]{43}$/);
    expect(code_challenge).toMatch(/^[\w-]{43}$/);
    expect(redirect_uri).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/callback$/);
  });

  test('knows when a grant is limited in time', async () => {
    google.script('/token', complete({ refresh_token_expires_in: 86_400 }));
    const { grant } = await signIn(options({ now: () => 1_000 }));
    // By a clock that is wrong: the ID token is not older than it, so nothing else suffers.
    expect(grant.expiresAt).toBe(86_401_000);
  });

  test.each<[string, Script, object]>([
    ['invalid_grant', refuse('invalid_grant'), abandoned('code-refused')],
    ['invalid_client', refuse('invalid_client', {}, 401), abandoned('client-refused')],
    ['deleted_client', refuse('deleted_client', {}, 401), abandoned('client-refused')],
    ['unauthorized_client', refuse('unauthorized_client'), abandoned('setup', 'unauthorized_client')],
    [
      'redirect_uri_mismatch',
      refuse('redirect_uri_mismatch', { error_description: 'Bad Request' }),
      abandoned('setup', 'Bad Request'),
    ],
    [
      'a long explanation',
      refuse('invalid_request', { error_description: 'x'.repeat(201) }),
      abandoned('setup', 'invalid_request'),
    ],
    [
      'an explanation with control characters',
      refuse('invalid_request', { error_description: 'a\nb' }),
      abandoned('setup', 'invalid_request'),
    ],
    [
      'an explanation with the code in it',
      refuse('invalid_request', { error_description: 'Malformed auth code: the-code' }),
      abandoned('setup', 'invalid_request'),
    ],
    [
      'an explanation with the secret in it',
      refuse('invalid_request', { error_description: `no ${clientSecret}` }),
      abandoned('setup', 'invalid_request'),
    ],
    [
      'an explanation with a token in it',
      refuse('invalid_request', { error_description: 'no ya29.x' }),
      abandoned('setup', 'invalid_request'),
    ],
    ['400 without a code', { status: 400, body: '<h1>No</h1>' }, { kind: 'unexpected-reply' }],
    ['404', { status: 404, body: 'not here' }, { kind: 'unexpected-reply' }],
    ['200 with a page', { body: '<h1>Log in to this Wi-Fi</h1>' }, { kind: 'unexpected-reply' }],
    ['200 with nothing', { body: {} }, { kind: 'unexpected-reply' }],
    [
      '200 with half a JSON',
      { headers: { 'Content-Type': 'application/json' }, body: '{"access_' },
      { kind: 'unexpected-reply' },
    ],
    ['a token with a line break', tokens({ access_token: 'a\r\nb' }), { kind: 'unexpected-reply' }],
    ['500', { status: 500, body: 'oops' }, { kind: 'busy', retryAt: 31_000 }],
    ['503 with Retry-After', { status: 503, headers: { 'Retry-After': '7' } }, { kind: 'busy', retryAt: 8_000 }],
    [
      '429 with a date',
      { status: 429, headers: { 'Retry-After': 'Thu, 01 Jan 1970 00:01:00 GMT' } },
      { kind: 'busy', retryAt: 60_000 },
    ],
    ['429 with a word', { status: 429, headers: { 'Retry-After': 'soon' } }, { kind: 'busy', retryAt: 31_000 }],
    ['a cut connection', 'cut', { kind: 'offline' }],
    ['a redirect', { status: 307, headers: { Location: '/token' } }, { kind: 'offline' }],
  ])('that meets %s at the exchange says so', async (_name, script, failure) => {
    google.script('/token', script);
    const thrown = await failureOf(signIn(options({ now: () => 1_000 })));
    expect(thrown.failure).toEqual(failure);
    // A one-time code is sent once, whatever comes back.
    expect(google.asked.filter(({ path }) => path === '/token')).toHaveLength(1);
  });

  test.each<[string, Script, string]>([
    ['is refused', refuse('invalid_grant', { error_description: 'Malformed auth code.' }), '400 invalid_grant'],
    ['gets no reply', 'cut', 'no reply'],
  ])(
    'that %s keeps code, verifier, state and secret out of its error, down to the last cause',
    async (_name, script, told) => {
      google.script('/token', script);
      const thrown = await failureOf(signIn(options()));
      const [exchange] = google.asked;
      const secrets = ['code', 'code_verifier', 'client_secret'].map((name) => exchange?.form.get(name) ?? '');
      for (const secret of secrets) expect(secret.length).toBeGreaterThan(5);
      const shown = inspect(thrown, { depth: Number.POSITIVE_INFINITY, showHidden: true });
      for (const secret of secrets) expect(shown).not.toContain(secret);
      expect(shown).not.toContain(new URL(links[0] ?? '').searchParams.get('state'));
      expect(shown).toContain(told);
    },
  );

  test('is denied when the person declines', async () => {
    const deny = async (url: string) => void comeBack(url, { error: 'access_denied' });
    expect((await failureOf(signIn(options({ openExternal: deny })))).failure).toEqual(abandoned('denied'));
    const other = async (url: string) => void comeBack(url, { error: 'admin_policy_enforced' });
    const failure = abandoned('denied', 'admin_policy_enforced');
    expect((await failureOf(signIn(options({ openExternal: other })))).failure).toEqual(failure);
    expect(google.asked).toEqual([]);
    expect(returns).toBe(2);
  });

  test('shows the browser its last page even when it failed', async () => {
    const page = Promise.withResolvers<string>();
    const openExternal = async (url: string) => void comeBack(url, { error: 'access_denied' }).then(page.resolve);
    await failureOf(signIn(options({ openExternal })));
    expect(await page.promise).toContain('Access was declined');
  });

  test('without Gmail granted stores nothing and gives back what was granted', async () => {
    google.script('/token', complete({ scope: 'openid email profile' }));
    expect((await failureOf(signIn(options()))).failure).toEqual(abandoned('gmail-not-granted'));
    expect(revoked()).toEqual(['1//fresh']);
  });

  test('as somebody else is refused, and what came is given back', async () => {
    google.script('/token', complete());
    const failure = await failureOf(signIn(options({ expectedAccountId: '999' })));
    expect(failure.failure).toEqual(abandoned('other-account'));
    expect(revoked()).toEqual(['1//fresh']);
  });

  test('as somebody else who is kept here too does not revoke: it could end the grant that is in use', async () => {
    google.script('/token', complete());
    await failureOf(signIn(options({ expectedAccountId: '999', storedGrant: async () => stored })));
    expect(revoked()).toEqual([]);
  });

  test('does not fail because Google cannot be reached for giving back', async () => {
    google.script('/token', complete({ scope: 'openid' }));
    google.script('/revoke', 'cut');
    expect((await failureOf(signIn(options()))).failure).toEqual(abandoned('gmail-not-granted'));
  });

  test('without a browser says so, and not where it wanted to go', async () => {
    const openExternal = async (url: string) => {
      throw new Error(`xdg-open: no application for ${url}`);
    };
    const thrown = await failureOf(signIn(options({ openExternal })));
    expect(thrown.failure).toEqual(abandoned('no-browser'));
    expect(inspect(thrown)).toContain('no application for (link)');
    expect(inspect(thrown)).not.toContain('state=');
  });

  test('times out when the browser never comes back', async () => {
    const failure = await failureOf(signIn(options({ openExternal: async () => {}, timeoutMs: 5 })));
    expect(failure.failure).toEqual(abandoned('timed-out'));
  });

  test('has the port taken by somebody else', async () => {
    const port = Number(new URL(google.endpoints.tokenUrl).port);
    const uri = `http://127.0.0.1:${port}/cb`;
    const web = parseClientFile(JSON.stringify({ web: { client_id: 'a', client_secret: 'b', redirect_uris: [uri] } }));
    expect((await failureOf(signIn(options({ client: web })))).failure).toEqual(abandoned('port-taken'));
    expect(links).toEqual([]);
  });

  test('does not wait for a browser that is slow to say that it has opened', async () => {
    google.script('/token', complete());
    const openExternal = (url: string) => {
      void comeBack(url, { code: 'the-code' });
      return new Promise<void>(() => {});
    };
    expect((await signIn(options({ openExternal }))).account.id).toBe('1234567890');
  });
});

describe('a sign-in that is cancelled', () => {
  const reason = new Error('cancelled by the person');

  test('before it began opens nothing', async () => {
    await expect(signIn(options({ signal: AbortSignal.abort(reason) }))).rejects.toBe(reason);
    expect(links).toEqual([]);
  });

  test('while the browser is away closes its port', async () => {
    const controller = new AbortController();
    const opened = Promise.withResolvers<string>();
    const openExternal = async (url: string) => opened.resolve(url);
    const running = signIn(options({ signal: controller.signal, openExternal }));
    const link = await opened.promise;
    controller.abort(reason);
    await expect(running).rejects.toBe(reason);
    await expect(comeBack(link, { code: 'x' })).rejects.toThrow();
    expect(returns).toBe(0);
  });

  test.each(['/token', '/oauth2/v2/userinfo'] as const)('while %s is being asked ends at once', async (path) => {
    google.script('/token', tokens({ refresh_token: '1//fresh' }));
    google.script(path, 'silence');
    const controller = new AbortController();
    const asked = google.next(path);
    const running = signIn(options({ signal: controller.signal }));
    await asked;
    controller.abort(reason);
    await expect(running).rejects.toBe(reason);
  });

  test('after the exchange gives the grant back, and the next one waits for that', async () => {
    google.script('/token', complete());
    const controller = new AbortController();
    const storedGrant = async () => {
      controller.abort(reason);
      return undefined;
    };
    await expect(signIn(options({ signal: controller.signal, storedGrant }))).rejects.toBe(reason);
    await signIn(options());
    expect(revoked()).toEqual(['1//fresh']);
    const order = google.asked.map(({ path }) => path);
    expect(order).toEqual(['/token', '/revoke', '/token']);
  });
});

describe('one sign-in at a time', () => {
  test('a new one ends the old one, even where both need the same port', async () => {
    google.script('/token', complete());
    const uri = `http://127.0.0.1:${await freePort()}/cb`;
    const web = parseClientFile(
      JSON.stringify({ web: { client_id: client.clientId, client_secret: clientSecret, redirect_uris: [uri] } }),
    );
    const opened = Promise.withResolvers<void>();
    const old = signIn(options({ client: web, openExternal: async () => opened.resolve() }));
    const ended = expect(old).rejects.toMatchObject({ name: 'AbortError' });
    await opened.promise;
    const fresh = await signIn(options({ client: web }));
    await ended;
    expect(fresh.account.id).toBe('1234567890');
  });

  test('of three that are begun at once the last one stays', async () => {
    google.script('/token', complete());
    const all = await Promise.allSettled([signIn(options()), signIn(options()), signIn(options())]);
    expect(all.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'fulfilled']);
  });
});
