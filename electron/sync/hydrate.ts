// Fetches messages once, complete, and saves them as they come. One message that can't be had holds up no other; a network
// that fails ends it, with what came before on disk.
import type { FetchedMessage } from '../contract/body.ts';
import { FailureError, isGone } from '../contract/failure.ts';
import type { CallOptions, GmailApi } from '../gmail/api.ts';
import { isItsOwn, UnreadableReply } from '../gmail/unreadable.ts';
import type { Store } from '../store/store.ts';
import type { Claim, InFlight } from './in-flight.ts';
import { createSaver, type Saver } from './saver.ts';

/** What one call brings: a message, or those of a thread that are missing. */
export interface Job {
  readonly ids: readonly string[];
  readonly threadId: string | null;
}

export interface HydrateOptions extends CallOptions {
  readonly api: GmailApi;
  readonly store: Store;
  readonly inFlight: InFlight;
  readonly sleep: (ms: number) => Promise<void>;
  /** Called after each batch that is on disk. */
  readonly onSaved: (messages: readonly FetchedMessage[]) => void;
  /** Called when Gmail has said that they are no more, and they are off the disk. */
  readonly onGone: (ids: readonly string[]) => void;
  /** A message that can't be read, or kept, is passed over by its id. */
  readonly onUnreadable: (id: string, error: unknown) => void;
}

/** Calls that stand at the gate together, or wait to be saved: enough that it never waits for them. */
const atOnce = 16;

/** What Gmail no longer has, or has no readable answer for, is undefined. Throws what would befall any other as well. */
async function fetchOrPassOver(id: string, options: HydrateOptions): Promise<FetchedMessage | undefined> {
  try {
    return await options.api.getMessage(id, options);
  } catch (error) {
    options.signal?.throwIfAborted();
    if (isGone(error)) {
      // A listing has named it, or a person has seen it; nothing else would ever take it away.
      await options.store.apply({ remove: [id] });
      options.onGone([id]);
    } else if (error instanceof FailureError && !(error instanceof UnreadableReply)) throw error;
    else options.onUnreadable(id, error);
    return undefined;
  }
}

/** Those of the thread's messages that it gives; what is wrong with others, or with all, shows when each is asked for. */
async function fetchThread(threadId: string, options: HydrateOptions): Promise<readonly FetchedMessage[]> {
  try {
    return await options.api.getThread(threadId, options);
  } catch (error) {
    options.signal?.throwIfAborted();
    if (isItsOwn(error) || !(error instanceof FailureError)) return [];
    throw error;
  }
}

/** Says of a message whether it has changed since the last time that this was asked. */
function staleness(claim: Claim): (id: string) => boolean {
  const changed = new Set<string>();
  return (id) => {
    for (const one of claim.takeChanged()) changed.add(one);
    return changed.delete(id);
  };
}

/** Calls under way, and whether there will be more. */
interface Calls {
  readonly track: <Reply>(call: Promise<Reply>) => Promise<Reply>;
  readonly areOver: () => boolean;
}

async function bring(
  claim: Claim,
  threadId: string | null,
  { saver, calls }: { readonly saver: Saver; readonly calls: Calls },
  options: HydrateOptions,
): Promise<void> {
  const missing = new Set(await options.store.read('missing', { ids: claim.ids }));
  if (missing.size === 0) return;
  const isStale = staleness(claim);
  const keep = async (message: FetchedMessage): Promise<void> => {
    const saving = saver.save(message, () => isStale(message.id));
    if (calls.areOver()) saver.flush();
    const outcome = await saving;
    // Asked again, it has the labels of now, or is gone.
    if (outcome === 'stale') await bringOne(message.id);
  };
  const bringOne = async (id: string): Promise<void> => {
    options.signal?.throwIfAborted();
    const message = await calls.track(fetchOrPassOver(id, options));
    if (message) await keep(message);
  };
  const together = threadId !== null && missing.size > 1 ? await calls.track(fetchThread(threadId, options)) : [];
  const wanted = together.filter(({ id }) => missing.delete(id));
  await Promise.all([...wanted.map(keep), ...[...missing].map(bringOne)]);
}

/**
 * Resolves when all that are missing are on disk, about in the order given. What Gmail no longer has is taken off the disk;
 * what somebody else is fetching already is waited for.
 */
export async function hydrate(jobs: Iterable<Job> | AsyncIterable<Job>, options: HydrateOptions): Promise<void> {
  const givenUp = new AbortController();
  const signal = options.signal ? AbortSignal.any([options.signal, givenUp.signal]) : givenUp.signal;
  const own = { ...options, signal };
  const saver = createSaver({ ...options, onRefused: options.onUnreadable });
  const errors: unknown[] = [];
  let underWay = 0;
  let isLast = false;
  const calls: Calls = {
    track: async (call) => {
      underWay++;
      try {
        return await call;
      } finally {
        underWay--;
      }
    },
    areOver: () => isLast && underWay === 0,
  };
  signal.addEventListener('abort', saver.flush, { once: true });

  const run = async ({ ids, threadId }: Job): Promise<void> => {
    let left = ids;
    while (left.length > 0) {
      signal.throwIfAborted();
      const claim = options.inFlight.claim(left, options.lane);
      try {
        await bring(claim, threadId, { saver, calls }, own);
      } finally {
        claim.release();
      }
      await claim.others;
      // Whoever was fetching them may have been cut off.
      left = claim.elsewhere;
    }
  };

  /** One failure leaves the others alone; the second says that it is the network, and the rest is not waited for. */
  const attempt = async (job: Job): Promise<void> => {
    try {
      await run(job);
    } catch (error) {
      errors.push(error);
      const isDisk = error instanceof FailureError && error.failure.kind === 'storage';
      if (errors.length > 1 || isDisk) givenUp.abort(error);
    }
  };

  const running = new Set<Promise<void>>();
  for await (const job of jobs) {
    const started: Promise<void> = attempt(job).finally(() => running.delete(started));
    running.add(started);
    if (running.size >= atOnce) await Promise.race(running);
    if (signal.aborted) break;
  }
  isLast = true;
  if (underWay === 0) saver.flush();
  await Promise.all(running);
  signal.removeEventListener('abort', saver.flush);
  options.signal?.throwIfAborted();
  if (errors.length > 0) throw errors[0];
}

export const single = (id: string): Job => ({ ids: [id], threadId: null });
