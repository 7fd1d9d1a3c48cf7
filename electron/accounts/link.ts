// An account's way to Gmail: its grant made into a read-only client with a gate of its own.
import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Grant } from '../auth/grant.ts';
import type { Lifetime } from '../auth/lifetimes.ts';
import { type AuthSession, createAuthSession } from '../auth/session.ts';
import type { AccessToken } from '../auth/token-reply.ts';
import type { FailureError } from '../contract/failure.ts';
import type { Endpoints } from '../endpoints.ts';
import { type Allowance, createAllowance } from '../gmail/allowance.ts';
import type { GmailApi } from '../gmail/api.ts';
import { createGmailClient } from '../gmail/client.ts';
import { createGate } from '../gmail/gate.ts';
import { createReader } from '../gmail/reader.ts';
import { createTransport } from '../gmail/transport.ts';

export interface LinkOptions {
  readonly grant: Grant;
  readonly accessToken?: AccessToken | undefined;
  readonly endpoints: Endpoints;
  readonly fetch: typeof fetch;
  readonly now: () => number;
  /** Ms of a clock that nobody sets. */
  readonly ticks: () => number;
  readonly readingWorker: URL;
  /** Learnt as mail comes in unless given. */
  readonly allowance: Allowance | undefined;
  /** What was learnt earlier. */
  readonly rememberedLimits: string | null;
  /** For how long Gmail was not asked; null where it never was. */
  readonly restedMs: number | null;
  readonly onLimits: (learnt: string) => void;
  readonly earlier: readonly Lifetime[];
  /** Ends what is under way at the token endpoint: nothing of this grant comes back afterwards. */
  readonly signal: AbortSignal;
  readonly onMalformed: (id: string) => void;
  readonly onLeftOut: (entries: number) => void;
  /** Gmail asks for patience until this instant, epoch ms. */
  readonly onHeld: (retryAt: number) => void;
  readonly onRefreshToken: (refreshToken: string) => void;
  readonly onUsed: (usedAt: number) => void;
  readonly onSignedOut: (failure: FailureError) => void;
}

/** Longer than Gmail takes for any message; a connection that hangs counts as lost. */
const callTimeoutMs = 30_000;

/** Tells one client from another, and nobody who it is. */
const nameOfClient = ({ client }: Grant) =>
  createHash('sha256').update(client.clientId).digest('base64url').slice(0, 16);

/** Loads nothing and asks nobody until the first call. */
export function createLink(options: LinkOptions): GmailApi {
  const { endpoints, fetch, now, ticks } = options;
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
  const allowance =
    options.allowance ??
    createAllowance({
      remembered: options.rememberedLimits,
      client: nameOfClient(options.grant),
      restedMs: options.restedMs,
      now,
      ticks,
      onLearnt: options.onLimits,
    });
  const { limits, unitsAtFirst, heldUp } = allowance;
  const gate = createGate({ limits, unitsAtFirst, ticks, sleep: (ms) => sleep(ms), onHeldUp: heldUp });
  const reader = createReader({ workerUrl: options.readingWorker });
  options.signal.addEventListener('abort', () => void reader.close(), { once: true });
  return createGmailClient({
    connect,
    authorized: async <T>(call: () => Promise<T>, signal?: AbortSignal) => (await session()).authorized(call, signal),
    transport: createTransport({ gate, allowance, now, random: Math.random, onHeld: options.onHeld }),
    reader,
    rates: () => ({ costs: allowance.costs(), unitsPerSecond: limits().unitsPerSecond }),
    onMalformed: options.onMalformed,
    onLeftOut: options.onLeftOut,
    timeoutMs: callTimeoutMs,
  });
}
