import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Ask, gmailOf, refresh, signIn } from './asking.ts';
import { type FakeGoogle, startGoogle } from './google.ts';

let google: FakeGoogle;
let ask: Ask;

beforeEach(async () => {
  google = await startGoogle();
  ask = gmailOf(google);
});

afterEach(() => google.close());

describe('errors on cue', () => {
  test.each([
    [{ status: 401 }, 401, 'authError'],
    [{ reason: 'rateLimitExceeded' }, 403, 'rateLimitExceeded'],
    [{ reason: 'userRateLimitExceeded' }, 403, 'userRateLimitExceeded'],
    [{ reason: 'dailyLimitExceeded' }, 403, 'dailyLimitExceeded'],
    [{ reason: 'insufficientPermissions' }, 403, 'insufficientPermissions'],
    [{ reason: 'accessNotConfigured' }, 403, 'accessNotConfigured'],
    [{ reason: 'domainPolicy' }, 403, 'domainPolicy'],
    [{ reason: 'failedPrecondition' }, 400, 'failedPrecondition'],
    [{ status: 404 }, 404, 'notFound'],
    [{ status: 429 }, 429, 'rateLimitExceeded'],
    [{ status: 500 }, 500, 'backendError'],
    [{ status: 502 }, 502, 'backendError'],
    [{ status: 503 }, 503, 'backendError'],
    [{ status: 504 }, 504, 'backendError'],
  ])('%j has Google’s shape', async (fault, status, reason) => {
    google.fault(fault);
    const { body, ...answer } = await ask('profile');
    expect(answer.status).toBe(status);
    expect(body.error).toMatchObject({ code: status, message: expect.any(String), errors: [{ reason }] });
    expect((await ask('profile')).status).toBe(200);
  });

  test('carry a message, a time and headers', async () => {
    google.fault({ reason: 'userRateLimitExceeded', retryAt: Date.UTC(2026, 0, 1), headers: { 'retry-after': '7' } });
    const answer = await ask('profile');
    expect(answer.body.error.message).toMatch(/Retry after 2026-01-01T00:00:00\.000Z$/);
    expect(answer.headers.get('retry-after')).toBe('7');
  });

  test('strike in their order, as often as they say, and only where they match', async () => {
    const first = google.fault({ match: { path: '/profile', count: 2 }, status: 500 });
    const second = google.fault({
      match: { method: 'get', path: /users\/me\/(profile|labels)$/, count: Infinity },
      status: 503,
    });
    expect((await ask('messages')).status).toBe(200);
    const statuses = [];
    for (let index = 0; index < 4; index += 1) statuses.push((await ask('profile')).status);
    expect(statuses).toEqual([500, 500, 503, 503]);
    expect((await ask('labels')).status).toBe(503);
    expect([first.hits, second.hits]).toEqual([2, 3]);
    second.remove();
    expect((await ask('profile')).status).toBe(200);
    google.fault({ status: 500, match: { count: Infinity } });
    google.clearFaults();
    expect((await ask('profile')).status).toBe(200);
  });
});

describe('slow replies', () => {
  test('wait until they are let go', async () => {
    const gate = Promise.withResolvers<void>();
    const fault = google.fault({ until: gate.promise });
    let done = false;
    const asked = ask('profile').finally(() => {
      done = true;
    });
    await fault.struck;
    expect((await ask('profile')).status).toBe(200);
    expect(done).toBe(false);
    gate.resolve();
    expect((await asked).status).toBe(200);
  });

  test('can end in an error', async () => {
    google.fault({ delayMs: 5, status: 503 });
    expect((await ask('profile')).status).toBe(503);
  });

  test('do not keep the fake from closing', async () => {
    const fault = google.fault({ delayMs: 3_600_000 });
    const asked = ask('profile');
    const failed = expect(asked).rejects.toThrow();
    await fault.struck;
    await google.close();
    await failed;
  });

  test('are logged without a status where the client hangs up', async () => {
    const fault = google.fault({ until: new Promise(() => undefined) });
    const leaving = new AbortController();
    const logged = google.nextRequest(({ path }) => path.endsWith('/profile'));
    const asked = ask('profile', {}, { signal: leaving.signal });
    const failed = expect(asked).rejects.toThrow();
    await fault.struck;
    leaving.abort();
    await failed;
    expect((await logged).status).toBe(0);
  });
});

