// Keeps each account's grant, encrypted by the operating system's key store, or for this run only where there is none.
// Decides what may go to disk; grant-file.ts puts it there. Electron's safeStorage comes in: nothing here imports Electron.
import type { SafeStorage } from 'electron';
import * as z from 'zod/mini';
import { FailureError } from '../contract/failure.ts';
import { type Grant, grantShape } from './grant.ts';
import { type Envelope, type GrantFile, grantFile } from './grant-file.ts';
import { accountIdShape } from './identity.ts';

export interface VaultOptions {
  /** Where an account's own files are. */
  readonly folder: (accountId: string) => string;
  /** Only after Electron's `ready`. */
  readonly safeStorage: Pick<SafeStorage, 'isAsyncEncryptionAvailable' | 'encryptStringAsync' | 'decryptStringAsync'>;
  readonly platform: NodeJS.Platform;
}

export type Kept = 'system' | 'weak' | 'this-run-only';

export type Loaded =
  | { readonly state: 'none' }
  /** There was a file that nobody can read any more; it has been set aside. */
  | { readonly state: 'unreadable' }
  | { readonly state: 'kept'; readonly grant: Grant; readonly kept: Kept };

/** What is left out, or `undefined`, stays as it is stored. */
export type GrantUpdate = { readonly [Field in keyof Grant]?: Grant[Field] | undefined };

export interface Vault {
  /** Resolves when the grant is on disk, or, as `this-run-only`, when it is not going to be. @throws FailureError `storage` */
  readonly save: (accountId: string, update: GrantUpdate) => Promise<Kept>;
  /** The person wants the token on disk although it is hardly protected there. */
  readonly allowWeak: (accountId: string) => Promise<Kept | 'none'>;
  /** @throws FailureError `keychain`, `storage`; the file then stays as it is */
  readonly load: (accountId: string) => Promise<Loaded>;
  /** Forgets the grant, on disk and in memory, with everything that was set aside. */
  readonly erase: (accountId: string) => Promise<void>;
}

const blobShape = z.object({ accountId: z.string(), grant: grantShape });

