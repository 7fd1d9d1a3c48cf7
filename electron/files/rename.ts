// A rename that is tried again where Windows refuses it for a moment: whatever scans or indexes fresh files has the file open, and
// lets go of it soon. Elsewhere an open file can be renamed, and a refusal is one.
import { renameSync as syncOnce } from 'node:fs';
import { rename as once } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { codeOf } from './system-errors.ts';

export interface RenameHow<Once> {
  readonly platform?: NodeJS.Platform;
  readonly once?: Once;
}

const passing = new Set(['EPERM', 'EACCES', 'EBUSY']);
/** 0.8 s in sum: a program that starts waits for some of these. */
const waitsMs = [10, 20, 40, 80, 150, 200, 300];

const waitSync = (ms: number) => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);

function mayPass(error: unknown, platform: NodeJS.Platform): boolean {
  return platform === 'win32' && passing.has(codeOf(error));
}

/** @throws what the system says, the last time */
export async function rename(from: string, to: string, how: RenameHow<typeof once> = {}): Promise<void> {
  const { platform = process.platform, once: attempt = once } = how;
  for (const ms of waitsMs) {
    try {
      return await attempt(from, to);
    } catch (error) {
      if (!mayPass(error, platform)) throw error;
      await wait(ms);
    }
  }
  await attempt(from, to);
}

/** The same, while nothing else happens in this thread. */
export function renameSync(from: string, to: string, how: RenameHow<typeof syncOnce> = {}): void {
  const { platform = process.platform, once: attempt = syncOnce } = how;
  for (const ms of waitsMs) {
    try {
      attempt(from, to);
      return;
    } catch (error) {
      if (!mayPass(error, platform)) throw error;
      waitSync(ms);
    }
  }
  attempt(from, to);
}
