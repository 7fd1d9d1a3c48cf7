// The thread that owns SQLite: its calls are synchronous and would stall windows. Answers one call after the other, and
// counts what a search finds between them. Where a database turns out damaged, an empty one takes its place.
import { parentPort, workerData } from 'node:worker_threads';
import type { Change } from './change.ts';
import { storageFailure } from './failures.ts';
import type { Step } from './finder.ts';
import { forgetRemovedWords, forgetSenders } from './forget.ts';
import {
  failureOf,
  type Handles,
  isDamaged,
  openDatabase,
  openWhole,
  type Rescued,
  rescueFrom,
  setAside,
} from './opening.ts';
import type { Beginning, Call, Reply } from './protocol.ts';
import { find, type ReadContext, reads } from './reads.ts';

const { file, coming } = workerData as Beginning;
if (!parentPort) throw new Error('The store runs as a worker thread');
const port = parentPort;

let rebuilt = false;
/** Of a database that was set aside. */
let rescued: Rescued | undefined;

function giveUp(): void {
  rescued = rescueFrom(file);
  setAside(file);
}

function openRescued(): Handles {
  const opened = openDatabase(file);
  const { searches, choices = [] } = rescued ?? {};
  const changes: Change[] = [
    ...(searches?.saved ?? []).map((save) => ({ searches: { save } })),
    ...(searches?.recent ?? []).toReversed().map((text, at) => ({ searches: { note: { text, at } } })),
    ...choices.map((choice) => ({ choice })),
  ];
  for (const change of changes) {
    try {
      opened.writing?.writer.apply(change);
    } catch (error) {
      // What was read of a damaged file may be none, and fit nowhere.
      if (storageFailure(error)) throw error;
    }
  }
  rescued = undefined;
  return opened;
}

function openOrRebuild(): Handles {
  try {
    return openRescued();
  } catch (error) {
    if (!isDamaged(failureOf(error, file))) throw error;
    giveUp();
    rebuilt = true;
    return openRescued();
  }
}

let handles: Handles | undefined;
let hasRemoved = false;

function close(): void {
  handles?.reader.close();
  handles?.writing?.connection.close();
  handles = undefined;
}

/** Nobody should wait longer for a window to be gone. */
const tidyMs = 500;

function tidy(): void {
  if (!hasRemoved || !handles?.writing) return;
  const { db } = handles.writing.connection;
  const end = Date.now() + tidyMs;
  try {
    forgetSenders(db);
    if (handles.hasWords) forgetRemovedWords(db, () => Date.now() < end);
  } catch {
    // Full or damaged: no reason not to close.
  }
}

/** There may be room by now. */
function openAgain(): ReturnType<typeof openWhole> {
  const opened = openWhole(file);
  close();
  handles = opened;
  return opened;
}

function apply(change: Change, opened: Handles): null {
  const { writing, searchable } = opened.writing ? { ...opened, writing: opened.writing } : openAgain();
  const applied = writing.writer.apply(change);
  searchable.apply(applied);
  if (applied.changed) searchable.finder.changed(applied);
  hasRemoved ||= (change.remove ?? []).length > 0 || change.onlyExisting !== undefined;
  return null;
}

const contextOf = ({ reader, searchable }: Handles): ReadContext => ({ ...searchable, db: reader.db });

function answer(call: Exclude<Call, Searching>): unknown {
  if (call.name === 'close') {
    tidy();
    return close();
  }
  handles ??= openOrRebuild();
  if (call.name === 'open') return { hasWords: handles.hasWords, rebuilt };
  if (call.name === 'apply') return apply(call.input, handles);
  // Each read takes what its own input type says; the pair was checked where the call was made.
  const read = reads[call.name] as (context: ReadContext, input: unknown) => unknown;
  return read(contextOf(handles), call.input);
}

function reply<One extends Call>(call: One, by: (call: One) => unknown): Reply {
  try {
    return { id: call.id, ok: true, value: by(call) };
  } catch (error) {
    const failure = failureOf(error, file);
    if (!failure) return { id: call.id, ok: false, error };
    if (isDamaged(failure) && handles) {
      close();
      giveUp();
      return { id: call.id, ok: false, failure, rebuilt: true };
    }
    return { id: call.id, ok: false, failure };
  }
}

type Searching = Extract<Call, { name: 'find' | 'order' | 'summarize' }>;

let counting: Searching | undefined;
/** Half a frame: what comes meanwhile and is no call waits for no longer. */
const sliceMs = 8;
const isAwaited = () => Atomics.load(coming, 0) > 0;

const isSuperseded = (call: Searching) => call.name === 'summarize' && counting !== call;

/** A slice after the other, and between them whatever else is called for. */
function goOn(call: Searching, step: Step<unknown>): void {
  const end = performance.now() + sliceMs;
  // Who types is not to wait for what was counted of an earlier letter.
  const isTimeLeft = () => performance.now() < end && !(call.name === 'summarize' && isAwaited());
  const answered = isSuperseded(call)
    ? ({ id: call.id, ok: true, value: null } satisfies Reply)
    : reply(call, () => step(isTimeLeft));
  if (answered.ok && answered.value === undefined) {
    setImmediate(goOn, call, step);
    return;
  }
  if (counting === call) counting = undefined;
  port.postMessage(answered);
}

function search(call: Searching): void {
  if (call.name === 'summarize') counting = call;
  const begun = reply(call, () => {
    handles ??= openOrRebuild();
    const context = contextOf(handles);
    if (call.name === 'find') return find(context, call.input);
    return call.name === 'order' ? context.finder.order(call.input) : context.finder.summarize(call.input);
  });
  if (!begun.ok) {
    port.postMessage(begun);
    return;
  }
  // What is found is a step of the search that was asked for. A count lets a later one take its place at once.
  const step = begun.value as Step<unknown>;
  if (call.name === 'summarize') setImmediate(goOn, call, step);
  else goOn(call, step);
}

/** When the first screen has been shown, and well before somebody has typed. */
const loadedAfterMs = 1_500;
setTimeout(() => {
  try {
    if (!handles) return;
    const complete = handles.searchable.load();
    handles.writing?.writer.recount(complete);
  } catch {
    // Whoever searches is told.
  }
}, loadedAfterMs).unref();

/** As often as new words may have come. */
const restMs = 5_000;
/** Between pieces, for calls: the first time somebody may be about to type; after that hardly anything is new. */
const pauseMs = { first: 1, later: 30 };
let pause = pauseMs.first;

function readWords(): void {
  try {
    if (counting) {
      setTimeout(readWords, pauseMs.later).unref();
      return;
    }
    const hasMore = handles?.hasWords && handles.vocabulary.readOn();
    if (handles && !hasMore) pause = pauseMs.later;
    setTimeout(readWords, hasMore ? pause : restMs).unref();
  } catch {
    // Damaged, perhaps: whoever asks for words is told.
  }
}
setTimeout(readWords, loadedAfterMs + pauseMs.first).unref();

port.on('message', (call: Call) => {
  Atomics.sub(coming, 0, 1);
  if (call.name === 'find' || call.name === 'order' || call.name === 'summarize') return search(call);
  port.postMessage(reply(call, answer));
  if (call.name === 'close') port.close();
});
