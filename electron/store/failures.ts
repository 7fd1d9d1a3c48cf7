// SQLite's result codes as Failures, and how damage shows that SQLite can't see; the only place that knows them
// (sqlite.org/rescode.html).
import type { Failure } from '../contract/failure.ts';

const problems: Readonly<Record<number, Extract<Failure, { kind: 'storage' }>['problem']>> = {
  5: 'locked', // SQLITE_BUSY
  6: 'locked', // SQLITE_LOCKED
  8: 'refused', // SQLITE_READONLY
  10: 'refused', // SQLITE_IOERR
  11: 'damaged', // SQLITE_CORRUPT
  13: 'full', // SQLITE_FULL
  14: 'refused', // SQLITE_CANTOPEN
  26: 'damaged', // SQLITE_NOTADB
  4874: 'full', // SQLITE_IOERR_SHMSIZE: there is no room for the index of the log
};

const fileProblems: Readonly<Record<string, 'full' | 'refused' | 'locked'>> = {
  ENOSPC: 'full',
  EDQUOT: 'full',
  EACCES: 'refused',
  EPERM: 'refused',
  EROFS: 'refused',
  EISDIR: 'refused',
  ENOTDIR: 'refused',
  EEXIST: 'refused',
  EIO: 'refused',
  EBUSY: 'locked',
};

/** SQLite has no sum over a page: what is still a row may hold text that is none. Whatever this thread inflates, and whatever it
 *  reads as JSON, it has written itself. */
const isSpoilt = (error: Error & { code?: unknown }) =>
  /^Z_(?:DATA|BUF)_ERROR$|^Z_NEED_DICT$/.test(String(error.code)) ||
  (error instanceof SyntaxError && /\bJSON\b/.test(error.message));
/** FTS5 has no code for it. */
const spoiltIndex = /^invalid fts5 file format|^malformed JSON$/;

/** A statement of ours does not fit the database (SQLITE_ERROR): its schema is spoilt, or we made a mistake. */
export const isOfStatement = (error: unknown): boolean =>
  error instanceof Error && 'errcode' in error && typeof error.errcode === 'number' && (error.errcode & 0xff) === 1;

/** undefined for what is no failure of the storage, but a bug. */
export function storageFailure(error: unknown): Failure | undefined {
  if (!(error instanceof Error)) return undefined;
  if ('errcode' in error && typeof error.errcode === 'number') {
    // The low byte is the primary code; the rest mostly only refines it.
    const spoilt = spoiltIndex.test(error.message) ? ('damaged' as const) : undefined;
    const problem = problems[error.errcode] ?? problems[error.errcode & 0xff] ?? spoilt;
    return problem && { kind: 'storage', problem };
  }
  if (isSpoilt(error)) return { kind: 'storage', problem: 'damaged' };
  // The file and its folder are made before SQLite opens them.
  const problem = 'code' in error && typeof error.code === 'string' ? fileProblems[error.code] : undefined;
  return problem && { kind: 'storage', problem };
}