export function createVault({ folder, safeStorage, platform }: VaultOptions): Vault {
  const thisRunOnly = new Map<string, Grant>();
  const weakAllowed = new Set<string>();
  const inOrder = createQueue();

  const fileOf = (accountId: string): GrantFile => {
    if (!accountIdShape.test(accountId)) throw new RangeError('not an account id');
    return grantFile(folder(accountId));
  };

  async function encrypt(text: string): Promise<Envelope | null> {
    if (!(await safeStorage.isAsyncEncryptionAvailable())) return null;
    const ciphertext = await safeStorage.encryptStringAsync(text);
    return { protection: isWeak(ciphertext) ? 'weak' : 'system', ciphertext };
  }

  /** Linux without a key store encrypts with a password that is in Chromium's source, and marks it `v10`. */
  function isWeak(ciphertext: Buffer): boolean {
    return platform === 'linux' && ciphertext.toString('latin1', 0, 3) === 'v10';
  }

  async function hasKeyStore(): Promise<boolean> {
    return (await encryptOrNot('probe'))?.protection === 'system';
  }

  async function save(accountId: string, update: GrantUpdate): Promise<Kept> {
    const file = fileOf(accountId);
    const { grant, stored } = await merge(accountId, update);
    const envelope = await encryptOrNot(JSON.stringify({ accountId, grant }));
    const writable = envelope?.protection === 'system' || (await mayBeWeak(accountId, file)) ? envelope : null;
    // The same token is on disk, where it is better kept than for this run.
    const isOnDisk = stored && stored.kept !== 'this-run-only' && stored.grant.refreshToken === grant.refreshToken;
    if (!writable && isOnDisk) return stored.kept;
    // Before the disk is touched, so that this run can go on whatever happens to it.
    if (!isOnDisk) thisRunOnly.set(accountId, grant);
    if (!writable) return 'this-run-only';
    await file.write(writable);
    thisRunOnly.delete(accountId);
    return writable.protection;
  }

  /** A key store that is locked, or fails, protects nothing now. */
  async function encryptOrNot(text: string): Promise<Envelope | null> {
    try {
      return await encrypt(text);
    } catch {
      return null;
    }
  }

  async function mayBeWeak(accountId: string, file: GrantFile): Promise<boolean> {
    if (weakAllowed.has(accountId)) return true;
    const present = await file.read();
    return present !== null && present !== 'unreadable' && present.protection === 'weak';
  }

  async function merge(accountId: string, update: GrantUpdate) {
    const given = Object.fromEntries(Object.entries(update).filter(([, value]) => value !== undefined && value !== ''));
    const complete = z.safeParse(grantShape, given);
    if (complete.success) return { grant: complete.data, stored: null };
    const stored = await load(accountId);
    if (stored.state !== 'kept') throw new TypeError('an incomplete grant, and none to complete it');
    return { grant: z.parse(grantShape, { ...stored.grant, ...given }), stored };
  }

  async function allowWeak(accountId: string): Promise<Kept | 'none'> {
    fileOf(accountId);
    weakAllowed.add(accountId);
    const held = thisRunOnly.get(accountId);
    if (held) return await save(accountId, held);
    const stored = await load(accountId);
    return stored.state === 'kept' ? stored.kept : 'none';
  }

  async function load(accountId: string): Promise<Loaded> {
    const file = fileOf(accountId);
    const held = thisRunOnly.get(accountId);
    if (held) return { state: 'kept', grant: held, kept: 'this-run-only' };
    const envelope = await file.read();
    if (envelope === null) return { state: 'none' };
    const opened = envelope === 'unreadable' ? null : await decrypt(envelope);
    const grant = opened && readBlob(opened.result, accountId);
    if (envelope === 'unreadable' || !opened || !grant) {
      await file.setAside();
      return { state: 'unreadable' };
    }
    const kept = opened.shouldReEncrypt ? await reEncrypt(accountId, file, grant, envelope) : envelope.protection;
    return { state: 'kept', grant, kept };
  }

  /** Null where it can never be decrypted. */
  async function decrypt({ ciphertext }: Envelope) {
    if (!(await safeStorage.isAsyncEncryptionAvailable())) throw keychain('unavailable');
    try {
      return await safeStorage.decryptStringAsync(ciphertext);
    } catch (cause) {
      // Electron tells the two apart by their wording only.
      if (cause instanceof Error && /temporarily unavailable/i.test(cause.message)) throw keychain('locked', cause);
      // Written with a key store that this desktop session does not have: another session will.
      if (platform === 'linux' && !isWeak(ciphertext) && !(await hasKeyStore())) throw keychain('unavailable', cause);
      return null;
    }
  }

  /** The key has changed. What can be read is worth more than the new key: nothing here fails a load. */
  async function reEncrypt(accountId: string, file: GrantFile, grant: Grant, old: Envelope): Promise<Kept> {
    const envelope = await encryptOrNot(JSON.stringify({ accountId, grant }));
    if (!envelope || (envelope.protection === 'weak' && old.protection === 'system')) return old.protection;
    try {
      await file.write(envelope);
      return envelope.protection;
    } catch {
      return old.protection;
    }
  }

  async function erase(accountId: string): Promise<void> {
    const file = fileOf(accountId);
    thisRunOnly.delete(accountId);
    weakAllowed.delete(accountId);
    await file.erase();
  }

  return {
    save: (accountId, update) => inOrder(accountId, () => save(accountId, update)),
    allowWeak: (accountId) => inOrder(accountId, () => allowWeak(accountId)),
    load: (accountId) => inOrder(accountId, () => load(accountId)),
    erase: (accountId) => inOrder(accountId, () => erase(accountId)),
  };
}

const keychain = (problem: 'locked' | 'unavailable', cause?: unknown) =>
  new FailureError({ kind: 'keychain', problem }, { cause });

function readBlob(text: string, accountId: string): Grant | null {
  const read = z.safeParse(blobShape, parse(text));
  return read.success && read.data.accountId === accountId ? read.data.grant : null;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null; // and never the error: it quotes the text
  }
}

/** Per key, one after the other, in the order in which they were asked for. */
function createQueue() {
  const last = new Map<string, Promise<unknown>>();
  return async <T>(key: string, task: () => Promise<T>): Promise<T> => {
    const before = last.get(key) ?? Promise.resolve();
    const turn = before.then(task, task);
    last.set(key, turn);
    return await turn;
  };
}
