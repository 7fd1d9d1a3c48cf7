// One person signing in through the system browser: asks, waits, exchanges, finds out who it was, and asks once more where
// Google gave no refresh token. Stores nothing; whatever it does not hand over, it gives back to Google.
import { FailureError, type SignInProblem } from '../contract/failure.ts';
import type { Account } from '../contract/model.ts';
import type { Callback } from './callback.ts';
import type { OAuthClient } from './client-file.ts';
import { authorizationUrl, exchangeCode, type Prompt } from './exchange.ts';
import { type AuthEndpoints, warmUp } from './google.ts';
import { type Grant, needsConsent } from './grant.ts';
import { type Identity, identify, readIdToken } from './identity.ts';
import { type Listening, listenForCode } from './loopback.ts';
import type { Pages } from './pages.ts';
import { createPkce, createState, readIntent } from './pkce.ts';
import { revokeToken } from './revoke.ts';
import { grantsGmail, scopes } from './scopes.ts';
import type { AccessToken, Tokens } from './token-reply.ts';

export interface SignInOptions {
  readonly client: OAuthClient;
  readonly endpoints: AuthEndpoints;
  readonly fetch: typeof fetch;
  readonly now: () => number;
  /** Shows the consent page in the system browser, never in a window of ours: Google refuses those. */
  readonly openExternal: (url: string) => Promise<void>;
  /** What the browser shows when it has come back. */
  readonly pages: () => Promise<Pages>;
  /** The link to open again, or to copy. Comes anew with every round. */
  readonly onLink: (url: string) => void;
  /** The browser is back: bring the window to the front. */
  readonly onReturn: () => void;
  /** What is kept of this account, if anything. */
  readonly storedGrant: (accountId: string) => Promise<Grant | undefined>;
  readonly loginHint?: string | undefined;
  readonly prompt?: Prompt | undefined;
  /** Who is expected when an account signs in again. */
  readonly expectedAccountId?: string | undefined;
  /** Whether an account of this address may be used here; an empty one where Google vouches for none. */
  readonly isAllowed: (email: string) => boolean;
  /** What the app wants to do afterwards; comes back in the result. */
  readonly intent?: string | undefined;
  readonly signal: AbortSignal;
  /** How long the browser may take, per round. */
  readonly timeoutMs?: number;
}

export interface SignedIn {
  readonly account: Account;
  readonly grant: Grant;
  readonly accessToken: AccessToken;
  readonly intent: string | null;
}

type Round = Pick<SignInOptions, 'prompt' | 'loginHint'>;
/** `inBackground` is told of what goes on after the answer, and what the next sign-in waits for. */
type Run = SignInOptions & { readonly inBackground: (task: Promise<unknown>) => void };

interface Answer {
  readonly tokens: Tokens;
  readonly intent: string | null;
  readonly portFree: Promise<void>;
}

const usualTimeoutMs = 300_000;

const abandon = (problem: SignInProblem, options?: ErrorOptions & { detail?: string }) => {
  const detail = options?.detail;
  return new FailureError({ kind: 'sign-in-abandoned', problem, ...(detail !== undefined && { detail }) }, options);
};

/** One at a time: a new sign-in ends the one under way, and begins when that one's port is free. */
export function createSignIn(): (options: SignInOptions) => Promise<SignedIn> {
  let current = { abort: (_reason: unknown): unknown => false, ended: Promise.resolve() };
  return async (options) => {
    const before = current;
    const own = new AbortController();
    const signal = AbortSignal.any([options.signal, own.signal]);
    const ended = Promise.withResolvers<void>();
    const tasks: Promise<unknown>[] = [];
    let running = true;
    // One that is over may still be showing the browser its last page: that is not cut off.
    current = { abort: (reason) => running && own.abort(reason), ended: ended.promise };
    before.abort(new DOMException('Another sign-in has begun.', 'AbortError'));
    try {
      await before.ended;
      return await signIn({ ...options, signal, inBackground: (task) => tasks.push(task) });
    } finally {
      running = false;
      void Promise.allSettled(tasks).then(() => ended.resolve());
    }
  };
}

async function signIn(run: Run): Promise<SignedIn> {
  const first = await ask(run, run);
  const identity = await recognise(run, first.tokens);
  const signedIn = await complete(run, first, identity);
  if (signedIn) return signedIn;
  try {
    await first.portFree;
    // Google gives a refresh token with the first consent only, or when told to ask for consent again.
    const second = await ask(run, { prompt: 'consent', loginHint: identity.email || identity.id });
    const signedInAtLast = await complete(run, second, await recognise(run, second.tokens));
    if (signedInAtLast) return signedInAtLast;
    // Not a third time: it would go round for ever.
    await giveBack(run, second.tokens);
    throw abandon('no-refresh-token');
  } catch (failure) {
    await giveBack(run, first.tokens);
    throw failure;
  }
}

