// Things going wrong on cue: a queue of rules, each for the next request or requests that it matches.
// Knows no route; it only replaces, delays or spoils what a route would have replied.
import { type ApiErrorOptions, apiError, deadToken, type OAuthErrorCode, oauthError } from './google-error.ts';
import type { CutOff } from './listener.ts';
import { type Incoming, json, type Reply } from './reply.ts';

interface FaultMatch {
  readonly method?: string;
  /** A string is the path or its end (`/messages`, `/token`); a pattern matches anywhere in the path. */
  readonly path?: string | RegExp;
  /** How many requests it strikes: 1 unless said otherwise, `Infinity` for all. */
  readonly count?: number;
}

type Malformation = 'not-json' | 'captive-portal' | 'wrong-types' | 'truncated' | 'empty';

type FaultEffect =
  /** An error of the API, in Google's shape; a status alone has its usual reason. */
  | (ApiErrorOptions & ({ readonly status: number } | { readonly reason: string }))
  | { readonly tokenError: OAuthErrorCode | 'invalid_rapt' }
  | { readonly cutOff: CutOff }
  | { readonly malformed: Malformation }
  | { readonly body: string; readonly contentType?: string; readonly bodyStatus?: number }
  /** Leaves top-level fields out of a JSON reply: `refresh_token`, `id_token`, `id`… */
  | { readonly omit: readonly string[] }
  | { readonly change: (body: unknown) => unknown }
  /** Only slow. */
  | Record<never, never>;

export type Fault = FaultEffect & {
  readonly match?: FaultMatch;
  readonly delayMs?: number;
  /** Holds the reply back until it settles. */
  readonly until?: Promise<unknown>;
};

export interface FaultHandle {
  /** Requests that it has struck. */
  readonly hits: number;
  /** Resolves when it strikes for the first time. */
  readonly struck: Promise<void>;
  readonly remove: () => void;
}

interface Rule {
  readonly fault: Fault;
  left: number;
  readonly strike: () => void;
}

export class Faults {
  #rules: Rule[] = [];

  add(fault: Fault): FaultHandle {
    const first = Promise.withResolvers<void>();
    let hits = 0;
    const strike = () => {
      hits += 1;
      first.resolve();
    };
    const rule = { fault, left: fault.match?.count ?? 1, strike };
    this.#rules.push(rule);
    return {
      get hits() {
        return hits;
      },
      struck: first.promise,
      remove: () => {
        this.#rules = this.#rules.filter((other) => other !== rule);
      },
    };
  }

  clear(): void {
    this.#rules = [];
  }

  /** The first rule that matches; it is used up by this. */
  take(incoming: Incoming): Fault | undefined {
    const rule = this.#rules.find(({ fault, left }) => left > 0 && matches(fault.match ?? {}, incoming));
    if (!rule) return undefined;
    rule.left -= 1;
    rule.strike();
    return rule.fault;
  }
}

function matches({ method, path }: FaultMatch, incoming: Incoming): boolean {
  if (method !== undefined && method.toUpperCase() !== incoming.method) return false;
  if (path === undefined) return true;
  return typeof path === 'string' ? incoming.path.endsWith(path) : incoming.path.search(path) >= 0;
}

/** The reply that a fault gives instead of a route's; undefined where the route is to answer. */
export function replacement(fault: Fault): Reply | undefined {
  if ('tokenError' in fault) {
    if (fault.tokenError !== 'invalid_rapt') return oauthError(fault.tokenError, descriptionOf(fault.tokenError));
    return oauthError('invalid_grant', 'reauth related error (invalid_rapt)', 'invalid_rapt');
  }
  if ('status' in fault || 'reason' in fault) return apiError(fault);
  if ('body' in fault) {
    const type = fault.contentType ?? 'application/json; charset=UTF-8';
    return { status: fault.bodyStatus ?? 200, headers: { 'content-type': type }, body: fault.body };
  }
  if ('malformed' in fault && fault.malformed === 'captive-portal') return portal;
  return undefined;
}

/** What becomes of a route's reply. Errors are left as they are: they are bad enough. */
export function spoil(fault: Fault, reply: Reply): Reply {
  if (reply.status !== 200) return reply;
  if ('malformed' in fault) return malform(fault.malformed, reply);
  if ('omit' in fault) {
    return reshape(reply, (body) => Object.fromEntries(entriesOf(body).filter(([name]) => !fault.omit.includes(name))));
  }
  return 'change' in fault ? reshape(reply, fault.change) : reply;
}

function malform(malformation: Malformation, reply: Reply): Reply {
  switch (malformation) {
    case 'not-json':
      return { ...reply, body: 'Temporary glitch, please stand by.' };
    case 'truncated':
      return { ...reply, body: reply.body.slice(0, reply.body.length / 2) };
    case 'empty':
      return { ...reply, body: '' };
    case 'wrong-types':
      return reshape(reply, swapTypes);
    case 'captive-portal':
      return portal;
  }
}

/** As in a hotel: 200, HTML, and nothing to do with Google. */
const portal: Reply = {
  status: 200,
  headers: { 'content-type': 'text/html' },
  body: '<!doctype html><html><title>Welcome</title><form action="/login"><button>Accept and go online</button></form></html>',
};

function reshape(reply: Reply, change: (body: unknown) => unknown): Reply {
  return { ...reply, body: json(200, change(JSON.parse(reply.body))).body };
}

function entriesOf(body: unknown): [string, unknown][] {
  return typeof body === 'object' && body !== null ? Object.entries(body) : [];
}

/** Texts become numbers, numbers texts, lists objects: everything parses, nothing fits. */
function swapTypes(value: unknown): unknown {
  if (typeof value === 'string') return value.length;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (Array.isArray(value)) return Object.fromEntries(value.map((item, index) => [index, swapTypes(item)]));
  return Object.fromEntries(entriesOf(value).map(([name, item]) => [name, swapTypes(item)]));
}

function descriptionOf(error: OAuthErrorCode): string {
  return error === 'invalid_grant' ? deadToken : 'Bad Request';
}
