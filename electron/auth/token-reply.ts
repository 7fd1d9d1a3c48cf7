// What the token endpoint gives (RFC 6749 section 5.1, OpenID Connect Core 3.1.3.3), checked once, by our own clock.
import * as z from 'zod/mini';
import { FailureError } from '../contract/failure.ts';
import { scopes } from './scopes.ts';

export interface AccessToken {
  readonly token: string;
  readonly expiresAt: number;
}

export interface Tokens {
  readonly access: AccessToken;
  readonly refreshToken: string | null;
  /** Of grants that are limited in time. */
  readonly refreshExpiresAt: number | null;
  /** What was really granted, separated by spaces. */
  readonly scope: string;
  readonly idToken: string | null;
}

const token = z.string().check(z.regex(/^[\x21-\x7e]{1,4096}$/));
const seconds = z.number().check(z.gte(0), z.lte(1e9));
/** As the library hands it over: `expires_in` has become `expiry_date`. */
const shape = z.object({
  access_token: token,
  expiry_date: z.optional(z.number()),
  refresh_token: z.optional(token),
  refresh_token_expires_in: z.optional(seconds),
  /** RFC 6749: may be left out where it is what was asked for. */
  scope: z._default(z.string(), scopes.join(' ')),
  id_token: z.optional(z.string()),
});
const usualLifetimeMs = 3_600_000;

/** @throws FailureError `unexpected-reply` */
export function readTokens(reply: unknown, now: number): Tokens {
  const read = z.safeParse(shape, reply);
  if (!read.success) throw new FailureError({ kind: 'unexpected-reply' }, { cause: read.error });
  const { access_token, expiry_date, refresh_token, refresh_token_expires_in: left, scope, id_token } = read.data;
  // The library counts from Date.now(): a duration is what both clocks agree on.
  const lifetimeMs = expiry_date === undefined ? usualLifetimeMs : expiry_date - Date.now();
  return {
    access: { token: access_token, expiresAt: now + lifetimeMs },
    refreshToken: refresh_token ?? null,
    refreshExpiresAt: left === undefined ? null : now + left * 1_000,
    scope,
    idToken: id_token ?? null,
  };
}
