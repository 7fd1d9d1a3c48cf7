import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseClientFile } from '../../../electron/auth/client-file.ts';
import { type Failure, FailureError } from '../../../electron/contract/failure.ts';

const fields = { client_id: '1-x.apps.googleusercontent.com', client_secret: 'GOCSPX-secret', project_id: 'post-box' };
const installed = (more: object = {}) =>
  JSON.stringify({ installed: { ...fields, redirect_uris: ['http://localhost'], ...more } });
const web = (...redirects: unknown[]) => JSON.stringify({ web: { ...fields, redirect_uris: redirects } });

function failureOf(text: string): Failure | 'accepted' {
  try {
    parseClientFile(text);
    return 'accepted';
  } catch (thrown) {
    if (thrown instanceof FailureError) return thrown.failure;
    throw thrown;
  }
}

const problem = (name: string, field?: string) => ({
  kind: 'client-file',
  problem: name,
  ...(field === undefined ? {} : { field }),
});

describe('an OAuth client file', () => {
  test('of the installed kind may return to any free port of 127.0.0.1', () => {
    expect(parseClientFile(installed())).toEqual({
      kind: 'installed',
      clientId: fields.client_id,
      clientSecret: fields.client_secret,
      projectId: 'post-box',
      redirect: { host: '127.0.0.1', port: 0, path: '/callback', registered: null },
    });
  });

  test('is taken with a byte order mark', () => {
    expect(parseClientFile(`\ufeff${installed()}`).kind).toBe('installed');
  });

  test('may lack the project, or name an unusable one', () => {
    expect(parseClientFile(installed({ project_id: undefined })).projectId).toBeNull();
    expect(parseClientFile(installed({ project_id: 'a\nb' })).projectId).toBeNull();
    expect(parseClientFile(installed({ project_id: 7 })).projectId).toBeNull();
  });

  test.each([
    ['http://127.0.0.1:8765/cb', { host: '127.0.0.1', port: 8765, path: '/cb' }],
    ['http://127.0.0.1:8765', { host: '127.0.0.1', port: 8765, path: '/' }],
    ['http://127.0.0.1/cb', { host: '127.0.0.1', port: 80, path: '/cb' }],
    ['http://[::1]:9000/a/b', { host: '::1', port: 9000, path: '/a/b' }],
    ['http://localhost:3000/oauth2callback', { host: 'localhost', port: 3000, path: '/oauth2callback' }],
    ['http://localhost:3000/a/../b', { host: 'localhost', port: 3000, path: '/b' }],
  ])('of the web kind returns to exactly %s', (uri, where) => {
    expect(parseClientFile(web('https://example.com/cb', uri)).redirect).toEqual({ ...where, registered: uri });
  });

  test('of the web kind prefers 127.0.0.1 among several', () => {
    const { redirect } = parseClientFile(web('http://localhost:1/a', 'http://[::1]:2/b', 'http://127.0.0.1:3/c'));
    expect(redirect.registered).toBe('http://127.0.0.1:3/c');
  });

  test('has its endpoints ignored', () => {
    const hostile = { auth_uri: 'https://evil.example/auth', token_uri: 'https://evil.example/token' };
    expect(JSON.stringify(parseClientFile(installed(hostile)))).not.toContain('evil');
  });

  test.each([
    ['nothing', '', problem('not-json')],
    ['words', 'client_id = 1', problem('not-json')],
    ['cut off', installed().slice(0, -3), problem('not-json')],
    ['two documents', `${installed()}${installed()}`, problem('not-json')],
    ['UTF-16', '\ufffd\ufffd{\u0000"\u0000', problem('not-json')],
    ['a number', '7', problem('not-a-client')],
    ['null', 'null', problem('not-a-client')],
    ['a list', `[${installed()}]`, problem('not-a-client')],
    ['an empty object', '{}', problem('not-a-client')],
    ['another object', '{"name":"porthole"}', problem('not-a-client')],
    ['an API key', '{"api_key":"AIza"}', problem('not-a-client')],
    ['inherited only', '{"__proto__":{"installed":{}}}', problem('not-a-client')],
    ['installed is a string', '{"installed":"x"}', problem('not-a-client')],
    ['installed is null', '{"installed":null}', problem('not-a-client')],
    ['web is a list', '{"web":[]}', problem('not-a-client')],
    ['a service account', '{"type":"service_account","private_key":"-----BEGIN"}', problem('service-account')],
    ['authorized_user', '{"type":"authorized_user","refresh_token":"1//x"}', problem('authorized-user')],
    ['no client_id', installed({ client_id: undefined }), problem('field-missing', 'client_id')],
    ['an empty client_id', installed({ client_id: '' }), problem('field-missing', 'client_id')],
    ['a client_id that is a number', installed({ client_id: 5 }), problem('field-missing', 'client_id')],
    ['a client_id with a line break', installed({ client_id: 'a\r\nHost: b' }), problem('field-missing', 'client_id')],
    ['a client_id with NUL', installed({ client_id: 'a\u0000' }), problem('field-missing', 'client_id')],
    ['an oversized client_id', installed({ client_id: 'x'.repeat(513) }), problem('field-missing', 'client_id')],
    ['no client_secret', installed({ client_secret: undefined }), problem('field-missing', 'client_secret')],
    ['a client_secret with a space', installed({ client_secret: 'a b' }), problem('field-missing', 'client_secret')],
    ['web without redirect_uris', JSON.stringify({ web: fields }), problem('field-missing', 'redirect_uris')],
    [
      'web with redirect_uris as text',
      '{"web":{"client_id":"a","client_secret":"b","redirect_uris":"http://localhost"}}',
      problem('field-missing', 'redirect_uris'),
    ],
    ['web with no redirect', web(), problem('no-loopback-redirect')],
    ['web on the internet', web('https://example.com/cb'), problem('no-loopback-redirect')],
    ['web with https', web('https://localhost/cb'), problem('no-loopback-redirect')],
    ['web with a look-alike', web('http://localhost.evil.example/cb'), problem('no-loopback-redirect')],
    ['web with another look-alike', web('http://127.0.0.1.evil.example/'), problem('no-loopback-redirect')],
    ['web with a user name', web('http://127.0.0.1@evil.example/'), problem('no-loopback-redirect')],
    ['web on every interface', web('http://0.0.0.0:80/'), problem('no-loopback-redirect')],
    ['web in the local net', web('http://192.168.0.2:80/'), problem('no-loopback-redirect')],
    ['web with port 0', web('http://127.0.0.1:0/cb'), problem('no-loopback-redirect')],
    ['web with port 65536', web('http://127.0.0.1:65536/cb'), problem('no-loopback-redirect')],
    ['web with a query', web('http://127.0.0.1:8765/cb?x=1'), problem('no-loopback-redirect')],
    ['web with a fragment', web('http://127.0.0.1:8765/cb#x'), problem('no-loopback-redirect')],
    ['web with a line break', web('http://127.0.0.1:8765/cb\n'), problem('no-loopback-redirect')],
    ['web with out-of-band', web('urn:ietf:wg:oauth:2.0:oob', null, 7), problem('no-loopback-redirect')],
    ['too much', installed({ note: 'x'.repeat(50_000) }), problem('too-large')],
    ['50,000 brackets', '['.repeat(49_999), problem('not-json')],
  ])('that is %s is refused, with the reason', (_name, text, failure) => {
    expect(failureOf(text)).toEqual(failure);
  });

  test('that is no JSON does not have its text quoted in the error', () => {
    const text = '{"installed":{"client_secret":GOCSPX-topsecret}}';
    // The control: the parser does quote it.
    expect(() => JSON.parse(text)).toThrow(/GOCSPX/);
    const thrown = (() => {
      try {
        return parseClientFile(text);
      } catch (error) {
        return error;
      }
    })();
    expect(thrown).toBeInstanceOf(FailureError);
    expect(thrown).not.toHaveProperty('cause.message');
  });

  test('of any shape is accepted or refused, and nothing else happens', () => {
    const section = fc.dictionary(
      fc.constantFrom('client_id', 'client_secret', 'redirect_uris', 'project_id', '__proto__'),
      fc.oneof(fc.string(), fc.jsonValue(), fc.array(fc.webUrl())),
    );
    const file = fc.dictionary(fc.constantFrom('installed', 'web', 'type'), fc.oneof(section, fc.jsonValue()));
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.json(),
          file.map((value) => JSON.stringify(value)),
        ),
        (text) => {
          failureOf(text);
        },
      ),
    );
  });
});
