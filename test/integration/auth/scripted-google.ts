// A sign-in server of Google's shape that says what a test tells it to, word by word: for replies that no proper server
// gives. What a proper one does is test/google's.
import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { AuthEndpoints } from '../../../electron/auth/google.ts';
import { scopes } from '../../../electron/auth/scopes.ts';

export interface Asked {
  readonly path: string;
  readonly form: URLSearchParams;
  readonly authorization: string | undefined;
}

export interface Scripted {
  readonly status?: number;
  readonly headers?: Record<string, string>;
  /** Sent as JSON, or as it is where it is text. */
  readonly body?: unknown;
}

/** `cut` closes the connection; `silence` never answers. */
export type Script = Scripted | 'cut' | 'silence' | ((asked: Asked) => Scripted | Promise<Scripted>);

export interface ScriptedGoogle {
  readonly endpoints: AuthEndpoints;
  readonly asked: Asked[];
  /** What a path says next; the last one stays. */
  readonly script: (path: '/token' | '/revoke' | '/oauth2/v2/userinfo' | '/mail', ...replies: Script[]) => void;
  /** Resolves with the next request for a path. */
  readonly next: (path: string) => Promise<Asked>;
  readonly close: () => Promise<void>;
}

export const clientId = '1-a.apps.googleusercontent.com';
export const clientSecret = 'GOCSPX-only-for-tests';
export const clientFile = JSON.stringify({ installed: { client_id: clientId, client_secret: clientSecret } });

export async function startScripted(): Promise<ScriptedGoogle> {
  const scripts = new Map<string, Script[]>();
  const asked: Asked[] = [];
  const waiting: { readonly path: string; readonly resolve: (asked: Asked) => void }[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const url = new URL(request.url ?? '/', 'http://fake');
    const form = new URLSearchParams([...url.searchParams, ...new URLSearchParams(Buffer.concat(chunks).toString())]);
    const one: Asked = { path: url.pathname, form, authorization: request.headers.authorization };
    asked.push(one);
    const queue = scripts.get(one.path) ?? [];
    const script = (queue.length > 1 ? queue.shift() : queue[0]) ?? { status: 404, body: 'nothing scripted' };
    for (const waiter of waiting.filter(({ path }) => path === one.path)) waiter.resolve(one);
    if (script === 'cut') request.socket.destroy();
    else if (script !== 'silence') write(response, typeof script === 'function' ? await script(one) : script);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    endpoints: {
      authorizeUrl: `${url}/o/oauth2/v2/auth`,
      tokenUrl: `${url}/token`,
      revokeUrl: `${url}/revoke`,
      apiRootUrl: `${url}/`,
      issuers: [url],
    },
    asked,
    script: (path, ...replies) => scripts.set(path, replies),
    next: (path) => new Promise((resolve) => waiting.push({ path, resolve })),
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

function write(response: ServerResponse, { status = 200, headers = {}, body = '' }: Scripted): void {
  const type = typeof body === 'string' ? 'text/html' : 'application/json';
  response.writeHead(status, { 'Content-Type': type, ...headers });
  response.end(typeof body === 'string' ? body : JSON.stringify(body));
}

export const refuse = (error: string, more: object = {}, status = 400): Scripted => ({
  status,
  body: { error, ...more },
});

/** A proper token reply, but for what is given; `undefined` leaves a field out. */
export function tokens(more: Record<string, unknown> = {}): Scripted {
  const body = {
    access_token: 'ya29.access',
    expires_in: 3599,
    token_type: 'Bearer',
    scope: scopes.join(' '),
    ...more,
  };
  return { body };
}

/** Unsigned: nobody here verifies it (OpenID Connect Core 3.1.3.7, point 6). */
export function idToken(google: ScriptedGoogle, claims: Record<string, unknown> = {}): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const exp = Math.floor(Date.now() / 1_000) + 3_600;
  const all = {
    iss: google.endpoints.issuers[0],
    aud: clientId,
    exp,
    sub: '1234567890',
    email: 'ada@example.com',
    name: 'Ada',
    ...claims,
  };
  return `${part({ alg: 'none' })}.${part(all)}.`;
}

/** The browser, sent back by Google with these parameters and the request's own state. */
export async function comeBack(authorizeUrl: string, parameters: Record<string, string>): Promise<string> {
  const asked = new URL(authorizeUrl).searchParams;
  const back = new URL(asked.get('redirect_uri') ?? '');
  back.search = new URLSearchParams({ state: asked.get('state') ?? '', ...parameters }).toString();
  return await (await fetch(back)).text();
}
