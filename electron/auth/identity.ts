// Who signed in: the account number that everything is keyed by. From the ID token, unverified because it came straight
// from the token endpoint over TLS (OpenID Connect Core 3.1.3.7, point 6), else from userinfo v2.
import * as z from 'zod/mini';
import { FailureError } from '../contract/failure.ts';
import type { AuthEndpoints } from './google.ts';
import type { Tokens } from './token-reply.ts';

export interface Identity {
  readonly id: string;
  readonly email: string;
  /** Google vouches for the address. */
  readonly verified: boolean;
  readonly name: string;
}

export interface IdentityRequest {
  readonly tokens: Tokens;
  readonly clientId: string;
  readonly endpoints: AuthEndpoints;
  readonly fetch: typeof fetch;
  readonly now: () => number;
  readonly signal: AbortSignal;
}

/** Also the name of a folder: nothing in it may lead out of it. */
export const accountIdShape = /^[\w-]{1,64}$/;
const accountId = z.string().check(z.regex(accountIdShape));
const shown = z.catch(z.string().check(z.maxLength(320), z.regex(/^\P{Cc}*$/u)), '');
const isTrue = (claim: unknown) => claim === true || claim === 'true';
const claims = z.object({
  iss: z.string(),
  aud: z.union([z.string(), z.array(z.string())]),
  exp: z.number(),
  sub: accountId,
  email: shown,
  email_verified: z.optional(z.unknown()),
  name: shown,
});
const userinfo = z.object({
  id: z.optional(accountId),
  sub: z.optional(accountId),
  email: shown,
  verified_email: z.optional(z.unknown()),
  email_verified: z.optional(z.unknown()),
  name: shown,
});
const timeoutMs = 30_000;
/** What clocks may differ by. */
const skewMs = 300_000;

/** @throws FailureError `sign-in-abandoned` (`no-user-id`), `offline` */
export async function identify(request: IdentityRequest): Promise<Identity> {
  return readIdToken(request) ?? (await askUserinfo(request));
}

/** Null where it is missing or does not hold: userinfo then has the word. */
export function readIdToken(
  request: Pick<IdentityRequest, 'tokens' | 'clientId' | 'endpoints' | 'now'>,
): Identity | null {
  const read = z.safeParse(claims, decode(request.tokens.idToken ?? ''));
  if (!read.success) return null;
  const { iss, aud, exp, sub, email, name, email_verified: verified } = read.data;
  const forUs = [aud].flat().includes(request.clientId);
  if (!request.endpoints.issuers.includes(iss) || !forUs || exp * 1_000 < request.now() - skewMs) return null;
  return { id: sub, email, name, verified: isTrue(verified) };
}

function decode(jwt: string): unknown {
  const [, payload = ''] = jwt.split('.');
  try {
    return JSON.parse(Buffer.from(payload, 'base64url').toString());
  } catch {
    return null; // not a JWT: treated like a missing one
  }
}

async function askUserinfo(request: IdentityRequest): Promise<Identity> {
  const noUserId = (cause: unknown) =>
    new FailureError({ kind: 'sign-in-abandoned', problem: 'no-user-id' }, { cause });
  const response = await get(request);
  if (!response.ok) throw noUserId(new Error(`userinfo replied ${response.status}`));
  const read = z.safeParse(userinfo, response.body);
  if (!read.success) throw noUserId(read.error);
  const { id, sub, email, name, verified_email: legacy, email_verified: verified } = read.data;
  const found = id ?? sub;
  if (found === undefined) throw noUserId(new Error('userinfo has neither id nor sub'));
  return { id: found, email, name, verified: isTrue(legacy ?? verified) };
}

async function get({ tokens, endpoints, fetch, signal }: IdentityRequest) {
  try {
    const response = await fetch(new URL('oauth2/v2/userinfo', endpoints.apiRootUrl), {
      headers: { authorization: `Bearer ${tokens.access.token}` },
      redirect: 'error',
      signal: AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]),
    });
    const text = await response.text();
    return { ok: response.ok, status: response.status, body: parse(text) };
  } catch (cause) {
    signal.throwIfAborted();
    throw new FailureError({ kind: 'offline' }, { cause });
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null; // fails the schema, with everything else that is not an object
  }
}
