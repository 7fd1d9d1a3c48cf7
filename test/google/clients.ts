// Who takes part: the OAuth clients that are registered with the fake, and the people who have an account there.
import { randomBytes } from 'node:crypto';

export type ClientKind = 'installed' | 'web';

/** Why Google shows a page of its own instead of asking for consent. */
export type ClientRefusal = 'deleted_client' | 'org_internal' | 'admin_policy_enforced' | 'access_denied';

/** A test may change it at any time: Google's console can, too. */
export interface FakeClient {
  readonly kind: ClientKind;
  readonly clientId: string;
  clientSecret: string;
  readonly projectId: string;
  /** As the consent page names the app. */
  name: string;
  redirectUris: string[];
  refusal?: ClientRefusal | undefined;
  /** The project is External and in Testing: what it is granted dies after seven days, and nothing says so. */
  testing: boolean;
  /** Google has not reviewed the app, and warns of it before it asks for consent. */
  unverified: boolean;
  /** The person grants access for this long only; the token reply says so. */
  grantLifeSeconds?: number | undefined;
}

export interface FakeUser {
  readonly sub: string;
  email: string;
  name: string;
  givenName: string;
  familyName: string;
  /** The Workspace organisation. */
  hd?: string | undefined;
  /** Addresses of one's own besides `email`. */
  aliases: string[];
  /** The organisation wants a fresh sign-in: every refresh ends in `invalid_rapt`. */
  mustReauthenticate: boolean;
}

export type ClientOptions = Partial<FakeClient>;
export type UserOptions = Partial<FakeUser> & { readonly email: string };

let made = 0;

export function createClient(options: ClientOptions = {}): FakeClient {
  made += 1;
  const kind = options.kind ?? 'installed';
  return {
    kind,
    clientId: `${100_000_000_000 + made}-${randomBytes(16).toString('hex')}.apps.googleusercontent.com`,
    clientSecret: `GOCSPX-${randomBytes(21).toString('base64url')}`,
    projectId: 'porthole-test',
    name: 'Porthole',
    redirectUris: kind === 'installed' ? ['http://localhost'] : ['http://127.0.0.1:8765/oauth/callback'],
    testing: false,
    unverified: false,
    ...options,
  };
}

export function createUser(options: UserOptions, index = 0): FakeUser {
  const [local = ''] = options.email.split('@');
  const words = local.split('.').map((word) => word.slice(0, 1).toUpperCase() + word.slice(1));
  const givenName = options.givenName ?? words[0] ?? local;
  const familyName = options.familyName ?? words.slice(1).join(' ');
  return {
    sub: String(108_204_268_033_311_374_519n + BigInt(index)),
    name: [givenName, familyName].filter(Boolean).join(' '),
    aliases: [],
    mustReauthenticate: false,
    ...options,
    givenName,
    familyName,
  };
}

/** The file that Google's console hands out. Its addresses are Google's own: whoever follows them leaves the fake. */
export function clientFileOf(client: FakeClient): Record<string, unknown> {
  return {
    [client.kind]: {
      client_id: client.clientId,
      project_id: client.projectId,
      auth_uri: 'https://accounts.google.com/o/oauth2/auth',
      token_uri: 'https://oauth2.googleapis.com/token',
      auth_provider_x509_cert_url: 'https://www.googleapis.com/oauth2/v1/certs',
      client_secret: client.clientSecret,
      redirect_uris: client.redirectUris,
    },
  };
}

/** Installed clients may use any port and path of the loopback (RFC 8252 section 7.3); web clients only what is registered. */
export function acceptsRedirect(client: FakeClient, redirectUri: string): boolean {
  if (client.kind === 'web') return client.redirectUris.includes(redirectUri);
  const url = URL.parse(redirectUri);
  return (
    url !== null &&
    url.protocol === 'http:' &&
    ['127.0.0.1', '[::1]', 'localhost'].includes(url.hostname) &&
    url.username === '' &&
    url.hash === ''
  );
}
