// POST /token and POST /revoke: who may have what, checked as Google checks it. Knows no page and no Gmail.
import { createHash, timingSafeEqual } from 'node:crypto';
import type { FakeClient } from './clients.ts';
import { deadToken, oauthError } from './google-error.ts';
import { signJwt } from './jwt.ts';
import { type Incoming, json, type Reply } from './reply.ts';
import { emailScope, profileScope } from './scopes.ts';
import type { Authorization, Grant, Tokens } from './tokens.ts';

export interface TokenEndpointOptions {
  readonly clients: readonly FakeClient[];
  readonly tokens: Tokens;
  readonly issuer: () => string;
  readonly now: () => number;
  readonly settings: { readonly accessTokenSeconds: number };
}

export function answerToken(incoming: Incoming, options: TokenEndpointOptions): Reply {
  const form = new URLSearchParams(incoming.body);
  const client = authenticate(incoming, form, options.clients);
  if ('reply' in client) return client.reply;
  switch (form.get('grant_type')) {
    case 'authorization_code':
      return exchange(form, client.client, options);
    case 'refresh_token':
      return refresh(form, client.client, options);
    case null:
      return oauthError('invalid_request', 'Required parameter is missing: grant_type');
    default:
      return oauthError('unsupported_grant_type', 'Invalid grant_type');
  }
}

/** The token comes in the query (as Google's own library sends it) or in a form. */
export function answerRevoke(incoming: Incoming, tokens: Tokens): Reply {
  const token = incoming.query.get('token') ?? new URLSearchParams(incoming.body).get('token');
  if (!token) return oauthError('invalid_request', 'Required parameter is missing: token');
  return tokens.revoke(token) ? json(200, {}) : oauthError('invalid_token', 'Token expired or revoked');
}

function authenticate(
  incoming: Incoming,
  form: URLSearchParams,
  clients: readonly FakeClient[],
): { readonly client: FakeClient } | { readonly reply: Reply } {
  const basic = /^Basic (.+)$/i.exec(incoming.headers.authorization ?? '')?.[1];
  const [basicId, basicSecret] = basic ? Buffer.from(basic, 'base64').toString().split(':') : [];
  const id = form.get('client_id') ?? basicId;
  const secret = form.get('client_secret') ?? basicSecret;
  if (!id) return { reply: oauthError('invalid_request', 'Could not determine client ID from request.') };
  const client = clients.find(({ clientId }) => clientId === id);
  if (!client) return { reply: oauthError('invalid_client', 'The OAuth client was not found.') };
  if (client.refusal === 'deleted_client') {
    return { reply: oauthError('deleted_client', 'The OAuth client was deleted.') };
  }
  // Documented as optional for a Desktop client; the endpoint wants it all the same.
  if (!secret) return { reply: oauthError('invalid_request', 'client_secret is missing.') };
  if (!same(secret, client.clientSecret)) {
    return { reply: oauthError('invalid_client', 'The provided client secret is invalid.') };
  }
  return { client };
}

function exchange(form: URLSearchParams, client: FakeClient, options: TokenEndpointOptions): Reply {
  const code = form.get('code');
  if (!code) return oauthError('invalid_request', 'Missing required parameter: code');
  const authorization = options.tokens.readCode(code);
  if (!authorization) return oauthError('invalid_grant', 'Bad Request');
  if (authorization.client !== client) return oauthError('invalid_grant', 'Bad Request');
  const redirectUri = form.get('redirect_uri');
  if (redirectUri === null) return oauthError('invalid_request', 'Missing parameter: redirect_uri');
  if (redirectUri !== authorization.redirectUri) return oauthError('redirect_uri_mismatch', 'Bad Request');
  const wrong = wrongVerifier(authorization.challenge, form.get('code_verifier'));
  if (wrong) return oauthError('invalid_grant', wrong);
  const grant = options.tokens.exchange(code);
  return reply(grant, options, {
    ...(grant.refreshToken === null ? {} : { refresh_token: grant.refreshToken }),
    ...(client.grantLifeSeconds === undefined ? {} : { refresh_token_expires_in: client.grantLifeSeconds }),
    nonce: authorization.nonce,
  });
}

function wrongVerifier(challenge: Authorization['challenge'], verifier: string | null): string | undefined {
  if (!challenge) return verifier === null ? undefined : 'code_verifier or verifier is not needed.';
  if (verifier === null) return 'Missing code verifier.';
  const given = challenge.method === 'plain' ? verifier : createHash('sha256').update(verifier).digest('base64url');
  const wellFormed = /^[\w.~-]{43,128}$/.test(verifier);
  return wellFormed && same(given, challenge.value) ? undefined : 'Invalid code verifier.';
}

function refresh(form: URLSearchParams, client: FakeClient, options: TokenEndpointOptions): Reply {
  const token = form.get('refresh_token');
  if (!token) return oauthError('invalid_request', 'Missing required parameter: refresh_token');
  const grant = options.tokens.readRefresh(token);
  if (!grant) return oauthError('invalid_grant', 'Bad Request');
  if (grant.client !== client) return oauthError('unauthorized_client', 'Unauthorized');
  if (!grant.live) return oauthError('invalid_grant', deadToken);
  if (grant.user.mustReauthenticate) {
    return oauthError('invalid_grant', 'reauth related error (invalid_rapt)', 'invalid_rapt');
  }
  grant.usedAt = options.now();
  return reply(grant, options, {});
}

function reply(
  grant: Grant,
  options: TokenEndpointOptions,
  { nonce, ...extra }: Readonly<Record<string, unknown>>,
): Reply {
  const accessToken = options.tokens.issueAccess(grant, options.settings.accessTokenSeconds);
  const identity = grant.scopes.includes('openid') ? { id_token: idToken(grant, accessToken, nonce, options) } : {};
  return json(200, {
    access_token: accessToken,
    expires_in: options.settings.accessTokenSeconds,
    ...extra,
    scope: grant.scopes.join(' '),
    token_type: 'Bearer',
    ...identity,
  });
}

function idToken(grant: Grant, accessToken: string, nonce: unknown, options: TokenEndpointOptions): string {
  const { user, client, scopes } = grant;
  const seconds = Math.floor(options.now() / 1000);
  const hash = createHash('sha256').update(accessToken).digest();
  const token = signJwt({
    iss: options.issuer(),
    azp: client.clientId,
    aud: client.clientId,
    sub: user.sub,
    ...(user.hd === undefined ? {} : { hd: user.hd }),
    ...(scopes.includes(emailScope) ? { email: user.email, email_verified: true } : {}),
    at_hash: hash.subarray(0, hash.length / 2).toString('base64url'),
    ...(typeof nonce === 'string' ? { nonce } : {}),
    ...(scopes.includes(profileScope)
      ? { name: user.name, given_name: user.givenName, family_name: user.familyName }
      : {}),
    iat: seconds,
    exp: seconds + 3600,
  });
  options.tokens.rememberIdToken(token);
  return token;
}

function same(a: string, b: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(a), digest(b));
}