/** One round through the browser, up to the tokens. */
async function ask(run: Run, { prompt, loginHint }: Round): Promise<Answer> {
  const { client, endpoints, fetch, now, signal } = run;
  const pkce = createPkce();
  const state = createState(run.intent);
  const listening = await listenForCode({
    redirect: client.redirect,
    state,
    issuer: endpoints.issuers[0],
    pages: await run.pages(),
    signal,
    timeoutMs: run.timeoutMs ?? usualTimeoutMs,
  });
  const portIsFixed = client.redirect.port !== 0;
  if (portIsFixed) run.inBackground(listening.closed);
  const { redirectUri } = listening;
  const request = { client, endpoints, redirectUri, state, pkce, prompt, loginHint };
  const callback = await openBrowser(run, listening, authorizationUrl(request));
  signal.throwIfAborted();
  run.onReturn();
  if (callback.kind === 'refused') throw declined(callback.error);
  const tokens = await exchangeCode({ ...request, code: callback.code, fetch, now, signal });
  return { tokens, intent: readIntent(state), portFree: portIsFixed ? listening.closed : Promise.resolve() };
}

async function openBrowser(run: Run, listening: Listening, url: string): Promise<Callback> {
  const unopened = Promise.withResolvers<never>();
  run.onLink(url);
  run
    .openExternal(url)
    .catch((cause: unknown) => unopened.reject(abandon('no-browser', { cause: withoutLinks(cause) })));
  warmUp();
  try {
    return await Promise.race([listening.callback, unopened.promise]);
  } catch (failure) {
    await listening.close();
    throw failure;
  }
}

function withoutLinks(cause: unknown): Error {
  return new Error(cause instanceof Error ? cause.message.replace(/\S*:\/\/\S*/g, '(link)') : 'unknown');
}

function declined(error: string): FailureError {
  return error === 'access_denied' ? abandon('denied') : abandon('denied', { detail: error });
}

/** Who it is, where it is somebody who may go on. Otherwise what was granted goes back. */
async function recognise(run: Run, tokens: Tokens): Promise<Identity> {
  const { client, endpoints, fetch, now, signal, expectedAccountId } = run;
  try {
    if (!grantsGmail(tokens.scope)) throw abandon('gmail-not-granted');
    const identity = await identify({ tokens, clientId: client.clientId, endpoints, fetch, now, signal });
    if (expectedAccountId !== undefined && identity.id !== expectedAccountId) throw abandon('other-account');
    if (!run.isAllowed(identity.verified ? identity.email : '')) throw abandon('not-allowed');
    signal.throwIfAborted();
    return identity;
  } catch (failure) {
    await giveBack(run, tokens);
    throw failure;
  }
}

/** Null where there is no refresh token, neither new nor stored. */
async function complete(run: Run, { tokens, intent }: Answer, identity: Identity): Promise<SignedIn | null> {
  const { client, now, signal } = run;
  const stored = await readStored(run, identity.id);
  if (signal.aborted) await giveBack(run, tokens);
  signal.throwIfAborted();
  const kept = stored && !needsConsent(stored, client) ? stored : undefined;
  const fresh = tokens.refreshToken !== null && {
    refreshToken: tokens.refreshToken,
    grantedAt: now(),
    expiresAt: tokens.refreshExpiresAt,
  };
  // Where the stored token goes on, so does its age: a project in Testing counts from there.
  const source = fresh || kept;
  if (!source) return null;
  const { refreshToken, grantedAt, expiresAt } = source;
  const { id, email, name } = identity;
  return {
    account: { id, kind: 'gmail', email, name: name || email },
    grant: { client, refreshToken, scopes: [...scopes], grantedAt, lastUsedAt: now(), expiresAt },
    accessToken: tokens.access,
    intent,
  };
}

/** Nothing, too, where the key store is locked: a new consent then gives a new token. */
async function readStored(run: Run, accountId: string): Promise<Grant | undefined> {
  try {
    return await run.storedGrant(accountId);
  } catch (failure) {
    if (failure instanceof FailureError) return undefined;
    throw failure;
  }
}

/** Revokes what came, in the background where the person has cancelled. */
async function giveBack(run: Run, tokens: Tokens): Promise<void> {
  const task = revokeUnlessShared(run, tokens);
  run.inBackground(task);
  if (!run.signal.aborted) await task;
}

async function revokeUnlessShared(run: Run, tokens: Tokens): Promise<void> {
  const { client, endpoints, fetch, now } = run;
  const identity = readIdToken({ tokens, clientId: client.clientId, endpoints, now });
  // Revoking one token may end the account's other ones with this client, and one of those is in use.
  if (identity && (await readStored(run, identity.id))) return;
  await revokeToken({ token: tokens.refreshToken ?? tokens.access.token, revokeUrl: endpoints.revokeUrl, fetch });
}
