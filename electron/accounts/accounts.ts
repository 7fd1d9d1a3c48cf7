// The accounts that this computer knows: who they are, where their files lie, how their grants ended.
import { rm } from 'node:fs/promises';
import path from 'node:path';
import type { Lifetime } from '../auth/lifetimes.ts';
import { FailureError, type SignedOutReason } from '../contract/failure.ts';
import type { Account } from '../contract/model.ts';
import type { SettingsFile } from '../settings.ts';
import { type AccountRecord, readRecords, writeRecord } from './account-file.ts';

export interface Accounts {
  /** Where this account's mail and token are. */
  readonly folder: (id: string) => string;
  readonly database: (id: string) => string;
  readonly find: (id: string) => AccountRecord | undefined;
  /** In the order in which they came, the sample mailbox last. */
  readonly all: () => readonly AccountRecord[];
  /** The one that is shown. Where the settings have forgotten which, one that there is. */
  readonly open: () => AccountRecord | undefined;
  /** Whether all are shown as one. */
  readonly showsAll: () => boolean;
  /** Shows it from now on, or all of them. */
  readonly show: (id: string | null, all: boolean) => void;
  /** Remembers the account. */
  readonly keep: (account: Account) => void;
  readonly signedOut: (id: string, reason: SignedOutReason) => void;
  /** Notes how long a grant lived that Google has ended. */
  readonly grantEnded: (id: string, lifetime: Lifetime) => void;
  /** Forgets the account with all its files. @throws FailureError `storage` */
  readonly erase: (id: string) => Promise<void>;
}

/** Enough to see that endings recur. */
const keptLifetimes = 5;

/** Those that came before this was written down stand first. */
function byArrival(one: AccountRecord, other: AccountRecord): number {
  if (one.kind !== other.kind) return one.kind === 'sample' ? 1 : -1;
  return (one.addedAt ?? 0) - (other.addedAt ?? 0) || one.email.localeCompare(other.email);
}

export function createAccounts(userData: string, settings: SettingsFile, now = Date.now): Accounts {
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
    all: () => [...records.values()].sort(byArrival),
    open: () => records.get(settings.read().openAccountId ?? '') ?? [...records.values()].sort(byArrival)[0],
    showsAll: () => settings.read().allAccounts && records.size > 1,
    show: (id, all) => settings.change({ openAccountId: id, allAccounts: all }),
    keep: ({ id, kind, email, name }) => {
      const known = records.get(id);
      const addedAt = known ? known.addedAt : now();
      write({ id, kind, email, name, addedAt, signedOut: null, ended: known?.ended ?? [] });
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
      const { telling } = settings.read();
      const { [id]: forgotten, ...labels } = telling.labels;
      if (forgotten) settings.change({ telling: { ...telling, labels } });
    },
  };
}
