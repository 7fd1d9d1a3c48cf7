import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { networkInterfaces } from 'node:os';
import { afterEach, describe, expect, test } from 'vitest';
import type { Callback } from '../../../electron/auth/callback.ts';
import type { Redirect } from '../../../electron/auth/client-file.ts';
import { type Listening, listenForCode } from '../../../electron/auth/loopback.ts';
import { createState } from '../../../electron/auth/pkce.ts';
import { FailureError } from '../../../electron/contract/failure.ts';
import { englishPages } from '../../support/pages.ts';
import { freePort, type Held, headerOf, hold, send, statusOf } from './wire.ts';

const issuer = 'https://accounts.google.com';
const anyPort: Redirect = { host: '127.0.0.1', port: 0, path: '/callback', registered: null };

interface Flow {
  readonly listening: Listening;
  readonly controller: AbortController;
  readonly state: string;
  readonly port: number;
  /** `true` while nothing has ended it. */
  readonly isWaiting: () => Promise<boolean>;
}

const flows: Flow[] = [];
const sockets: Held[] = [];

async function start(options: { redirect?: Redirect; timeoutMs?: number } = {}): Promise<Flow> {
  const controller = new AbortController();
  const state = createState();
  const { redirect = anyPort, timeoutMs = 60_000 } = options;
  const listening = await listenForCode({
    redirect,
    state,
    issuer,
    pages: englishPages,
    signal: controller.signal,
    timeoutMs,
  });
  const waiting = Symbol();
  const flow: Flow = {
    listening,
    controller,
    state,
    port: Number(new URL(listening.redirectUri).port),
    isWaiting: async () => {
      const first = await Promise.race([listening.callback.catch(() => null), nextTurn(waiting)]);
      return first === waiting;
    },
  };
  flows.push(flow);
  return flow;
}

const nextTurn = <T>(value: T) => new Promise<T>((resolve) => setImmediate(() => resolve(value)));
const get = (flow: Flow, target: string, host = `127.0.0.1:${flow.port}`) =>
  send(flow.port, `GET ${target} HTTP/1.1\r\nHost: ${host}\r\n\r\n`);
const callback = (flow: Flow, code = 'the-code') => `/callback?state=${flow.state}&code=${code}`;

afterEach(async () => {
  for (const { socket } of sockets.splice(0)) socket.destroy();
  for (const { listening } of flows.splice(0)) await listening.close();
});

const refused = async (connection: Promise<unknown>) =>
  await connection.then(
    () => 'connected',
    (error) => error.code,
  );

