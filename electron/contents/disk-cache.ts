// Bytes on disk under names of ours, as many as there is room for: what was used longest ago makes way. A copy of what can be
// had again, so nothing of it may fail: what can't be kept is not kept.
import { randomBytes } from 'node:crypto';
import { mkdir, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { rename } from '../files/rename.ts';

export interface DiskCache {
  readonly read: (group: string, name: string) => Promise<Uint8Array | undefined>;
  /** Answers whether it is kept. */
  readonly write: (group: string, name: string, bytes: Uint8Array) => Promise<boolean>;
  /** Groups of which something is kept. */
  readonly groups: () => Promise<readonly string[]>;
  readonly forget: (group: string) => Promise<void>;
  readonly size: () => Promise<number>;
  /** Lets go of what there is no room for any more. */
  readonly trim: () => Promise<void>;
  readonly clear: () => Promise<void>;
}

export interface DiskCacheOptions {
  readonly folder: string;
  /** May become less or more meanwhile. */
  readonly mostBytes: () => number;
}

interface Kept {
  readonly file: string;
  readonly bytes: number;
  usedAt: number;
}

/** Names become files as they are. */
const isName = (name: string) => /^[\w-][\w.-]{0,200}$/.test(name);

async function list(folder: string): Promise<Map<string, Kept>> {
  const kept = new Map<string, Kept>();
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  for (const entry of entries) {
    if (!entry.isFile()) continue;
    const file = path.join(entry.parentPath, entry.name);
    const found = await stat(file).catch(() => undefined);
    // What a kill has left half written.
    if (entry.name.endsWith('.new')) await rm(file, { force: true }).catch(() => undefined);
    else if (found) kept.set(path.relative(folder, file), { file, bytes: found.size, usedAt: found.mtimeMs });
  }
  return kept;
}

export function createDiskCache({ folder, mostBytes }: DiskCacheOptions): DiskCache {
  let listing: Promise<Map<string, Kept>> | undefined;
  const all = () => {
    listing ??= list(folder);
    return listing;
  };

  const drop = async (kept: Map<string, Kept>, key: string): Promise<void> => {
    const one = kept.get(key);
    kept.delete(key);
    if (one) await rm(one.file, { force: true }).catch(() => undefined);
  };

  const sizeOf = (kept: Map<string, Kept>) => [...kept.values()].reduce((sum, { bytes }) => sum + bytes, 0);

  const makeRoom = async (kept: Map<string, Kept>, most: number): Promise<void> => {
    let total = sizeOf(kept);
    const oldestFirst = [...kept].sort(([, one], [, other]) => one.usedAt - other.usedAt);
    for (const [key, { bytes }] of oldestFirst) {
      if (total <= most) return;
      await drop(kept, key);
      total -= bytes;
    }
  };

  return {
    read: async (group, name) => {
      const key = path.join(group, name);
      const kept = await all();
      const one = kept.get(key);
      if (!one) return undefined;
      try {
        const bytes = await readFile(one.file);
        one.usedAt = Date.now();
        void utimes(one.file, new Date(), new Date()).catch(() => undefined);
        return bytes;
      } catch {
        kept.delete(key);
        return undefined;
      }
    },
    write: async (group, name, bytes) => {
      // Half of the room for one thing would make everything else go.
      if (!isName(group) || !isName(name) || bytes.length > mostBytes() / 2) return false;
      const kept = await all();
      const file = path.join(folder, group, name);
      // A name of its own, as two may write the same; not flushed, as a copy can be had again.
      const draft = `${file}.${randomBytes(4).toString('hex')}.new`;
      try {
        await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
        await writeFile(draft, bytes, { mode: 0o600 });
        await rename(draft, file);
        kept.set(path.join(group, name), { file, bytes: bytes.length, usedAt: Date.now() });
        await makeRoom(kept, mostBytes());
        return true;
      } catch {
        await rm(draft, { force: true }).catch(() => undefined);
        return false;
      }
    },
    groups: async () => [...new Set([...(await all()).keys()].map((key) => path.dirname(key)))],
    size: async () => sizeOf(await all()),
    trim: async () => makeRoom(await all(), mostBytes()),
    clear: async () => makeRoom(await all(), 0),
    forget: async (group) => {
      const kept = await all();
      for (const key of [...kept.keys()]) if (path.dirname(key) === group) await drop(kept, key);
      if (isName(group)) await rm(path.join(folder, group), { recursive: true, force: true }).catch(() => undefined);
    },
  };
}
