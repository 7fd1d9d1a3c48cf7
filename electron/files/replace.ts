// Porthole's own small files, replaced whole or not at all: written under another name beside where they belong, then renamed.
// A kill in between, or a power cut, leaves the old one.
import { rmSync, writeFileSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { rename, renameSync } from './rename.ts';

/** One name for each file: what a kill leaves there goes with the next write, and who erases knows where to look. */
export const draftOf = (file: string) => `${file}.new`;

/** As a new file each time, as a draft that lies there keeps its mode. Flushed, as a rename can reach the disk before what it names. */
const writing = { flag: 'wx', mode: 0o600, flush: true } as const;

/** For this person alone to read. One at a time for each file. @throws what the system says; no draft is left then */
export async function replaceFile(file: string, content: string | Uint8Array): Promise<void> {
  const draft = draftOf(file);
  try {
    await rm(draft, { force: true });
    await writeFile(draft, content, writing);
    await rename(draft, file);
  } catch (error) {
    await rm(draft, { force: true }).catch(() => undefined);
    throw error;
  }
}

/** The same, for what has to be on disk before anything else happens. */
export function replaceFileSync(file: string, content: string): void {
  const draft = draftOf(file);
  try {
    rmSync(draft, { force: true });
    writeFileSync(draft, content, writing);
    renameSync(draft, file);
  } catch (error) {
    removeQuietly(draft);
    throw error;
  }
}

function removeQuietly(draft: string): void {
  try {
    rmSync(draft, { force: true });
  } catch {
    // The failure above is the one to tell.
  }
}
