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
/** And in the folders among those, from level to level: messages and their parts, pictures by their hash, and what the updater
 *  has fetched. */
const within: Readonly<Record<string, readonly RegExp[]>> = {
  parts: [/^[0-9a-f]{8,32}$/, /^(?:raw|root|\d[\d.]*)(?:\.[0-9a-f]{8}\.new)?$/],
  pictures: [/^[0-9a-f]{2}$/, /^[0-9a-f]{64}(?:\.[0-9a-f]{8}\.new)?$/],
  updates: [/^(?:\.updaterId|porthole-updater)$/],
};

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

/** A folder among them goes as one where nothing else is in it. @throws what the system says of one that can't be looked into */
async function ownBelow(folder: string, [wanted, ...deeper]: readonly RegExp[]): Promise<readonly string[]> {
  const entries = (await readdir(folder, { withFileTypes: true })).filter(({ name }) => wanted?.test(name));
  if (deeper.length === 0) return entries.map(({ name }) => path.join(folder, name));
  const folders = entries.filter((entry) => entry.isDirectory()).map(({ name }) => path.join(folder, name));
  const found = folders.map(async (one) => {
    const own = await ownBelow(one, deeper);
    const others = new Set(await readdir(one)).difference(new Set(own.map((place) => path.basename(place))));
    return own.length > 0 && others.size === 0 ? [one] : own;
  });
  return (await Promise.all(found)).flat();
}

/** What a link in the place of one of ours leads to may be a folder or a file of the person's: only what has our names in it,
 *  or has one, is ours. */
async function ownBehind(place: string, name: string): Promise<readonly string[]> {
  const own = path.basename(place);
  if (!(await lstat(place)).isDirectory())
    return [ofAccount, atTop, ofLogs].some((ours) => ours.test(own)) ? [place] : [];
  return ownBelow(place, within[path.basename(name)] ?? []);
}

/** Where what is ours really lies, of what somebody has moved to another disk and put a link in its place.
 *  @throws what the system says of a folder that can't be looked into */
async function placesElsewhere(folder: string): Promise<readonly string[]> {
  const home = await realpath(folder).catch(() => folder);
  const places = await Promise.all(
    (await ownPlaces(folder)).map(async (name) => {
      const written = path.join(folder, name);
      const place = await realpath(written).catch(() => null);
      if (place === null || place === path.join(home, name)) return [];
      return (await lstat(written)).isSymbolicLink() ? ownBehind(place, name) : [place];
    }),
  );
  return places.flat();
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
  const elsewhere = await placesElsewhere(folder).catch(() => null);
  if (!elsewhere) return keptFiles(kept);
  for (const place of elsewhere) if (!(await removed(place))) return keptFiles(kept);
  const places = await placesIn(kept);
  // What can't be deleted is found again below.
  for (const name of places) if (!isLock(name)) await removed(path.join(folder, name));
  await removeEmpty(folder);
  const left = await keptFiles(kept);
  if (left.some((file) => isOwn(file) && file.what !== 'lock')) return left;
  for (const name of places) if (isLock(name)) await removed(path.join(folder, name));
  return keptFiles(kept);
}
