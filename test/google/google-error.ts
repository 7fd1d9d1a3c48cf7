// Errors in the two shapes that Google has: the API's (`error.errors[0].reason`) and OAuth's (`error`,
// `error_description`). Knows no route.
import { json, type Reply } from './reply.ts';

interface Shape {
  readonly status: number;
  readonly message: string;
  readonly domain: string;
  readonly canonical: string;
  readonly extra?: Readonly<Record<string, string>>;
}

const global = 'global';
const usage = 'usageLimits';

/** What each reason looks like when nothing else is said. */
const shapes: Readonly<Record<string, Shape>> = {
  badRequest: { status: 400, message: 'Bad Request', domain: global, canonical: 'INVALID_ARGUMENT' },
  invalidArgument: { status: 400, message: 'Invalid argument', domain: global, canonical: 'INVALID_ARGUMENT' },
  invalidParameter: { status: 400, message: 'Invalid field selection', domain: global, canonical: 'INVALID_ARGUMENT' },
  failedPrecondition: {
    status: 400,
    message: 'Precondition check failed.',
    domain: global,
    canonical: 'FAILED_PRECONDITION',
  },
  authError: {
    status: 401,
    message: 'Invalid Credentials',
    domain: global,
    canonical: 'UNAUTHENTICATED',
    extra: { location: 'Authorization', locationType: 'header' },
  },
  forbidden: { status: 403, message: 'Forbidden', domain: global, canonical: 'PERMISSION_DENIED' },
  insufficientPermissions: {
    status: 403,
    message: 'Insufficient Permission',
    domain: global,
    canonical: 'PERMISSION_DENIED',
  },
  accessNotConfigured: {
    status: 403,
    message:
      'Gmail API has not been used in project 123456789012 before or it is disabled. Enable it by visiting ' +
      'https://console.developers.google.com/apis/api/gmail.googleapis.com/overview?project=123456789012 then retry. ' +
      'If you enabled this API recently, wait a few minutes for the action to propagate to our systems and retry.',
    domain: usage,
    canonical: 'PERMISSION_DENIED',
    extra: { extendedHelp: 'https://console.developers.google.com' },
  },
  domainPolicy: {
    status: 403,
    message: 'The domain administrators have disabled Gmail apps.',
    domain: global,
    canonical: 'PERMISSION_DENIED',
  },
  rateLimitExceeded: {
    status: 403,
    message:
      "Quota exceeded for quota metric 'Queries' and limit 'Units per minute per user' of service " +
      "'gmail.googleapis.com' for consumer 'project_number:123456789012'.",
    domain: usage,
    canonical: 'PERMISSION_DENIED',
  },
  userRateLimitExceeded: {
    status: 403,
    message: 'User Rate Limit Exceeded',
    domain: usage,
    canonical: 'PERMISSION_DENIED',
  },
  dailyLimitExceeded: { status: 403, message: 'Daily Limit Exceeded', domain: usage, canonical: 'PERMISSION_DENIED' },
  notFound: { status: 404, message: 'Requested entity was not found.', domain: global, canonical: 'NOT_FOUND' },
  backendError: { status: 503, message: 'Backend Error', domain: global, canonical: 'UNAVAILABLE' },
};

/** The reason that Google gives for a status most of the time. */
const usualReason: Readonly<Record<number, string>> = {
  400: 'badRequest',
  401: 'authError',
  403: 'forbidden',
  404: 'notFound',
  429: 'rateLimitExceeded',
};

const canonicalOf: Readonly<Record<number, string>> = {
  429: 'RESOURCE_EXHAUSTED',
  500: 'INTERNAL',
  501: 'UNIMPLEMENTED',
  502: 'UNAVAILABLE',
  503: 'UNAVAILABLE',
  504: 'DEADLINE_EXCEEDED',
};

export interface ApiErrorOptions {
  readonly status?: number | undefined;
  readonly reason?: string | undefined;
  readonly message?: string | undefined;
  /** Epoch ms; ends up in the message, as Google has it. */
  readonly retryAt?: number | undefined;
  readonly headers?: Readonly<Record<string, string>> | undefined;
}

export function apiError(options: ApiErrorOptions): Reply {
  const reason = options.reason ?? usualReason[options.status ?? 500] ?? 'backendError';
  const shape = shapes[reason];
  const status = options.status ?? shape?.status ?? 500;
  const message = withRetry(options.message ?? messageOf(status, shape), options.retryAt);
  return json(
    status,
    {
      error: {
        code: status,
        message,
        errors: [{ message, domain: shape?.domain ?? global, reason, ...shape?.extra }],
        status: status === shape?.status ? shape.canonical : (canonicalOf[status] ?? shape?.canonical ?? 'UNKNOWN'),
      },
    },
    {
      ...(status === 401 ? { 'www-authenticate': 'Bearer realm="https://accounts.google.com/"' } : {}),
      ...options.headers,
    },
  );
}

function messageOf(status: number, shape: Shape | undefined): string {
  if (status === 429) return 'Too many concurrent requests for user.';
  return shape?.message ?? 'Internal error encountered.';
}

function withRetry(message: string, retryAt: number | undefined): string {
  return retryAt === undefined ? message : `${message}  Retry after ${new Date(retryAt).toISOString()}`;
}

export type OAuthErrorCode =
  | 'invalid_request'
  | 'invalid_client'
  | 'invalid_grant'
  | 'invalid_token'
  | 'unauthorized_client'
  | 'unsupported_grant_type'
  | 'redirect_uri_mismatch'
  | 'deleted_client';

const oauthStatus: Partial<Readonly<Record<OAuthErrorCode, number>>> = { invalid_client: 401, deleted_client: 401 };

export function oauthError(error: OAuthErrorCode, description: string, subtype?: string): Reply {
  return json(oauthStatus[error] ?? 400, {
    error,
    error_description: description,
    ...(subtype === undefined ? {} : { error_subtype: subtype }),
  });
}

export const deadToken = 'Token has been expired or revoked.';

/** A path that Google does not know gets a page, not JSON. */
export function unknownPath(): Reply {
  return {
    status: 404,
    headers: { 'content-type': 'text/html; charset=UTF-8', 'referrer-policy': 'no-referrer' },
    body: '<!DOCTYPE html>\n<html lang=en>\n<title>Error 404 (Not Found)!!1</title>\n<p><b>404.</b> <ins>That’s an error.</ins>\n',
  };
}
