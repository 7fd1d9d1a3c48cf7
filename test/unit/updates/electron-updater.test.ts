// electron-updater itself, as it is set up here, against a place that publishes: what it asks for, what it takes, what it installs.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createElectronUpdater } from '../../../electron/updates/electron-updater.ts';
import { UpdateError } from '../../../electron/updates/feed.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const installer = '#!/bin/sh\nexit 0\n';
const sha512 = (content: string) => createHash('sha512').update(content).digest('base64');

interface Published {
  readonly version?: string;
  readonly notes?: string;
  /** Of what is announced. */
  readonly sum?: string;
  readonly content?: string;
  readonly answer?: (url: string) => Response | undefined;
}

let folder = '';
beforeEach(() => {
  folder = temporaryFolder();
  writeFileSync(path.join(folder, 'Porthole.AppImage'), 'the old one');
  vi.stubEnv('APPIMAGE', path.join(folder, 'Porthole.AppImage'));
});
afterEach(() => vi.unstubAllEnvs());

function world(
  { version = '1.1.0', notes = '<p>Better</p>', content = installer, sum = sha512(content), answer }: Published = {},
  feed = 'provider: generic\nurl: https://updates.example/porthole\nupdaterCacheDirName: porthole-updater\n',
) {
  const feedFile = path.join(folder, 'app-update.yml');
  writeFileSync(feedFile, feed);
  const asked: { readonly url: string; readonly headers: Headers }[] = [];
  const quits: ((exitCode: number) => void)[] = [];
  const did: string[] = [];
  const list = [
    `version: ${version}`,
    `files: [{ url: Porthole-${version}.AppImage, sha512: "${sum}", size: ${content.length} }]`,
    `releaseNotes: ${JSON.stringify(notes)}`,
  ].join('\n');
  const fetch = async (wanted: unknown, options: RequestInit = {}) => {
    const url = String(wanted);
    options.signal?.throwIfAborted();
    asked.push({ url, headers: new Headers(options.headers) });
    const given = answer?.(url);
    if (given) return given;
    if (new URL(url).pathname.endsWith('.yml')) return new Response(list);
    return new Response(content, { headers: { 'content-length': `${content.length}` } });
  };
  const updater = createElectronUpdater({
    platform: 'linux',
    fetch: fetch as typeof globalThis.fetch,
    app: {
      version: '1.0.0',
      name: 'Porthole',
      feedFile,
      folder: path.join(folder, 'updates'),
      quit: () => did.push('quit'),
      onQuit: (run) => quits.push(run),
      makeRoom: () => did.push('make room'),
    },
  });
  const look = () => updater.look(new AbortController().signal);
  const download = (onShare: (share: number) => void = () => undefined) =>
    updater.download(onShare, new AbortController().signal);
  const quit = (exitCode = 0) => {
    for (const run of quits) run(exitCode);
  };
  const installed = () => readFileSync(path.join(folder, 'Porthole.AppImage'), 'utf8');
  return { updater, asked, did, look, download, quit, installed };
}

/** Why it did not go. */
const failureOf = async (work: Promise<unknown>) => {
  const error: unknown = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  return error instanceof UpdateError ? error.failure : error;
};

test('a newer version is found, and nothing of it is fetched before somebody says so', async () => {
  const { look, asked } = world();
  expect(await look()).toEqual({ version: '1.1.0', notes: 'Better' });
  // What it did by itself would come later.
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(asked.map(({ url }) => new URL(url).pathname)).toEqual(['/porthole/latest-linux.yml']);
  expect(existsSync(path.join(folder, 'updates'))).toBe(false);
});

test.each(['2.0.0-beta.1', '1.1.0-alpha'])('%s, which is preliminary, is not offered', async (version) => {
  expect(await world({ version }).look()).toBeUndefined();
});

test.each(['1.0.0', '0.9.9', '0.1.0', '1.0.0-beta.1'])('%s is never taken for a newer one', async (version) => {
  const { look, download, asked } = world({ version });
  expect(await look()).toBeUndefined();
  await expect(download()).rejects.toThrow();
  expect(asked).toHaveLength(1);
});

test('what was downloaded is installed when Porthole is quit, and not before', async () => {
  const { look, download, quit, installed } = world();
  const shares: number[] = [];
  await look();
  await download((share) => shares.push(share));
  expect(shares.at(-1)).toBe(1);
  expect(installed()).toBe('the old one');
  quit();
  expect(installed()).toBe(installer);
});

test('what was taken back is not installed, nor is anything when Porthole dies', async () => {
  const back = world();
  await back.look();
  await back.download();
  expect(back.updater.takeBack()).toBe(true);
  back.quit();
  expect(back.installed()).toBe('the old one');
  await back.download();
  back.quit(1);
  expect(back.installed()).toBe('the old one');
  back.quit();
  expect(back.installed()).toBe(installer);
});

test('the one that is there stays where what was downloaded is gone', async () => {
  const { look, download, quit, installed } = world();
  await look();
  await download();
  rmSync(path.join(folder, 'updates'), { recursive: true });
  quit();
  expect(installed()).toBe('the old one');
  expect(readdirSync(folder).sort()).toEqual(['Porthole.AppImage', 'app-update.yml']);
});

