// The routes of Google's sign-in: consent, token, revoke, userinfo, discovery, keys. Knows nothing of Gmail.
import { Authorize } from './authorize.ts';
import type { FakeClient, FakeUser } from './clients.ts';
import { apiError } from './google-error.ts';
import { jwkCertificates, pemCertificates } from './jwt.ts';
import { type Incoming, json, type Reply } from './reply.ts';
import { emailScope, profileScope } from './scopes.ts';
import { answerRevoke, answerToken } from './token-endpoint.ts';
import type { Tokens } from './tokens.ts';

/** What a test may turn while the fake runs. */
export interface OAuthSettings {
  /** Sent as `iss` with the redirect (RFC 9207); `issuer` is the fake's own origin. */
  redirectIss: string | undefined;
  accessTokenSeconds: number;
  codeSeconds: number;
}

export interface OAuthOptions {
  readonly clients: readonly FakeClient[];
  readonly users: readonly FakeUser[];
  readonly tokens: Tokens;
  readonly settings: OAuthSettings;
  readonly issuer: () => string;
  readonly now: () => number;
}

/** Undefined: no path of the sign-in. */
export type Route = (incoming: Incoming) => Reply | undefined;

export function oauthRoutes(options: OAuthOptions): Route {
  const authorize = new Authorize(options);
  const routes: Readonly<Record<string, (incoming: Incoming) => Reply>> = {
    'GET /o/oauth2/v2/auth': (incoming) => authorize.show(incoming),
    'POST /o/oauth2/v2/auth/decision': (incoming) => authorize.decide(incoming),
    'POST /token': (incoming) => answerToken(incoming, options),
    'POST /revoke': (incoming) => answerRevoke(incoming, options.tokens),
    'GET /oauth2/v2/userinfo': (incoming) => userinfo(incoming, options.tokens, legacyFields),
    'POST /oauth2/v2/userinfo': (incoming) => userinfo(incoming, options.tokens, legacyFields),
    'GET /v1/userinfo': (incoming) => userinfo(incoming, options.tokens, openIdFields),
    'POST /v1/userinfo': (incoming) => userinfo(incoming, options.tokens, openIdFields),
    'GET /.well-known/openid-configuration': () => json(200, discovery(options.issuer())),
    'GET /oauth2/v3/certs': () => json(200, jwkCertificates()),
    'GET /oauth2/v1/certs': () => json(200, pemCertificates()),
  };
  return (incoming) => routes[`${incoming.method} ${incoming.path}`]?.(incoming);
}

export function bearerOf(incoming: Incoming): string | undefined {
  return /^Bearer (\S+)$/i.exec(incoming.headers.authorization ?? '')?.[1];
}

const legacyFields = { id: 'id', verified: 'verified_email' } as const;
const openIdFields = { id: 'sub', verified: 'email_verified' } as const;

function userinfo(incoming: Incoming, tokens: Tokens, fields: typeof legacyFields | typeof openIdFields): Reply {
  const grant = tokens.readAccess(bearerOf(incoming) ?? '');
  const scopes = grant?.scopes ?? [];
  if (!grant || !(scopes.includes('openid') || scopes.includes(emailScope))) {
    return apiError({
      reason: 'authError',
      message:
        'Request is missing required authentication credential. Expected OAuth 2 access token, login cookie or other ' +
        'valid authentication credential.',
    });
  }
  const { user } = grant;
  return json(200, {
    [fields.id]: user.sub,
    ...(scopes.includes(emailScope) ? { email: user.email, [fields.verified]: true } : {}),
    ...(scopes.includes(profileScope)
      ? { name: user.name, given_name: user.givenName, family_name: user.familyName }
      : {}),
    ...(user.hd === undefined ? {} : { hd: user.hd }),
  });
}

function discovery(origin: string): unknown {
  return {
    issuer: origin,
    authorization_endpoint: `${origin}/o/oauth2/v2/auth`,
    token_endpoint: `${origin}/token`,
    userinfo_endpoint: `${origin}/v1/userinfo`,
    revocation_endpoint: `${origin}/revoke`,
    jwks_uri: `${origin}/oauth2/v3/certs`,
    response_types_supported: ['code'],
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: ['RS256'],
    scopes_supported: ['openid', 'email', 'profile'],
    token_endpoint_auth_methods_supported: ['client_secret_post', 'client_secret_basic'],
    claims_supported: [
      'aud',
      'email',
      'email_verified',
      'exp',
      'family_name',
      'given_name',
      'iat',
      'iss',
      'name',
      'sub',
    ],
    code_challenge_methods_supported: ['plain', 'S256'],
    grant_types_supported: ['authorization_code', 'refresh_token'],
  };
}
