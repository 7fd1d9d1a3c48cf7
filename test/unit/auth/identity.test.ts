import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readIdToken } from '../../../electron/auth/identity.ts';

const now = Date.UTC(2026, 10, 22);
const claims = {
  iss: 'https://accounts.google.com',
  aud: 'our-client',
  exp: now / 1_000 + 3_600,
  sub: '110169484474386276334',
  email: 'ada@example.com',
  email_verified: true,
  name: 'Ada',
};
const jwt = (payload: unknown) => `e30.${Buffer.from(JSON.stringify(payload)).toString('base64url')}.c2ln`;
const read = (idToken: string | null) =>
  readIdToken({
    tokens: { access: { token: 'a', expiresAt: 0 }, refreshToken: null, refreshExpiresAt: null, scope: '', idToken },
    clientId: 'our-client',
    endpoints: {
      authorizeUrl: '',
      tokenUrl: '',
      revokeUrl: '',
      apiRootUrl: '',
      issuers: ['https://accounts.google.com', 'accounts.google.com'],
    },
    now: () => now,
  });

describe('an ID token', () => {
  test('says who it was', () => {
    expect(read(jwt(claims))).toEqual({ id: claims.sub, email: 'ada@example.com', name: 'Ada', verified: true });
  });

  test.each([
    [undefined, false],
    [true, true],
    ['true', true],
    [false, false],
    ['false', false],
  ])('whose address is vouched for: %s', (claim, verified) => {
    expect(read(jwt({ ...claims, email_verified: claim }))).toMatchObject({ verified });
  });

  test.each([
    ['the issuer without https', { iss: 'accounts.google.com' }],
    ['several audiences', { aud: ['other', 'our-client'] }],
    ['a clock that is four minutes ahead', { exp: now / 1_000 - 240 }],
  ])('is taken with %s', (_name, more) => {
    expect(read(jwt({ ...claims, ...more }))?.id).toBe(claims.sub);
  });

  test.each([
    ['a missing name', { name: undefined }, { email: 'ada@example.com', name: '' }],
    ['a name of the wrong type', { name: 7 }, { email: 'ada@example.com', name: '' }],
    ['a name with control characters', { name: 'A\u0007da' }, { email: 'ada@example.com', name: '' }],
    ['an endless address', { email: `${'x'.repeat(400)}@y` }, { email: '', name: 'Ada' }],
    ['a name in another script', { name: 'آدا لوفلِيس 🧮' }, { email: 'ada@example.com', name: 'آدا لوفلِيس 🧮' }],
  ])('with %s still names the account', (_name, more, shown) => {
    expect(read(jwt({ ...claims, ...more }))).toEqual({ id: claims.sub, verified: true, ...shown });
  });

  test.each([
    ['from another issuer', { iss: 'https://evil.example' }],
    ['for another client', { aud: 'another-client' }],
    ['for no client', { aud: [] }],
    ['that has run out', { exp: now / 1_000 - 301 }],
    ['that never runs out', { exp: undefined }],
    ['without sub', { sub: undefined }],
    ['with an empty sub', { sub: '' }],
    ['with a number for sub', { sub: 110169484474386 }],
    ['with a path for sub', { sub: '../../etc' }],
    ['with a sub that is too long', { sub: '1'.repeat(65) }],
  ])('%s is not taken', (_name, more) => {
    expect(read(jwt({ ...claims, ...more }))).toBeNull();
  });

  test.each([null, '', '.', 'a.b', 'a.b.c', '...', jwt(null), jwt([]), jwt('x'), jwt(7)])(
    'that is %j is none',
    (text) => {
      expect(read(text)).toBeNull();
    },
  );

  test('of any shape never throws, and names nobody', () => {
    const text = fc.oneof(fc.string(), fc.jsonValue().map(jwt));
    fc.assert(fc.property(text, (idToken) => read(idToken) === null));
  });
});
