// Google's own OAuth2 client, with its endpoints, its network and its habits set to ours: no retries of its own, no
// redirects and no endless waits with a secret in hand, no logging. Loaded when first needed: it costs 70 ms and 27 MiB.
import type { AuthPlus } from 'googleapis/build/src/apis/gmail/index.js';
import { FailureError } from '../contract/failure.ts';
import type { OAuthClient } from './client-file.ts';

export interface AuthEndpoints {
  readonly authorizeUrl: string;
  readonly tokenUrl: string;
  readonly revokeUrl: string;
  /** Of Google's APIs (userinfo v2, Gmail); ends with a slash. */
  readonly apiRootUrl: string;
  /** Whose ID tokens are taken. The first one is also what `iss` must be when the browser comes back. */
  readonly issuers: readonly [string, ...string[]];
}

export type OAuth2Client = InstanceType<AuthPlus['OAuth2']>;

export interface OAuth2Options {
  readonly client: OAuthClient;
  readonly endpoints: AuthEndpoints;
  readonly fetch: typeof fetch;
  /** Ends the requests to the token endpoint. */
  readonly signal: AbortSignal;
}

const tokenTimeoutMs = 30_000;

async function loadGmail() {
  // With it set, the library prints tokens; it looks once, while it is loaded.
  delete process.env['GOOGLE_SDK_NODE_LOGGING'];
  return await import('googleapis/build/src/apis/gmail/index.js');
}

/** Fetches the library from disk ahead of its use: while the person reads the consent page, say. */
export function warmUp(): void {
  loadGmail().catch(() => {}); // whoever needs it meets the same error
}

export async function createOAuth2Client(options: OAuth2Options): Promise<OAuth2Client> {
  const { client, endpoints, signal } = options;
  const { auth } = await loadGmail();
  const oauth2 = new auth.OAuth2({
    clientId: client.clientId,
    clientSecret: client.clientSecret,
    endpoints: {
      oauth2AuthBaseUrl: endpoints.authorizeUrl,
      oauth2TokenUrl: endpoints.tokenUrl,
      oauth2RevokeUrl: endpoints.revokeUrl,
    },
    issuers: [...endpoints.issuers],
    transporterOptions: { fetchImplementation: options.fetch },
    // The session decides when a token is old, by its own clock; the library only when it is too late.
    eagerRefreshThresholdMillis: 1,
  });
  oauth2.transporter.interceptors.request.add({
    resolved: async (config) => {
      // The library repeats even the POST of a one-time code, and knows no Retry-After.
      config.retry = false;
      delete config.retryConfig;
      if (isTokenUrl(config.url, endpoints)) {
        config.signal = AbortSignal.any([signal, AbortSignal.timeout(tokenTimeoutMs)]);
        config.redirect = 'error';
      }
      return config;
    },
  });
  oauth2.transporter.interceptors.response.add({
    resolved: async (response) => {
      // The library writes into whatever came, and trips over text.
      const usable = typeof response.data === 'object' && response.data !== null;
      if (isTokenUrl(response.config.url, endpoints) && !usable) throw new FailureError({ kind: 'unexpected-reply' });
      return response;
    },
  });
  return oauth2;
}

export function isTokenUrl(url: URL, endpoints: AuthEndpoints): boolean {
  return url.href === new URL(endpoints.tokenUrl).href;
}
