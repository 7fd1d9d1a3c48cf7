// Where Google is. An unpackaged Porthole can be pointed at another one on this computer; a packaged one cannot.
import type { AuthEndpoints } from './auth/google.ts';

const google: AuthEndpoints = {
  authorizeUrl: 'https://accounts.google.com/o/oauth2/v2/auth',
  tokenUrl: 'https://oauth2.googleapis.com/token',
  revokeUrl: 'https://oauth2.googleapis.com/revoke',
  apiRootUrl: 'https://www.googleapis.com/',
  issuers: ['https://accounts.google.com', 'accounts.google.com'],
};

export interface Endpoints {
  readonly auth: AuthEndpoints;
  readonly gmailRootUrl: string;
}

/** What is asked of Google there. */
export function purposeAt({ gmailRootUrl }: Endpoints, url: string): 'mail' | 'sign-in' {
  return /^(?:gmail|batch|upload)\//.test(url.startsWith(gmailRootUrl) ? url.slice(gmailRootUrl.length) : '')
    ? 'mail'
    : 'sign-in';
}

/** @throws Error for a URL that is not plain http on the loopback interface: tokens must not go anywhere else. */
export function standInGoogle(url: string): Endpoints {
  const { protocol, hostname, origin } = new URL(url);
  if (protocol !== 'http:' || hostname !== '127.0.0.1')
    throw new Error('--google takes an http://127.0.0.1:<port> address');
  return {
    auth: {
      authorizeUrl: `${origin}/o/oauth2/v2/auth`,
      tokenUrl: `${origin}/token`,
      revokeUrl: `${origin}/revoke`,
      apiRootUrl: `${origin}/`,
      issuers: [origin],
    },
    gmailRootUrl: `${origin}/`,
  };
}

/** `given`: the value of `--google`, or empty. */
export function endpointsFor(given: string, isPackaged: boolean): Endpoints {
  if (given !== '' && !isPackaged) return standInGoogle(given);
  return { auth: google, gmailRootUrl: 'https://gmail.googleapis.com/' };
}
