// Brings messages, and keeps account of it: what could not be had, how fast the others come.
import type { CallOptions, GmailApi } from '../gmail/api.ts';
import type { Store } from '../store/store.ts';
import { type HydrateOptions, hydrate, type Job } from './hydrate.ts';
import type { InFlight } from './in-flight.ts';
import { createPassedOver } from './passed-over.ts';
import { createProgressMeter, type Progress } from './progress.ts';

export interface BringingOptions {
  readonly api: GmailApi;
  readonly store: Store;
  readonly inFlight: InFlight;
  /** Epoch ms. */
  readonly now: () => number;
  /** Ms of a clock that nobody sets. */
  readonly ticks: () => number;
  readonly sleep: (ms: number) => Promise<void>;
  readonly onChanged: (ids: readonly string[]) => void;
  readonly onProgress: (progress: Progress | null) => void;
  readonly onUnreadable: (id: string, error: unknown) => void;
}

export interface Bringing {
  readonly bring: (jobs: Iterable<Job> | AsyncIterable<Job>, call: CallOptions) => Promise<void>;
  /** Takes up what an earlier run of Porthole passed over. */
  readonly resume: () => Promise<void>;
  /** What could not be had, and is to be tried again now. */
  readonly due: () => readonly string[];
  /** All that could not be had. */
  readonly waiting: () => readonly string[];
}

export function createBringing(options: BringingOptions): Bringing {
  const { api, store, onChanged } = options;
  const passedOver = createPassedOver(options.now);
  const meter = createProgressMeter(options.ticks);
  let isResumed = false;

  const measure = async (): Promise<void> => {
    const { onDisk, inMailbox } = await store.read('position');
    options.onProgress(meter.read(inMailbox - onDisk, api.rates()));
  };

  /** What can't be read is kept in mind, and on disk, so that a restart looks for it again. */
  const bring = async (jobs: Iterable<Job> | AsyncIterable<Job>, call: CallOptions): Promise<void> => {
    const note = async (ids: readonly string[], unreadable: ReadonlySet<string>) => {
      const settled = passedOver.note(ids, unreadable);
      if (unreadable.size === 0 && settled.length === 0) return;
      await store.apply({ passedOver: { add: [...unreadable], remove: settled } });
    };
    const notes = new Set<Promise<void>>();
    const errors: unknown[] = [];
    const noted = (work: Promise<void>) => {
      const settled: Promise<void> = work
        .catch((error: unknown) => void errors.push(error))
        .finally(() => notes.delete(settled));
      notes.add(settled);
    };
    const how: HydrateOptions = {
      api,
      store,
      inFlight: options.inFlight,
      sleep: options.sleep,
      ...call,
      onSaved: (messages) => {
        const ids = messages.map(({ id }) => id);
        meter.note(ids.length);
        onChanged(ids);
        // What came with a field that was wrong is here, and asked for again.
        noted(note(ids, new Set(messages.filter(({ malformed }) => malformed).map(({ id }) => id))));
        noted(measure());
      },
      onGone: (ids) => {
        onChanged(ids);
        noted(note(ids, new Set()));
      },
      onUnreadable: (id, error) => {
        options.onUnreadable(id, error);
        noted(note([id], new Set([id])));
      },
    };
    try {
      await hydrate(jobs, how);
    } finally {
      await Promise.all(notes);
    }
    if (errors.length > 0) throw errors[0];
  };

  return {
    bring,
    resume: async () => {
      if (isResumed) return;
      passedOver.recall(await store.read('passedOver'));
      isResumed = true;
    },
    due: passedOver.due,
    waiting: passedOver.waiting,
  };
}
