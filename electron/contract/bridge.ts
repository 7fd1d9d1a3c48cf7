// What the preload script puts on the window, and the two channels underneath it.
import type { PortholeEvent } from './events.ts';
import type { Result } from './failure.ts';
import type { Input, Output, RequestName } from './requests.ts';

export const requestChannel = 'request';
export const eventChannel = 'event';

export interface Bridge {
  readonly request: <Name extends RequestName>(name: Name, input: Input<Name>) => Promise<Result<Output<Name>>>;
  /** Returns what stops the listening. */
  readonly listen: (listener: (event: PortholeEvent) => void) => () => void;
}
