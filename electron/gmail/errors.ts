// Gmail's refusals as Failures; the only place that knows its statuses and reasons (Gmail API, "Resolve errors").
import * as z from 'zod/mini';
import type { Failure } from '../contract/failure.ts';

/** The part of an error that the API client gives: gaxios' GaxiosError, read by shape so that no class is needed. */
const apiError = z.object({
  status: z.optional(z.number()),
  code: z.optional(z.union([z.string(), z.number()])),
  response: z.optional(
    z.object({
      status: z.number(),
      headers: z.optional(z.unknown()),
      data: z.optional(z.unknown()),
    }),
  ),
});

const googleError = z.object({
  error: z.object({
    message: z._default(z.string(), ''),
    status: z._default(z.string(), ''),
    errors: z._default(z.array(z.object({ reason: z._default(z.string(), '') })), []),
  }),
});

export interface Refusal {
  readonly failure: Failure;
  /** Whether the same call may succeed later without anybody doing anything. */
  readonly passes: boolean;
  /** Of what there was too much: units, or calls at once. */
  readonly tooMuch?: 'rate' | 'concurrency';
  /** It speaks of this one call only, and says nothing about any other. */
  readonly ofThisCall?: true;
  /** Where it comes again and again, it may speak of this one call only. */
  readonly mayBeItsOwn?: true;
}

/**
 * The longest that anybody waits before asking again. A day's quota is spent for longer, but Google does not say when its
 * day begins; and a date far ahead, or a clock that is wrong, must not silence the account for good.
 */
const longestMs = 60 * 60 * 1000;

/** Google names instants of its own clock, in which this computer's may be years wrong. Its Date header knows only seconds. */
const sameClockMs = 10_000;

/** "Retry after 2026-11-22T12:00:00.000Z" in the message, or the Retry-After header in seconds. Epoch ms, 0 where unsaid. */
function retryAt(message: string, headers: unknown, now: number): number {
  const said = Date.parse(/retry after (\d{4}-[\d:.TZ+-]+)/i.exec(message)?.[1] ?? '');
  const read = (name: string) => (headers instanceof Headers ? headers.get(name) : null);
  if (!Number.isNaN(said)) {
    const theirs = Date.parse(read('date') ?? '');
    const apart = Math.abs(theirs - now) > sameClockMs ? theirs - now : 0;
    return Math.min(said - apart, now + longestMs);
  }
  const header = Number(read('retry-after') ?? Number.NaN);
  return header > 0 ? Math.min(now + header * 1000, now + longestMs) : 0;
}

/** How fetch says that a request, or the body of a reply, came to nothing. */
const isFetchFailure = (error: unknown) =>
  error instanceof TypeError && /^(fetch failed|terminated)$/.test(error.message);

/** What was asked for as bytes is refused in bytes. */
function parsed(reply: unknown): unknown {
  if (!(reply instanceof ArrayBuffer)) return reply;
  try {
    return JSON.parse(new TextDecoder().decode(reply));
  } catch {
    return undefined; // somebody else's page
  }
}

const busy = (at: number): Failure => ({ kind: 'busy', retryAt: at });

const stranger: Refusal = { failure: { kind: 'unexpected-reply' }, passes: false };

/** "… has not been used in project 123456789012 before or it is disabled." */
function disabled(message: string): Failure {
  const project = /\bproject[ =](\d{6,20})\b/.exec(message)?.[1];
  return { kind: 'api-disabled', ...(project !== undefined && { project }) };
}

function forbidden(reason: string, message: string, at: number, now: number): Refusal {
  switch (reason) {
    case 'rateLimitExceeded':
    case 'userRateLimitExceeded':
    case 'RESOURCE_EXHAUSTED':
      return { failure: busy(at), passes: true, tooMuch: 'rate' };
    case 'dailyLimitExceeded':
    case 'quotaExceeded':
      return { failure: busy(now + longestMs), passes: false };
    case 'accessNotConfigured':
    case 'SERVICE_DISABLED':
      return { failure: disabled(message), passes: false };
    case 'domainPolicy':
      return { failure: { kind: 'not-permitted', problem: 'administrator' }, passes: false };
    default:
      return { failure: { kind: 'not-permitted', problem: 'scope' }, passes: false };
  }
}

/** undefined for what is no refusal of Gmail's, nor trouble on the way there. `now` is epoch ms. */
export function gmailRefusal(error: unknown, now: number): Refusal | undefined {
  const known = apiError.safeParse(error);
  if (!known.success) return undefined;
  const { response, code } = known.data;
  if (!response) {
    // No reply, or not all of it: refused, unknown host, reset, cut off, timed out. undici gives not all of them a code.
    const isNetwork = typeof code === 'string' || isFetchFailure(error) || isFetchFailure((error as Error).cause);
    return isNetwork ? { failure: { kind: 'offline' }, passes: false } : undefined;
  }
  const body = googleError.safeParse(parsed(response.data));
  const { message, errors, status: word } = body.success ? body.data.error : { message: '', errors: [], status: '' };
  const reason = errors[0]?.reason || word;
  const at = retryAt(message, response.headers, now);
  const { status } = response;
  // 401 is auth/session.ts's to understand.
  if (status < 400 || status === 401) return undefined;
  if (status >= 500) return { failure: busy(at), passes: true, ...(status === 500 && { mayBeItsOwn: true }) };
  if (status === 429)
    return { failure: busy(at), passes: true, tooMuch: /concurrent/i.test(message) ? 'concurrency' : 'rate' };
  // A proxy's page, or a captive portal's: it says nothing about the mailbox.
  if (!body.success) return stranger;
  if (status === 404) return { failure: { kind: 'gone' }, passes: false };
  if (status === 403) return forbidden(reason, message, at, now);
  // Documented as worth one more try, without a reason why.
  const again = status === 400 && (reason === 'failedPrecondition' || word === 'FAILED_PRECONDITION');
  return { failure: { kind: 'unexpected-reply' }, passes: again, ofThisCall: true };
}
