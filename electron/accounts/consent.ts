// The consent under way in the system browser, as the window sees it: one at a time, with a link to open again.
import type { OAuthClient } from '../auth/client-file.ts';
import type { AuthEndpoints } from '../auth/google.ts';
import type { Grant } from '../auth/grant.ts';
import type { Pages } from '../auth/pages.ts';
import { createSignIn, type SignedIn } from '../auth/sign-in.ts';
import { type Failure, FailureError } from '../contract/failure.ts';
import type { SignIn } from '../contract/model.ts';

export interface ConsentOptions {
  readonly endpoints: AuthEndpoints;
  readonly fetch: typeof fetch;
  readonly now: () => number;
  readonly openExternal: (url: string) => Promise<void>;
  /** Where the browser ends. */
  readonly pages: () => Promise<Pages>;
  readonly writeClipboard: (text: string) => Promise<void>;
  readonly onReturn: () => void;
  readonly onState: () => void;
  readonly onBug: (error: unknown) => string;
  readonly isAllowed: (email: string) => boolean;
  readonly storedGrant: (accountId: string) => Promise<Grant | undefined>;
  /** Keeps what came. The window says signed in only after it. Once the signal is aborted, nobody wants it any more. */
  readonly onSignedIn: (signedIn: SignedIn, signal: AbortSignal) => Promise<void>;
}

/** Somebody who signs in again, or another one beside those that are here: the browser must not take the one that it knows. */
export type Whom = { readonly id: string; readonly email: string } | 'another' | 'first';

export interface Consent {
  readonly state: () => SignIn;
  readonly start: (client: OAuthClient, whom: Whom) => void;
  readonly cancel: () => void;
  readonly openAgain: () => Promise<void>;
  readonly copyLink: () => Promise<void>;
}

export function createConsent(options: ConsentOptions): Consent {
  const { now, onState, openExternal } = options;
  const signIn = createSignIn();
  let state: SignIn = { state: 'none' };
  let link: string | undefined;
  let stopping = new AbortController();

  const change = (next: SignIn) => {
    state = next;
    if (next.state !== 'waiting') link = undefined;
    onState();
  };

  const fail = (error: unknown) => {
    const failure: Failure =
      error instanceof FailureError ? error.failure : { kind: 'internal', reference: options.onBug(error) };
    change({ state: 'failed', failure });
  };

  const run = async (client: OAuthClient, whom: Whom, signal: AbortSignal) => {
    const expected = typeof whom === 'string' ? undefined : whom;
    const { endpoints, fetch, pages, isAllowed, storedGrant, onReturn } = options;
    let rounds = 0;
    const signedIn = await signIn({
      client,
      endpoints,
      fetch,
      now,
      openExternal,
      pages,
      onLink: (url) => {
        if (signal.aborted) return;
        link = url;
        rounds += 1;
        change({ state: 'waiting', startedAt: now(), email: expected?.email ?? null, again: rounds > 1 });
      },
      onReturn: () => {
        if (signal.aborted) return;
        change({ state: 'finishing' });
        onReturn();
      },
      isAllowed,
      storedGrant,
      loginHint: expected?.email,
      prompt: whom === 'another' ? 'select_account' : undefined,
      expectedAccountId: expected?.id,
      signal,
    });
    await options.onSignedIn(signedIn, signal);
    // A cancelled one must not end the next.
    if (!signal.aborted) change({ state: 'none' });
  };

  const start: Consent['start'] = (client, whom) => {
    stopping.abort();
    const stop = new AbortController();
    stopping = stop;
    run(client, whom, stop.signal).catch((error: unknown) => {
      if (!stop.signal.aborted) fail(error);
    });
  };

  return {
    state: () => state,
    start,
    cancel: () => {
      stopping.abort();
      change({ state: 'none' });
    },
    openAgain: async () => {
      if (link !== undefined) await openExternal(link);
    },
    copyLink: async () => {
      if (link !== undefined) await options.writeClipboard(link);
    },
  };
}
