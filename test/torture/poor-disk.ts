// A disk that fails, for the files below one folder: Node's own functions fail in this thread as they do where there is no room
// left, or a device gives up. SQLite has ways of its own to the disk: narrow-store-worker.ts.
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import path from 'node:path';

export interface PoorDisk {
  /** Below this folder. */
  readonly folder: string;
  readonly code: 'ENOSPC' | 'EIO' | 'EROFS';
  /** Whether this write fails. Asked once for each, in their order. */
  readonly fails: () => boolean;
}

const disks = new Set<PoorDisk>();

/** Answers what mends it. */
export function spoilDisk(disk: PoorDisk): () => void {
  disks.add(disk);
  return () => void disks.delete(disk);
}

function troubleWith(file: unknown): Error | undefined {
  if (typeof file !== 'string') return undefined;
  const name = path.resolve(file);
  const disk = [...disks].find(({ folder, fails }) => name.startsWith(folder + path.sep) && fails());
  return disk && Object.assign(new Error(`${disk.code}: no room, open '${file}'`), { code: disk.code, errno: -28 });
}

const isRead = (flags: unknown) => flags === undefined || flags === 'r' || typeof flags === 'number';
const firstHalf = (content: unknown) => {
  const bytes = Buffer.from(String(content));
  return bytes.subarray(0, Math.floor(bytes.length / 2));
};

type Function = (...given: unknown[]) => unknown;

/** `fail` may leave something behind before the error comes. */
function wrap(
  on: object,
  name: string,
  passes: (given: unknown[]) => boolean,
  fail?: (file: string, given: unknown[]) => void,
) {
  const original = Reflect.get(on, name) as Function;
  const isAsync = on === fs.promises;
  Reflect.set(on, name, (...given: unknown[]) => {
    const error = passes(given) ? undefined : troubleWith(given[0]);
    if (!error) return original(...given);
    try {
      fail?.(String(given[0]), given);
    } catch {
      // There was not even room for that.
    }
    if (isAsync) return Promise.reject(error);
    throw error;
  });
}

const { writeFileSync } = fs;
const never = () => false;
/** As a disk does that is full in the midst of it. */
const leaveHalf = (file: string, [, content]: unknown[]) => writeFileSync(file, firstHalf(content));
for (const on of [fs, fs.promises]) {
  const sync = on === fs ? 'Sync' : '';
  wrap(on, `writeFile${sync}`, never, leaveHalf);
  wrap(on, `appendFile${sync}`, never);
  wrap(on, `open${sync}`, ([, flags]) => isRead(flags));
  wrap(on, `mkdir${sync}`, never);
  wrap(on, `rename${sync}`, never);
  wrap(on, `copyFile${sync}`, never);
}
syncBuiltinESMExports();
