// Fetches Electron's binary with the electron package's own installer, within a given time and without a word. Where that
// failed lately it is not tried again, because a network that swallows connections would hold up every start.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

export interface Download {
  /** The installer: a script for Node. */
  readonly script: string;
  readonly timeoutMs: number;
  /** Remembers the last failure. */
  readonly note: string;
  readonly retryAfterMs: number;
  readonly now: () => number;
}

/** Whether the installer ran to its end. */
export async function downloadElectron({ script, timeoutMs, note, retryAfterMs, now }: Download): Promise<boolean> {
  if (timeoutMs <= 0 || now() - failedAt(note) < retryAfterMs) return false;
  const { promise, resolve } = Promise.withResolvers<boolean>();
  spawn(process.execPath, [script], { stdio: 'ignore', timeout: timeoutMs, killSignal: 'SIGKILL' })
    .on('error', () => resolve(false))
    .on('exit', (code) => resolve(code === 0));
  const isDone = await promise;
  if (isDone) fs.rmSync(note, { force: true });
  else remember(note, now());
  return isDone;
}

function failedAt(note: string): number {
  try {
    return Number(fs.readFileSync(note, 'utf8'));
  } catch {
    return Number.NEGATIVE_INFINITY;
  }
}

function remember(note: string, at: number): void {
  try {
    fs.mkdirSync(path.dirname(note), { recursive: true });
    fs.writeFileSync(note, String(at));
  } catch {
    // A folder that can't be written to: it is tried again next time.
  }
}
