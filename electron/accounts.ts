// The accounts that this computer knows: who they are, where their files lie, how their grants ended.
import { rm } from 'node:fs/promises';
import path from 'node:path';
import type { Lifetime } from './auth/lifetimes.ts';
import { FailureError, type SignedOutReason } from './contract/failure.ts';
import type { Account } from './contract/model.ts';
import type { AccountRecord, SettingsFile } from './settings.ts';

export interface Accounts {
  /** Where this account's mail and token are. */
  readonly folder: (id: string) => string;
  readonly find: (id: string) => AccountRecord | undefined;
  /** The one that is shown. */
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
  const folder = (id: string) => path.join(userData, 'accounts', id);
  const find = (id: string) => settings.read().accounts.find((record) => record.id === id);
  const others = (id: string) => settings.read().accounts.filter((record) => record.id !== id);
  const update = (id: string, changes: Partial<AccountRecord>) => {
    const known = find(id);
    if (known) settings.change({ accounts: [...others(id), { ...known, ...changes }] });
  };

  return {
    folder,
    find,
    open: () => find(settings.read().openAccountId ?? ''),
    keep: ({ id, kind, email, name }) => {
      const ended = find(id)?.ended ?? [];
      const record: AccountRecord = { id, kind, email, name, signedOut: null, ended };
      settings.change({ accounts: [...others(id), record], openAccountId: id });
    },
    signedOut: (id, reason) => update(id, { signedOut: reason }),
    grantEnded: (id, lifetime) => {
      const known = find(id)?.ended.filter(({ grantedAt }) => grantedAt !== lifetime.grantedAt) ?? [];
      update(id, { ended: [...known, lifetime].slice(-keptLifetimes) });
    },
    erase: async (id) => {
      try {
        await rm(folder(id), { recursive: true, force: true, maxRetries: 3 });
      } catch (cause) {
        throw new FailureError({ kind: 'storage', problem: 'refused' }, { cause });
      }
      settings.change({ accounts: others(id), openAccountId: null });
    },
  };
}
