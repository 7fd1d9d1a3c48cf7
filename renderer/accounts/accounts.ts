// What can be done with accounts, as functions: a key, a menu and a list of commands do the same.
import type { AccountState, SessionState } from '../../electron/contract/model.ts';
import type { Grouping } from '../../electron/contract/search.ts';
import { session } from '../session/session.ts';
import { openSettings } from '../settings/opening.ts';
import { command } from '../status/command.ts';

/** The mail of one account, or of all as one. Whether that worked is said by what is shown. */
export const showAccount = (accountId: string) => void command('account.show', { accountId });
export const showAllAccounts = () => void command('account.show', { all: true });

/** By its number in the list, from 1. False where there is none. */
export function showAccountAt(place: number): boolean {
  const accounts = session.read().value?.accounts ?? [];
  if (accounts.length < 2) return false;
  const wanted = accounts[place - 1];
  if (wanted) showAccount(wanted.account.id);
  return wanted !== undefined;
}

let begin: (() => void) | null = null;

/** Whoever leads the way to a further account. */
export function offerAdding(listener: () => void): () => void {
  begin = listener;
  return () => {
    if (begin === listener) begin = null;
  };
}

export const addAccount = () => begin?.();
export const manageAccounts = () => openSettings('accounts');

/** Rows that nobody has read, as they are grouped. */
export const unreadOf = ({ unread }: AccountState, grouping: Grouping) =>
  (grouping === 'threads' ? unread?.threads : unread?.messages) ?? 0;

export const isShown = ({ account, all }: Pick<SessionState, 'account' | 'all'>, one: AccountState) =>
  !all && one.account.id === account?.id;

/** Without an account file there is no address to go by. */
export const calledOf = ({ email, name, id }: AccountState['account']) => email || name || id;

/** What a person takes for one character. */
export function initialOf(account: AccountState['account']): string {
  const [first] = new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(
    (account.name || calledOf(account)).trim(),
  );
  return (first?.segment ?? '?').toLocaleUpperCase();
}
