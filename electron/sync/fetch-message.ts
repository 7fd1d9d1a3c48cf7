// One message of Gmail's, complete: with the bodies that Gmail leaves out of it because they are large.
import { FailureError } from '../contract/failure.ts';
import type { Message } from '../contract/model.ts';
import type { CallOptions, GmailApi } from '../gmail/api.ts';
import { bodiesToFetch, readMessage } from '../gmail/mime.ts';
import { UnreadableReply } from '../gmail/unreadable.ts';
import type { WireMessage } from '../gmail/wire.ts';

export interface FetchOptions extends CallOptions {
  readonly api: GmailApi;
}

const isNotToBeHad = (error: unknown) =>
  error instanceof UnreadableReply || (error instanceof FailureError && error.failure.kind === 'gone');

/** By part id. `complete` is false where Gmail does not give one of them. */
async function fetchBodies(wire: WireMessage, options: FetchOptions) {
  const bodies = new Map<string, string>();
  let complete = true;
  for (const { partId, attachmentId } of bodiesToFetch(wire)) {
    options.signal?.throwIfAborted();
    try {
      bodies.set(partId, await options.api.getAttachment(wire.id, attachmentId, options));
    } catch (error) {
      if (!isNotToBeHad(error)) throw error;
      complete = false;
    }
  }
  return { bodies, complete };
}

export async function fetchMessage(id: string, options: FetchOptions): Promise<Message> {
  const wire = await options.api.getMessage(id, options);
  const { bodies, complete } = await fetchBodies(wire, options);
  if (complete) return readMessage(wire, bodies);
  // Attachment ids go stale. With fresh ones it is tried once more; then the rest of the message is better than nothing.
  options.signal?.throwIfAborted();
  const again = await options.api.getMessage(id, options);
  return readMessage(again, (await fetchBodies(again, options)).bodies);
}
