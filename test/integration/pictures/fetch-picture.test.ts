// What becomes of a picture's address that a stranger wrote: over real connections, to hosts of our own.
import type { ServerResponse } from 'node:http';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { fetchPicture } from '../../../electron/pictures/fetch-picture.ts';
import { inside, openPictureHosts, outside, type PictureHosts, pngOf } from '../../support/picture-hosts.ts';

let hosts: PictureHosts;
beforeEach(async () => {
  hosts = await openPictureHosts();
});
afterEach(() => hosts.close());

const picture = pngOf(40, 30);
const png =
  (bytes = picture) =>
  (_request: unknown, response: ServerResponse) =>
    void response.writeHead(200, { 'content-type': 'image/png' }).end(bytes);
const moved = (to: string) => (_request: unknown, response: ServerResponse) =>
  void response.writeHead(302, { location: to }).end();

describe('a picture', () => {
  test('is fetched, and its host learns nothing of who asks', async () => {
    hosts.serve('/a.png?x=1', png());
    const url = hosts.url('/a.png?x=1').replace('https://', 'https://ada:secret@');
    const fetched = await fetchPicture(`${url}#who`, hosts.options());
    expect(fetched).toMatchObject({ refused: null, contacted: ['pictures.example'], bytes: picture.length });
    expect(fetched.picture).toMatchObject({ mimeType: 'image/png' });
    expect(fetched.picture?.bytes).toEqual(picture);
    const headers = hosts.requests[0]?.headers ?? {};
    expect(Object.keys(headers).sort()).toEqual(['accept', 'connection', 'host', 'user-agent']);
    expect(headers['user-agent']).toBe('Mozilla/5.0');
  });

  test('is asked for by https also where its address says http', async () => {
    hosts.serve('/a.png', png());
    const fetched = await fetchPicture(hosts.url('/a.png').replace('https:', 'http:'), hosts.options());
    expect(fetched.refused).toBe(null);
  });

  test('is passed on, and every host on the way is named', async () => {
    hosts.serve('/first', moved(hosts.url('/second', 'cdn.pictures.example')));
    hosts.serve('/second', moved('/third'));
    hosts.serve('/third', png());
    const { refused, contacted } = await fetchPicture(hosts.url('/first'), hosts.options());
    expect(refused).toBe(null);
    expect(contacted).toEqual(['pictures.example', 'cdn.pictures.example', 'cdn.pictures.example']);
  });

  test('is passed on no more than five times', async () => {
    hosts.serve('/round', moved('/round'));
    const { refused, contacted } = await fetchPicture(hosts.url('/round'), hosts.options());
    expect([refused, contacted.length]).toEqual(['unreachable', 6]);
  });

  test.each<[string, string, (response: ServerResponse) => void]>([
    ['a page', 'not-a-picture', (r) => r.writeHead(200, { 'content-type': 'text/html' }).end('<script>1</script>')],
    [
      'a picture that says it is a page',
      'not-a-picture',
      (r) => r.writeHead(200, { 'content-type': 'text/html' }).end(picture),
    ],
    [
      'a page that says it is a picture',
      'not-a-picture',
      (r) => r.writeHead(200, { 'content-type': 'image/png' }).end('<svg onload=x>'),
    ],
    [
      'SVG',
      'not-a-picture',
      (r) => r.writeHead(200, { 'content-type': 'image/svg+xml' }).end('<svg xmlns="http://www.w3.org/2000/svg"/>'),
    ],
    ['a picture of nothing', 'not-a-picture', (r) => r.writeHead(200, { 'content-type': 'image/png' }).end()],
    [
      'a picture of too many pixels',
      'too-large',
      (r) => r.writeHead(200, { 'content-type': 'image/png' }).end(pngOf(10_000, 10_000)),
    ],
    ['a picture of one pixel', 'tracker', (r) => r.writeHead(200, { 'content-type': 'image/png' }).end(pngOf(1, 1))],
    [
      'eleven megabytes, as it says',
      'too-large',
      (r) => r.writeHead(200, { 'content-type': 'image/png', 'content-length': '11000000' }).write(picture),
    ],
    [
      'eleven megabytes, as it does not say',
      'too-large',
      (r) => r.writeHead(200, { 'content-type': 'image/png' }).end(pngOf(40, 30, 11_000_000)),
    ],
    ['no such picture', 'unreachable', (r) => r.writeHead(404).end()],
    ['nothing new', 'unreachable', (r) => r.writeHead(304).end()],
    [
      'another way of transport',
      'unreachable',
      (r) => r.writeHead(302, { location: 'ftp://pictures.example/a.png' }).end(),
    ],
    ['a connection that breaks', 'unreachable', (r) => r.destroy()],
  ])('is not shown where the host gives %s: %s', async (_what, expected, answer) => {
    hosts.serve('/x', (_request, response) => answer(response));
    const fetched = await fetchPicture(hosts.url('/x'), hosts.options());
    expect(fetched).toMatchObject({ picture: undefined, refused: expected });
    expect(fetched.contacted.length).toBe(1);
  });

  test('is given up where its host takes too long, and where nobody wants it any more', async () => {
    hosts.serve(
      '/slow',
      (_request, response) => void response.writeHead(200, { 'content-type': 'image/png' }).write(picture),
    );
    const late = await fetchPicture(hosts.url('/slow'), { ...hosts.options(), timeoutMs: 300 });
    expect(late.refused).toBe('unreachable');
    const stop = new AbortController();
    hosts.serve('/stopped', () => stop.abort());
    expect((await fetchPicture(hosts.url('/stopped'), hosts.options(), stop.signal)).refused).toBe('unreachable');
  });

  test('is not trusted where the certificate is somebody else’s', async () => {
    hosts.serve('/a.png', png());
    const { ca: _, ...strict } = hosts.options();
    expect((await fetchPicture(hosts.url('/a.png'), strict)).refused).toBe('unreachable');
    expect((await fetchPicture(hosts.url('/a.png', 'other.invalid'), hosts.options())).refused).toBe('unreachable');
    expect(hosts.requests).toEqual([]);
  });
});

