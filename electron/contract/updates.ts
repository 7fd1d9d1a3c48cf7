// How it stands with newer versions of Porthole, as the window is told.
import type { Failure } from './failure.ts';

/** `ask`: looked for once a day, and nothing more without a person. `off`: nobody is asked. */
export const updateChoices = ['ask', 'off'] as const;
export type UpdateChoice = (typeof updateChoices)[number];

/** Why this Porthole can't renew itself, whatever is chosen. */
export type CannotUpdate =
  | 'not-packed' // it runs from its source
  | 'package-manager' // a deb, an rpm or a folder: whoever installed it renews it
  | 'portable' // one file for Windows that installs nothing
  | 'no-feed' // nobody told this build where newer ones are
  | 'organisation'; // whoever handed it out has said so

export type UpdateFailure =
  | { readonly kind: 'unreachable' }
  /** What came makes no sense, or the place answered with an error. */
  | { readonly kind: 'unexpected' }
  /** What was fetched is not what was announced, or not signed by whom it should be. It was thrown away. */
  | { readonly kind: 'altered' }
  | Extract<Failure, { readonly kind: 'storage' | 'internal' }>;

export interface FoundUpdate {
  /** As `1.2.3`. */
  readonly version: string;
  /** What is new in it: text, never markup. Empty where nobody wrote any. */
  readonly notes: string;
}

export type UpdateState =
  | { readonly state: 'cannot'; readonly why: CannotUpdate }
  | { readonly state: 'off' }
  /** `lookedAt`: epoch ms; null where nobody ever has. There was none then. */
  | { readonly state: 'idle'; readonly lookedAt: number | null }
  | { readonly state: 'looking' }
  | ({ readonly state: 'available' } & FoundUpdate)
  /** `share`: of one. */
  | ({ readonly state: 'downloading'; readonly share: number } & FoundUpdate)
  /** Installed when Porthole is quit. */
  | ({ readonly state: 'ready' } & FoundUpdate)
  | { readonly state: 'failed'; readonly failure: UpdateFailure };
