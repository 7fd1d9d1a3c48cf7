// What tells whether a database is still the one that was closed: a few bytes, read without SQLite.
import { closeSync, openSync, readSync, statSync } from 'node:fs';

/** With the counter of changes in it (sqlite.org/fileformat2.html#the_database_header). */
const headerBytes = 100;

/** Undefined where it is not at rest: in use, missing, or left with a log by a run that was ended. */
export function stateAtRest(file: string): string | undefined {
  try {
    if (statSync(`${file}-wal`, { throwIfNoEntry: false })?.size) return undefined;
    const { size, ino, mtimeNs, ctimeNs } = statSync(file, { bigint: true });
    const header = Buffer.alloc(headerBytes);
    const open = openSync(file, 'r');
    try {
      readSync(open, header, 0, headerBytes, 0);
    } finally {
      closeSync(open);
    }
    return [size, ino, mtimeNs, ctimeNs, header.toString('base64')].join(' ');
  } catch {
    return undefined;
  }
}
