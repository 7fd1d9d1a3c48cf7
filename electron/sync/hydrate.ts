// Fetches messages once, complete, and saves them in small batches as they come. One message that can't be had holds up
// no other; a network that fails ends it, with what came before on disk.
import { FailureError } from '../contract/failure.ts';
import type { Message } from '../contract/model.ts';
import type { CallOptions, GmailApi } from '../gmail/api.ts';
import { UnreadableReply } from '../gmail/unreadable.ts';
import type { Store } from '../store/store.ts';
import { fetchMessage } from './fetch-message.ts';
import type { Claim, InFlight } from './in-flight.ts';

export interface HydrateOptions extends CallOptions {
  readonly api: GmailApi;
  readonly store: Store;
  readonly inFlight: InFlight;
  /** Called after each batch that is on disk. */
  readonly onSaved: (ids: readonly string[]) => void;
  /** A message that can't be read, or kept, is passed over by its id. */
  readonly onUnreadable: (id: string, error: unknown) => void;
}

/** Few enough that rows appear as if one by one, many enough that a transaction is worth it. */
const batchSize = 20;

/** What Gmail no longer has, or has no readable answer for, is undefined. Throws what would befall any other as well. */
async function fetchOrPassOver(id: string, options: HydrateOptions): Promise<Message | undefined> {
  try {
    return await fetchMessage(id, options);
  } catch (error) {
    options.signal?.throwIfAborted();
    const isItsOwn = !(error instanceof FailureError) || error instanceof UnreadableReply;
    if (isItsOwn) options.onUnreadable(id, error);
    else if (error.failure.kind !== 'gone') throw error;
    return undefined;
  }
}

interface Fetched {
  readonly messages: readonly Message[];
  readonly errors: readonly unknown[];
}

/** One failure leaves the others alone; the second says that it is the network, and the rest is not waited for. */
async function fetchEach(ids: readonly string[], options: HydrateOptions): Promise<Fetched> {
  const givenUp = new AbortController();
  const signal = options.signal ? AbortSignal.any([options.signal, givenUp.signal]) : givenUp.signal;
  const errors: unknown[] = [];
  const messages = await Promise.all(
    ids.map(async (id) => {
      try {
        return await fetchOrPassOver(id, { ...options, signal });
      } catch (error) {
        errors.push(error);
        if (errors.length > 1) givenUp.abort(error);
        return undefined;
      }
    }),
  );
  options.signal?.throwIfAborted();
  return { messages: messages.filter((message) => message !== undefined), errors };
}

/** Answers which are on disk. What the store refuses for its own sake is passed over, one by one. */
async function save(messages: readonly Message[], { store, onUnreadable }: HydrateOptions): Promise<readonly string[]> {
  if (messages.length === 0) return [];
  try {
    await store.apply({ save: messages });
    return messages.map(({ id }) => id);
  } catch (error) {
    if (error instanceof FailureError) throw error;
  }
  const saved: string[] = [];
  for (const message of messages) {
    try {
      await store.apply({ save: [message] });
      saved.push(message.id);
    } catch (error) {
      if (error instanceof FailureError) throw error;
      onUnreadable(message.id, error);
    }
  }
  return saved;
}

async function hydrateBatch(claim: Claim, options: HydrateOptions): Promise<void> {
  const messages = new Map<string, Message>();
  let wanted: readonly string[] = await options.store.read('missing', { ids: claim.ids });
  let errors: readonly unknown[] = [];
  while (wanted.length > 0 && errors.length === 0) {
    options.signal?.throwIfAborted();
    const fetched = await fetchEach(wanted, options);
    for (const message of fetched.messages) messages.set(message.id, message);
    errors = fetched.errors;
    // Changed at Gmail since it was asked for: history has passed it over, for it was not on disk. So it is asked for again.
    const asked = new Set(wanted);
    wanted = claim.takeChanged().filter((id) => asked.has(id));
    for (const id of wanted) messages.delete(id);
  }
  const saved = await save([...messages.values()], options);
  if (saved.length > 0) options.onSaved(saved);
  if (errors.length > 0) throw errors[0];
}

/**
 * Resolves when all that are missing are on disk, in the order given. What Gmail no longer has is left out; what somebody
 * else is fetching already is waited for.
 */
export async function hydrate(ids: readonly string[], options: HydrateOptions): Promise<void> {
  let left = ids;
  while (left.length > 0) {
    const elsewhere: string[] = [];
    const others: Promise<unknown>[] = [];
    for (let start = 0; start < left.length; start += batchSize) {
      options.signal?.throwIfAborted();
      const claim = options.inFlight.claim(left.slice(start, start + batchSize), options.lane);
      elsewhere.push(...claim.elsewhere);
      others.push(claim.others);
      try {
        await hydrateBatch(claim, options);
      } finally {
        claim.release();
      }
    }
    await Promise.all(others);
    // Whoever was fetching them may have been cut off.
    left = elsewhere;
  }
}
