// Gives a token back to Google (RFC 7009). By form, never by query: a URL ends up in places where a token must not be.

export interface RevokeRequest {
  /** A refresh token, or an access token, which takes its refresh token along. */
  readonly token: string;
  readonly revokeUrl: string;
  readonly fetch: typeof fetch;
}

const timeoutMs = 10_000;

/** `refused`: Google knows it no more, which is as good. `unreachable`: it is still good for whoever has it. */
export type Revocation = 'revoked' | 'refused' | 'unreachable';

export async function revokeToken(request: RevokeRequest): Promise<Revocation> {
  const { token, revokeUrl, fetch } = request;
  try {
    const response = await fetch(revokeUrl, {
      method: 'POST',
      body: new URLSearchParams({ token }),
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
    });
    await response.body?.cancel();
    if (response.ok) return 'revoked';
    return response.status < 500 && response.status !== 429 ? 'refused' : 'unreachable';
  } catch {
    return 'unreachable'; // whatever the reason: the person is signed out here all the same
  }
}
