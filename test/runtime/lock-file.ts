// A lock between processes: a file that holds the id of the process which has it. Made in one step, so that nobody ever
// reads a lock without its owner; a dead owner's lock may be taken.
import fs from 'node:fs';

export interface Lock {
  readonly release: () => void;
}

/** The lock, or undefined while a living process holds it. */
export function takeLock(file: string): Lock | undefined {
  const mine = `${file}.${process.pid}`;
  fs.writeFileSync(mine, String(process.pid));
  try {
    while (!linked(mine, file)) {
      if (isAlive(ownerOf(file))) return undefined;
      fs.rmSync(file, { force: true });
    }
  } finally {
    fs.rmSync(mine, { force: true });
  }
  return { release: () => fs.rmSync(file, { force: true }) };
}

function linked(from: string, to: string): boolean {
  try {
    fs.linkSync(from, to);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

function ownerOf(file: string): number {
  try {
    return Number(fs.readFileSync(file, 'utf8'));
  } catch {
    return 0; // released in between
  }
}

export function isAlive(processId: number): boolean {
  if (!processId) return false;
  try {
    process.kill(processId, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
