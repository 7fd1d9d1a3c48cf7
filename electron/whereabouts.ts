// Where somebody was in each mailbox, in a file beside its mail, because it tells what they looked for: it goes with the account.
import { readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type Where, whereSchema } from './contract/where.ts';

export interface Whereabouts {
  /** Null where nobody was yet, or the file says nothing that can be used. */
  readonly read: (accountId: string) => Promise<Where | null>;
  /** Holds at once; the file follows a moment later. */
  readonly keep: (accountId: string, where: Where) => void;
  /** An account may have gone: it would begin anew. */
  readonly forgetUnknown: () => void;
  /** Resolves when the files have everything. */
  readonly written: () => Promise<void>;
}

export interface WhereaboutsOptions {
  /** Where an account's files are. */
  readonly folder: (accountId: string) => string;
  /** Whether there is such an account. */
  readonly isKnown: (accountId: string) => boolean;
  /** Runs it a little later. */
  readonly later: (run: () => void) => void;
}

export function createWhereabouts({ folder, isKnown, later }: WhereaboutsOptions): Whereabouts {
  const known = new Map<string, Promise<Where | null>>();
  const unwritten = new Set<string>();
  let planned = false;
  let writing = Promise.resolve();

  const fileOf = (accountId: string) => path.join(folder(accountId), 'where.json');

  const load = async (accountId: string): Promise<Where | null> => {
    try {
      return whereSchema.parse(JSON.parse(await readFile(fileOf(accountId), 'utf8')));
    } catch {
      return null;
    }
  };

  const write = async (accountId: string): Promise<void> => {
    // An account that has gone meanwhile leaves nothing behind: its folder is not made anew.
    if (!isKnown(accountId)) return;
    const file = fileOf(accountId);
    try {
      // Whole or not at all: a kill in between leaves the old one.
      await writeFile(`${file}.new`, JSON.stringify(await known.get(accountId)), { mode: 0o600 });
      await rename(`${file}.new`, file);
    } catch {
      // The disk is full or read-only. It holds until the end of this run.
    }
  };

  const writeAll = (): Promise<void> => {
    const accounts = [...unwritten];
    unwritten.clear();
    for (const accountId of accounts) writing = writing.then(() => write(accountId));
    return writing;
  };

  return {
    read: async (accountId) => {
      if (!isKnown(accountId)) return null;
      const found = known.get(accountId) ?? load(accountId);
      known.set(accountId, found);
      return found;
    },
    keep: (accountId, where) => {
      if (!isKnown(accountId)) return;
      known.set(accountId, Promise.resolve(where));
      unwritten.add(accountId);
      if (planned) return;
      planned = true;
      later(() => {
        planned = false;
        void writeAll();
      });
    },
    forgetUnknown: () => {
      for (const accountId of known.keys())
        if (!isKnown(accountId)) {
          known.delete(accountId);
          unwritten.delete(accountId);
        }
    },
    written: writeAll,
  };
}
