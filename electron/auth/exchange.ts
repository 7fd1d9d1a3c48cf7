// The two halves of the authorization code grant: the URL that asks, and the exchange of the code for tokens.
// Knows nothing of the browser, nor of who signed in.
import { FailureError, type SignInProblem } from '../contract/failure.ts';
import type { OAuthClient } from './client-file.ts';
import { type AuthEndpoints, createOAuth2Client } from './google.ts';
import type { Pkce } from './pkce.ts';
import { scopes } from './scopes.ts';
import { clientErrors, passingFailure, readTokenTrouble, type TokenRefusal } from './token-errors.ts';
import { readTokens, type Tokens } from './token-reply.ts';

export type Prompt = 'consent' | 'select_account';

export interface AuthorizationRequest {
  readonly client: OAuthClient;
  readonly endpoints: AuthEndpoints;
  readonly redirectUri: string;
  readonly state: string;
  readonly pkce: Pkce;
  readonly prompt?: Prompt | undefined;
  /** E-mail address or account number. */
  readonly loginHint?: string | undefined;
}

export interface ExchangeRequest extends AuthorizationRequest {
  readonly code: string;
  readonly fetch: typeof fetch;
  readonly now: () => number;
  readonly signal: AbortSignal;
}

const longestDetail = 200;
/** Of an access token, a code or refresh token, a client secret, a JWT. */
const secretStart = /ya29\.|\d\/\/?0|GOCSPX|eyJ/;

export function authorizationUrl(request: AuthorizationRequest): string {
  const parameters = {
    client_id: request.client.clientId,
    redirect_uri: request.redirectUri,
    response_type: 'code',
    scope: scopes.join(' '),
    code_challenge: request.pkce.challenge,
    code_challenge_method: 'S256',
    state: request.state,
    access_type: 'offline',
    ...(request.prompt && { prompt: request.prompt }),
    ...(request.loginHint && { login_hint: request.loginHint }),
  };
  const pairs = Object.entries(parameters).map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
  return `${request.endpoints.authorizeUrl}?${pairs.join('&')}`;
}

/** @throws FailureError `sign-in-abandoned`, `offline`, `busy`, `unexpected-reply` */
export async function exchangeCode(request: ExchangeRequest): Promise<Tokens> {
  const { code, pkce, redirectUri, now, signal } = request;
  const oauth2 = await createOAuth2Client(request);
  signal.throwIfAborted();
  try {
    const { tokens } = await oauth2.getToken({ code, codeVerifier: pkce.verifier, redirect_uri: redirectUri });
    return readTokens(tokens, now());
  } catch (thrown) {
    signal.throwIfAborted();
    throw exchangeFailure(thrown, request, now);
  }
}

function exchangeFailure(thrown: unknown, request: ExchangeRequest, now: () => number): FailureError {
  if (thrown instanceof FailureError) return thrown;
  const trouble = readTokenTrouble(thrown, now);
  if (trouble.kind !== 'refused') return passingFailure(trouble, now);
  const problem = problemOf(trouble);
  const detail = problem === 'setup' ? readDetail(trouble, request) : null;
  const failure = { kind: 'sign-in-abandoned', problem, ...(detail !== null && { detail }) } as const;
  return new FailureError(failure, { cause: trouble.cause });
}

function problemOf({ error }: TokenRefusal): SignInProblem {
  if (error === 'invalid_grant') return 'code-refused';
  return error !== 'unauthorized_client' && clientErrors.has(error) ? 'client-refused' : 'setup';
}

/** Google's sentence about a wrong setup, where it may be shown; its code otherwise. */
function readDetail({ error, description }: TokenRefusal, request: ExchangeRequest): string {
  const secrets = [request.code, request.state, request.pkce.verifier, request.client.clientSecret];
  const quotesSecret = secretStart.test(description) || secrets.some((secret) => description.includes(secret));
  const presentable = /^[\x20-\x7e]+$/.test(description) && description.length <= longestDetail;
  return presentable && !quotesSecret ? description : error;
}