describe('the loopback server', () => {
  test('listens on 127.0.0.1 alone, on a free port, and only during a flow', async () => {
    const flow = await start();
    expect(flow.listening.redirectUri).toBe(`http://127.0.0.1:${flow.port}/callback`);
    expect(flow.port).toBeGreaterThan(1023);
    const others = Object.values(networkInterfaces()).flatMap((all) => all ?? []);
    const elsewhere = others
      .filter(({ address, scopeid }) => address !== '127.0.0.1' && !scopeid)
      .map(({ address }) => address);
    for (const address of elsewhere) expect(await refused(send(flow.port, '', address)), address).toBe('ECONNREFUSED');
    // The control: a server without a host is heard there.
    const open = createServer((socket) => socket.end()).listen(0);
    await once(open, 'listening');
    const heard = elsewhere.map((address) => refused(send((open.address() as AddressInfo).port, '', address)));
    expect(await Promise.all(heard)).toEqual(elsewhere.map(() => 'connected'));
    open.close();
    await flow.listening.close();
    expect(await refused(send(flow.port, ''))).toBe('ECONNREFUSED');
  });

  test('takes a code with its own state only', async () => {
    const flow = await start();
    const nearly = [createState(), flow.state.slice(0, -1), `${flow.state}A`, ''];
    for (const state of nearly) expect(statusOf(await get(flow, `/callback?state=${state}&code=x`))).toBe(400);
    expect(await flow.isWaiting()).toBe(true);
    await get(flow, callback(flow));
    expect(await flow.listening.callback).toEqual({ kind: 'code', code: 'the-code' });
  });

  test('wants its own Host, GET and the exact path', async () => {
    const flow = await start();
    expect(statusOf(await get(flow, callback(flow), `evil.example:${flow.port}`))).toBe(400);
    expect(statusOf(await get(flow, callback(flow), `localhost:${flow.port}`))).toBe(400);
    const post = `POST ${callback(flow)} HTTP/1.1\r\nHost: 127.0.0.1:${flow.port}\r\nContent-Length: 0\r\n\r\n`;
    expect(statusOf(await send(flow.port, post))).toBe(405);
    expect(statusOf(await get(flow, callback(flow).replace('/callback', '/callback/')))).toBe(404);
    expect(await flow.isWaiting()).toBe(true);
  });

  test('a web client has the host, port and path of its file', async () => {
    const port = await freePort();
    const flow = await start({
      redirect: { host: 'localhost', port, path: '/', registered: `http://localhost:${port}` },
    });
    expect(flow.listening.redirectUri).toBe(`http://localhost:${port}`);
    const target = `/?state=${flow.state}&code=c`;
    expect(statusOf(await get(flow, target))).toBe(400);
    expect(statusOf(await get(flow, target, `localhost:${port}`))).toBe(302);
    expect(await flow.listening.callback).toEqual({ kind: 'code', code: 'c' });
  });

  test('checks state before error, and keeps waiting after anything else', async () => {
    const flow = await start();
    expect(statusOf(await get(flow, '/callback?error=access_denied'))).toBe(400);
    expect(statusOf(await get(flow, '/callback?error=access_denied&state=x'))).toBe(400);
    expect(statusOf(await get(flow, '/favicon.ico'))).toBe(404);
    expect(statusOf(await get(flow, '/'))).toBe(404);
    expect(statusOf(await get(flow, '/done'))).toBe(404);
    expect(await flow.isWaiting()).toBe(true);
    await get(flow, `/callback?error=access_denied&state=${flow.state}`);
    expect(await flow.listening.callback).toEqual({ kind: 'refused', error: 'access_denied' });
  });

  test('the first valid hit decides, and nothing of it is in what is sent back', async () => {
    const flow = await start();
    const first = await get(flow, callback(flow, 'first'));
    const second = await get(flow, callback(flow, 'second'));
    const third = await get(flow, `/callback?state=${flow.state}&error=access_denied`);
    const page = await get(flow, '/done');
    expect(await flow.listening.callback).toEqual({ kind: 'code', code: 'first' });
    expect(page).toContain('Back to Porthole');
    for (const reply of [first, second, third]) {
      expect(statusOf(reply)).toBe(302);
      expect(headerOf(reply, 'Location')).toBe('/done');
    }
    for (const reply of [first, second, third, page]) {
      expect(headerOf(reply, 'Cache-Control')).toBe('no-store');
      expect(headerOf(reply, 'Referrer-Policy')).toBe('no-referrer');
      expect(headerOf(reply, 'Connection')).toBe('close');
      expect(headerOf(reply, 'Content-Security-Policy')).toMatch(/^default-src 'none';/);
      expect(reply).not.toContain(flow.state);
      expect(reply).not.toMatch(/first|second|access_denied/);
    }
    await flow.listening.closed;
  });

  test('the page allows its own style sheet and nothing else', async () => {
    const flow = await start();
    await get(flow, callback(flow));
    const page = await get(flow, '/done');
    const style = /<style>([^<]*)<\/style>/.exec(page)?.[1] ?? '';
    const hash = createHash('sha256').update(style).digest('base64');
    expect(style.length).toBeGreaterThan(100);
    expect(headerOf(page, 'Content-Security-Policy')?.split('; ')).toEqual([
      "default-src 'none'",
      "frame-ancestors 'none'",
      "base-uri 'none'",
      "form-action 'none'",
      `style-src 'sha256-${hash}'`,
    ]);
    expect(page).not.toMatch(/<script|<img|<link|style=|src=|href=|\son\w+=/i);
    expect(page).toContain('You can close this page');
  });

  test('whoever declined is told so', async () => {
    const flow = await start();
    await get(flow, `/callback?state=${flow.state}&error=access_denied`);
    expect(await get(flow, '/done')).toContain('Access was declined');
  });

  test('takes what Google adds, and an iss that is Google only', async () => {
    const flow = await start();
    const extra = '&scope=openid&authuser=1&hd=example.com&prompt=consent';
    for (const other of ['https://evil.example', 'accounts.google.com', '', `${issuer}/`]) {
      expect(statusOf(await get(flow, `${callback(flow)}&iss=${encodeURIComponent(other)}`)), other).toBe(400);
    }
    expect(await flow.isWaiting()).toBe(true);
    expect(statusOf(await get(flow, `${callback(flow)}${extra}&iss=${encodeURIComponent(issuer)}`))).toBe(302);
  });

  test('gives up when the time is over', async () => {
    const flow = await start({ timeoutMs: 10 });
    const failure = { kind: 'sign-in-abandoned', problem: 'timed-out' };
    await expect(flow.listening.callback).rejects.toMatchObject({ failure });
    await flow.listening.closed;
    expect(await refused(send(flow.port, ''))).toBe('ECONNREFUSED');
  });

  test('a cancelled flow closes the port and every connection', async () => {
    const flow = await start();
    const idle = await hold(flow.port, '');
    const half = await hold(flow.port, `GET ${callback(flow)} HTTP/1.1\r\n`);
    sockets.push(idle, half);
    const reason = new Error('cancelled by the person');
    flow.controller.abort(reason);
    await expect(flow.listening.callback).rejects.toBe(reason);
    await flow.listening.closed;
    expect(await Promise.all([idle.reply, half.reply])).toEqual(['', '']);
    expect(await refused(send(flow.port, ''))).toBe('ECONNREFUSED');
  });

  test('a flow cancelled before it began opens nothing', async () => {
    const reason = new Error('too late');
    const options = { redirect: anyPort, state: createState(), issuer, pages: englishPages, timeoutMs: 1_000 };
    await expect(listenForCode({ ...options, signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
    const controller = new AbortController();
    const opening = listenForCode({ ...options, signal: controller.signal });
    controller.abort(reason);
    await expect(opening).rejects.toBe(reason);
  });

  test('closes by itself once the page has been fetched', async () => {
    const flow = await start();
    await get(flow, callback(flow));
    await get(flow, '/done');
    await flow.listening.closed;
    expect(await refused(send(flow.port, ''))).toBe('ECONNREFUSED');
  });

  test('a port that is taken is said to be', async () => {
    const first = await start();
    const redirect: Redirect = { ...anyPort, port: first.port, registered: first.listening.redirectUri };
    const failure = { kind: 'sign-in-abandoned', problem: 'port-taken' };
    const second = start({ redirect });
    await expect(second).rejects.toBeInstanceOf(FailureError);
    await expect(second).rejects.toMatchObject({ failure });
  });
});

describe('the abuse', () => {
  const http = (line: string, ...headers: string[]) => [line, ...headers, '', ''].join('\r\n');
  const own = ({ port }: Flow) => `Host: 127.0.0.1:${port}`;
  const asking =
    (target: (flow: Flow) => string, method = 'GET') =>
    (flow: Flow) =>
      send(flow.port, http(`${method} ${target(flow)} HTTP/1.1`, own(flow), 'Content-Length: 0'));
  const withHost = (host: (flow: Flow) => string) => (flow: Flow) =>
    send(flow.port, http(`GET ${callback(flow)} HTTP/1.1`, `Host: ${host(flow)}`));
  const valid = callback;
  const staying = (bytes: (flow: Flow) => string | Uint8Array) => async (flow: Flow) => {
    sockets.push(await hold(flow.port, bytes(flow)));
  };
  const many = (count: number, bytes: (flow: Flow) => string) => async (flow: Flow) => {
    sockets.push(...(await Promise.all(Array.from({ length: count }, () => hold(flow.port, bytes(flow))))));
  };
  const clientHello = Buffer.from(`16030100${'c8'}010000c40303${'ab'.repeat(180)}`, 'hex');

  const abuses: readonly (readonly [string, (flow: Flow) => Promise<unknown>])[] = [
    ['a foreign Host', withHost(() => 'accounts.google.com')],
    ['a name bound to 127.0.0.1', withHost(({ port }) => `127.0.0.1.nip.io:${port}`)],
    ['localhost where 127.0.0.1 was asked for', withHost(({ port }) => `localhost:${port}`)],
    ['IPv6 where IPv4 was asked for', withHost(({ port }) => `[::1]:${port}`)],
    ['the Host of another port', withHost(() => '127.0.0.1:1')],
    ['a Host without a port', withHost(() => '127.0.0.1')],
    ['a Host with a user name', withHost(({ port }) => `x@127.0.0.1:${port}`)],
    ['an empty Host', withHost(() => '')],
    ['two Hosts', (flow) => send(flow.port, http(`GET ${valid(flow)} HTTP/1.1`, own(flow), 'Host: evil.example'))],
    ['no Host', (flow) => send(flow.port, http(`GET ${valid(flow)} HTTP/1.1`))],
    ['HTTP/1.0 without Host', (flow) => send(flow.port, http(`GET ${valid(flow)} HTTP/1.0`))],
    ['HTTP/0.9', staying((flow) => `GET ${valid(flow)}\r\n`)],
    ['HTTP/2 by prior knowledge', (flow) => send(flow.port, 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n')],
    ['another path', asking((flow) => `/other?state=${flow.state}&code=x`)],
    ['the path with a slash too many', asking((flow) => `//callback?state=${flow.state}&code=x`)],
    ['the path, encoded', asking((flow) => `/%63allback?state=${flow.state}&code=x`)],
    ['a path traversal', asking((flow) => `/x/../callback?state=${flow.state}&code=x`)],
    ['an encoded path traversal', asking((flow) => `/x/%2e%2e/callback?state=${flow.state}&code=x`)],
    ['an absolute-form URI', asking((flow) => `http://127.0.0.1:${flow.port}${valid(flow)}`)],
    ['an absolute-form URI of a proxy request', asking((flow) => `http://evil.example${valid(flow)}`)],
    ['the favicon', asking(() => '/favicon.ico')],
    ['the last page, before its time', asking(() => '/done')],
    ['HEAD', asking(valid, 'HEAD')],
    ['POST', asking(valid, 'POST')],
    ['OPTIONS', asking(valid, 'OPTIONS')],
    ['OPTIONS *', asking(() => '*', 'OPTIONS')],
    ['CONNECT', (flow) => send(flow.port, http('CONNECT evil.example:443 HTTP/1.1', own(flow)))],
    ['PUT', asking(valid, 'PUT')],
    ['an unknown method', asking(valid, 'STEAL')],
    ['no state', asking(() => '/callback?code=x')],
    ['an empty state', asking(() => '/callback?code=x&state=')],
    ['a wrong state', asking(() => `/callback?code=x&state=${createState()}`)],
    ['the state twice', asking((flow) => `${valid(flow)}&state=${flow.state}`)],
    ['the state and a wrong one', asking((flow) => `${valid(flow)}&state=x`)],
    ['the state in an array', asking((flow) => `/callback?code=x&state[]=${flow.state}`)],
    ['the state in the fragment', asking((flow) => `/callback?code=x#state=${flow.state}`)],
    ['the state, in capitals', asking((flow) => `/callback?code=x&STATE=${flow.state}`)],
    ['an error without state', asking(() => '/callback?error=access_denied')],
    ['an error with a wrong state', asking(() => '/callback?error=access_denied&state=x')],
    ['no code', asking((flow) => `/callback?state=${flow.state}`)],
    ['an empty code', asking((flow) => `/callback?state=${flow.state}&code=`)],
    ['an oversized code', asking((flow) => `/callback?state=${flow.state}&code=${'x'.repeat(513)}`)],
    ['two codes', asking((flow) => `${valid(flow)}&code=y`)],
    ['a code and an error', asking((flow) => `${valid(flow)}&error=access_denied`)],
    ['an empty error', asking((flow) => `/callback?state=${flow.state}&error=`)],
    ['a code with NUL', asking((flow) => `/callback?state=${flow.state}&code=a%00b`)],
    ['a code with CRLF', asking((flow) => `/callback?state=${flow.state}&code=a%0d%0aSet-Cookie:x`)],
    ['a NUL in the target', asking((flow) => `/callback\0?state=${flow.state}&code=x`)],
    ['a bare LF in the target', asking((flow) => `/callback?state=${flow.state}&code=x\nX: y`)],
    ['a wrong iss', asking((flow) => `${valid(flow)}&iss=https://evil.example`)],
    ['iss twice', asking((flow) => `${valid(flow)}&iss=${issuer}&iss=${issuer}`)],
    ['a giant URL', asking((flow) => `${valid(flow)}&x=${'y'.repeat(8_000)}`)],
    ['a URL beyond every limit', asking((flow) => `${valid(flow)}&x=${'y'.repeat(100_000)}`)],
    ['giant headers', (flow) => send(flow.port, http('GET / HTTP/1.1', own(flow), `X: ${'y'.repeat(100_000)}`))],
    [
      'ten thousand headers',
      (flow) => send(flow.port, http('GET / HTTP/1.1', own(flow), ...Array(10_000).fill('X: y'))),
    ],
    ['pipelined garbage', (flow) => send(flow.port, `${http('GET / HTTP/1.1', own(flow))}\0\xff\x01garbage\r\n\r\n`)],
    [
      'a callback pipelined after a refusal',
      (flow) =>
        send(
          flow.port,
          http('GET / HTTP/1.1', own(flow)) + http(`GET ${valid(flow, 'smuggled')} HTTP/1.1`, 'Host: evil.example'),
        ),
    ],
    [
      'two lengths',
      (flow) => send(flow.port, http('GET / HTTP/1.1', own(flow), 'Content-Length: 1', 'Content-Length: 2')),
    ],
    [
      'a length and chunks',
      (flow) => send(flow.port, http('POST / HTTP/1.1', own(flow), 'Content-Length: 5', 'Transfer-Encoding: chunked')),
    ],
    [
      'an upgrade',
      (flow) => send(flow.port, http('GET / HTTP/1.1', own(flow), 'Connection: Upgrade', 'Upgrade: websocket')),
    ],
    ['random bytes', (flow) => send(flow.port, createHash('sha512').update('x').digest())],
    ['a TLS ClientHello', (flow) => send(flow.port, clientHello)],
    ['an SSH greeting', (flow) => send(flow.port, 'SSH-2.0-OpenSSH_9.9\r\n')],
    ['a silent connection', staying(() => '')],
    ['half a request line', staying(() => 'GET /callb')],
    ['a request that never ends its headers', staying((flow) => `GET ${valid(flow)} HTTP/1.1\r\n${own(flow)}\r\n`)],
    ['a body that never comes', staying((flow) => http('POST /callback HTTP/1.1', own(flow), 'Content-Length: 9999'))],
    [
      'Expect: 100-continue',
      staying((flow) => http('POST / HTTP/1.1', own(flow), 'Content-Length: 9', 'Expect: 100-continue')),
    ],
    ['200 silent connections', many(200, () => '')],
    ['200 half requests', many(200, (flow) => `GET ${valid(flow)} HTTP/1.1\r\n`)],
    [
      '200 requests at once',
      (flow) =>
        Promise.all(Array.from({ length: 200 }, () => asking(() => '/callback?code=x&state=y')(flow).catch(() => ''))),
    ],
    [
      'a connection reset at once',
      async (flow) => (await hold(flow.port, 'GET / HTTP/1.1\r\n')).socket.resetAndDestroy(),
    ],
  ];

  test('has thirty kinds and more, each of its own name', () => {
    expect(new Set(abuses.map(([name]) => name)).size).toBeGreaterThanOrEqual(30);
    expect(new Set(abuses.map(([name]) => name)).size).toBe(abuses.length);
  });

  test.each(abuses)('by %s neither ends the flow nor passes for a code', async (_name, abuse) => {
    const flow = await start();
    const reply = await abuse(flow);
    if (typeof reply === 'string') expect(statusOf(reply)).not.toBe(302);
    expect(await flow.isWaiting()).toBe(true);
    const target = callback(flow, 'the-true-one');
    expect(statusOf(await get(flow, target))).toBe(302);
    const answer: Callback = { kind: 'code', code: 'the-true-one' };
    expect(await flow.listening.callback).toEqual(answer);
    expect(await get(flow, '/done')).toContain('You can close this page');
    await flow.listening.closed;
  });

  test('would be noticed if it worked: the valid callback does end the flow', async () => {
    const flow = await start();
    const reply = await asking(valid)(flow);
    expect(statusOf(reply)).toBe(302);
    expect(await flow.isWaiting()).toBe(false);
  });
});
