// A request that comes from a key, a menu, the palette or a switch, where nobody stands who could say how it ended: the line at
// the bottom does. What it changes is told by an event, not here.
import { useSyncExternalStore } from 'react';
import type { Failure, Result } from '../../electron/contract/failure.ts';
import type { Input, Output, RequestName } from '../../electron/contract/requests.ts';
import { request } from '../bridge.ts';

const listeners = new Set<() => void>();
let failure: Failure | null = null;

function say(next: Failure | null): void {
  if (next === failure) return;
  failure = next;
  for (const listener of listeners) listener();
}

/** The last one's failure is said until the next one is asked for, or somebody has read it. */
export async function command<Name extends RequestName>(name: Name, input: Input<Name>): Promise<Result<Output<Name>>> {
  say(null);
  const result = await request(name, input);
  if (!result.ok) say(result.failure);
  return result;
}

export const dismissFailure = () => say(null);

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};

export const useCommandFailure = (): Failure | null =>
  useSyncExternalStore(
    subscribe,
    () => failure,
    () => null,
  );