test('the one that is there stays where it is quit while another is downloaded', async () => {
  let stuck = false;
  const later = 'version: 1.2.0\nfiles: [{ url: P.AppImage, sha512: "other", size: 9 }]\n';
  const { look, download, quit, installed, updater } = world({
    answer: (url) => (stuck ? new Response(url.includes('.yml') ? later : new ReadableStream()) : undefined),
  });
  await look();
  await download();
  updater.takeBack();
  stuck = true;
  await look();
  void download();
  await vi.waitFor(() =>
    expect(readdirSync(path.join(folder, 'updates'), { recursive: true }).join()).toContain('temp'),
  );
  quit();
  expect(installed()).toBe('the old one');
});

test('a restart quits as ever, and makes room before the newer one begins', async () => {
  const { updater, look, download, quit, installed, did } = world();
  await look();
  await download();
  updater.restart();
  expect(did).toEqual(['quit']);
  expect(installed()).toBe('the old one');
  quit();
  expect(did.slice(0, 2)).toEqual(['quit', 'make room']);
  expect(installed()).toBe(installer);
});

test('what is not what was announced is thrown away', async () => {
  for (const sum of [sha512('something else'), '']) {
    const { look, download, quit, installed } = world({ sum });
    await look();
    const failure = await failureOf(download());
    expect(failure).toEqual({ kind: 'altered' });
    quit();
    expect(installed()).toBe('the old one');
    expect(readdirSync(path.join(folder, 'updates/porthole-updater/pending'))).toEqual([]);
  }
});

test('nothing that tells one computer from another is sent or kept', async () => {
  const { look, download, asked } = world();
  await look();
  await download();
  expect(asked).toHaveLength(2);
  expect(asked.flatMap(({ headers }) => [...headers.keys()])).toEqual(['accept', 'accept']);
  expect(readdirSync(folder, { recursive: true }).filter((name) => String(name).includes('updaterId'))).toEqual([]);
});

test('only https is spoken', async () => {
  const feed = 'provider: generic\nurl: http://updates.example/porthole\n';
  const { look, asked } = world({}, feed);
  expect(await failureOf(look())).toEqual({ kind: 'unexpected' });
  expect(asked).toEqual([]);
});

test.each([
  ['http://updates.example/hop', 1],
  ['https://updates.example/loop', 6],
])('led on to %s, nothing is taken', async (location, requests) => {
  const { look, asked } = world({ answer: () => new Response(null, { status: 302, headers: { location } }) });
  expect(await failureOf(look())).toEqual({ kind: 'unexpected' });
  expect(asked).toHaveLength(requests);
});

test('led on by https, it follows', async () => {
  const location = 'https://files.example/latest-linux.yml';
  const { look, asked } = world({
    answer: (url) =>
      url.startsWith('https://updates') ? new Response(null, { status: 302, headers: { location } }) : undefined,
  });
  expect(await look()).toMatchObject({ version: '1.1.0' });
  expect(asked.map(({ url }) => new URL(url).hostname)).toEqual(['updates.example', 'files.example']);
});

test('a release on GitHub is found, with its notes', async () => {
  const feed = 'provider: github\nowner: somebody\nrepo: porthole\nupdaterCacheDirName: porthole-updater\n';
  const atom =
    '<?xml version="1.0"?><feed><entry><link href="https://github.com/somebody/porthole/releases/tag/v1.1.0"/>' +
    '<title>1.1.0</title><content type="html">&lt;ul&gt;&lt;li&gt;Quieter&lt;/li&gt;&lt;/ul&gt;</content></entry></feed>';
  const { look, asked } = world(
    {
      answer: (url) => {
        if (url.endsWith('.atom')) return new Response(atom);
        if (url.endsWith('/latest')) return Response.json({ tag_name: 'v1.1.0' });
        if (!url.includes('.yml')) return undefined;
        return new Response(`version: 1.1.0\nfiles: [{ url: P.AppImage, sha512: "${sha512(installer)}" }]\n`);
      },
    },
    feed,
  );
  expect(await look()).toEqual({ version: '1.1.0', notes: '* Quieter' });
  expect(new Set(asked.map(({ url }) => new URL(url).hostname))).toEqual(new Set(['github.com']));
});

test.each<[string, Published['answer'], unknown]>([
  [
    'no network',
    () => {
      throw new TypeError('fetch failed');
    },
    { kind: 'unreachable' },
  ],
  ['an error of the server', () => new Response('secret', { status: 500 }), { kind: 'unexpected' }],
  ['a page to log in at', () => new Response('<html>Log in first</html>'), { kind: 'unexpected' }],
  ['a list that is none', () => new Response('{'), { kind: 'unexpected' }],
  ['a list without end', () => new Response('x'.repeat(6_000_000)), { kind: 'unexpected' }],
])('%s is said as what it is', async (_what, answer, failure) => {
  const { look } = world(answer ? { answer } : {});
  expect(await failureOf(look())).toEqual(failure);
});

test('what was turned off meanwhile is not fetched', async () => {
  const { updater, asked } = world();
  const gone = new AbortController();
  gone.abort();
  expect(await failureOf(updater.look(gone.signal))).toEqual({ kind: 'unreachable' });
  expect(asked).toEqual([]);
});
