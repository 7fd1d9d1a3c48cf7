// Pictures that were allowed, as the window asks for them: with what is kept of them, and the receipt.
import path from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { type Contents, createContents } from '../../../electron/contents/contents.ts';
import type { Contact } from '../../../electron/contract/body.ts';
import { fetchPicture } from '../../../electron/pictures/fetch-picture.ts';
import { createAllowedPictures } from '../../../electron/views/allowed-pictures.ts';
import { createViews } from '../../../electron/views/views.ts';
import { message } from '../../support/messages.ts';
import { openPictureHosts, type PictureHosts, pngOf } from '../../support/picture-hosts.ts';
import { openTestStore } from '../../support/store.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const root = temporaryFolder();
let folders = 0;
const endings: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of endings.splice(0).reverse()) await end();
});

interface Opened {
  readonly hosts: PictureHosts;
  readonly contents: Contents;
  /** The same account the next time, with its hosts gone. */
  readonly again: () => Contents;
}

const picture = pngOf(40, 30);

async function open(): Promise<Opened> {
  const hosts = await openPictureHosts();
  const folder = path.join(root, String(++folders));
  const store = await openTestStore(path.join(folder, 'mail.db'));
  endings.push(hosts.close, store.close);
  const from = [{ name: '', email: 'amy@x.org' }];
  const headers = [{ name: 'Authentication-Results', value: 'mx.google.com; dmarc=pass header.from=x.org' }];
  await store.apply({
    save: [
      message({ id: 'good', from, headers }),
      message({ id: 'doubtful', from }),
      message({ id: 'spam', from, labelIds: ['SPAM'] }),
    ],
  });
  const named = ['/a.png', '/b.png', '/none.png', '/none', '/go'].map((name) => hosts.url(name));
  const others = ['https://www.google-analytics.com/collect', hosts.url('/x', '10.0.0.1')];
  const html = [...named, ...others].map((url) => `<img src="${url}">`).join('');
  const parts = [{ partId: '0', html, plain: null, flowed: false, delSp: false }];
  const original = { parts, related: [], calendars: [], nested: [], omitted: [], whole: true };
  await store.apply({ looks: ['good', 'doubtful', 'spam'].map((id) => ({ id, original })) });
  const contentsWith = (fetch: Parameters<typeof createContents>[0]['fetchPicture']) =>
    createContents({
      store,
      folder,
      source: () => undefined,
      fetchMessage: async () => undefined,
      fetchPicture: fetch,
      now: () => 7,
      signal: new AbortController().signal,
    });
  for (const name of ['/a.png', '/b.png'])
    hosts.serve(
      name,
      (_request, response) => void response.writeHead(200, { 'content-type': 'image/png' }).end(picture),
    );
  return {
    hosts,
    contents: contentsWith((url, signal) => fetchPicture(url, hosts.options(), signal)),
    again: () => contentsWith(async () => ({ picture: undefined, refused: 'unreachable', contacted: [], bytes: 0 })),
  };
}

const receipt = (contacts: readonly Contact[]) =>
  contacts.map(({ host, outcome, pictures, bytes }) => [host, outcome, pictures, bytes]);

