// The one place that touches what the preload script put on the window. Knows no request by name.
import type { Bridge } from '../electron/contract/bridge.ts';
import type { PortholeEvent } from '../electron/contract/events.ts';
import type { Result } from '../electron/contract/failure.ts';
import type { Input, Output, RequestName } from '../electron/contract/requests.ts';

declare global {
  interface Window {
    readonly porthole: Bridge;
  }
}

/** Always a Result: a call that the bridge itself rejects is a bug, and is shown as one. */
export async function request<Name extends RequestName>(name: Name, input: Input<Name>): Promise<Result<Output<Name>>> {
  try {
    return await window.porthole.request(name, input);
  } catch {
    return { ok: false, failure: { kind: 'internal', reference: name } };
  }
}

export function listen(listener: (event: PortholeEvent) => void): () => void {
  return window.porthole.listen(listener);
}
