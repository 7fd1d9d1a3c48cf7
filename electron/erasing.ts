// Erases all that Porthole keeps on this computer, and says what that was. What is erased is deleted, not overwritten: a disk
// keeps what was deleted until something else takes its place.
import { lstat, readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { type Revocation, revokeToken } from './auth/revoke.ts';
import type { Vault } from './auth/vault.ts';
import { type Erasable, type Erased, erasable } from './contract/erasing.ts';
import { FailureError } from './contract/failure.ts';

export interface ErasingOptions {
  /** All of it is below this. */
  readonly folder: string;
  readonly accountIds: () => readonly string[];
  readonly vault: Pick<Vault, 'load' | 'erase'>;
  readonly revokeUrl: string;
  readonly fetch: typeof fetch;
  /** Ends whatever reads or writes there, for good. */
  readonly end: () => Promise<void>;
  /** What the browser below the window keeps, by its own means. */
  readonly clearBrowser: () => Promise<void>;
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

/** While it runs they say that it does: a second Porthole on the same folder would be one too many. */
const runMarks = /^(?:Singleton(?:Lock|Cookie|Socket)|lockfile|stand-in.*)$/;

function whatIs(relative: string): Erasable {
  const [top = '', , name = ''] = relative.split(path.sep);
  if (top === 'accounts') return name.startsWith('grant') ? 'tokens' : 'mail';
  if (top.startsWith('settings.json')) return 'settings';
  if (top.startsWith('network.json')) return 'network';
  if (top.startsWith('lock.json')) return 'lock';
  return top === 'logs' ? 'logs' : 'browser';
}

const isOwn = (what: Erasable) => what !== 'browser';

async function filesIn(folder: string): Promise<{ readonly name: string; readonly bytes: number }[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const files = entries.filter((entry) => !entry.isDirectory());
  return Promise.all(
    files.map(async (entry) => {
      const file = path.join(entry.parentPath, entry.name);
      const bytes = await lstat(file).then(
        ({ size }) => size,
        () => 0,
      );
      return { name: path.relative(folder, file), bytes };
    }),
  );
}

export function createErasing(options: ErasingOptions): Erasing {
  const { folder, accountIds, vault, revokeUrl, fetch } = options;
  let begun = false;
  let erased: Erased | null = null;
  let failed: FailureError | undefined;
  let ended: Promise<void> | undefined;

  const tokens = async (): Promise<string[]> => {
    const loaded = await Promise.all(accountIds().map((id) => vault.load(id).catch(() => undefined)));
    return loaded.flatMap((one) => (one?.state === 'kept' ? [one.grant.refreshToken] : []));
  };

  /** Answers what is still there. */
  const deleteAll = async (): Promise<string[]> => {
    for (const name of await readdir(folder).catch(() => []))
      if (!runMarks.test(name))
        await rm(path.join(folder, name), { recursive: true, force: true, maxRetries: 3 }).catch(() => undefined);
    return (await filesIn(folder)).map(({ name }) => name);
  };

  return {
    hasBegun: () => begun,
    read: () => {
      if (failed) throw failed;
      return erased;
    },
    run: async (revoke) => {
      begun = true;
      failed = undefined;
      // Before they are gone.
      const given = revoke ? await tokens() : [];
      const before = await filesIn(folder);
      ended ??= options.end();
      await ended;
      await options.clearBrowser();
      const left = await deleteAll();
      if (left.some((name) => isOwn(whatIs(name)))) {
        failed = new FailureError({ kind: 'storage', problem: 'refused' });
        throw failed;
      }
      // Last: Google may be slow, or not to be reached.
      const ends = await Promise.all(given.map((token) => revokeToken({ token, revokeUrl, fetch })));
      const count = (is: (end: Revocation) => boolean) => ends.filter(is).length;
      const known = erased?.gone ?? [];
      erased = {
        gone: erasable.flatMap((what) => {
          const files = before.filter(({ name }) => whatIs(name) === what && !runMarks.test(name));
          const bytes = files.reduce((sum, one) => sum + one.bytes, 0);
          return files.length > 0 ? [{ what, files: files.length, bytes }] : known.filter((one) => one.what === what);
        }),
        folder,
        left: left.filter((name) => !runMarks.test(name)),
        revoked: count((end) => end !== 'unreachable'),
        notRevoked: count((end) => end === 'unreachable'),
      };
      return erased;
    },
    again: async () => {
      if (begun) await deleteAll();
    },
  };
}
