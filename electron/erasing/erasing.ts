// Erases all that Porthole keeps on this computer, and says what that was. Whatever goes wrong meanwhile is said at the end, and is
// no reason to keep what can be deleted.
import { revokeToken } from '../auth/revoke.ts';
import type { Vault } from '../auth/vault.ts';
import { type Erased, erasable } from '../contract/erasing.ts';
import { FailureError } from '../contract/failure.ts';
import { deleteKept, isOwn, type KeptFolder, keptFiles, type Remove, removeFile } from './kept-files.ts';

export type End = () => void | Promise<void>;

export interface ErasingOptions {
  /** All of it is below this. */
  readonly kept: KeptFolder;
  readonly accountIds: () => readonly string[];
  readonly vault: Pick<Vault, 'load' | 'erase'>;
  readonly revokeUrl: string;
  readonly fetch: typeof fetch;
  /** Ends whatever reads or writes there, for good: one after the other, each once it has not failed. */
  readonly end: readonly End[];
  /** What the browser below the window keeps, by its own means. */
  readonly clearBrowser: () => Promise<void>;
  /** How a file or a folder is deleted. */
  readonly remove?: Remove;
}

export interface Erasing {
  /** From the moment on at which it has begun. */
  readonly hasBegun: () => boolean;
  /** Null while it runs. @throws FailureError why it could not be done */
  readonly read: () => Erased | null;
  /** @throws FailureError `storage` where something of a person could not be deleted; it can be asked for again */
  readonly run: (revoke: boolean) => Promise<Erased>;
  /** Deletes once more what the browser has written meanwhile. Never throws. */
  readonly again: () => Promise<void>;
}

interface Tokens {
  readonly given: readonly string[];
  /** How many the key store does not give out now: good at Google all the same. */
  readonly unread: number;
}

export function createErasing(options: ErasingOptions): Erasing {
  const { kept, accountIds, vault, revokeUrl, fetch, remove = removeFile } = options;
  let begun = false;
  let erased: Erased | null = null;
  let failed: unknown;
  let toEnd = options.end;
  /** Read, and decided, once: the next try finds none on disk. */
  let tokens: Promise<Tokens> | undefined;
  let before: Awaited<ReturnType<typeof keptFiles>> | undefined;

  const readTokens = async (): Promise<Tokens> => {
    const loaded = await Promise.all(accountIds().map((id) => vault.load(id).catch(() => 'unread' as const)));
    return {
      given: loaded.flatMap((one) => (one !== 'unread' && one.state === 'kept' ? [one.grant.refreshToken] : [])),
      unread: loaded.filter((one) => one === 'unread' || one.state === 'unreadable').length,
    };
  };

  /** Answers why it could not be done, of as many as that was so. */
  const endAll = async (): Promise<readonly unknown[]> => {
    const problems: unknown[] = [];
    const again: End[] = [];
    for (const end of toEnd)
      try {
        await end();
      } catch (error) {
        problems.push(error);
        again.push(end);
      }
    toEnd = again;
    await options.clearBrowser().catch((error: unknown) => problems.push(error));
    return problems;
  };

  const giveBack = async ({ given, unread }: Tokens): Promise<Pick<Erased, 'revoked' | 'notRevoked'>> => {
    const ends = await Promise.all(given.map((token) => revokeToken({ token, revokeUrl, fetch })));
    const notRevoked = ends.filter((end) => end === 'unreachable').length;
    return { revoked: ends.length - notRevoked, notRevoked: notRevoked + unread };
  };

  const eraseAll = async (revoke: boolean): Promise<Erased> => {
    tokens ??= revoke ? readTokens() : Promise.resolve({ given: [], unread: 0 });
    const read = await tokens;
    before ??= await keptFiles(kept);
    const [problem] = await endAll();
    const left = await deleteKept(kept, remove);
    if (left.some(isOwn)) throw new FailureError({ kind: 'storage', problem: 'refused' });
    if (problem !== undefined) throw problem;
    const known = before;
    const gone = erasable.flatMap((what) => {
      const files = known.filter((file) => file.what === what);
      const bytes = files.reduce((sum, one) => sum + one.bytes, 0);
      return files.length > 0 ? [{ what, files: files.length, bytes }] : [];
    });
    // Last: Google may be slow, or not to be reached.
    return { gone, folder: kept.folder, left: left.map(({ name }) => name), ...(await giveBack(read)) };
  };

  return {
    hasBegun: () => begun,
    read: () => {
      if (failed !== undefined) throw failed;
      return erased;
    },
    run: async (revoke) => {
      begun = true;
      failed = undefined;
      try {
        erased ??= await eraseAll(revoke);
        return erased;
      } catch (error) {
        failed = error;
        throw error;
      }
    },
    again: async () => {
      if (begun) await deleteKept(kept, remove);
    },
  };
}
