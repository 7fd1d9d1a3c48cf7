// An account as a small round mark: its initial on a ground of its own. Says nothing to who can't see it: its name stands by.
import type { AccountState } from '../../electron/contract/model.ts';
import styles from './accounts.module.css';
import { initialOf } from './accounts.ts';

/** Grounds to tell accounts apart by, in their order. */
const tones = 5;

interface AccountMarkProps {
  readonly account: AccountState['account'];
  /** Its place among the accounts, from 0. */
  readonly place: number;
  readonly small?: boolean;
}

export function AccountMark({ account, place, small = false }: AccountMarkProps) {
  return (
    <span className={styles['mark']} data-tone={place % tones} data-small={small || undefined} aria-hidden="true">
      {initialOf(account)}
    </span>
  );
}
