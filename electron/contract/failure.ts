// Everything that is expected to go wrong, as kinds that say what a person can do next.
// Knows no wording (the renderer's) and no foreign error (translated at the edge that meets it).

/** What is wrong with an OAuth client file. */
export type ClientFileProblem =
  | 'not-json'
  | 'too-large'
  | 'unreadable' // the file itself can't be opened
  | 'service-account'
  | 'authorized-user'
  | 'not-a-client'
  | 'field-missing'
  | 'no-loopback-redirect';

/** Why one sign-in did not end in an account. Every one of them can be tried again. */
export type SignInProblem =
  | 'denied' // the person, or Google, said no on the consent page
  | 'gmail-not-granted' // consent came back without gmail.readonly
  | 'code-refused' // the token endpoint refused the one-time code
  | 'client-refused' // wrong secret, deleted or unknown client
  | 'setup' // any other refusal of the request as such
  | 'no-user-id'
  | 'no-refresh-token'
  | 'timed-out'
  | 'port-taken'
  | 'no-browser'
  | 'other-account' // signed in again, but as somebody else
  | 'not-allowed'; // the organisation allows no account at this domain

/** Why mail can no longer be fetched until the person signs in again. */
export type SignedOutReason =
  | 'refused' // Google takes the token no more: revoked, password changed, too many tokens
  | 'testing-expiry' // it has died at about seven days before: the project is in Testing
  | 'unused' // not used for six months
  | 'time-limited' // the person granted access for a time only
  | 'workspace-policy' // invalid_rapt
  | 'client-refused' // the OAuth client is gone, or its secret is wrong
  | 'consent-changed' // it was given for other permissions, or to another client than the organisation's
  | 'not-kept' // the token was held for one run only
  | 'unreadable' // the token's file can't be decrypted
  | 'by-you';

/** Who does not permit it. */
export type NotPermittedProblem =
  | 'scope' // Google: the permission to read Gmail was not given
  | 'administrator' // Google: an administrator does not allow this client
  | 'organisation' // the organisation that handed this Porthole out
  | 'policy-file'; // it has a file with rules that nobody can follow

export type Failure =
  | { readonly kind: 'client-file'; readonly problem: ClientFileProblem; readonly field?: string }
  | { readonly kind: 'sign-in-abandoned'; readonly problem: SignInProblem; readonly detail?: string }
  | { readonly kind: 'signed-out'; readonly reason: SignedOutReason }
  | { readonly kind: 'offline' }
  /** Gmail asks for patience; `retryAt` is epoch ms. */
  | { readonly kind: 'busy'; readonly retryAt: number }
  | { readonly kind: 'not-permitted'; readonly problem: NotPermittedProblem }
  /** `project`: the number of the Google Cloud project, where Google named it. */
  | { readonly kind: 'api-disabled'; readonly project?: string }
  | { readonly kind: 'gone' }
  | { readonly kind: 'unexpected-reply' }
  | { readonly kind: 'storage'; readonly problem: 'full' | 'damaged' | 'locked' | 'refused' }
  /** What was asked for is larger than what is shown or saved. */
  | { readonly kind: 'too-large' }
  /** A file of the person's own could not be written where they wanted it. */
  | { readonly kind: 'not-saved'; readonly problem: 'full' | 'refused' }
  /** No program of this computer took the link, or it is none that leaves Porthole. */
  | { readonly kind: 'not-opened' }
  | { readonly kind: 'keychain'; readonly problem: 'locked' | 'unavailable' }
  /** Somebody has to say the passcode first. */
  | { readonly kind: 'locked' }
  /** That was not the passcode. `waitMs`: how long the next try has to wait. */
  | { readonly kind: 'passcode'; readonly waitMs: number }
  /** All of it was erased: there is nothing left to ask. */
  | { readonly kind: 'erased' }
  /** A bug. `reference` finds its stack in the log. */
  | { readonly kind: 'internal'; readonly reference: string };

export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: Failure };

/** Carries a Failure through code that throws. Never crosses IPC: there it becomes a Result. */
export class FailureError extends Error {
  readonly failure: Failure;

  constructor(failure: Failure, options?: ErrorOptions) {
    super(failure.kind, options);
    this.name = 'FailureError';
    this.failure = failure;
  }
}

/** Gmail no longer has it, or has forgotten it. */
export function isGone(error: unknown): boolean {
  return error instanceof FailureError && error.failure.kind === 'gone';
}

/** There is no room on the disk. */
export function isFull(failure: Failure | undefined): boolean {
  return failure?.kind === 'storage' && failure.problem === 'full';
}
