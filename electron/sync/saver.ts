// Puts messages on disk as they come, a few in each short transaction. What has changed at Gmail since it was asked for is
// handed back instead: history has passed it over, or is about to.
import type { FetchedMessage } from '../contract/body.ts';
import { FailureError } from '../contract/failure.ts';
import type { Store } from '../store/store.ts';

export interface SaverOptions {
  readonly store: Store;
  readonly sleep: (ms: number) => Promise<void>;
  readonly onSaved: (messages: readonly FetchedMessage[]) => void;
  /** The store refuses this message for its own sake. */
  readonly onRefused: (id: string, error: unknown) => void;
}

export interface Saver {
  /** `isStale` is asked at the last moment. Rejects where the store can't take any message. */
  readonly save: (message: FetchedMessage, isStale: () => boolean) => Promise<'saved' | 'stale' | 'refused'>;
  /** Lets no message wait any longer. */
  readonly flush: () => void;
}

interface Waiting {
  readonly message: FetchedMessage;
  readonly isStale: () => boolean;
  readonly resolve: (outcome: 'saved' | 'stale' | 'refused') => void;
  readonly reject: (error: unknown) => void;
}

/** Few enough that rows appear as if one by one, many enough that a transaction is worth it. */
const batchSize = 20;
/** Characters: what crosses to the store's thread at once costs this one a few milliseconds. */
const batchLength = 1_000_000;
/** Longer than that no row waits for others. */
const batchMs = 250;

const lengthOf = ({ text, original }: FetchedMessage) =>
  (original?.parts ?? []).reduce(
    (sum, { html, plain }) => sum + (html?.length ?? 0) + (plain?.length ?? 0),
    text.length,
  );

export function createSaver({ store, sleep, onSaved, onRefused }: SaverOptions): Saver {
  let waiting: Waiting[] = [];
  let length = 0;

  const saveOne = async ({ message, resolve, reject }: Waiting): Promise<void> => {
    try {
      await store.apply({ save: [message] });
      onSaved([message]);
      resolve('saved');
    } catch (error) {
      if (error instanceof FailureError) {
        reject(error);
        return;
      }
      onRefused(message.id, error);
      resolve('refused');
    }
  };

  const flush = async (): Promise<void> => {
    const batch = waiting;
    waiting = [];
    length = 0;
    const stale = batch.filter(({ isStale }) => isStale());
    for (const { resolve } of stale) resolve('stale');
    const fresh = batch.filter((one) => !stale.includes(one));
    if (fresh.length === 0) return;
    try {
      const messages = fresh.map(({ message }) => message);
      await store.apply({ save: messages });
      onSaved(messages);
      for (const { resolve } of fresh) resolve('saved');
    } catch (error) {
      if (error instanceof FailureError) for (const { reject } of fresh) reject(error);
      else for (const one of fresh) await saveOne(one);
    }
  };

  return {
    flush: () => void flush(),
    save: (message, isStale) =>
      new Promise((resolve, reject) => {
        const isFirst = waiting.length === 0;
        waiting.push({ message, isStale, resolve, reject });
        length += lengthOf(message);
        if (waiting.length >= batchSize || length >= batchLength) void flush();
        else if (isFirst) void sleep(batchMs).then(flush);
      }),
  };
}
