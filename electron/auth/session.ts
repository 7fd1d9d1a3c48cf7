// One account's authorised access to Google: fresh tokens when they are needed, one refresh for all who wait, and the end of
// it when Google takes the grant no more. Answers of the Gmail API pass through as they come; only 401 is understood.
import { FailureError, type SignedOutReason } from '../contract/failure.ts';
import { type AuthEndpoints, createOAuth2Client, isTokenUrl, type OAuth2Client } from './google.ts';
import type { Grant } from './grant.ts';
import { explainDeath, type Lifetime } from './lifetimes.ts';
import {
  clientErrors,
  passingFailure,
  readFailedRequest,
  readTokenTrouble,
  type TokenRefusal,
  traceOf,
} from './token-errors.ts';
import { type AccessToken, readTokens } from './token-reply.ts';

export interface AuthSessionOptions {
  readonly grant: Grant;
  /** From a sign-in just now. */
  readonly accessToken?: AccessToken | undefined;
  readonly endpoints: AuthEndpoints;
  readonly fetch: typeof fetch;
  readonly now: () => number;
  /** Google has replaced the refresh token: keep this one. */
  readonly onRefreshToken: (refreshToken: string) => void;
  /** The grant was good at this moment, which tells later why it died. */
  readonly onUsed: (usedAt: number) => void;
  /** Once, when Google takes the grant no more. Every call from then on fails with the same, unasked. */
  readonly onSignedOut: (failure: FailureError) => void;
  /** The account's grants that died before this one. */
  readonly earlier: readonly Lifetime[];
  /** Ends what is under way at the token endpoint. */
  readonly signal: AbortSignal;
}

export interface AuthSession {
  /** For googleapis. Use it inside `authorized`. */
  readonly client: OAuth2Client;
  /**
   * Runs a call with a fresh access token, and once more with a new one where Google answers 401.
   * @throws FailureError `signed-out`, `offline`, `busy`, `unexpected-reply`, of the token endpoint; whatever `call` throws
   */
  readonly authorized: <T>(call: () => Promise<T>, signal?: AbortSignal) => Promise<T>;
}

/** A token this close to its end might not live to see Google. */
const marginMs = 60_000;

export async function createAuthSession(options: AuthSessionOptions): Promise<AuthSession> {
  const { grant, endpoints, fetch, now, signal } = options;
  const client = await createOAuth2Client({ client: grant.client, endpoints, fetch, signal });
  let refreshToken = grant.refreshToken;
  let lastUsedAt = grant.lastUsedAt;
  let access = options.accessToken ?? null;
  let refreshing: Promise<void> | null = null;
  let ended: FailureError | null = null;
  // Heard here and nowhere else: after a refresh the library puts the old refresh token over a new one.
  client.on('tokens', (tokens) => {
    if (!tokens.refresh_token || tokens.refresh_token === refreshToken) return;
    refreshToken = tokens.refresh_token;
    options.onRefreshToken(refreshToken);
  });
  equip();

  /** Gives the library's client what we hold. With an expiry date, by its own clock, it leaves 401 to us. */
  function equip(): void {
    const held = access && { access_token: access.token, expiry_date: Date.now() + access.expiresAt - now() };
    client.setCredentials({ refresh_token: refreshToken, ...held });
  }

  async function refresh(): Promise<void> {
    try {
      const { credentials } = await client.refreshAccessToken();
      access = readTokens(credentials, now()).access;
      lastUsedAt = now();
      options.onUsed(lastUsedAt);
    } catch (thrown) {
      throw translate(thrown);
    } finally {
      refreshing = null;
      if (!ended) equip();
    }
  }

  async function ensureFresh(callSignal: AbortSignal | undefined): Promise<void> {
    callSignal?.throwIfAborted();
    if (ended) throw ended;
    if (access && access.expiresAt - marginMs > now()) return;
    refreshing ??= refresh();
    await orAborted(refreshing, callSignal);
  }

  async function authorized<T>(call: () => Promise<T>, callSignal?: AbortSignal): Promise<T> {
    await ensureFresh(callSignal);
    const used = access;
    try {
      return await call();
    } catch (thrown) {
      if (!isUnauthorized(thrown)) throw translate(thrown);
    }
    // Unless somebody has refreshed it meanwhile.
    if (access === used) access = null;
    await ensureFresh(callSignal);
    try {
      return await call();
    } catch (thrown) {
      throw isUnauthorized(thrown)
        ? end('refused', traceOf('401 with a token just refreshed', thrown))
        : translate(thrown);
    }
  }

  function isUnauthorized(thrown: unknown): boolean {
    const request = readFailedRequest(thrown);
    return request?.response?.status === 401 && !isTokenUrl(request.config.url, endpoints);
  }

  /** Only what comes from the token endpoint is ours to understand. */
  function translate(thrown: unknown): unknown {
    const request = readFailedRequest(thrown);
    if (!request || !isTokenUrl(request.config.url, endpoints)) return thrown;
    if (signal.aborted) return signal.reason;
    const trouble = readTokenTrouble(thrown, now);
    if (trouble.kind !== 'refused') return passingFailure(trouble, now);
    const reason = reasonOf(trouble);
    return reason
      ? end(reason, trouble.cause)
      : new FailureError({ kind: 'unexpected-reply' }, { cause: trouble.cause });
  }

  function reasonOf({ error, subtype, description }: TokenRefusal): SignedOutReason | null {
    if (clientErrors.has(error)) return 'client-refused';
    if (error === 'admin_policy_enforced') return 'workspace-policy';
    if (error !== 'invalid_grant') return null;
    if (subtype === 'invalid_rapt' || /\b(invalid_rapt|reauth)/i.test(description)) return 'workspace-policy';
    const { grantedAt, expiresAt } = grant;
    return explainDeath({ grantedAt, expiresAt, lastUsedAt, diedAt: now(), earlier: options.earlier });
  }

  function end(reason: SignedOutReason, cause: Error): FailureError {
    if (ended) return ended;
    ended = new FailureError({ kind: 'signed-out', reason }, { cause });
    client.setCredentials({});
    options.onSignedOut(ended);
    return ended;
  }

  return { client, authorized };
}

/** The refresh goes on for the others who wait for it. */
async function orAborted<T>(promise: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (!signal) return await promise;
  const aborted = Promise.withResolvers<never>();
  const abort = () => aborted.reject(signal.reason);
  if (signal.aborted) abort();
  signal.addEventListener('abort', abort, { once: true });
  try {
    return await Promise.race([promise, aborted.promise]);
  } finally {
    signal.removeEventListener('abort', abort);
  }
}
