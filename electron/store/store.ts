// The store as the main thread sees it: every call goes to the worker thread that owns SQLite.
import { Worker } from 'node:worker_threads';
import { FailureError } from '../contract/failure.ts';
import type { Change } from './change.ts';
import type { SearchInput } from './finder.ts';
import {
  type Beginning,
  type Call,
  openPage,
  type ReadInput,
  type ReadName,
  type ReadOutput,
  type Reply,
  type Summarized,
} from './protocol.ts';
import type { SentPage } from './reads.ts';

export interface Store {
  readonly read: <Name extends ReadName>(name: Name, ...input: ReadArguments<Name>) => Promise<ReadOutput<Name>>;
  /** As `read` reads them, but not anew where nobody has changed them. */
  readonly labels: () => Promise<ReadOutput<'labels'>>;
  /** Counts all that is found, between other calls. Null where a later count has taken its place. */
  readonly summarize: (input: SearchInput) => Promise<Summarized>;
  /** All of the change or nothing. */
  readonly apply: (change: Change) => Promise<void>;
  /** Whether words are found by an index; else by scanning. */
  readonly hasWords: boolean;
  /** Whether the database was damaged when it was opened, set aside, and begun anew. */
  readonly rebuilt: boolean;
  /** Again: the same promise. */
  readonly close: () => Promise<void>;
}

type ReadArguments<Name extends ReadName> = ReadInput<Name> extends undefined ? [] : [input: ReadInput<Name>];

export interface StoreOptions {
  /** The database; its folder is made where it is missing. */
  readonly file: string;
  readonly workerUrl: URL;
  /** The database turned out damaged while in use: it was set aside, and the store is empty now. */
  readonly onRebuilt: () => void;
}

interface Waiting {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: unknown) => void;
}

type Question = Call extends infer One ? (One extends { id: number } ? Omit<One, 'id'> : never) : never;

export async function openStore({ file, workerUrl, onRebuilt }: StoreOptions): Promise<Store> {
  /** How many calls are on their way: whatever goes on in the worker makes room for them at once. */
  const coming = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  const worker = new Worker(workerUrl, { workerData: { file, coming } satisfies Beginning, name: 'store' });
  const waiting = new Map<number, Waiting>();
  let lastId = 0;
  let closed = false;
  /** Every letter typed needs them, and would wait for another answer besides its own. */
  let labels: Promise<ReadOutput<'labels'>> | undefined;

  const refused = (cause?: unknown) => new FailureError({ kind: 'storage', problem: 'refused' }, { cause });
  const endAll = (cause?: unknown) => {
    closed = true;
    for (const { reject } of waiting.values()) reject(refused(cause));
    waiting.clear();
  };
  const gone = new Promise((resolve) => worker.once('exit', resolve));
  worker.on('error', endAll);
  worker.on('exit', () => endAll());
  worker.on('message', (reply: Reply) => {
    const call = waiting.get(reply.id);
    waiting.delete(reply.id);
    if (reply.ok) call?.resolve(reply.value);
    else if ('error' in reply) call?.reject(reply.error);
    else call?.reject(new FailureError(reply.failure));
    if (!reply.ok && 'rebuilt' in reply) {
      labels = undefined;
      onRebuilt();
    }
  });

  const ask = (question: Question): Promise<unknown> => {
    if (closed) return Promise.reject(refused());
    const id = ++lastId;
    return new Promise((resolve, reject) => {
      waiting.set(id, { resolve, reject });
      Atomics.add(coming, 0, 1);
      worker.postMessage({ id, ...question });
    });
  };

  const read = <Name extends ReadName>(name: Name, ...[input]: ReadArguments<Name>) => {
    const asked = ask({ name, input } as Question);
    // The worker runs the read of this name on this input, so that its output is of this type.
    return (name === 'find' ? asked.then((page) => openPage(page as SentPage)) : asked) as Promise<ReadOutput<Name>>;
  };

  const readLabels = (): Promise<ReadOutput<'labels'>> => {
    const asked = labels ?? read('labels');
    labels = asked;
    asked.catch(() => {
      if (labels === asked) labels = undefined;
    });
    return asked;
  };

  const { hasWords, rebuilt } = (await ask({ name: 'open' }).catch((error: unknown) => {
    void worker.terminate();
    throw error;
  })) as { hasWords: boolean; rebuilt: boolean };

  const end = async () => {
    if (!closed) {
      const asked = ask({ name: 'close' });
      closed = true; // a later call would only open the database again
      await asked;
    }
    await gone;
  };
  let ending: Promise<void> | undefined;

  return {
    hasWords,
    rebuilt,
    read,
    labels: readLabels,
    summarize: (input) => ask({ name: 'summarize', input }) as Promise<Summarized>,
    apply: async (change) => {
      // Whoever asks from now on is answered after it.
      if (change.labels || change.labelDetails) labels = undefined;
      await ask({ name: 'apply', input: change });
    },
    close: () => {
      ending ??= end();
      return ending;
    },
  };
}
