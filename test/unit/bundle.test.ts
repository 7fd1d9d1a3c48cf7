import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { answer, contentSecurityPolicy, fileFor } from '../../electron/bundle.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const outside = temporaryFolder();
const folder = path.join(outside, 'renderer');

beforeAll(() => {
  mkdirSync(path.join(folder, 'assets'), { recursive: true });
  writeFileSync(path.join(folder, 'index.html'), '<p>page</p>');
  writeFileSync(path.join(folder, 'assets', 'page.js'), '1');
  writeFileSync(path.join(outside, 'secret.html'), 'secret');
});

const get = (url: string, init?: RequestInit) => answer(new Request(url.replace('app:', 'http:'), init), folder);

describe('app://bundle', () => {
  test('serves the page under its policy', async () => {
    const response = await get('app://bundle/index.html');
    expect(response.status).toBe(200);
    expect(await response.text()).toBe('<p>page</p>');
    expect(response.headers.get('content-security-policy')).toBe(contentSecurityPolicy);
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect((await get('app://bundle/assets/page.js')).headers.get('content-type')).toMatch(/^text\/javascript/);
  });

  test('lets the document come with more than is in its file, and nobody keep it', async () => {
    const url = 'http://bundle/index.html';
    const response = await answer(new Request(url), folder, async (document) => `${document}<p>mail</p>`);
    expect(await response.text()).toBe('<p>page</p><p>mail</p>');
    expect(response.headers.get('cache-control')).toBe('no-store');
  });

  test('applies the style that the page was built with, and none that came in with the mail', async () => {
    const built = path.join(outside, 'built');
    mkdirSync(built);
    writeFileSync(path.join(built, 'index.html'), '<style>p{}</style>');
    const fill = async () => '<style>p{color:red}</style>';
    const { headers } = await answer(new Request('http://bundle/index.html'), built, fill);
    const hashed = `'sha256-${createHash('sha256').update('p{}').digest('base64')}'`;
    const policy = contentSecurityPolicy.replace("style-src 'self'", `style-src 'self' ${hashed}`);
    expect(headers.get('content-security-policy')).toBe(policy);
  });

  test.each([
    'app://bundle/../secret.html',
    'app://bundle/%2e%2e/secret.html',
    'app://bundle/..%2fsecret.html',
    'app://bundle/..%5csecret.html',
    'app://bundle/assets/../../secret.html',
    'app://bundle/%2e%2e%2f%2e%2e%2fetc%2fpasswd.html',
    'app://bundle//etc/passwd.html',
    'app://bundle/index.html%00.js',
    'app://bundle/%ff.html',
    'app://bundle/',
    'app://bundle/assets',
    'app://bundle/index.html.map',
    'app://elsewhere/index.html',
  ])('finds nothing at %s', async (url) => {
    expect((await get(url)).status).toBe(404);
  });

  test('is only ever read', async () => {
    expect((await get('app://bundle/index.html', { method: 'POST', body: 'x' })).status).toBe(404);
  });

  test('the file that must not be served is there, and would be under a wider folder', async () => {
    expect((await answer(new Request('http://bundle/secret.html'), outside)).status).toBe(200);
    expect(fileFor('app://bundle/index.html', folder)?.file).toBe(path.join(folder, 'index.html'));
  });

  test('the policy allows nothing from anywhere else, no inline script and no eval', () => {
    expect(contentSecurityPolicy).toMatch(/^default-src 'none';/);
    expect(contentSecurityPolicy).not.toMatch(/https?:|unsafe|\*/);
  });
});
