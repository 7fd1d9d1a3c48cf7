// How the fake's own tests ask it: with plain fetch, so that no client library hides what it says.
import { createHash, randomBytes } from 'node:crypto';
import { type ConsentOptions, consent, type Decision } from './browser.ts';
import type { FakeClient } from './clients.ts';
import type { FakeGoogle } from './google.ts';

export const gmailReadonly = 'https://www.googleapis.com/auth/gmail.readonly';
export const redirectUri = 'http://127.0.0.1:51234/callback';

export interface Attempt {
  readonly url: string;
  readonly verifier: string;
}

export function firstClient(google: FakeGoogle): FakeClient {
  const [client] = google.clients;
  if (!client) throw new Error('No client');
  return client;
}

/** Parameters that are undefined are left out; the rest replaces what a well-made request has. */
export function authorizeUrl(google: FakeGoogle, changes: Readonly<Record<string, string | undefined>> = {}): Attempt {
  const verifier = randomBytes(48).toString('base64url');
  const parameters = {
    client_id: firstClient(google).clientId,
    redirect_uri: redirectUri,
    response_type: 'code',
    scope: `openid email profile ${gmailReadonly}`,
    state: 'a state & more',
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
    access_type: 'offline',
    ...changes,
  };
  const url = new URL('/o/oauth2/v2/auth', google.url);
  for (const [name, value] of Object.entries(parameters)) if (value !== undefined) url.searchParams.set(name, value);
  return { url: url.href, verifier };
}

/** Where the browser is sent after a decision. */
export async function decide(url: string, decision: Decision, options: ConsentOptions = {}): Promise<URLSearchParams> {
  const { redirectedTo, text } = await consent(url, decision, { ...options, follow: false });
  if (redirectedTo === undefined) throw new Error(`Google kept the browser: ${text}`);
  return new URL(redirectedTo).searchParams;
}

export interface Answer {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into JSON of many shapes
  readonly body: any;
  readonly headers: Headers;
}

export async function read(response: Response): Promise<Answer> {
  const text = await response.text();
  const isJson = (response.headers.get('content-type') ?? '').startsWith('application/json');
  return { status: response.status, body: isJson ? JSON.parse(text) : text, headers: response.headers };
}

export async function post(google: FakeGoogle, path: string, form: Readonly<Record<string, string>>): Promise<Answer> {
  return read(await fetch(`${google.url}${path}`, { method: 'POST', body: new URLSearchParams(form) }));
}

export function exchange(
  google: FakeGoogle,
  code: string | null,
  changes: Readonly<Record<string, string | undefined>>,
): Promise<Answer> {
  const client = firstClient(google);
  const form = {
    grant_type: 'authorization_code',
    code: code ?? '',
    client_id: client.clientId,
    client_secret: client.clientSecret,
    redirect_uri: redirectUri,
    ...changes,
  };
  return post(google, '/token', onlyDefined(form));
}

export function refresh(
  google: FakeGoogle,
  refreshToken: string,
  changes: Readonly<Record<string, string | undefined>> = {},
): Promise<Answer> {
  const client = firstClient(google);
  const form = {
    grant_type: 'refresh_token',
    refresh_token: refreshToken,
    client_id: client.clientId,
    client_secret: client.clientSecret,
    ...changes,
  };
  return post(google, '/token', onlyDefined(form));
}

function onlyDefined(form: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(Object.entries(form).filter((entry): entry is [string, string] => entry[1] !== undefined));
}

/** A whole sign-in: consent and exchange. */
export async function signIn(
  google: FakeGoogle,
  decision: Decision = 'allow',
  changes: Readonly<Record<string, string | undefined>> = {},
): Promise<Answer> {
  const { url, verifier } = authorizeUrl(google, changes);
  const code = (await decide(url, decision)).get('code');
  return exchange(google, code, { code_verifier: verifier, redirect_uri: changes['redirect_uri'] ?? redirectUri });
}

export type Ask = (
  path: string,
  parameters?: Readonly<Record<string, string | readonly string[]>>,
  init?: RequestInit,
) => Promise<Answer>;

/** Asks Gmail as the first user, below `/gmail/v1/users/me/`. */
export function gmailOf(google: FakeGoogle, accessToken = google.grantAccess().accessToken): Ask {
  return async (path, parameters = {}, init = {}) => {
    const url = new URL(`/gmail/v1/users/me/${path}`, google.url);
    for (const [name, value] of Object.entries(parameters)) {
      for (const one of [value].flat()) url.searchParams.append(name, one);
    }
    return read(await fetch(url, { ...init, headers: { authorization: `Bearer ${accessToken}`, ...init.headers } }));
  };
}
