import { describe, expect, test } from 'vitest';
import { parseClientFile } from '../../../electron/auth/client-file.ts';
import { type Grant, needsConsent } from '../../../electron/auth/grant.ts';
import { scopes } from '../../../electron/auth/scopes.ts';

const client = (id: string, secret = 's') =>
  parseClientFile(JSON.stringify({ installed: { client_id: id, client_secret: secret } }));
const grant: Grant = {
  client: client('a'),
  refreshToken: '1//r',
  scopes: [...scopes].reverse(),
  grantedAt: 1,
  lastUsedAt: 1,
  expiresAt: null,
};

describe('consent', () => {
  test('is not asked for again for the same client and scopes, in whatever order', () => {
    expect(needsConsent(grant, client('a'))).toBe(false);
  });
  test('is not asked for again when only the secret was renewed', () => {
    expect(needsConsent(grant, client('a', 'new'))).toBe(false);
  });
  test('is asked for again for another client', () => {
    expect(needsConsent(grant, client('b'))).toBe(true);
  });
  test.each([
    ['more', [...scopes, 'https://www.googleapis.com/auth/gmail.labels']],
    ['fewer', scopes.slice(1)],
    ['others', ['openid']],
  ])('is asked for again for %s scopes', (_name, wanted) => {
    expect(needsConsent(grant, client('a'), wanted)).toBe(true);
  });
});
