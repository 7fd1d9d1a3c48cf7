// A profile on which Porthole has no right to write: a disk that is mounted read-only, or somebody else's folder.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, chownSync, readdirSync } from 'node:fs';
import path from 'node:path';
import type { Person } from '../person.ts';
import type { ReadOnlySeen } from '../read-only-child.ts';
import type { Row } from '../row.ts';

const child = new URL('../read-only-child.ts', import.meta.url);
/** To whoever is allowed everything, nothing is read-only: they go as somebody who is nobody. */
const nobody = 65_534;
const isRoot = process.getuid?.() === 0;

function eachIn(folder: string, change: (file: string, isFolder: boolean) => void): void {
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true }))
    change(path.join(entry.parentPath, entry.name), entry.isDirectory());
  change(folder, true);
}

export async function lookReadOnly(person: Person): Promise<ReadOnlySeen> {
  const { profile, google } = person;
  const owner = isRoot ? nobody : process.getuid?.();
  // The way there, which was made for its owner alone.
  if (isRoot) for (const above of [path.dirname(profile), path.resolve(profile, '../..')]) chmodSync(above, 0o711);
  eachIn(profile, (file, isFolder) => {
    if (isRoot && owner !== undefined) chownSync(file, owner, owner);
    chmodSync(file, isFolder ? 0o500 : 0o400);
  });
  try {
    const options = JSON.stringify({ url: google.url, profile });
    const ran = fork(child, [options], {
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      ...(isRoot && { uid: nobody, gid: nobody }),
    });
    const ended = once(ran, 'exit').then(([code]) => Promise.reject(new Error(`it ended by itself: ${code}`)));
    const [seen] = (await Promise.race([once(ran, 'message'), ended])) as [ReadOnlySeen];
    return seen;
  } finally {
    eachIn(profile, (file, isFolder) => {
      if (isRoot) chownSync(file, 0, 0);
      chmodSync(file, isFolder ? 0o700 : 0o600);
    });
  }
}

export const readOnlyRows: readonly Row[] =
  process.platform === 'win32'
    ? []
    : [
        {
          group: 'disk',
          fault: 'read-only profile',
          runs: 10,
          run: async (person) => {
            await person.settleIn();
            const all = person.living.letters.size;
            if (person.random.chance(0.5)) person.living.arrive();
            const { couldWrite, found, subject, sentences, wrong } = await lookReadOnly(person);
            if (couldWrite) person.wrong.push('it was not read-only');
            if (found !== all || subject === '') person.wrong.push(`${found} of ${all} messages can be read`);
            person.wrong.push(...wrong);
            person.shown.add(sentences);
          },
        },
      ];