describe('nobody is contacted', () => {
  const refusedBefore: readonly (readonly [string, string, string])[] = [
    ['for a known tracker', 'https://www.google-analytics.com/collect?v=1', 'tracker'],
    ['for what is no address', 'not a url', 'unreachable'],
    ['for a file', 'file:///etc/passwd', 'unreachable'],
    ['for data', 'data:image/png;base64,AAAA', 'unreachable'],
    ['by a name without a dot', 'https://printer/a.png', 'private-address'],
    ['by a name of the neighbourhood', 'https://nas.local/a.png', 'private-address'],
  ];
  test.each(refusedBefore)('%s', async (_what, url, expected) => {
    const options = hosts.options();
    expect(await fetchPicture(url, options)).toMatchObject({ picture: undefined, refused: expected, contacted: [] });
    expect(options.resolved).toEqual([]);
  });

  const literals = [
    '127.0.0.1',
    '[::1]',
    '2130706433',
    '0x7f000001',
    '0177.0.0.1',
    '127.1',
    '[::ffff:127.0.0.1]',
    '10.0.0.1',
  ];
  test.each(literals)('at the address %s', async (address) => {
    hosts.serve('/a.png', png());
    const fetched = await fetchPicture(hosts.url('/a.png', address), hosts.options());
    expect(fetched).toMatchObject({ refused: 'private-address', contacted: [] });
    expect(hosts.connections).toEqual({ outside: 0, inside: 0 });
  });

  test.each([
    ['a name that leads inside', [inside]],
    ['a name of which one address leads inside', [`${outside} ${inside}`]],
    ['a name that leads to itself by IPv6', ['::1']],
  ])('by %s', async (_what, addresses) => {
    hosts.serve('/a.png', png());
    const fetched = await fetchPicture(hosts.url('/a.png'), hosts.options({ 'pictures.example': addresses }));
    expect(fetched).toMatchObject({ refused: 'private-address', contacted: [] });
    expect(hosts.connections).toEqual({ outside: 0, inside: 0 });
  });

  test('inside, where the name leads elsewhere after it was checked', async () => {
    hosts.serve('/a.png', png());
    const options = hosts.options({ 'pictures.example': [outside, inside] });
    expect((await fetchPicture(hosts.url('/a.png'), options)).refused).toBe(null);
    expect(options.resolved).toEqual(['pictures.example']);
    expect(hosts.connections).toEqual({ outside: 1, inside: 0 });
  });

  test.each([
    ['an address', (port: number) => `https://${inside}:${port}/a.png`],
    ['a name', (port: number) => `https://inside.example:${port}/a.png`],
    ['the same name, which leads elsewhere by then', () => '/a.png'],
  ])('inside, where a host outside passes it on to %s', async (_what, to) => {
    hosts.serve('/a.png', png());
    hosts.serve('/go', moved(to(hosts.port)));
    const names = { 'inside.example': [inside], 'pictures.example': [outside, inside] };
    const fetched = await fetchPicture(hosts.url('/go'), hosts.options(names));
    expect(fetched).toMatchObject({ refused: 'private-address', contacted: ['pictures.example'] });
    expect(hosts.connections).toEqual({ outside: 1, inside: 0 });
  });

  test('by a host outside that passes it on to a tracker', async () => {
    hosts.serve('/go', moved('https://www.google-analytics.com/collect?v=1'));
    const options = hosts.options();
    expect((await fetchPicture(hosts.url('/go'), options)).refused).toBe('tracker');
    expect(options.resolved).toEqual(['pictures.example']);
  });

  test('control: without the check of addresses all of these would reach inside', async () => {
    hosts.serve('/a.png', png());
    hosts.serve('/go', moved(`https://${inside}:${hosts.port}/a.png`));
    const open = { ...hosts.options({ 'pictures.example': [inside] }), isPublic: () => true };
    for (const url of [
      hosts.url('/a.png'),
      hosts.url('/a.png', inside),
      hosts.url('/a.png', '2130706433'),
      hosts.url('/go'),
    ])
      expect((await fetchPicture(url, open)).refused).toBe(null);
    expect(hosts.connections.inside).toBeGreaterThanOrEqual(4);
  });
});
