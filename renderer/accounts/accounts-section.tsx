// The accounts one by one: who, what Porthole may do with it, since when and by which client, and the ways out and in.
import { useEffect, useState } from 'react';
import type { AccountDetails, AccountState } from '../../electron/contract/model.ts';
import { type Action, useAction } from '../action.ts';
import { useAnswers } from '../asked.ts';
import { request } from '../bridge.ts';
import { Button } from '../controls/button.tsx';
import { Complaint } from '../controls/complaint.tsx';
import { findFocus } from '../controls/lost-focus.ts';
import { session as sessionAnswers } from '../session/session.ts';
import { Fixed } from '../settings/fixed.tsx';
import { closeSettings } from '../settings/opening.ts';
import { SignOutDialog } from '../status/sign-out-dialog.tsx';
import { fullDate, number } from '../wording/format.ts';
import { wording } from '../wording/wording.ts';
import { AccountMark } from './account-mark.tsx';
import styles from './accounts.module.css';
import { calledOf, showAccount } from './accounts.ts';

const words = wording.accounts;

export function AccountsSection() {
  const { value: session } = useAnswers(sessionAnswers);
  const count = session?.accounts.length;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the one that has gone had the button that was pressed.
  useEffect(findFocus, [count]);
  return (
    <>
      <Fixed what="domains" />
      <Fixed what="client" />
      <ul className={styles['section']}>
        {session?.accounts.map((one, place) => (
          <AccountEntry key={one.account.id} state={one} place={place} />
        ))}
      </ul>
    </>
  );
}

/** Read anew when the account has signed in or out. */
function useDetails({ account, connection }: AccountState): AccountDetails | null {
  const [details, setDetails] = useState<AccountDetails | null>(null);
  const { id } = account;
  const { state } = connection;
  // biome-ignore lint/correctness/useExhaustiveDependencies(state): what is known changes with it.
  useEffect(() => {
    let isWanted = true;
    void request('account.details', { accountId: id }).then((result) => {
      if (isWanted && result.ok) setDetails(result.value);
    });
    return () => {
      isWanted = false;
    };
  }, [id, state]);
  return details;
}

interface EntryProps {
  readonly state: AccountState;
  readonly place: number;
}

function AccountEntry({ state, place }: EntryProps) {
  const action = useAction();
  const [leaving, setLeaving] = useState(false);
  const details = useDetails(state);
  const { account, connection, sync } = state;
  const byPerson = connection.state === 'signed-out' && connection.reason === 'by-you';
  const trouble = troubleOf(state);

  return (
    <li className={styles['account']}>
      <div className={styles['who']}>
        <AccountMark account={account} place={place} />
        <h3>
          <bdi>{calledOf(account)}</bdi>
        </h3>
      </div>
      {trouble && <p className={styles['trouble']}>{trouble}</p>}
      <dl>
        <dt>{words.permission}</dt>
        <dd>{account.kind === 'sample' ? words.sampleNote : permissionOf(details)}</dd>
        {details?.grantedAt && (
          <>
            <dt>{words.since}</dt>
            <dd>{fullDate(details.grantedAt)}</dd>
          </>
        )}
        {details?.client && (
          <>
            <dt>{words.client}</dt>
            <dd>
              <bdi>{wording.client.accepted(details.client)}</bdi>
            </dd>
          </>
        )}
        <dt>{words.onDisk}</dt>
        <dd>{words.messages(sync.onDisk, number(sync.onDisk))}</dd>
      </dl>
      {action.failure && <Complaint failure={action.failure} />}
      <Ways state={state} byPerson={byPerson} action={action} onSignOut={() => setLeaving(true)} />
      {leaving && (
        <SignOutDialog
          accountId={account.id}
          email={calledOf(account)}
          signedOut={byPerson}
          onClose={() => setLeaving(false)}
        />
      )}
    </li>
  );
}

function troubleOf({ connection, needsAttention }: AccountState): string | null {
  if (!needsAttention) return null;
  if (connection.state === 'signed-out') return wording.signedOut(connection.reason).sentence;
  return connection.state === 'refused' ? wording.failure(connection.failure).sentence : null;
}

function permissionOf(details: AccountDetails | null): string {
  if (!details) return '';
  return details.grantedAt === null ? words.noPermission : words.readOnly;
}

interface WaysProps {
  readonly state: AccountState;
  readonly byPerson: boolean;
  readonly action: Action;
  readonly onSignOut: () => void;
}

function Ways({ state: { account, connection }, byPerson, action: { busy, run }, onSignOut }: WaysProps) {
  const { id: accountId } = account;
  const isOut = connection.state === 'signed-out';
  // Its own client is of no use, or gone: the banner of its mailbox leads to another.
  const needsClient = isOut && (connection.reason === 'client-refused' || byPerson);

  async function signIn() {
    const started = await run('signIn.start', { accountId });
    // How it goes on is said over the mailbox.
    if (started.ok) closeSettings();
  }

  function show() {
    showAccount(accountId);
    closeSettings();
  }

  if (account.kind === 'sample')
    return (
      <div className={styles['ways']}>
        <Button disabled={busy} onClick={() => run('account.signOut', { eraseMail: true, accountId })}>
          {wording.status.closeSample}
        </Button>
      </div>
    );
  return (
    <div className={styles['ways']}>
      {isOut && (
        <Button disabled={busy} onClick={needsClient ? show : signIn}>
          {needsClient ? words.show : wording.actions.signInAgain}
        </Button>
      )}
      <Button disabled={busy} onClick={onSignOut}>
        {byPerson ? wording.status.erase : wording.status.signOut}
      </Button>
    </div>
  );
}
