// The failure that something is expected to end in.
import { FailureError } from '../../electron/contract/failure.ts';

/** Rejects with anything else that was thrown, and where nothing was. */
export async function failureOf(promise: Promise<unknown>): Promise<FailureError> {
  const thrown = await promise.then(
    () => new Error('nothing was thrown'),
    (error: unknown) => error,
  );
  if (thrown instanceof FailureError) return thrown;
  throw thrown;
}
