import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { authorizeUrl, decide, exchange, firstClient, gmailReadonly, post, read, refresh, signIn } from './asking.ts';
import { consent } from './browser.ts';
import { type FakeGoogle, startGoogle } from './google.ts';

const day = 86_400_000;
let google: FakeGoogle;
let now = Date.UTC(2026, 10, 22, 12);

beforeEach(async () => {
  now = Date.UTC(2026, 10, 22, 12);
  google = await startGoogle({ now: () => now });
});

afterEach(() => google.close());

function bearer(token: string, path = '/oauth2/v2/userinfo'): Promise<Response> {
  return fetch(`${google.url}${path}`, { headers: { authorization: `Bearer ${token}` } });
}

describe('the consent page', () => {
  test('names the app, the account and every scope, and offers to refuse Gmail alone', async () => {
    const { url } = authorizeUrl(google);
    const page = await (await fetch(url)).text();
    expect(page).toContain('Porthole wants to access');
    expect(page).toContain('ada.lovelace@example.org');
    expect(page).toContain('View your email messages and settings');
    expect(page).toContain('value="partly"');
  });

  test('sends the browser back with code, scope, authuser, prompt and the state as it was', async () => {
    const { url } = authorizeUrl(google);
    const sent = await decide(url, 'allow');
    expect([...sent.keys()].sort()).toEqual(['authuser', 'code', 'prompt', 'scope', 'state']);
    expect(sent.get('state')).toBe('a state & more');
    expect(sent.get('code')).toMatch(/^4\/0A/);
    expect(sent.get('scope')).toContain(gmailReadonly);
  });

  test('adds iss on cue only', async () => {
    google.settings.redirectIss = google.url;
    expect((await decide(authorizeUrl(google).url, 'allow')).get('iss')).toBe(google.url);
  });

  test('tells of a refusal with error and state, without a code', async () => {
    const sent = await decide(authorizeUrl(google).url, 'deny');
    expect(Object.fromEntries(sent)).toEqual({ error: 'access_denied', state: 'a state & more' });
  });

  test('works once: a second decision on the same page is refused', async () => {
    const page = await (await fetch(authorizeUrl(google).url)).text();
    const ticket = /name="ticket" value="([^"]+)"/.exec(page)?.[1] ?? '';
    const form = { ticket, account: google.users[0]?.sub ?? '', decision: 'allow' };
    const decision = () =>
      fetch(`${google.url}/o/oauth2/v2/auth/decision`, {
        method: 'POST',
        body: new URLSearchParams(form),
        redirect: 'manual',
      });
    expect((await decision()).status).toBe(302);
    expect((await decision()).status).toBe(400);
  });

  test('chooses the account that login_hint names, or that the person picks', async () => {
    const other = google.addUser({ email: 'grace.hopper@example.org' });
    const page = await (await fetch(authorizeUrl(google, { login_hint: other.email }).url)).text();
    expect(page).toMatch(new RegExp(`value="${other.sub}" checked`));
    const { url, verifier } = authorizeUrl(google);
    const code = (await decide(url, 'allow', { account: other.email })).get('code');
    const { body } = await exchange(google, code, { code_verifier: verifier });
    expect((await read(await bearer(body.access_token))).body).toMatchObject({ id: other.sub, email: other.email });
  });

  const pages: [string, Record<string, string | undefined>, number, string][] = [
    ['an unknown client', { client_id: 'nobody' }, 401, 'invalid_client'],
    ['no client', { client_id: undefined }, 400, 'invalid_request'],
    ['a redirect that is not the loopback', { redirect_uri: 'http://evil.example/cb' }, 400, 'redirect_uri_mismatch'],
    ['a redirect that only looks so', { redirect_uri: 'http://127.0.0.1.evil.example/' }, 400, 'redirect_uri_mismatch'],
    ['a redirect over https', { redirect_uri: 'https://127.0.0.1/cb' }, 400, 'redirect_uri_mismatch'],
    ['no scope', { scope: undefined }, 400, 'invalid_request'],
    ['a scope that nobody knows', { scope: 'mail' }, 400, 'invalid_scope'],
    ['another response type', { response_type: 'token' }, 400, 'unsupported_response_type'],
    ['another challenge method', { code_challenge_method: 'S512' }, 400, 'invalid_request'],
    ['a short challenge', { code_challenge: 'abc' }, 400, 'invalid_request'],
    ['prompt in both spellings', { prompt: 'consent', approval_prompt: 'force' }, 400, 'invalid_request'],
  ];
  test.each(pages)('keeps the browser on an error page for %s', async (_, changes, status, code) => {
    const page = await consent(authorizeUrl(google, changes).url, 'allow', { follow: false });
    expect(page.redirectedTo).toBeUndefined();
    expect(page.status).toBe(status);
    expect(page.text).toContain(`Error ${status}: ${code}`);
  });

  test.each([
    ['deleted_client', 401],
    ['org_internal', 403],
    ['admin_policy_enforced', 400],
    ['access_denied', 403],
  ] as const)('keeps the browser for a client with %s', async (refusal, status) => {
    firstClient(google).refusal = refusal;
    const page = await consent(authorizeUrl(google).url, 'allow', { follow: false });
    expect(page).toMatchObject({ status, text: expect.stringContaining(refusal) });
    expect(page.redirectedTo).toBeUndefined();
  });

  test('comes after a warning where nobody has reviewed the app', async () => {
    firstClient(google).unverified = true;
    const warning = await (await fetch(authorizeUrl(google).url)).text();
    expect(warning).toContain('Google hasn’t verified this app');
    expect(warning).not.toContain('name="ticket"');
    const page = await consent(authorizeUrl(google).url, 'allow', { follow: false });
    expect(page.redirectedTo).toContain('code=');
  });

  test('is not shown to Electron', async () => {
    const headers = { 'user-agent': 'Mozilla/5.0 Chrome/150.0.0.0 Electron/45.4.1 Safari/537.36' };
    const page = await fetch(authorizeUrl(google).url, { headers });
    expect(page.status).toBe(403);
    expect(await page.text()).toContain('disallowed_useragent');
  });

  test.each(['http://127.0.0.1:1/', 'http://127.0.0.1:60000/any/path', 'http://[::1]:8000/cb', 'http://localhost:9/x'])(
    'lets an installed client be sent to %s',
    async (uri) => {
      const { redirectedTo } = await consent(authorizeUrl(google, { redirect_uri: uri }).url, 'allow', {
        follow: false,
      });
      expect(redirectedTo?.startsWith(uri)).toBe(true);
    },
  );

  test('sends a web client only where it is registered, to the letter', async () => {
    const web = google.addClient({ kind: 'web', redirectUris: ['http://127.0.0.1:8765/cb'] });
    const at = (uri: string) => authorizeUrl(google, { client_id: web.clientId, redirect_uri: uri }).url;
    expect((await decide(at('http://127.0.0.1:8765/cb'), 'allow')).has('code')).toBe(true);
    for (const uri of ['http://127.0.0.1:8766/cb', 'http://127.0.0.1:8765/cb/', 'http://localhost:8765/cb']) {
      expect((await consent(at(uri), 'allow', { follow: false })).text).toContain('redirect_uri_mismatch');
    }
  });
});

