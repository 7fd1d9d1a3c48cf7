// One button's request: whether it is under way, and why it failed. What it changes is told by an event, not here.
import { useCallback, useState } from 'react';
import type { Failure, Result } from '../electron/contract/failure.ts';
import type { Input, Output, RequestName } from '../electron/contract/requests.ts';
import { request } from './bridge.ts';

export interface Action {
  readonly busy: boolean;
  readonly failure: Failure | null;
  readonly run: <Name extends RequestName>(name: Name, input: Input<Name>) => Promise<Result<Output<Name>>>;
  /** Shows a failure that was found before asking; `null` clears the last one. */
  readonly fail: (failure: Failure | null) => void;
}

/** `ask`: who asks, where a failure is said elsewhere as well. */
export function useAction(ask: typeof request = request): Action {
  const [busy, setBusy] = useState(false);
  const [failure, fail] = useState<Failure | null>(null);

  const run = useCallback(
    async <Name extends RequestName>(name: Name, input: Input<Name>) => {
      setBusy(true);
      fail(null);
      const result = await ask(name, input);
      setBusy(false);
      if (!result.ok) fail(result.failure);
      return result;
    },
    [ask],
  );

  return { busy, failure, run, fail };
}
