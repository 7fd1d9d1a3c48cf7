// Where somebody was in each mailbox, in a file beside its mail, because it tells what they looked for: it goes with the account.
// Where they were in the mail of all accounts tells it of each, and goes with the first of them that goes.
import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { ofAll } from '../contract/of-all.ts';
import { type Where, whereSchema } from '../contract/where.ts';
import { draftOf, replaceFile } from '../files/replace.ts';

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
  /** Where an account's files are, or those of all. */
  readonly folder: (accountId: string) => string;
  /** Those that there are. */
  readonly accountIds: () => readonly string[];
  /** Runs it a little later. */
  readonly later: (run: () => void) => void;
}

export function createWhereabouts({ folder, accountIds, later }: WhereaboutsOptions): Whereabouts {
  const known = new Map<string, Promise<Where | null>>();
  const unwritten = new Set<string>();
  /** When somebody asked last. */
  let there = accountIds();
  let planned = false;
  let writing = Promise.resolve();

  const isKnown = (accountId: string) =>
    accountId === ofAll ? accountIds().length > 1 : accountIds().includes(accountId);
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
    try {
      await replaceFile(fileOf(accountId), JSON.stringify(await known.get(accountId)));
    } catch {
      // The disk is full or read-only. It holds until the end of this run.
    }
  };

  const forgetAll = (): void => {
    known.delete(ofAll);
    unwritten.delete(ofAll);
    // Of what can't be removed nothing is read while there is one account alone.
    for (const file of [fileOf(ofAll), draftOf(fileOf(ofAll))])
      writing = writing.then(() => rm(file, { force: true })).catch(() => undefined);
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
      const before = there;
      there = accountIds();
      if (before.some((accountId) => !there.includes(accountId))) forgetAll();
      for (const accountId of known.keys())
        if (!isKnown(accountId)) {
          known.delete(accountId);
          unwritten.delete(accountId);
        }
    },
    written: writeAll,
  };
}
