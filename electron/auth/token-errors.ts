// What a failed request to the token endpoint means, read once from what Google's library throws, and a cause that may be
// logged: the library's own error carries the form that was sent, with code, verifier and refresh token in it.
import * as z from 'zod/mini';
import { FailureError } from '../contract/failure.ts';

export type TokenTrouble =
  | { readonly kind: 'no-reply'; readonly cause: Error }
  | { readonly kind: 'busy'; readonly waitMs: number; readonly cause: Error }
  | { readonly kind: 'unreadable'; readonly cause: Error }
  | ({ readonly kind: 'refused'; readonly cause: Error } & TokenRefusal);

/** RFC 6749 section 5.2, with Google's `error_subtype`. */
export interface TokenRefusal {
  readonly error: string;
  readonly subtype: string;
  readonly description: string;
}

const errorCode = z.string().check(z.regex(/^[A-Za-z_]{1,64}$/));
const orNothing = z.catch(z.string(), '');
const refusal = z.object({ error: errorCode, error_subtype: orNothing, error_description: orNothing });
const failedRequest = z.object({
  config: z.object({ url: z.instanceof(URL) }),
  response: z.optional(z.object({ status: z.number(), data: z.unknown(), headers: z.instanceof(Headers) })),
});
const systemCode = /^[A-Z][A-Za-z0-9_]{1,40}$/;
const usualWaitMs = 30_000;
const longestWaitMs = 3_600_000;

export type FailedRequest = z.output<typeof failedRequest>;

/** Null for whatever is not a failed HTTP request: that is a bug. */
export function readFailedRequest(thrown: unknown): FailedRequest | null {
  const read = z.safeParse(failedRequest, thrown);
  return thrown instanceof Error && read.success ? read.data : null;
}

export function readTokenTrouble(thrown: unknown, now: () => number): TokenTrouble {
  const request = readFailedRequest(thrown);
  if (!request) throw thrown;
  const { response } = request;
  if (!response) return { kind: 'no-reply', cause: traceOf(`token endpoint: no reply, ${findCode(thrown)}`, thrown) };
  const { status } = response;
  const cause = (word: string) => traceOf(`token endpoint: ${status} ${word}`, thrown);
  if (status === 408 || status === 429 || status >= 500) {
    return { kind: 'busy', waitMs: waitOf(response.headers.get('retry-after'), now()), cause: cause('busy') };
  }
  const read = z.safeParse(refusal, response.data);
  if (!read.success) return { kind: 'unreadable', cause: cause('without a code') };
  const { error, error_subtype: subtype, error_description: description } = read.data;
  return { kind: 'refused', error, subtype, description, cause: cause(error) };
}

/** The failure of every trouble that says nothing about the token itself. */
export function passingFailure(trouble: Exclude<TokenTrouble, { kind: 'refused' }>, now: () => number): FailureError {
  const { cause } = trouble;
  if (trouble.kind === 'no-reply') return new FailureError({ kind: 'offline' }, { cause });
  if (trouble.kind === 'busy') return new FailureError({ kind: 'busy', retryAt: now() + trouble.waitMs }, { cause });
  return new FailureError({ kind: 'unexpected-reply' }, { cause });
}

export const clientErrors: ReadonlySet<string> = new Set([
  'invalid_client',
  'deleted_client',
  'disabled_client',
  'unauthorized_client',
]);

/** Where it happened, without what was sent. */
export function traceOf(message: string, thrown: unknown): Error {
  const safe = new Error(message);
  const frames = thrown instanceof Error ? (thrown.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line)) : [];
  safe.stack = [`${safe.name}: ${safe.message}`, ...frames].join('\n');
  return safe;
}

/** `ECONNREFUSED` and the like, which `fetch` hides in the cause of a cause. */
function findCode(thrown: unknown): string {
  let error = thrown;
  let found = 'unknown';
  for (let depth = 0; depth < 5 && error instanceof Error; depth += 1) {
    if ('code' in error && typeof error.code === 'string' && systemCode.test(error.code)) found = error.code;
    error = error.cause;
  }
  return found;
}

/** Retry-After, RFC 9110 section 10.2.3: seconds or a date. */
function waitOf(retryAfter: string | null, now: number): number {
  if (retryAfter === null || retryAfter.trim() === '') return usualWaitMs;
  const waitMs = /^\d+$/.test(retryAfter) ? Number(retryAfter) * 1_000 : Date.parse(retryAfter) - now;
  return Number.isFinite(waitMs) ? Math.min(Math.max(waitMs, 1_000), longestWaitMs) : usualWaitMs;
}
