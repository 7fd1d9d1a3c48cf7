// Eight hours of use, in a process of its own: told of each quarter of a minute by whoever has the mailbox, it looks at Gmail and
// somebody does something. Measures itself after each hour. Started with --expose-gc.
import { readdirSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { setTimeout as sleep } from 'node:timers/promises';
import threads, { Worker } from 'node:worker_threads';
import { pageSize } from '../../electron/contract/search.ts';
import type { FakeGoogle } from '../google/google.ts';
import { anySearch } from '../support/any-search.ts';
import { fakeSafeStorage } from '../support/safe-storage.ts';
import { inProfile } from './electron-app.ts';
import { openWindow, type Window } from './window.ts';

/** How it is started, as JSON in its first argument. */
export interface LongUseOptions {
  readonly url: string;
  readonly profile: string;
  readonly clientFile: unknown;
  /** Holds memory on purpose: what a campaign must notice. */
  readonly leaky: boolean;
}

export interface Measured {
  /** Of all threads, after a collection in each. */
  readonly heapBytes: number;
  readonly files: number;
  readonly handles: number;
  readonly threads: number;
  /** Listeners of this process and of its workers. */
  readonly listeners: number;
  /** What the system has given: much of it is free, and kept for later. */
  readonly residentBytes: number;
}

export type Told =
  | { readonly do: 'look'; readonly number: number; readonly ids: readonly string[] }
  | { readonly do: 'measure' }
  | { readonly do: 'end' };
export type Said =
  | {
      readonly done: 'look' | 'end';
      readonly warnings: readonly string[];
      readonly raw: readonly string[];
      /** All that the window has shown. */
      readonly sentences: readonly string[];
    }
  | { readonly done: 'measure'; readonly measured: Measured };

const samples = 5;
const workers = new Set<Worker>();
threads.Worker = class extends Worker {
  constructor(...given: ConstructorParameters<typeof Worker>) {
    super(...given);
    workers.add(this);
    this.once('exit', () => workers.delete(this));
  }
};
syncBuiltinESMExports();

/** A snapshot begins with a collection, and nobody has to read it. */
async function heapOf(worker: Worker): Promise<number> {
  (await worker.getHeapSnapshot()).destroy();
  const { used_heap_size: used, external_memory: external } = await worker.getHeapStatistics();
  return used + external;
}

const listenersOf = (emitter: NodeJS.EventEmitter) =>
  emitter.eventNames().reduce((sum, name) => sum + emitter.listenerCount(name), 0);
const entriesOf = (folder: string) => {
  try {
    return readdirSync(folder).length;
  } catch {
    // No Linux.
    return 0;
  }
};

/** The least of some: what waits to be collected or closed is no leak. */
async function measure(): Promise<Measured> {
  const inWorkers = await Promise.all([...workers].map(heapOf));
  const seen: Measured[] = [];
  for (let left = samples; left > 0; left--) {
    await sleep(40);
    globalThis.gc?.();
    const { heapUsed, external, rss } = process.memoryUsage();
    seen.push({
      heapBytes: inWorkers.reduce((sum, bytes) => sum + bytes, heapUsed + external),
      files: entriesOf('/proc/self/fd'),
      handles: process.getActiveResourcesInfo().length,
      threads: entriesOf('/proc/self/task'),
      listeners: [process, ...workers].reduce((sum, emitter) => sum + listenersOf(emitter), 0),
      residentBytes: rss,
    });
  }
  const least = (of: keyof Measured) => Math.min(...seen.map((one) => one[of]));
  return {
    heapBytes: least('heapBytes'),
    files: least('files'),
    handles: least('handles'),
    threads: least('threads'),
    listeners: least('listeners'),
    residentBytes: least('residentBytes'),
  };
}

const { url, profile, clientFile, leaky } = JSON.parse(process.argv[2] ?? '') as LongUseOptions;
const google = { url, clientFile: () => clientFile } as Pick<FakeGoogle, 'url' | 'clientFile'> as FakeGoogle;
const held: unknown[] = [];
const warnings: string[] = [];
process.on('warning', ({ name, message }) => warnings.push(`${name}: ${message}`));
process.on('disconnect', () => process.exit());

const queries = ['', 'in:inbox', 'letter', 'is:unread', 'from:sender', 'everywhere -q1q', 'has:attachment'];

async function act({ ask }: Window, number: number, ids: readonly string[]): Promise<void> {
  const search = { ...anySearch, text: queries[number % queries.length] ?? '' };
  const id = ids[number % ids.length] ?? '';
  await ask('messages.find', {
    search,
    ask: number % 5 === 0,
    offset: 0,
    limit: pageSize,
    inView: { first: 0, last: 9 },
  });
  await ask('messages.summarize', { search });
  if (number % 3 === 0) {
    await ask('message.open', { id });
    await ask('thread.open', { id });
    await ask('message.body', { id });
    const view = await ask('view.open', { id });
    if (view.ok) await ask('view.close', view.value);
  }
  if (number % 7 === 0) await ask('searches.note', { text: search.text });
  if (number % 11 === 0) await ask('settings.change', { density: number % 2 ? 'compact' : 'comfortable' });
  if (number % 13 === 0) await ask('people.find', { text: 's', limit: 10 });
  if (number % 17 === 0) await ask('storage.read', {});
}

const window = inProfile(profile, () =>
  openWindow({ google, profile, safeStorage: fakeSafeStorage('os'), forgetful: true }),
);
const { program, ask, shown } = window;
const isQuiet = ({ connection, sync }: ReturnType<typeof program.porthole.state>) =>
  connection.state === 'online' && !sync.running;

async function obey(told: Told): Promise<Said> {
  if (told.do === 'measure') return { done: 'measure', measured: await measure() };
  if (told.do === 'look') {
    if (leaky)
      held.push(
        Buffer.alloc(20_000),
        setInterval(() => undefined, 1e6),
      );
    if (program.porthole.state().account === null) {
      await ask('session.read', {});
      await program.signIn();
    }
    await ask('sync.now', {});
    await act(window, told.number, told.ids);
    await program.until((state) => isQuiet(state) || state.connection.state === 'offline');
  } else await window.close();
  const bugs = window.bugs.map((bug) => (bug instanceof Error ? (bug.stack ?? bug.message) : String(bug)));
  return { done: told.do, warnings, raw: [...shown.raw, ...bugs], sentences: [...shown.sentences] };
}

process.on('message', (told: Told) => void inProfile(profile, () => obey(told)).then((said) => process.send?.(said)));
