// An account's way to Gmail: its grant made into a read-only client with a gate of its own.
import { setTimeout as sleep } from 'node:timers/promises';
import type { Grant } from './auth/grant.ts';
import type { Lifetime } from './auth/lifetimes.ts';
import { type AuthSession, createAuthSession } from './auth/session.ts';
import type { AccessToken } from './auth/token-reply.ts';
import type { FailureError } from './contract/failure.ts';
import type { Endpoints } from './endpoints.ts';
import type { GmailApi } from './gmail/api.ts';
import { createGmailClient } from './gmail/client.ts';
import { type Limits, newProjectCosts } from './gmail/costs.ts';
import { createGate } from './gmail/gate.ts';
import { createTransport } from './gmail/transport.ts';

export interface LinkOptions {
  readonly grant: Grant;
  readonly accessToken?: AccessToken | undefined;
  readonly endpoints: Endpoints;
  readonly fetch: typeof fetch;
  readonly now: () => number;
  readonly limits: Limits;
  readonly earlier: readonly Lifetime[];
  /** Ends what is under way at the token endpoint: nothing of this grant comes back afterwards. */
  readonly signal: AbortSignal;
  /** Gmail asks for patience until this instant, epoch ms. */
  readonly onHeld: (retryAt: number) => void;
  readonly onRefreshToken: (refreshToken: string) => void;
  readonly onUsed: (usedAt: number) => void;
  readonly onSignedOut: (failure: FailureError) => void;
}

/** Longer than Gmail takes for any message; a connection that hangs counts as lost. */
const callTimeoutMs = 30_000;

/** Loads nothing and asks nobody until the first call. */
export function createLink(options: LinkOptions): GmailApi {
  const { endpoints, fetch, now } = options;
  let opening: Promise<AuthSession> | undefined;
  const session = () => {
    opening ??= createAuthSession({ ...options, endpoints: endpoints.auth });
    return opening;
  };
  const open = async () => {
    const { client } = await session();
    const { gmail } = await import('googleapis/build/src/apis/gmail/index.js');
    return gmail({ version: 'v1', auth: client, rootUrl: endpoints.gmailRootUrl, fetchImplementation: fetch });
  };
  let opened: ReturnType<typeof open> | undefined;
  const connect = () => {
    opened ??= open();
    return opened;
  };
  const gate = createGate({ limits: options.limits, now, sleep: (ms) => sleep(ms) });
  return createGmailClient({
    connect,
    authorized: async <T>(call: () => Promise<T>, signal?: AbortSignal) => (await session()).authorized(call, signal),
    transport: createTransport({ gate, costs: newProjectCosts, now, random: Math.random, onHeld: options.onHeld }),
    timeoutMs: callTimeoutMs,
  });
}
