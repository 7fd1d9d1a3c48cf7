// Decides what one HTTP request to the loopback server is: Google's answer, or anything else, which is refused.
// Pure. Knows nothing of sockets, nor of what a refusal or a code leads to.
import { sameState } from './pkce.ts';

export interface Knock {
  /** Of HTTP. */
  readonly version: string;
  readonly method: string | undefined;
  /** The request target as it was sent. */
  readonly target: string | undefined;
  /** Every Host header that was sent. */
  readonly hosts: readonly string[];
}

export interface Expected {
  /** The only Host that is answered: anything else is a rebound name (RFC 8252 section 8.3 and practice). */
  readonly host: string;
  readonly path: string;
  readonly state: string;
  /** What an `iss` must be where there is one (RFC 9207). */
  readonly issuer: string;
}

export type Callback =
  | { readonly kind: 'code'; readonly code: string }
  /** `error` as in RFC 6749 section 4.1.2.1, or `unknown`. */
  | { readonly kind: 'refused'; readonly error: string };

export interface Refusal {
  readonly kind: 'turned-away';
  readonly status: 400 | 404 | 405 | 414;
}

interface Target {
  readonly kind: 'target';
  readonly path: string;
  readonly query: string;
}

const longestTarget = 4_096;
/** Google's codes have 256 bytes at the most, all of them visible. */
const codeShape = /^[\x21-\x7e]{1,512}$/;
const errorShape = /^[a-z_]{1,64}$/;

const turnAway = (status: Refusal['status']): Refusal => ({ kind: 'turned-away', status });

/** Where a request that was really meant for us wants to go. */
export function readTarget(knock: Knock, host: string): Target | Refusal {
  // No browser speaks anything older, and what is older has no Host, or lenient parsers.
  if (knock.version !== '1.1') return turnAway(400);
  if (knock.hosts.length !== 1 || knock.hosts[0] !== host) return turnAway(400);
  const target = knock.target ?? '';
  if (target.length > longestTarget) return turnAway(414);
  if (knock.method !== 'GET') return turnAway(405);
  const question = target.indexOf('?');
  if (question < 0) return { kind: 'target', path: target, query: '' };
  return { kind: 'target', path: target.slice(0, question), query: target.slice(question + 1) };
}

export function readCallback(knock: Knock, expected: Expected): Callback | Refusal {
  const target = readTarget(knock, expected.host);
  if (target.kind === 'turned-away') return target;
  if (target.path !== expected.path) return turnAway(404);
  const parameters = new URLSearchParams(target.query);
  // `state` before `error`: otherwise any web page could end a sign-in by sending the browser here.
  const [state, secondState] = parameters.getAll('state');
  if (state === undefined || secondState !== undefined || !sameState(state, expected.state)) return turnAway(400);
  const [issuer = expected.issuer, secondIssuer] = parameters.getAll('iss');
  if (issuer !== expected.issuer || secondIssuer !== undefined) return turnAway(400);
  return readAnswer(parameters.getAll('code'), parameters.getAll('error'));
}

function readAnswer(codes: readonly string[], errors: readonly string[]): Callback | Refusal {
  const [code] = codes;
  const [error] = errors;
  if (codes.length + errors.length !== 1) return turnAway(400);
  if (error) return { kind: 'refused', error: errorShape.test(error) ? error : 'unknown' };
  if (code !== undefined && codeShape.test(code)) return { kind: 'code', code };
  return turnAway(400);
}
