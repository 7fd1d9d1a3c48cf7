// The accounts that this computer knows: who they are, where their files lie, how their grants ended.
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { type AccountRecord, readRecords, writeRecord } from './account-file.ts';
import type { Lifetime } from './auth/lifetimes.ts';
import { FailureError, type SignedOutReason } from './contract/failure.ts';
import type { Account } from './contract/model.ts';
import type { SettingsFile } from './settings.ts';

export interface Accounts {
  /** Where this account's mail and token are. */
  readonly folder: (id: string) => string;
  readonly database: (id: string) => string;
  readonly find: (id: string) => AccountRecord | undefined;
  /** The one that is shown. Where the settings have forgotten which, one that there is. */
  readonly open: () => AccountRecord | undefined;
  /** Remembers the account and shows it from now on. */
  readonly keep: (account: Account) => void;
  readonly signedOut: (id: string, reason: SignedOutReason) => void;
  /** Notes how long a grant lived that Google has ended. */
  readonly grantEnded: (id: string, lifetime: Lifetime) => void;
  /** Forgets the account with all its files. @throws FailureError `storage` */
  readonly erase: (id: string) => Promise<void>;
}

/** Enough to see that endings recur. */
const keptLifetimes = 5;

export function createAccounts(userData: string, settings: SettingsFile): Accounts {
  const all = path.join(userData, 'accounts');
  const folder = (id: string) => path.join(all, id);
  // One process writes them, so they are read once.
  const records = new Map(readRecords(all).map((record) => [record.id, record]));

  const write = (record: AccountRecord) => {
    records.set(record.id, record);
    try {
      writeRecord(folder(record.id), record);
    } catch {
      // The disk is full or read-only. It holds until the end of this run.
    }
  };
  const update = (id: string, changes: Partial<AccountRecord>) => {
    const known = records.get(id);
    if (known) write({ ...known, ...changes });
  };

  return {
    folder,
    database: (id) => path.join(folder(id), 'mail.db'),
    find: (id) => records.get(id),
    open: () => {
      const chosen = records.get(settings.read().openAccountId ?? '');
      return chosen ?? [...records.values()].toSorted((a, b) => a.kind.localeCompare(b.kind))[0];
    },
    keep: ({ id, kind, email, name }) => {
      write({ id, kind, email, name, signedOut: null, ended: records.get(id)?.ended ?? [] });
      settings.change({ openAccountId: id });
    },
    signedOut: (id, reason) => update(id, { signedOut: reason }),
    grantEnded: (id, lifetime) => {
      const earlier = records.get(id)?.ended.filter(({ grantedAt }) => grantedAt !== lifetime.grantedAt) ?? [];
      update(id, { ended: [...earlier, lifetime].slice(-keptLifetimes) });
    },
    erase: async (id) => {
      try {
        await rm(folder(id), { recursive: true, force: true, maxRetries: 3 });
      } catch (cause) {
        throw new FailureError({ kind: 'storage', problem: 'refused' }, { cause });
      }
      records.delete(id);
      settings.change({ openAccountId: null });
    },
  };
}
