// Fetches messages once, complete, and saves them in small batches as they come.
import { FailureError } from '../contract/failure.ts';
import type { Message } from '../contract/model.ts';
import type { CallOptions, GmailApi } from '../gmail/api.ts';
import { bodiesToFetch, readMessage } from '../gmail/mime.ts';
import type { Store } from '../store/store.ts';

export interface HydrateOptions extends CallOptions {
  readonly api: GmailApi;
  readonly store: Store;
  /** Called after each batch that is on disk. */
  readonly onSaved: (ids: readonly string[]) => void;
  /** A message whose JSON can't be read is passed over, by its id. */
  readonly onUnreadable: (id: string) => void;
}

/** Few enough that rows appear as if one by one, many enough that a transaction is worth it. */
const batchSize = 20;

async function fetchOne(api: GmailApi, id: string, options: CallOptions): Promise<Message> {
  const wire = await api.getMessage(id, options);
  const fetched = new Map<string, string>();
  for (const { partId, attachmentId } of bodiesToFetch(wire))
    fetched.set(partId, await api.getAttachment(wire.id, attachmentId, options));
  return readMessage(wire, fetched);
}

/** Resolves when all are on disk, newest first as given. What Gmail no longer has is left out. */
export async function hydrate(ids: readonly string[], options: HydrateOptions): Promise<void> {
  const { api, store, onSaved, onUnreadable } = options;
  const fetchOrDrop = async (id: string): Promise<Message | undefined> => {
    try {
      return await fetchOne(api, id, options);
    } catch (error) {
      const kind = error instanceof FailureError ? error.failure.kind : undefined;
      if (kind === 'unexpected-reply') onUnreadable(id);
      else if (kind !== 'gone') throw error;
      return undefined;
    }
  };
  for (let start = 0; start < ids.length; start += batchSize) {
    options.signal?.throwIfAborted();
    const batch = await Promise.all(ids.slice(start, start + batchSize).map(fetchOrDrop));
    const save = batch.filter((message) => message !== undefined);
    await store.apply({ save });
    onSaved(save.map(({ id }) => id));
  }
}
