// What somebody else said about a failure, which is shown as it came: pure.
import type { Failure } from '../../electron/contract/failure.ts';

export function detailOf(failure: Failure): string | null {
  return failure.kind === 'sign-in-abandoned' ? (failure.detail ?? null) : null;
}
