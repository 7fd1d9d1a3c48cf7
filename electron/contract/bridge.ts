// What the preload script puts on the window, and the two channels underneath it.
import type { PortholeEvent } from './events.ts';
import type { Input, RequestName } from './requests.ts';

export const requestChannel = 'request';
export const eventChannel = 'event';

export interface Bridge {
  /** The JSON of a Result of this request's output. */
  readonly request: <Name extends RequestName>(name: Name, input: Input<Name>) => Promise<string>;
  /** Returns what stops the listening. */
  readonly listen: (listener: (event: PortholeEvent) => void) => () => void;
}