describe('the person in the browser', () => {
  let app: Server;
  let origin: string;
  const asked: string[] = [];

  beforeEach(async () => {
    asked.length = 0;
    app = createServer((request, response) => {
      asked.push(request.url ?? '');
      if (request.url?.startsWith('/callback')) response.writeHead(302, { location: '/done' }).end();
      else response.writeHead(200, { 'x-app': 'yes' }).end('You may close this page.');
    });
    await new Promise<void>((resolve) => app.listen(0, '127.0.0.1', resolve));
    origin = `http://127.0.0.1:${(app.address() as AddressInfo).port}`;
  });

  afterEach(() => new Promise((resolve) => app.close(resolve)));

  test('follows the redirect to the app, and sees its last page', async () => {
    const page = await consent(authorizeUrl(google, { redirect_uri: `${origin}/callback` }).url, 'allow');
    expect(page).toMatchObject({ status: 200, text: 'You may close this page.' });
    expect(page.headers.get('x-app')).toBe('yes');
    expect(asked.map((path) => path.split('?')[0])).toEqual(['/callback', '/done']);
    expect(page.visited.at(-1)).toBe(`${origin}/done`);
  });
});

describe('the exchange', () => {
  test('gives access, refresh and id token, the scopes, and 3599 seconds', async () => {
    const { status, body } = await signIn(google);
    expect(status).toBe(200);
    expect(body).toMatchObject({ expires_in: 3599, token_type: 'Bearer' });
    expect(body.access_token).toMatch(/^ya29\./);
    expect(body.refresh_token).toMatch(/^1\/\//);
    expect(body.scope.split(' ').sort()).toEqual([
      'https://www.googleapis.com/auth/gmail.readonly',
      'https://www.googleapis.com/auth/userinfo.email',
      'https://www.googleapis.com/auth/userinfo.profile',
      'openid',
    ]);
    expect(body).not.toHaveProperty('refresh_token_expires_in');
    const claims = JSON.parse(Buffer.from(body.id_token.split('.')[1], 'base64url').toString());
    const [user] = google.users;
    expect(claims).toMatchObject({
      iss: google.url,
      aud: firstClient(google).clientId,
      sub: user?.sub,
      email: user?.email,
    });
    expect(claims.exp).toBe(now / 1000 + 3600);
  });

  const wrong: [string, Record<string, string | undefined>, number, string, string][] = [
    ['a wrong verifier', { code_verifier: 'x'.repeat(64) }, 400, 'invalid_grant', 'Invalid code verifier.'],
    ['no verifier', { code_verifier: undefined }, 400, 'invalid_grant', 'Missing code verifier.'],
    ['no secret', { client_secret: undefined }, 400, 'invalid_request', 'client_secret is missing.'],
    ['a wrong secret', { client_secret: 'GOCSPX-no' }, 401, 'invalid_client', 'The provided client secret is invalid.'],
    ['an unknown client', { client_id: 'nobody' }, 401, 'invalid_client', 'The OAuth client was not found.'],
    [
      'another redirect',
      { redirect_uri: 'http://127.0.0.1:51235/callback' },
      400,
      'redirect_uri_mismatch',
      'Bad Request',
    ],
    ['an invented code', { code: '4/0Anonsense' }, 400, 'invalid_grant', 'Bad Request'],
    ['another grant type', { grant_type: 'password' }, 400, 'unsupported_grant_type', 'Invalid grant_type'],
  ];
  test.each(wrong)(
    'refuses %s, and still takes the right one after',
    async (_, changes, status, error, description) => {
      const { url, verifier } = authorizeUrl(google);
      const code = (await decide(url, 'allow')).get('code');
      const refused = await exchange(google, code, { code_verifier: verifier, ...changes });
      expect(refused).toMatchObject({ status, body: { error, error_description: description } });
      expect((await exchange(google, code, { code_verifier: verifier })).status).toBe(200);
    },
  );

  test('takes the challenge as plain where no method is said', async () => {
    const verifier = 'plain-verifier-plain-verifier-plain-verifier-1';
    const plain = { code_challenge: verifier, code_challenge_method: undefined };
    const code = (await decide(authorizeUrl(google, plain).url, 'allow')).get('code');
    expect((await exchange(google, code, { code_verifier: verifier })).status).toBe(200);
  });

  test('wants no verifier where no challenge was sent', async () => {
    const none = { code_challenge: undefined, code_challenge_method: undefined };
    const { url, verifier } = authorizeUrl(google, none);
    const code = (await decide(url, 'allow')).get('code');
    expect((await exchange(google, code, { code_verifier: verifier })).body.error).toBe('invalid_grant');
    expect((await exchange(google, code, {})).status).toBe(200);
  });

  test('takes a code once; a replay kills what it gave', async () => {
    const { url, verifier } = authorizeUrl(google);
    const code = (await decide(url, 'allow')).get('code');
    const { body } = await exchange(google, code, { code_verifier: verifier });
    expect((await bearer(body.access_token)).status).toBe(200);
    expect((await exchange(google, code, { code_verifier: verifier })).body.error).toBe('invalid_grant');
    expect((await bearer(body.access_token)).status).toBe(401);
    expect((await refresh(google, body.refresh_token)).body.error).toBe('invalid_grant');
  });

  test('refuses a code that is older than its ten minutes', async () => {
    const { url, verifier } = authorizeUrl(google);
    const code = (await decide(url, 'allow')).get('code');
    now += 600_000;
    expect((await exchange(google, code, { code_verifier: verifier })).body.error).toBe('invalid_grant');
  });

  test('gives what was granted, not what was asked', async () => {
    const { body } = await signIn(google, 'partly');
    expect(body.scope).not.toContain('gmail');
    expect(body.id_token).toBeDefined();
    const refused = await read(await bearer(body.access_token, '/gmail/v1/users/me/profile'));
    expect(refused).toMatchObject({
      status: 403,
      body: { error: { errors: [{ reason: 'insufficientPermissions' }] } },
    });
  });

  test('gives no id token where no identity was asked', async () => {
    expect((await signIn(google, 'allow', { scope: gmailReadonly })).body).not.toHaveProperty('id_token');
  });
});

describe('a refresh token', () => {
  test('comes for an installed client without asking', async () => {
    expect((await signIn(google, 'allow', { access_type: undefined })).body.refresh_token).toBeDefined();
  });

  test('comes for a web client offline at the first consent, and later only when forced', async () => {
    await google.close();
    google = await startGoogle({ clients: [{ kind: 'web', redirectUris: ['http://127.0.0.1:8765/cb'] }] });
    const web = (changes: Record<string, string | undefined>) =>
      signIn(google, 'allow', { redirect_uri: 'http://127.0.0.1:8765/cb', ...changes });
    expect((await web({ access_type: undefined })).body).not.toHaveProperty('refresh_token');
    google.revokeAll();
    expect((await web({})).body).toHaveProperty('refresh_token');
    expect((await web({})).body).not.toHaveProperty('refresh_token');
    expect((await web({ prompt: 'consent' })).body).toHaveProperty('refresh_token');
    expect((await web({ approval_prompt: 'force' })).body).toHaveProperty('refresh_token');
    await post(google, '/revoke', { token: google.grants.at(-1)?.refreshToken ?? '' });
    expect((await web({})).body).toHaveProperty('refresh_token');
  });

  test('gives a new access token, and never another refresh token', async () => {
    const { body } = await signIn(google);
    const again = await refresh(google, body.refresh_token);
    expect(again.status).toBe(200);
    expect(again.body.access_token).not.toBe(body.access_token);
    expect(again.body).not.toHaveProperty('refresh_token');
    expect(again.body.id_token).toBeDefined();
  });

  test('is bound to its client and its secret', async () => {
    const { body } = await signIn(google);
    const other = google.addClient();
    const stolen = { client_id: other.clientId, client_secret: other.clientSecret };
    expect((await refresh(google, body.refresh_token, stolen)).body.error).toBe('unauthorized_client');
    expect((await refresh(google, body.refresh_token, { client_secret: 'no' })).status).toBe(401);
  });

  const deaths: [string, () => void][] = [
    ['the person takes access away', () => google.revokeAll()],
    ['the password changes', () => google.changePassword()],
    ['it is not used for six months', () => (now += 181 * day)],
  ];
  test.each(deaths)('dies when %s', async (_, happen) => {
    const { body } = await signIn(google);
    expect((await refresh(google, body.refresh_token)).status).toBe(200);
    happen();
    expect(await refresh(google, body.refresh_token)).toMatchObject({
      status: 400,
      body: { error: 'invalid_grant', error_description: 'Token has been expired or revoked.' },
    });
  });

  test('survives a changed password where it cannot read mail', async () => {
    const { body } = await signIn(google, 'partly');
    google.changePassword();
    expect((await refresh(google, body.refresh_token)).status).toBe(200);
  });

  test('of a project in Testing dies after seven days, unannounced, though it is used', async () => {
    firstClient(google).testing = true;
    const { body } = await signIn(google);
    expect(body).not.toHaveProperty('refresh_token_expires_in');
    now += 6.9 * day;
    expect((await refresh(google, body.refresh_token)).status).toBe(200);
    now += 0.2 * day;
    expect((await refresh(google, body.refresh_token)).body.error).toBe('invalid_grant');
  });

  test('that is granted for a time says so, and ends then', async () => {
    firstClient(google).grantLifeSeconds = 7200;
    const { body } = await signIn(google);
    expect(body.refresh_token_expires_in).toBe(7200);
    now += 7_200_000;
    expect((await refresh(google, body.refresh_token)).body.error).toBe('invalid_grant');
  });

  test('is refused with invalid_rapt while the organisation wants a new sign-in', async () => {
    const { body } = await signIn(google);
    const [user] = google.users;
    if (user) user.mustReauthenticate = true;
    const refused = await refresh(google, body.refresh_token);
    expect(refused.body).toMatchObject({ error: 'invalid_grant', error_subtype: 'invalid_rapt' });
  });

  test('is the hundredth at most: one more kills the oldest', async () => {
    const { refreshToken: first } = google.grantAccess();
    const { refreshToken: second } = google.grantAccess();
    for (let more = 2; more < 100; more += 1) google.grantAccess();
    expect((await refresh(google, first)).status).toBe(200);
    google.grantAccess();
    expect((await refresh(google, first)).body.error).toBe('invalid_grant');
    expect((await refresh(google, second)).status).toBe(200);
  });
});

describe('revoking', () => {
  const ways: [string, (token: string) => Promise<Response>][] = [
    ['the query', (token) => fetch(`${google.url}/revoke?token=${encodeURIComponent(token)}`, { method: 'POST' })],
    ['a form', (token) => fetch(`${google.url}/revoke`, { method: 'POST', body: new URLSearchParams({ token }) })],
  ];
  for (const [way, revoke] of ways) {
    test.each(['access_token', 'refresh_token'])(`the %s by ${way} kills both`, async (which) => {
      const { body } = await signIn(google);
      expect((await revoke(body[which])).status).toBe(200);
      expect((await bearer(body.access_token)).status).toBe(401);
      expect((await refresh(google, body.refresh_token)).body.error).toBe('invalid_grant');
      expect((await revoke(body[which])).status).toBe(400);
    });
  }

  test('leaves what another sign-in gave', async () => {
    const kept = await signIn(google);
    const gone = await signIn(google);
    await post(google, '/revoke', { token: gone.body.refresh_token });
    expect((await refresh(google, kept.body.refresh_token)).status).toBe(200);
  });

  test('an invented token is refused', async () => {
    expect(await post(google, '/revoke', { token: 'nonsense' })).toMatchObject({
      status: 400,
      body: { error: 'invalid_token' },
    });
  });
});

describe('userinfo', () => {
  test('names the account id in the legacy version, sub in the new one', async () => {
    const { accessToken } = google.grantAccess();
    const [user] = google.users;
    const legacy = await read(await bearer(accessToken));
    expect(legacy.body).toMatchObject({
      id: user?.sub,
      verified_email: true,
      email: user?.email,
      name: 'Ada Lovelace',
    });
    expect(legacy.body).not.toHaveProperty('sub');
    const modern = await read(await bearer(accessToken, '/v1/userinfo'));
    expect(modern.body).toMatchObject({ sub: user?.sub, email_verified: true });
    expect(modern.body).not.toHaveProperty('id');
  });

  test('answers POST as well, and nobody without a good token', async () => {
    const { accessToken } = google.grantAccess();
    const headers = { authorization: `Bearer ${accessToken}` };
    expect((await fetch(`${google.url}/oauth2/v2/userinfo`, { method: 'POST', headers })).status).toBe(200);
    now += 3_599_000;
    expect((await bearer(accessToken)).status).toBe(401);
    expect((await fetch(`${google.url}/oauth2/v2/userinfo`)).status).toBe(401);
  });
});

test('discovery names the endpoints at its own origin', async () => {
  const { body } = await read(await fetch(`${google.url}/.well-known/openid-configuration`));
  expect(body).toMatchObject({ issuer: google.url, token_endpoint: `${google.url}/token` });
  expect((await read(await fetch(body.jwks_uri))).body.keys[0]).toMatchObject({ kty: 'RSA', alg: 'RS256' });
});

describe('what tests are told', () => {
  test('knows every secret that was given out', async () => {
    const { url, verifier } = authorizeUrl(google);
    const code = (await decide(url, 'allow')).get('code') ?? '';
    const { body } = await exchange(google, code, { code_verifier: verifier });
    const secrets = google.issuedSecrets();
    for (const secret of [
      code,
      body.access_token,
      body.refresh_token,
      body.id_token,
      firstClient(google).clientSecret,
    ]) {
      expect(secrets).toContain(secret);
    }
    expect(google.grants.map((grant) => grant.refreshToken)).toEqual([body.refresh_token]);
  });

  test('logs requests without any of them', async () => {
    const { body } = await signIn(google);
    await bearer(body.access_token);
    await fetch(`${google.url}/revoke?token=${encodeURIComponent(body.access_token)}`, { method: 'POST' });
    const log = JSON.stringify(google.requests);
    expect(log).toContain('"queryKeys":["token"]');
    for (const secret of google.issuedSecrets()) expect(log).not.toContain(secret);
    expect(google.requests.map(({ bearer: carried }) => carried)).toContain(true);
  });

  test('hands out a client file as the console does', async () => {
    const { body } = await read(await fetch(`${google.url}/client.json`));
    expect(body).toEqual(google.clientFile('installed'));
    expect(body.installed).toMatchObject({
      client_id: firstClient(google).clientId,
      redirect_uris: ['http://localhost'],
    });
    expect(body.installed.token_uri).not.toContain('127.0.0.1');
    expect(() => google.clientFile('web')).toThrow('No web client');
  });
});
