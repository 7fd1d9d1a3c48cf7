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
  /** Too many calls at once, rather than too many calls. */
  readonly concurrency?: true;
}

/** A day's quota is spent; Google does not say when its day begins, so it is asked again every hour. */
const dailyMs = 60 * 60 * 1000;

/** "Retry after 2026-11-22T12:00:00.000Z" in the message, or the Retry-After header in seconds. Epoch ms, 0 where unsaid. */
function retryAt(message: string, headers: unknown, now: number): number {
  const said = Date.parse(/retry after (\d{4}-[\d:.TZ+-]+)/i.exec(message)?.[1] ?? '');
  if (!Number.isNaN(said)) return said;
  const header = headers instanceof Headers ? Number(headers.get('retry-after')) : Number.NaN;
  return header > 0 ? now + header * 1000 : 0;
}

/** How fetch says that a request, or the body of a reply, came to nothing. */
const isFetchFailure = (error: unknown) =>
  error instanceof TypeError && /^(fetch failed|terminated)$/.test(error.message);

const busy = (at: number): Failure => ({ kind: 'busy', retryAt: at });

function forbidden(reason: string, at: number, now: number): Refusal {
  switch (reason) {
    case 'rateLimitExceeded':
    case 'userRateLimitExceeded':
    case 'RESOURCE_EXHAUSTED':
      return { failure: busy(at), passes: true };
    case 'dailyLimitExceeded':
    case 'quotaExceeded':
      return { failure: busy(Math.max(at, now + dailyMs)), passes: false };
    case 'accessNotConfigured':
    case 'SERVICE_DISABLED':
      return { failure: { kind: 'api-disabled' }, passes: false };
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
  const body = googleError.safeParse(response.data);
  const { message, errors, status: word } = body.success ? body.data.error : { message: '', errors: [], status: '' };
  const reason = errors[0]?.reason || word;
  const at = retryAt(message, response.headers, now);
  const { status } = response;
  if (status === 404) return { failure: { kind: 'gone' }, passes: false };
  if (status === 403)
    return body.success ? forbidden(reason, at, now) : { failure: { kind: 'unexpected-reply' }, passes: false };
  if (status === 429)
    return { failure: busy(at), passes: true, ...(/concurrent/i.test(message) && { concurrency: true }) };
  // Documented as worth one more try, without a reason why.
  if (status === 400 && reason === 'failedPrecondition') return { failure: busy(at), passes: true };
  if (status >= 500) return { failure: busy(at), passes: true };
  return undefined;
}
