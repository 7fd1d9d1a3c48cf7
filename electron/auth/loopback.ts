// A server on 127.0.0.1 that lives for one sign-in and takes one thing: the browser coming back from Google with our
// `state` (RFC 8252 section 7.3). Everything else is turned away and changes nothing. Never writes down a URL.
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { FailureError, type SignInProblem } from '../contract/failure.ts';
import { type Callback, type Expected, readCallback, readTarget } from './callback.ts';
import type { Redirect } from './client-file.ts';
import { barePolicy, type Pages } from './pages.ts';

export interface ListenOptions {
  readonly redirect: Redirect;
  readonly state: string;
  /** What an `iss` in the callback must be. */
  readonly issuer: string;
  /** Where the browser ends. */
  readonly pages: Pages;
  readonly signal: AbortSignal;
  readonly timeoutMs: number;
}

export interface Listening {
  /** What Google must be told, in the authorization request and again at the exchange. */
  readonly redirectUri: string;
  /** Rejects with a FailureError when the time is up, with the signal's reason when cancelled. */
  readonly callback: Promise<Callback>;
  /** Resolves when the port is free again. */
  readonly closed: Promise<void>;
  readonly close: () => Promise<void>;
}

/** How long the browser may take to fetch its last page. */
const lingerMs = 5_000;
const mostConnections = 64;
const donePath = '/done';

/** Cookies of every other server on this host come along, whatever its port: room for them. */
const limits = {
  maxHeaderSize: 32_768,
  headersTimeout: 10_000,
  requestTimeout: 10_000,
  connectionsCheckingInterval: 2_000,
  keepAlive: false,
};

const abandoned = (problem: SignInProblem, options?: ErrorOptions) =>
  new FailureError({ kind: 'sign-in-abandoned', problem }, options);

export async function listenForCode(options: ListenOptions): Promise<Listening> {
  const { redirect, signal, timeoutMs } = options;
  signal.throwIfAborted();
  const server = createServer(limits);
  const port = await listen(server, redirect);
  const host = hostHeader(redirect, port);
  const expected: Expected = { host, path: redirect.path, state: options.state, issuer: options.issuer };
  const answer = Promise.withResolvers<Callback>();
  const closed = Promise.withResolvers<void>();
  // Whoever waits for it hears of it; when nobody does, a cancelled sign-in must not end the process.
  answer.promise.catch(() => {});

  let timer = setTimeout(() => fail(abandoned('timed-out')), timeoutMs);
  const cancel = () => fail(signal.reason);
  signal.addEventListener('abort', cancel, { once: true });
  server.once('close', closed.resolve);
  // Out of file descriptors, say: nothing to do but to go on waiting.
  server.on('error', () => {});
  const sockets = keepRoom(server);

  let taken: Callback | undefined;
  server.on('request', (request, response) => {
    const { method, url: target, httpVersion: version, headersDistinct } = request;
    const knock = { version, method, target, hosts: headersDistinct['host'] ?? [] };
    if (taken && isDone(readTarget(knock, host))) return finish(response, taken);
    const callback = readCallback(knock, expected);
    if (callback.kind === 'turned-away') return reply(response, callback.status);
    // A browser may load the page twice. The second time changes nothing.
    reply(response, 302, { Location: donePath });
    if (!taken) take(callback);
  });

  function take(callback: Callback): void {
    taken = callback;
    clearTimeout(timer);
    timer = setTimeout(close, lingerMs).unref();
    server.unref();
    answer.resolve(callback);
  }

  function finish(response: ServerResponse, callback: Callback): void {
    const page = callback.kind === 'code' ? options.pages.returned : options.pages.declined;
    response.once('close', close);
    response.writeHead(200, {
      ...headers,
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Length': Buffer.byteLength(page.html),
      'Content-Security-Policy': page.policy,
    });
    response.end(page.html);
  }

  function fail(reason: unknown): void {
    answer.reject(reason);
    close();
  }

  function close(): Promise<void> {
    clearTimeout(timer);
    signal.removeEventListener('abort', cancel);
    answer.reject(new DOMException('The loopback server was closed.', 'AbortError'));
    server.close();
    for (const socket of sockets) socket.destroy();
    return closed.promise;
  }

  if (signal.aborted) {
    await close();
    signal.throwIfAborted();
  }
  return {
    redirectUri: redirect.registered ?? `http://${host}${redirect.path}`,
    callback: answer.promise,
    closed: closed.promise,
    close,
  };
}

const headers = {
  'Cache-Control': 'no-store',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'Cross-Origin-Resource-Policy': 'same-origin',
  Connection: 'close',
};

function reply(response: ServerResponse, status: number, more: Record<string, string> = {}): void {
  response.writeHead(status, { ...headers, 'Content-Security-Policy': barePolicy, 'Content-Length': '0', ...more });
  response.end();
}

function listen(server: Server, redirect: Redirect): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  const refused = (cause: Error) => reject(abandoned('port-taken', { cause }));
  server.once('error', refused);
  // Never without a host, which would mean every interface. `localhost` is met where browsers fall back to.
  const host = redirect.host === '::1' ? '::1' : '127.0.0.1';
  server.listen({ host, port: redirect.port, exclusive: true }, () => {
    server.off('error', refused);
    resolve((server.address() as AddressInfo).port);
  });
  return promise;
}

function isDone(target: ReturnType<typeof readTarget>): boolean {
  return target.kind === 'target' && target.path === donePath && target.query === '';
}

/** Browsers leave out the port that the scheme implies. */
function hostHeader({ host }: Redirect, port: number): string {
  const name = host === '::1' ? '[::1]' : host;
  return port === 80 ? name : `${name}:${port}`;
}

/** Refusing the newest connection would let idle ones lock the browser out, so the oldest goes. */
function keepRoom(server: Server): ReadonlySet<Socket> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
    const [oldest] = sockets;
    if (sockets.size > mostConnections) oldest?.destroy();
  });
  return sockets;
}
