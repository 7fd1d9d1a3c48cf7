// A fetch of which every request is in the ledger, with the bytes that its reply brings.
import type { Purpose } from '../contract/network.ts';
import type { Ledger } from './ledger.ts';

/** The reply as it is, counted as somebody reads it. */
function counted(reply: Response, count: (bytes: number) => void): Response {
  if (!reply.body) return reply;
  const counting = new TransformStream<Uint8Array, Uint8Array>({
    transform: (piece, out) => {
      count(piece.byteLength);
      out.enqueue(piece);
    },
  });
  const { status, statusText, headers, url } = reply;
  const same = new Response(reply.body.pipeThrough(counting), { status, statusText, headers });
  Object.defineProperty(same, 'url', { value: url });
  return same;
}

export function countedFetch(
  fetch: typeof globalThis.fetch,
  ledger: Pick<Ledger, 'asked'>,
  purposeOf: (url: string) => Purpose,
): typeof globalThis.fetch {
  return async (wanted, options) => {
    const url = wanted instanceof Request ? wanted.url : String(wanted);
    const count = ledger.asked(new URL(url).hostname, purposeOf(url));
    const reply = await fetch(wanted, options);
    if (!reply.redirected) return counted(reply, count);
    return counted(reply, ledger.asked(new URL(reply.url).hostname, purposeOf(reply.url)));
  };
}
