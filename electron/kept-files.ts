// All files that Porthole keeps below its folder: which there are, what each of them is, and how they are deleted. Deleted, not
// overwritten: a disk keeps what was deleted until something else takes its place.
import { lstat, readdir, realpath, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Erasable } from './contract/erasing.ts';

export interface KeptFile {
  /** Below the folder. */
  readonly name: string;
  readonly what: Erasable;
  readonly bytes: number;
  /** A folder that the system does not let us look into: nobody can say that nothing is there. */
  readonly isClosed: boolean;
}

export type Remove = (place: string) => Promise<void>;

/** While it runs they say that it does: a second Porthole on the same folder would be one too many. */
const runMarks = /^(?:Singleton(?:Lock|Cookie|Socket)|lockfile|stand-in.*)$/;

/** Of what lies in the folder of an account. */
const ofAccount = /^(?:(?:account|where|first-screen)\.json|grant\.|mail\.db)|^(?:parts|pictures)$/;
const atTop = /^(?:settings|network)\.json/;
const ofLogs = /^porthole\.log/;

/** What keeps a passer-by out. */
const lockName = 'lock.json';

function whatIs(relative: string): Erasable {
  const [top = '', , name = ''] = relative.split(path.sep);
  if (top === 'accounts') return name.startsWith('grant') ? 'tokens' : 'mail';
  if (top.startsWith('settings.json')) return 'settings';
  if (top.startsWith('network.json')) return 'network';
  if (top.startsWith(lockName)) return 'lock';
  return top === 'logs' ? 'logs' : 'browser';
}

/** Something of a person may be in it. */
export const isOwn = ({ what, isClosed }: KeptFile) => what !== 'browser' || isClosed;

const isGone = (error: unknown) => error instanceof Error && Reflect.get(error, 'code') === 'ENOENT';

/** In no order. Without what says that Porthole runs. */
export async function keptFiles(folder: string, below = ''): Promise<readonly KeptFile[]> {
  const facts = { name: below, what: whatIs(below), bytes: 0 };
  const entries = await readdir(path.join(folder, below), { withFileTypes: true }).catch((error: unknown) =>
    isGone(error) ? [] : null,
  );
  if (!entries) return [{ ...facts, isClosed: true }];
  const found = await Promise.all(
    entries.map(async (entry): Promise<readonly KeptFile[]> => {
      const name = path.join(below, entry.name);
      if (runMarks.test(name)) return [];
      if (entry.isDirectory()) return keptFiles(folder, name);
      const size = await lstat(path.join(folder, name)).then(
        (stat) => stat.size,
        () => 0,
      );
      return [{ name, what: whatIs(name), bytes: size, isClosed: false }];
    }),
  );
  return found.flat();
}

/** @throws what the system says */
export const removeFile: Remove = (place) => rm(place, { recursive: true, force: true, maxRetries: 3 });

/** Where what is ours really lies, of what somebody has moved to another disk and put a link in its place. By name: of a
 *  folder elsewhere nobody knows what else is in it. */
async function placesElsewhere(folder: string): Promise<readonly string[]> {
  const named = async (below: string, wanted: RegExp) =>
    (await readdir(path.join(folder, below)).catch(() => []))
      .filter((name) => wanted.test(name))
      .map((name) => path.join(below, name));
  const accounts = await named('accounts', /./);
  const own = await Promise.all([
    named('', atTop),
    named('logs', ofLogs),
    ...accounts.map((account) => named(account, ofAccount)),
  ]);
  const home = await realpath(folder).catch(() => folder);
  const places = await Promise.all(
    own.flat().map(async (name) => {
      const place = await realpath(path.join(folder, name)).catch(() => null);
      return place === path.join(home, name) ? null : place;
    }),
  );
  return places.filter((place) => place !== null);
}

/** Answers what is still there. The lock goes last, once nothing is left that it keeps from somebody: whoever begins this at a
 *  locked window and cuts it short must not find it open. */
export async function deleteKept(folder: string, remove: Remove): Promise<readonly KeptFile[]> {
  const removed = (place: string) =>
    remove(place).then(
      () => true,
      () => false,
    );
  // While they can't be deleted, the links stay: they are the only way back there.
  for (const place of await placesElsewhere(folder)) if (!(await removed(place))) return keptFiles(folder);
  const names = await readdir(folder).catch(() => []);
  const lock = names.filter((name) => whatIs(name) === 'lock');
  // What can't be deleted is found again below.
  for (const name of names) if (!runMarks.test(name) && !lock.includes(name)) await removed(path.join(folder, name));
  const left = await keptFiles(folder);
  if (left.some((file) => isOwn(file) && file.what !== 'lock')) return left;
  for (const name of lock) await removed(path.join(folder, name));
  return keptFiles(folder);
}
