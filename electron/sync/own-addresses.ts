// Every address that the person sends from: what `me` means in a query.
import { FailureError } from '../contract/failure.ts';
import type { CallOptions, GmailApi } from '../gmail/api.ts';
import type { Store } from '../store/store.ts';

/** Once for each run: they change as often as somebody changes jobs. */
export function createOwnAddresses(api: GmailApi, store: Store): (call: CallOptions) => Promise<void> {
  let isKnown = false;
  return async (call) => {
    if (isKnown) return;
    try {
      const all = await api.listSendAs(call);
      const ownAddresses = all.map(({ sendAsEmail }) => sendAsEmail.toLowerCase()).sort();
      await store.apply({ remembered: { ownAddresses } });
    } catch (error) {
      // An organisation may forbid it; mail comes all the same, and the account's own address is known.
      const kind = error instanceof FailureError ? error.failure.kind : undefined;
      if (kind !== 'not-permitted' && kind !== 'unexpected-reply') throw error;
    }
    isKnown = true;
  };
}
