// The two secrets of one sign-in attempt: the PKCE verifier (RFC 7636) and `state`. Made of node:crypto alone, so that
// the browser can open before Google's library is loaded.
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

export interface Pkce {
  readonly verifier: string;
  readonly challenge: string;
}

const longestIntent = 200;

const sha256 = (text: string) => createHash('sha256').update(text).digest();

/** S256, RFC 7636 section 4.2. */
export function challengeOf(verifier: string): string {
  return sha256(verifier).toString('base64url');
}

export function createPkce(): Pkce {
  // 32 bytes make 43 characters, the length that RFC 7636 section 4.1 recommends.
  const verifier = randomBytes(32).toString('base64url');
  return { verifier, challenge: challengeOf(verifier) };
}

/** 32 random bytes; what the app wants to do afterwards may ride beside them. */
export function createState(intent?: string): string {
  const random = randomBytes(32).toString('base64url');
  if (intent === undefined) return random;
  if (intent.length > longestIntent) throw new RangeError('intent is too long to ride in a URL');
  return `${random}.${Buffer.from(intent).toString('base64url')}`;
}

export function readIntent(state: string): string | null {
  const dot = state.indexOf('.');
  return dot < 0 ? null : Buffer.from(state.slice(dot + 1), 'base64url').toString();
}

/** In constant time, whatever the lengths. */
export function sameState(one: string, other: string): boolean {
  return timingSafeEqual(sha256(one), sha256(other));
}
