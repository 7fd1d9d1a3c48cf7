// One account's grant on disk: an envelope (who wrote it, which version, how well it is protected) around a ciphertext, in a
// file of its own that is replaced whole or not at all. Knows nothing of what is inside, nor of keys.
import { chmod, mkdir, open, readdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { FailureError } from '../contract/failure.ts';
import { rename } from '../files/rename.ts';
import { draftOf, replaceFile } from '../files/replace.ts';
import { codeOf } from '../files/system-errors.ts';

export interface Envelope {
  /** `weak`: by a password that every program knows. */
  readonly protection: 'system' | 'weak';
  readonly ciphertext: Buffer;
}

export interface GrantFile {
  /** Null where there is none, `unreadable` where it is none of ours. */
  readonly read: () => Promise<Envelope | 'unreadable' | null>;
  /** Resolves when it is safe against a power cut. */
  readonly write: (envelope: Envelope) => Promise<void>;
  /** Keeps the file under another name, for somebody who can read it. */
  readonly setAside: () => Promise<void>;
  /** Removes it, and all that was set aside. */
  readonly erase: () => Promise<void>;
}

const fileName = 'grant.bin';
const draftName = draftOf(fileName);
const asideName = /^grant\.unreadable-(\d+)\.bin$/;
/** `PHGRANT`, the version, then one letter for the protection. */
const magic = Buffer.from('PHGRANT\x01', 'latin1');
const letters = { system: 's', weak: 'w' } as const;

function seal({ protection, ciphertext }: Envelope): Buffer {
  return Buffer.concat([magic, Buffer.from(letters[protection], 'latin1'), ciphertext]);
}

function unseal(bytes: Buffer): Envelope | 'unreadable' {
  const letter = bytes.toString('latin1', magic.length, magic.length + 1);
  const protection = letter === letters.system ? 'system' : letter === letters.weak ? 'weak' : null;
  const ours = bytes.subarray(0, magic.length).equals(magic);
  return ours && protection ? { protection, ciphertext: bytes.subarray(magic.length + 1) } : 'unreadable';
}

export function grantFile(folder: string): GrantFile {
  const file = path.join(folder, fileName);

  async function read(): Promise<Envelope | 'unreadable' | null> {
    try {
      return unseal(await readFile(file));
    } catch (cause) {
      if (codeOf(cause) === 'ENOENT') return null;
      if (codeOf(cause) === 'EISDIR') return 'unreadable';
      throw storageFailure(cause);
    }
  }

  async function write(envelope: Envelope): Promise<void> {
    try {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      await chmod(folder, 0o700); // it may have been there, with other permissions
      await replaceFile(file, seal(envelope));
      await syncFolder(folder);
    } catch (cause) {
      throw storageFailure(cause);
    }
  }

  async function setAside(): Promise<void> {
    try {
      const numbers = (await readdir(folder)).map((name) => Number(asideName.exec(name)?.[1] ?? 0));
      await rename(file, path.join(folder, `grant.unreadable-${Math.max(0, ...numbers) + 1}.bin`));
    } catch (cause) {
      throw storageFailure(cause);
    }
  }

  async function erase(): Promise<void> {
    try {
      const names = (await readdir(folder)).filter(
        (name) => name === fileName || name === draftName || asideName.test(name),
      );
      for (const name of names) await rm(path.join(folder, name), { recursive: true, force: true });
      await syncFolder(folder);
    } catch (cause) {
      if (codeOf(cause) !== 'ENOENT') throw storageFailure(cause);
    }
  }

  return { read, write, setAside, erase };
}

/** Makes a rename last: a token that is lost is a sign-in to do again. Windows cannot open a folder, and needs no such thing. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function storageFailure(cause: unknown): unknown {
  const code = codeOf(cause);
  if (code === '') return cause;
  if (code === 'ENOSPC' || code === 'EDQUOT') return new FailureError({ kind: 'storage', problem: 'full' }, { cause });
  if (code === 'EBUSY') return new FailureError({ kind: 'storage', problem: 'locked' }, { cause });
  if (code === 'EIO') return new FailureError({ kind: 'storage', problem: 'damaged' }, { cause });
  return new FailureError({ kind: 'storage', problem: 'refused' }, { cause });
}
