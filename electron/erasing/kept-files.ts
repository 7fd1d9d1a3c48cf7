// All files that Porthole keeps below its folder: which there are, what each of them is, and how they are deleted. Deleted, not
// overwritten: a disk keeps what was deleted until something else takes its place.
import { lstat, readdir, realpath, rm, rmdir } from 'node:fs/promises';
import path from 'node:path';
import type { Erasable } from '../contract/erasing.ts';
import { isAbsent } from '../files/system-errors.ts';

export interface KeptFile {
  /** Below the folder. */
  readonly name: string;
  readonly what: Erasable;
  readonly bytes: number;
  /** A folder that the system does not let us look into: nobody can say that nothing is there. */
  readonly isClosed: boolean;
}

/** The folder that Porthole keeps its files in. */
export interface KeptFolder {
  readonly folder: string;
  /** It is the one that the system gives to Porthole: all in it is Porthole's, or of the browser below the window. In any other
   *  a person may have more. */
  readonly isWhole: boolean;
}

export type Remove = (place: string) => Promise<void>;

/** While it runs they say that it does: a second Porthole on the same folder would be one too many. */
const runMarks = /^(?:Singleton(?:Lock|Cookie|Socket)|lockfile|stand-in.*)$/;

/** What is ours, by name: in the folder of an account, beside those, and among the logs. */
const ofAccount = /^(?:(?:account|where|first-screen)\.json|grant\.|mail\.db)|^(?:parts|pictures)$/;
const atTop = /^(?:settings|network|where|lock)\.json|^updates$/;
const ofLogs = /^porthole\.log/;

/** What keeps a passer-by out. */
const isLock = (name: string) => name.startsWith('lock.json');

function whatIs(relative: string): Erasable {
  const [top = '', , name = ''] = relative.split(path.sep);
  if (top === 'accounts') return name.startsWith('grant') ? 'tokens' : 'mail';
  if (top.startsWith('where.json')) return 'mail';
  if (top.startsWith('settings.json')) return 'settings';
  if (top.startsWith('network.json')) return 'network';
  if (isLock(top)) return 'lock';
  return top === 'logs' ? 'logs' : 'browser';
}

/** Something of a person may be in it. */
export const isOwn = ({ what, isClosed }: KeptFile) => what !== 'browser' || isClosed;

/** Of a file itself; of a folder all that is below it. */
async function filesAt(folder: string, name: string): Promise<readonly KeptFile[]> {
  const place = path.join(folder, name);
  const file = { name, what: whatIs(name), bytes: 0, isClosed: false };
  try {
    const stat = await lstat(place);
    if (!stat.isDirectory()) return [{ ...file, bytes: stat.size }];
    const names = await readdir(place);
    return (await Promise.all(names.map((one) => filesAt(folder, path.join(name, one))))).flat();
  } catch (error) {
    return isAbsent(error) ? [] : [{ ...file, isClosed: true }];
  }
}

/** Below the folder: what is deleted as one, the lock among it. What says that Porthole runs is left out. */
async function placesIn({ folder, isWhole }: KeptFolder): Promise<readonly string[]> {
  if (!isWhole) return ownPlaces(folder);
  return (await readdir(folder).catch(() => [])).filter((name) => !runMarks.test(name));
}

/** By name: nobody knows what else is there. */
async function ownPlaces(folder: string): Promise<readonly string[]> {
  const named = async (below: string, wanted: RegExp) => {
    const names = await readdir(path.join(folder, below)).catch((error: unknown) => (isAbsent(error) ? [] : null));
    // One that may not be looked into is asked for as a whole.
    return names?.filter((name) => wanted.test(name)).map((name) => path.join(below, name)) ?? [below];
  };
  const accounts = await named('accounts', /./);
  const places = [named('', atTop), named('logs', ofLogs), ...accounts.map((account) => named(account, ofAccount))];
  return (await Promise.all(places)).flat();
}

/** In no order. */
export async function keptFiles(kept: KeptFolder): Promise<readonly KeptFile[]> {
  const places = await placesIn(kept);
  return (await Promise.all(places.map((name) => filesAt(kept.folder, name)))).flat();
}

/** @throws what the system says */
export const removeFile: Remove = (place) => rm(place, { recursive: true, force: true, maxRetries: 3 });

/** Where what is ours really lies, of what somebody has moved to another disk and put a link in its place. */
async function placesElsewhere(folder: string): Promise<readonly string[]> {
  const home = await realpath(folder).catch(() => folder);
  const places = await Promise.all(
    (await ownPlaces(folder)).map(async (name) => {
      const place = await realpath(path.join(folder, name)).catch(() => null);
      return place === path.join(home, name) ? null : place;
    }),
  );
  return places.filter((place) => place !== null);
}

/** The folders that held it, where nothing else is in them. */
async function removeEmpty(folder: string): Promise<void> {
  const accounts = await readdir(path.join(folder, 'accounts')).catch(() => []);
  const below = accounts.map((name) => path.join('accounts', name));
  for (const name of [...below, 'accounts', 'logs']) await rmdir(path.join(folder, name)).catch(() => undefined);
}

/** Answers what is still there. The lock goes last, once nothing is left that it keeps from somebody: whoever begins this at a
 *  locked window and cuts it short must not find it open. */
export async function deleteKept(kept: KeptFolder, remove: Remove): Promise<readonly KeptFile[]> {
  const { folder } = kept;
  const removed = (name: string) =>
    remove(name).then(
      () => true,
      () => false,
    );
  // While they can't be deleted, the links stay: they are the only way back there.
  for (const place of await placesElsewhere(folder)) if (!(await removed(place))) return keptFiles(kept);
  const places = await placesIn(kept);
  // What can't be deleted is found again below.
  for (const name of places) if (!isLock(name)) await removed(path.join(folder, name));
  await removeEmpty(folder);
  const left = await keptFiles(kept);
  if (left.some((file) => isOwn(file) && file.what !== 'lock')) return left;
  for (const name of places) if (isLock(name)) await removed(path.join(folder, name));
  return keptFiles(kept);
}
