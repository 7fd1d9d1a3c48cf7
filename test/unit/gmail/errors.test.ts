import { describe, expect, test } from 'vitest';
import type { Failure } from '../../../electron/contract/failure.ts';
import { gmailRefusal } from '../../../electron/gmail/errors.ts';

const now = Date.parse('2026-11-22T12:00:00Z');

function refused(status: number, reason: string, message = '', headers = new Headers()) {
  const data = { error: { code: status, message, status: '', errors: [{ reason, message }] } };
  return Object.assign(new Error(message), { status, code: status, response: { status, headers, data } });
}

interface Row {
  readonly what: string;
  readonly error: unknown;
  readonly failure: Failure | undefined;
  readonly passes?: boolean;
}

const busy = (retryAt = 0): Failure => ({ kind: 'busy', retryAt });

const table: readonly Row[] = [
  { what: '403 rateLimitExceeded', error: refused(403, 'rateLimitExceeded'), failure: busy(), passes: true },
  { what: '403 userRateLimitExceeded', error: refused(403, 'userRateLimitExceeded'), failure: busy(), passes: true },
  {
    what: '403 with a time to retry after',
    error: refused(403, 'userRateLimitExceeded', 'User-rate limit exceeded.  Retry after 2026-11-22T12:05:00.000Z'),
    failure: busy(now + 300_000),
    passes: true,
  },
  { what: '403 dailyLimitExceeded', error: refused(403, 'dailyLimitExceeded'), failure: busy(now + 3_600_000) },
  {
    what: '403 insufficientPermissions',
    error: refused(403, 'insufficientPermissions'),
    failure: { kind: 'not-permitted', problem: 'scope' },
  },
  {
    what: '403 domainPolicy',
    error: refused(403, 'domainPolicy'),
    failure: { kind: 'not-permitted', problem: 'administrator' },
  },
  { what: '403 accessNotConfigured', error: refused(403, 'accessNotConfigured'), failure: { kind: 'api-disabled' } },
  {
    what: '403 accessNotConfigured with the number of the project',
    error: refused(403, 'accessNotConfigured', 'Gmail API has not been used in project 123456789012 before or it is'),
    failure: { kind: 'api-disabled', project: '123456789012' },
  },
  { what: '404', error: refused(404, 'notFound'), failure: { kind: 'gone' } },
  { what: '429', error: refused(429, 'rateLimitExceeded'), failure: busy(), passes: true },
  {
    what: '429 with Retry-After',
    error: refused(429, 'rateLimitExceeded', '', new Headers({ 'retry-after': '30' })),
    failure: busy(now + 30_000),
    passes: true,
  },
  { what: '500', error: refused(500, 'backendError'), failure: busy(), passes: true },
  { what: '503', error: refused(503, 'backendError'), failure: busy(), passes: true },
  {
    what: '400 failedPrecondition',
    error: refused(400, 'failedPrecondition'),
    failure: { kind: 'unexpected-reply' },
    passes: true,
  },
  {
    what: '400 invalidArgument',
    error: refused(400, 'invalidArgument'),
    failure: { kind: 'unexpected-reply' },
  },
  {
    what: '404 whose body is a page of somebody else',
    error: Object.assign(new Error(), { status: 404, response: { status: 404, data: '<html>' } }),
    failure: { kind: 'unexpected-reply' },
  },
  {
    what: '429 until a year that is far',
    error: refused(429, 'rateLimitExceeded', 'Retry after 2099-01-01T00:00:00.000Z'),
    failure: busy(now + 3_600_000),
    passes: true,
  },
  {
    what: '429 with a Retry-After of a century',
    error: refused(429, 'rateLimitExceeded', '', new Headers({ 'retry-after': '3000000000' })),
    failure: busy(now + 3_600_000),
    passes: true,
  },
  {
    what: '403 dailyLimitExceeded until a year that is far',
    error: refused(403, 'dailyLimitExceeded', 'Retry after 2099-01-01T00:00:00.000Z'),
    failure: busy(now + 3_600_000),
  },
  {
    what: '403 whose body is a page of somebody else',
    error: Object.assign(new Error(), { status: 403, response: { status: 403, data: '<html>' } }),
    failure: { kind: 'unexpected-reply' },
  },
  {
    what: 'a refused connection',
    error: Object.assign(new Error(), { code: 'ECONNREFUSED' }),
    failure: { kind: 'offline' },
  },
  { what: 'an unknown host', error: Object.assign(new Error(), { code: 'ENOTFOUND' }), failure: { kind: 'offline' } },
  { what: 'a timeout', error: Object.assign(new Error(), { code: 'TimeoutError' }), failure: { kind: 'offline' } },
  { what: "fetch's own failure", error: new TypeError('fetch failed'), failure: { kind: 'offline' } },
  { what: 'a bug', error: new TypeError('x is undefined'), failure: undefined },
  { what: 'no error at all', error: 'text', failure: undefined },
];

describe("Gmail's refusals", () => {
  test.each(table)('$what', ({ error, failure, passes = false }) => {
    const refusal = gmailRefusal(error, now);
    expect(refusal?.failure).toEqual(failure);
    expect(refusal?.passes ?? false).toBe(passes);
  });

  test('tells too many calls at once from too many calls', () => {
    const many = refused(429, 'rateLimitExceeded', 'Too many concurrent requests for user.');
    expect(gmailRefusal(many, now)?.tooMuch).toBe('concurrency');
    expect(gmailRefusal(refused(429, 'rateLimitExceeded'), now)?.tooMuch).toBe('rate');
  });
});