describe('allowed pictures', () => {
  test('are fetched once, kept, and there without a network', async () => {
    const { hosts, contents, again } = await open();
    const urls = [hosts.url('/a.png'), hosts.url('/b.png'), hosts.url('/a.png'), hosts.url('/none.png')];
    expect(await contents.pictures(urls, 'good', 'message')).toEqual([
      { url: urls[0], refused: null },
      { url: urls[1], refused: null },
      { url: urls[3], refused: 'unreachable' },
    ]);
    expect(hosts.requests).toHaveLength(3);
    expect(await contents.pictures(urls.slice(0, 2), 'doubtful', 'message')).toMatchObject([
      { refused: null },
      { refused: null },
    ]);
    expect(hosts.requests).toHaveLength(3);
    const offline = again();
    expect(await offline.pictures(urls, 'good', 'message')).toMatchObject([
      { refused: null },
      { refused: null },
      { refused: 'unreachable' },
    ]);
    expect(Buffer.from((await offline.keptPicture(urls[0] ?? '')) ?? []).equals(picture)).toBe(true);
  });

  test('leave a receipt: who was asked, who was not, and what was kept out', async () => {
    const { hosts, contents } = await open();
    hosts.serve(
      '/go',
      (_request, response) =>
        void response.writeHead(302, { location: hosts.url('/a.png', 'cdn.pictures.example') }).end(),
    );
    await contents.keptOut([hosts.url('/a.png'), hosts.url('/b.png'), 'nonsense'], 'good');
    const urls = [
      hosts.url('/go'),
      hosts.url('/b.png'),
      hosts.url('/none'),
      'https://www.google-analytics.com/collect',
      hosts.url('/x', '10.0.0.1'),
    ];
    await contents.pictures(urls, 'good', 'message');
    expect(receipt(await contents.contacts('good')).sort()).toEqual([
      ['10.0.0.1', 'refused', 1, 0],
      ['cdn.pictures.example', 'fetched', 1, picture.length],
      ['pictures.example', 'failed', 1, 0],
      ['pictures.example', 'fetched', 1, picture.length],
      ['pictures.example', 'kept-out', 2, 0],
      ['www.google-analytics.com', 'refused', 1, 0],
    ]);
    expect(await contents.contacts('doubtful')).toEqual([]);
  });

  test('of a sender need the choice, and somebody who vouches for the sender', async () => {
    const { hosts, contents } = await open();
    const urls = [hosts.url('/a.png')];
    const ask = async (id: string) => (await contents.pictures(urls, id, 'sender')).map(({ refused }) => refused);
    expect(await ask('good')).toEqual(['not-allowed']);
    await contents.choose('Amy@x.org', { pictures: true });
    expect(await ask('doubtful')).toEqual(['not-allowed']);
    expect(hosts.connections.outside).toBe(0);
    expect(await ask('good')).toEqual([null]);
  });

  test('are those that the message names', async () => {
    const { hosts, contents } = await open();
    const [made, named] = [hosts.url('/a.png?all=the-mail'), hosts.url('/a.png')];
    expect(await contents.pictures([made, named], 'good', 'message')).toEqual([
      { url: made, refused: 'not-allowed' },
      { url: named, refused: null },
    ]);
    expect(hosts.requests.map(({ url }) => url)).toEqual(['/a.png']);
  });

  test('are none in spam', async () => {
    const { hosts, contents } = await open();
    expect(await contents.pictures([hosts.url('/a.png')], 'spam', 'message')).toMatchObject([
      { refused: 'not-allowed' },
    ]);
    expect(hosts.connections.outside).toBe(0);
    expect(await contents.contacts(null)).toEqual([]);
  });
});

describe('a view', () => {
  test('gets a path of its own for what was fetched, and nothing once it is closed', async () => {
    const { hosts, contents } = await open();
    const views = createViews();
    const pictures = createAllowedPictures({ views, contents: () => contents });
    const host = views.open('good');
    const [good, bad] = await pictures.allow(host, [hosts.url('/a.png'), hosts.url('/none')], 'message');
    expect(good).toMatchObject({ refused: null, path: expect.stringMatching(/^\/img\/[\w-]{20,}$/) });
    expect(bad).toMatchObject({ refused: 'unreachable', path: null });
    expect(views.pictureAt(host, good?.path?.slice('/img/'.length) ?? '')).toBe(hosts.url('/a.png'));
    views.close(host);
    const gone = { failure: { kind: 'gone' } };
    await expect(pictures.allow(host, [hosts.url('/a.png')], 'message')).rejects.toMatchObject(gone);
    await expect(pictures.keptOut(host, [])).rejects.toMatchObject(gone);
  });
});

test('what is chosen for a sender changes by what is named, and is forgotten', async () => {
  const { contents } = await open();
  await contents.choose('a@x.org', { pictures: true, zoom: 2 });
  expect(await contents.choose('a@x.org', { zoom: null, format: 'plain', colours: undefined })).toEqual({
    pictures: true,
    format: 'plain',
  });
  expect(await contents.choice('A@x.org')).toEqual({ pictures: true, format: 'plain' });
  expect(await contents.choose('a@x.org', { pictures: null, format: null })).toEqual({});
});