describe('broken replies', () => {
  test('break off in the middle', async () => {
    google.fault({ cutOff: 'mid-body' });
    const { accessToken } = google.grantAccess();
    const headers = { authorization: `Bearer ${accessToken}` };
    const response = await fetch(`${google.url}/gmail/v1/users/me/labels`, { headers });
    expect(response.status).toBe(200);
    await expect(response.text()).rejects.toThrow();
    expect((await ask('labels')).status).toBe(200);
  });

  test('do not come at all', async () => {
    google.fault({ cutOff: 'before' });
    await expect(ask('labels')).rejects.toThrow();
    expect(google.requests.at(-1)).toMatchObject({ status: 0 });
  });

  const text = async () => {
    const headers = { authorization: `Bearer ${google.grantAccess().accessToken}` };
    return (await fetch(`${google.url}/gmail/v1/users/me/labels`, { headers })).text();
  };

  test.each(['not-json', 'truncated', 'empty', 'captive-portal'] as const)('are 200 and %s', async (malformed) => {
    google.fault({ malformed });
    const body = await text();
    expect(() => JSON.parse(body)).toThrow();
    if (malformed === 'captive-portal') expect(body).toContain('<html>');
  });

  test('parse, and fit nothing', async () => {
    google.fault({ malformed: 'wrong-types' });
    const { body } = await ask('labels');
    expect(Array.isArray(body.labels)).toBe(false);
    expect(body.labels[0].id).toBe('INBOX'.length);
  });

  test('say what a test wants them to say', async () => {
    google.fault({ body: '{"labels":7}' });
    expect((await ask('labels')).body).toEqual({ labels: 7 });
    google.fault({ change: (body) => ({ ...(body as object), nextPageToken: 'again' }) });
    expect((await ask('messages')).body.nextPageToken).toBe('again');
  });
});

describe('sign-in that goes wrong', () => {
  test.each(['refresh_token', 'id_token'])('a token reply without %s', async (name) => {
    google.fault({ match: { path: '/token' }, omit: [name] });
    const { status, body } = await signIn(google);
    expect(status).toBe(200);
    expect(body).not.toHaveProperty(name);
    expect(body).toHaveProperty('access_token');
  });

  test('userinfo without id', async () => {
    google.fault({ match: { path: '/oauth2/v2/userinfo' }, omit: ['id'] });
    const headers = { authorization: `Bearer ${google.grantAccess().accessToken}` };
    const body = await (await fetch(`${google.url}/oauth2/v2/userinfo`, { headers })).json();
    expect(body).not.toHaveProperty('id');
    expect(body).toHaveProperty('email');
  });

  test.each([
    ['invalid_grant', 400, 'invalid_grant', undefined],
    ['invalid_rapt', 400, 'invalid_grant', 'invalid_rapt'],
    ['invalid_client', 401, 'invalid_client', undefined],
    ['unauthorized_client', 400, 'unauthorized_client', undefined],
  ] as const)('the token endpoint says %s', async (tokenError, status, error, subtype) => {
    const { refreshToken } = google.grantAccess();
    google.fault({ match: { method: 'POST', path: '/token' }, tokenError });
    const answer = await refresh(google, refreshToken);
    expect(answer.status).toBe(status);
    expect(answer.body.error).toBe(error);
    expect(answer.body.error_subtype).toBe(subtype);
    expect((await refresh(google, refreshToken)).status).toBe(200);
  });
});

test('a failure of the fake itself comes out when it is closed', async () => {
  const failing = await startGoogle();
  failing.fault({
    change: () => {
      throw new Error('mine');
    },
  });
  expect((await gmailOf(failing)('profile')).status).toBe(500);
  await expect(failing.close()).rejects.toThrow('The fake itself has failed');
});

describe('the network cable', () => {
  test('out: nothing listens and what was open is dead; in again: the same address', async () => {
    const fault = google.fault({ until: new Promise(() => undefined) });
    const open = ask('profile');
    const failed = expect(open).rejects.toThrow();
    await fault.struck;
    await google.disconnect();
    await google.disconnect();
    await failed;
    await expect(ask('profile')).rejects.toThrow();
    await google.reconnect();
    await google.reconnect();
    expect((await ask('profile')).status).toBe(200);
  });
});
