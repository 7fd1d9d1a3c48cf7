import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Expected, readCallback, readTarget } from '../../../electron/auth/callback.ts';
import { createState } from '../../../electron/auth/pkce.ts';

const state = createState('inbox');
const expected: Expected = { host: '127.0.0.1:5000', path: '/callback', state, issuer: 'https://accounts.google.com' };
const knock = (target: string, method = 'GET', hosts: readonly string[] = [expected.host]) =>
  readCallback({ version: '1.1', method, target, hosts }, expected);

describe('a request to the loopback server', () => {
  test('with our state and a code is the callback', () => {
    expect(knock(`/callback?state=${state}&code=4%2F0Ab_c`)).toEqual({ kind: 'code', code: '4/0Ab_c' });
  });

  test('may carry what Google adds', () => {
    const extra = 'scope=openid+email&authuser=0&hd=example.com&prompt=consent&iss=https://accounts.google.com';
    expect(knock(`/callback?code=c&${extra}&state=${state}`)).toEqual({ kind: 'code', code: 'c' });
  });

  test.each([
    ['access_denied', 'access_denied'],
    ['admin_policy_enforced', 'admin_policy_enforced'],
    ['%3Cscript%3E', 'unknown'],
    ['x'.repeat(65), 'unknown'],
  ])('with our state and error=%s is a refusal', (sent, error) => {
    expect(knock(`/callback?state=${state}&error=${sent}`)).toEqual({ kind: 'refused', error });
  });

  test('is never taken for the callback without our state', () => {
    const parameter = fc.tuple(fc.constantFrom('state', 'code', 'error', 'iss', 'x'), fc.string());
    fc.assert(
      fc.property(
        fc.constantFrom('GET', 'POST', 'HEAD', 'OPTIONS'),
        fc.oneof(
          fc.string(),
          fc.array(parameter).map((all) => `/callback?${new URLSearchParams(all)}`),
        ),
        fc.array(fc.oneof(fc.string(), fc.constant(expected.host)), { maxLength: 2 }),
        (method, target, hosts) => {
          expect(readCallback({ version: '1.1', method, target, hosts }, expected).kind).toBe('turned-away');
          readTarget({ version: '1.1', method, target, hosts }, expected.host);
        },
      ),
    );
  });

  test('may lack a target or a method altogether', () => {
    expect(
      readCallback({ version: '1.1', method: undefined, target: undefined, hosts: [expected.host] }, expected).kind,
    ).toBe('turned-away');
  });
});
