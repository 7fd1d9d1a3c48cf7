// Files of the person's own, written whole or not at all: under another name beside where they belong, then renamed. What
// comes from mail is marked as such where the system knows such a mark.
import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { type FileHandle, open, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { FailureError } from '../contract/failure.ts';
import { rename } from '../files/rename.ts';
import { codeOf } from '../files/system-errors.ts';
import { numberedName, safeName } from '../mail/file-names.ts';

export type Pieces = Iterable<Uint8Array> | AsyncIterable<Uint8Array>;

const run = promisify(execFile);
const fullCodes: ReadonlySet<string> = new Set(['ENOSPC', 'EDQUOT', 'EFBIG']);
/** As many files of one name as anybody has. */
const mostNumbers = 10_000;

/** Errors of the file system carry a code; everything else is passed on as it is. */
function asFailure(cause: unknown): unknown {
  if (!(cause instanceof Error) || !('syscall' in cause)) return cause;
  const problem = fullCodes.has(codeOf(cause)) ? 'full' : 'refused';
  return new FailureError({ kind: 'not-saved', problem }, { cause });
}

async function fill(file: FileHandle, pieces: Pieces): Promise<void> {
  try {
    for await (const piece of pieces) await file.writeFile(piece);
    // A rename can reach the disk before what it names.
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Windows asks before it opens what has this mark, and macOS does. Where it can't be set, the file is there all the same. */
async function mark(file: string): Promise<void> {
  const marking =
    process.platform === 'win32'
      ? writeFile(`${file}:Zone.Identifier`, '[ZoneTransfer]\r\nZoneId=3\r\n')
      : process.platform === 'darwin'
        ? run('/usr/bin/xattr', ['-w', 'com.apple.quarantine', '0081;00000000;Porthole;', file])
        : undefined;
  await marking?.catch(() => undefined);
}

/** In place of what is there: the system has asked about that. @throws FailureError `not-saved`, or what `pieces` throws */
export async function writeFileWhole(file: string, pieces: Pieces): Promise<void> {
  // A name of its own: in this folder nothing but the one that was chosen is ours to replace.
  const draft = `${file}.${randomBytes(4).toString('hex')}.part`;
  try {
    // Never executable.
    await fill(await open(draft, 'wx', 0o644), pieces);
    await mark(draft);
    await rename(draft, file);
  } catch (error) {
    await rm(draft, { force: true }).catch(() => undefined);
    throw asFailure(error);
  }
}

/** Takes a name that nothing in the folder has, and holds it with an empty file. */
async function reserve(folder: string, name: string): Promise<string> {
  for (let number = 1; number < mostNumbers; number++) {
    const file = path.join(folder, number === 1 ? name : numberedName(name, number));
    if (path.dirname(path.resolve(file)) !== path.resolve(folder)) break;
    try {
      await (await open(file, 'wx', 0o644)).close();
      return file;
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') throw asFailure(error);
    }
  }
  throw new FailureError({ kind: 'not-saved', problem: 'refused' });
}

/** Under a safe form of the name, or the next one that is free. Answers which. @throws FailureError as above */
export async function writeNewFile(folder: string, wanted: string, pieces: Pieces): Promise<string> {
  const file = await reserve(folder, safeName(wanted));
  try {
    await writeFileWhole(file, pieces);
  } catch (error) {
    await rm(file, { force: true }).catch(() => undefined);
    throw error;
  }
  return path.basename(file);
}
