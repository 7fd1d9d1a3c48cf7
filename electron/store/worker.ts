// The thread that owns SQLite: its calls are synchronous and would stall windows. Answers one call after the other.
// A database that turns out damaged is set aside under a name of its own, never deleted, and an empty one takes its place.
import { closeSync, existsSync, mkdirSync, openSync, renameSync } from 'node:fs';
import path from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { openForReading, openForWriting } from './db.ts';
import { storageFailure } from './failures.ts';
import { forgetRemovedWords } from './forget.ts';
import type { Call, Reply } from './protocol.ts';
import { type ReadContext, reads } from './reads.ts';
import { indexWords, migrate, NewerSchemaError } from './schema.ts';
import { apply } from './writes.ts';

const { file } = workerData as { file: string };
if (!parentPort) throw new Error('The store runs as a worker thread');
const port = parentPort;

function open() {
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  // SQLite would make it readable for everyone, and gives what it makes beside it the same mode.
  closeSync(openSync(file, 'a', 0o600));
  const writer = openForWriting(file);
  try {
    migrate(writer.db);
    const hasWords = indexWords(writer.db);
    return { writer, reader: openForReading(file), hasWords };
  } catch (error) {
    writer.close();
    throw error;
  }
}

function setAside(): void {
  let name = '';
  for (let count = 1; name === '' || existsSync(`${file}${name}`); count++) name = `.damaged-${count}`;
  renameSync(file, `${file}${name}`);
  for (const part of ['-wal', '-shm']) if (existsSync(file + part)) renameSync(file + part, `${file}${name}${part}`);
}

const isDamaged = (error: unknown) => {
  const failure = storageFailure(error);
  return error instanceof NewerSchemaError || (failure?.kind === 'storage' && failure.problem === 'damaged');
};

let rebuilt = false;

function openOrRebuild() {
  try {
    return open();
  } catch (error) {
    if (!isDamaged(error)) throw error;
    setAside();
    rebuilt = true;
    return open();
  }
}

let handles: ReturnType<typeof open> | undefined;
let version = 0;
let hasRemoved = false;
const kept: ReadContext['kept'] = { found: new Map() };

function close(): void {
  handles?.reader.close();
  handles?.writer.close();
  handles = undefined;
}

/** Nobody should wait longer for a window to be gone. */
const tidyMs = 500;

function tidy(): void {
  if (!hasRemoved || !handles?.hasWords) return;
  const end = Date.now() + tidyMs;
  try {
    forgetRemovedWords(handles.writer.db, () => Date.now() < end);
  } catch {
    // Full or damaged: no reason not to close.
  }
}

function answer(call: Call): unknown {
  if (call.name === 'close') {
    tidy();
    return close();
  }
  handles ??= openOrRebuild();
  const { writer, reader, hasWords } = handles;
  if (call.name === 'open') return { hasWords, rebuilt };
  if (call.name === 'apply') {
    if (apply(writer.db, call.input, hasWords)) version++;
    hasRemoved ||= (call.input.remove ?? []).length > 0;
    return null;
  }
  // Each read takes what its own input type says; the pair was checked where the call was made.
  const read = reads[call.name] as (context: ReadContext, input: unknown) => unknown;
  return read({ db: reader.db, hasWords, version, kept }, call.input);
}

function reply(call: Call): Reply {
  try {
    return { id: call.id, ok: true, value: answer(call) };
  } catch (error) {
    const failure = storageFailure(error);
    if (!failure) return { id: call.id, ok: false, error };
    if (isDamaged(error) && handles) {
      close();
      setAside();
      version++;
      return { id: call.id, ok: false, failure, rebuilt: true };
    }
    return { id: call.id, ok: false, failure };
  }
}

port.on('message', (call: Call) => {
  port.postMessage(reply(call));
  if (call.name === 'close') port.close();
});
