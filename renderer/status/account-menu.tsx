// What belongs to the account and to the window as a whole: the settings, and the way out.
import ChevronUp from 'lucide-react/icons/chevron-up';
import { useId, useRef, useState } from 'react';
import type { Account, SessionState } from '../../electron/contract/model.ts';
import { addAccount, manageAccounts } from '../accounts/accounts.ts';
import { useCommands } from '../commands/use-commands.ts';
import { Button } from '../controls/button.tsx';
import { later } from '../controls/later.tsx';
import { Popover } from '../controls/popover.tsx';
import { openSettings } from '../settings/opening.ts';
import { wording } from '../wording/wording.ts';
import { command } from './command.ts';
import styles from './status.module.css';

const words = wording.status;
const SignOutDialog = later(async () => (await import('./sign-out-dialog.tsx')).SignOutDialog);

export function AccountMenu({ session, account }: { readonly session: SessionState; readonly account: Account }) {
  const id = useId();
  const menu = useRef<HTMLDivElement>(null);
  const [leaving, setLeaving] = useState(false);
  const { connection, all } = session;
  const signedOutByPerson = connection.state === 'signed-out' && connection.reason === 'by-you';

  const called = all ? wording.accounts.all : account.email;

  function add() {
    menu.current?.hidePopover();
    addAccount();
  }

  function leave() {
    menu.current?.hidePopover();
    setLeaving(true);
  }

  const close = () => command('account.signOut', { eraseMail: true });
  useCommands({
    'window.signOut': account.kind === 'sample' ? close : leave,
    'window.addAccount': addAccount,
    'window.accounts': manageAccounts,
  });
  function set() {
    menu.current?.hidePopover();
    openSettings();
  }

  return (
    <>
      <Button weight="quiet" popoverTarget={id} aria-haspopup="dialog" aria-label={words.account(called)}>
        <bdi className={styles['email']}>{called}</bdi>
        <ChevronUp size={13} aria-hidden="true" />
      </Button>
      <Popover ref={menu} id={id} name={called} className={styles['menu']}>
        <Button onClick={set}>{wording.settings.open}</Button>
        <Button onClick={add}>{wording.accounts.add}</Button>
        {!all &&
          (account.kind === 'sample' ? (
            <Button onClick={close}>{words.closeSample}</Button>
          ) : (
            <Button onClick={leave}>{signedOutByPerson ? words.erase : words.signOut}</Button>
          ))}
      </Popover>
      {leaving && (
        <SignOutDialog email={account.email} signedOut={signedOutByPerson} onClose={() => setLeaving(false)} />
      )}
    </>
  );
}
