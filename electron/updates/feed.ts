// What a newer version comes from, as the states know it. Knows no library.
import type { FoundUpdate, UpdateFailure } from '../contract/updates.ts';

export interface Feed {
  /** Undefined where there is none that is newer. @throws UpdateError */
  readonly look: (signal: AbortSignal) => Promise<FoundUpdate | undefined>;
  /** The one that was found last; checked when it resolves, and installed when Porthole is quit. `onShare`: of one.
   *  @throws UpdateError */
  readonly download: (onShare: (share: number) => void, signal: AbortSignal) => Promise<void>;
  /** What was downloaded is not installed. Answers whether that could still be had. */
  readonly takeBack: () => boolean;
  /** Quits as ever, and starts the newer one. */
  readonly restart: () => void;
}

/** Carries why there is none through code that throws. */
export class UpdateError extends Error {
  readonly failure: UpdateFailure;

  constructor(failure: UpdateFailure, options?: ErrorOptions) {
    super(failure.kind, options);
    this.name = 'UpdateError';
    this.failure = failure;
  }
}
