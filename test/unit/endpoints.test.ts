import { describe, expect, test } from 'vitest';
import { endpointsFor } from '../../electron/endpoints.ts';

const google = endpointsFor('', false);

describe('where Google is', () => {
  test('is Google, unless told otherwise', () => {
    const urls = [google.auth.authorizeUrl, google.auth.tokenUrl, google.auth.revokeUrl, google.gmailRootUrl];
    for (const url of urls) expect(url).toMatch(/^https:\/\/([a-z0-9]+\.)*(google|googleapis)\.com\//);
  });

  test('can be another one on this computer, while unpackaged', () => {
    expect(endpointsFor('http://127.0.0.1:8025', false).auth.tokenUrl).toBe('http://127.0.0.1:8025/token');
  });

  test('can not be, once packaged', () => {
    expect(endpointsFor('http://127.0.0.1:8025', true)).toEqual(google);
    expect(endpointsFor('http://127.0.0.1:8025', false)).not.toEqual(google);
  });

  test.each([
    'https://evil.example',
    'http://evil.example',
    'http://127.0.0.1.evil.example',
    'http://localhost:8025',
    'http://127.0.0.1@evil.example/',
    'file:///tmp/x',
    'nonsense',
  ])('is never at %s', (url) => {
    expect(() => endpointsFor(url, false)).toThrow();
  });
});
