// What macOS keeps of a program outside its folder, under its id: how its windows stood, what it was asked to remember, what the
// updater has fetched. None of it is mail. Other systems keep nothing of the kind.
import path from 'node:path';
import { type Remove, removeFile } from './kept-files.ts';

const id = 'org.porthole.app';
const places = [
  ['Preferences', `${id}.plist`],
  ['Saved Application State', `${id}.savedState`],
  ['HTTPStorages', id],
  ['Caches', id],
  ['Caches', `${id}.ShipIt`],
];

/** What can't be removed stays: the system writes some of it anew when the program ends. */
export async function removeTraces(
  platform: NodeJS.Platform,
  home: string,
  remove: Remove = removeFile,
): Promise<void> {
  if (platform !== 'darwin') return;
  await Promise.allSettled(places.map((names) => remove(path.join(home, 'Library', ...names))));
}
