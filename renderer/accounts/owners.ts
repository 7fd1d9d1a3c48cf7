// Whose each row is, where the rows of all accounts are listed: the same object as long as the accounts are the same.
import { useMemo } from 'react';
import type { Account, SessionState } from '../../electron/contract/model.ts';

export interface Owner {
  readonly account: Account;
  /** Among the accounts, from 0. */
  readonly place: number;
}

export type Owners = ReadonlyMap<string, Owner>;

/** `null` where one account is shown. */
export function useOwners({ all, accounts }: SessionState): Owners | null {
  const said = all ? JSON.stringify(accounts.map(({ account }) => account)) : null;
  return useMemo(() => {
    if (said === null) return null;
    const known = JSON.parse(said) as readonly Account[];
    return new Map(known.map((account, place) => [account.id, { account, place }]));
  }, [said]);
}
