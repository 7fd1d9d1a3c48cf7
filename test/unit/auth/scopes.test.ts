import { describe, expect, test } from 'vitest';
import { grantsGmail, parseScope, scopes } from '../../../electron/auth/scopes.ts';

const gmail = 'https://www.googleapis.com/auth/gmail.readonly';

describe('scopes', () => {
  test('are these four and no other', () => {
    expect(scopes).toEqual([
      'openid',
      'https://www.googleapis.com/auth/userinfo.email',
      'https://www.googleapis.com/auth/userinfo.profile',
      'https://www.googleapis.com/auth/gmail.readonly',
    ]);
  });

  test.each([
    [`openid email ${gmail}`, true],
    [`  ${gmail}  openid`, true],
    [gmail, true],
    ['', false],
    ['openid email profile', false],
    [`${gmail}.something`, false],
    [`x${gmail}`, false],
    ['https://www.googleapis.com/auth/gmail.metadata', false],
    ['gmail.readonly', false],
  ])('granted as "%s" let mail be read: %s', (granted, expected) => {
    expect(grantsGmail(granted)).toBe(expected);
  });

  test('have short names, which mean the same', () => {
    expect(parseScope(`openid email profile ${gmail}`)).toEqual(new Set(scopes));
  });
});
