// How a database is opened: as a whole, or only to be read where writing is not possible: on a full disk, or a read-only one.
// One that turns out damaged is set aside under a name of its own, never deleted.
import { closeSync, existsSync, mkdirSync, openSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Failure } from '../contract/failure.ts';
import type { Searches } from '../contract/search.ts';
import { renameSync } from '../files/rename.ts';
import { type Connection, openForReading, openForWriting, openUnchanging, type ReadDb, type WriteDb } from './db.ts';
import { isOfStatement, storageFailure } from './failures.ts';
import { readLabels } from './reads.ts';
import { allChoices } from './receipts.ts';
import { canIndexWords, isNewest, isSpoilt, migrate, NewerSchemaError } from './schema.ts';
import { createSearchable, type Searchable } from './searchable.ts';
import { readSearches } from './searches.ts';
import { createVocabulary, type Vocabulary, vocabularyTable } from './vocabulary.ts';
import { createWriter, type Writer } from './writes.ts';

interface Writing {
  readonly connection: Connection<WriteDb>;
  readonly writer: Writer;
}

export interface Handles {
  /** Null while there is no room for it, or no right. */
  readonly writing: Writing | null;
  readonly reader: Connection<ReadDb>;
  readonly searchable: Searchable;
  readonly vocabulary: Vocabulary;
  readonly hasWords: boolean;
}

type WholeHandles = Handles & { readonly writing: Writing };

function readingOf(reader: Connection<ReadDb>, hasWords: boolean): Omit<Handles, 'writing'> {
  const { db } = reader;
  const vocabulary = createVocabulary(db, Date.now);
  const searchable = createSearchable({ db, hasWords, labels: () => readLabels(db), vocabulary });
  return { reader, searchable, vocabulary, hasWords };
}

/** Makes it where it is missing, and brings it to the newest schema. */
export function openWhole(file: string): WholeHandles {
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  // SQLite would make it readable for everyone, and gives what it makes beside it the same mode.
  closeSync(openSync(file, 'a', 0o600));
  const connection = openForWriting(file);
  try {
    const hasWords = canIndexWords(connection.db);
    migrate(connection.db, hasWords);
    const reader = openForReading(file, hasWords ? vocabularyTable : '');
    return { ...readingOf(reader, hasWords), writing: { connection, writer: createWriter(connection.db, hasWords) } };
  } catch (error) {
    connection.close();
    throw error;
  }
}

function hasFts(): boolean {
  const memory = openForWriting(':memory:');
  const has = canIndexWords(memory.db);
  memory.close();
  return has;
}

/** What the last run has left in order; undefined where it has left something to be done first. */
function openAsItLies(file: string): Handles | undefined {
  if (statSync(`${file}-wal`, { throwIfNoEntry: false })?.size) return undefined;
  const hasWords = hasFts();
  const reader = openUnchanging(file, hasWords ? vocabularyTable : '');
  if (isNewest(reader.db)) return { ...readingOf(reader, hasWords), writing: null };
  reader.close();
  return undefined;
}

type Problem = Extract<Failure, { kind: 'storage' }>['problem'];

const hasProblem = (failure: Failure | undefined, problem: Problem) =>
  failure?.kind === 'storage' && failure.problem === problem;

/** Mail is set aside for no mistake of ours: only where the schema itself is another. */
function hasSpoiltSchema(file: string): boolean {
  return readOr(false, () => {
    const { db, close } = openForReading(file);
    try {
      return isSpoilt(db);
    } finally {
      close();
    }
  });
}

/** undefined for a bug. */
export function failureOf(error: unknown, file: string): Failure | undefined {
  const damaged = error instanceof NewerSchemaError || (isOfStatement(error) && hasSpoiltSchema(file));
  return damaged ? { kind: 'storage', problem: 'damaged' } : storageFailure(error);
}

export const isDamaged = (failure: Failure | undefined) => hasProblem(failure, 'damaged');

/** What nobody else has a copy of. */
export interface Rescued {
  readonly searches: Searches;
  readonly choices: ReturnType<typeof allChoices>;
}

function readOr<T>(otherwise: T, read: () => T): T {
  try {
    return read();
  } catch {
    return otherwise;
  }
}

/** As far as a damaged file still gives it. */
export function rescueFrom(file: string): Rescued | undefined {
  return readOr(undefined, () => {
    const { db, close } = openForReading(file);
    try {
      // An earlier schema has none.
      return { searches: readSearches(db), choices: readOr([], () => allChoices(db)) };
    } finally {
      close();
    }
  });
}

export function setAside(file: string): void {
  let name = '';
  for (let count = 1; name === '' || existsSync(`${file}${name}`); count++) name = `.damaged-${count}`;
  renameSync(file, `${file}${name}`);
  for (const part of ['-wal', '-shm']) if (existsSync(file + part)) renameSync(file + part, `${file}${name}${part}`);
}

/** As far as there is room, and this computer lets us write. */
export function openDatabase(file: string): Handles {
  try {
    return openWhole(file);
  } catch (error) {
    const failure = storageFailure(error);
    const isClosed = hasProblem(failure, 'full') || hasProblem(failure, 'refused');
    const readable = isClosed ? readOr(undefined, () => openAsItLies(file)) : undefined;
    if (!readable) throw error;
    return readable;
  }
}
