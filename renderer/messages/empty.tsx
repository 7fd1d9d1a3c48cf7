// What stands where a list would: one sentence, and one thing to do where there is one.
import type { RefObject } from 'react';
import type { SessionState } from '../../electron/contract/model.ts';
import { useAction } from '../action.ts';
import { Button } from '../controls/button.tsx';
import { Complaint } from '../controls/complaint.tsx';
import type { Finding } from '../search/finder.ts';
import { isInbox } from '../search/look.ts';
import { knowsNothingYet } from '../session/session.ts';
import { wording } from '../wording/wording.ts';
import styles from './messages.module.css';

const words = wording.list;

interface EmptyProps {
  readonly finding: Finding;
  /** The place whose list is empty; `null` for anything else that was searched for. */
  readonly place: string | null;
  readonly session: SessionState;
  readonly onTryAgain: () => void;
  readonly onShowInbox: () => void;
}

/** `box`: what has the focus of whoever came to the list by key. */
export function Empty({ box, ...about }: EmptyProps & { readonly box: RefObject<HTMLDivElement | null> }) {
  const { found, failure } = about.finding;
  return (
    <div ref={box} tabIndex={-1} className={styles['empty']} aria-busy={!found && !failure} data-region data-takes-keys>
      <Why {...about} />
    </div>
  );
}

function Why({ finding: { found, failure }, place, session, onTryAgain, onShowInbox }: EmptyProps) {
  const { connection } = session;
  const { busy, run } = useAction();
  if (failure) {
    return (
      <Complaint failure={failure}>
        <Button onClick={onTryAgain}>{wording.actions.tryAgain}</Button>
      </Complaint>
    );
  }
  if (!found) return null;
  if (place === null) {
    const asking = found.gmail === 'asking';
    return (
      <>
        <p>{asking ? words.nothingSoFar : words.nothingFound}</p>
        {!asking && <Button onClick={onShowInbox}>{words.showInbox}</Button>}
      </>
    );
  }
  const connected = connection.state === 'online' || connection.state === 'connecting';
  const nothingYet = knowsNothingYet(session);
  const inInbox = isInbox(found.search.text);
  return (
    <>
      <p>{nothingYet ? (connected ? words.firstSync : words.nothingYet) : words.emptyPlace(place)}</p>
      {nothingYet && !connected && connection.state !== 'signed-out' && (
        <Button disabled={busy} onClick={() => run('sync.now', {})}>
          {wording.actions.tryAgain}
        </Button>
      )}
      {!nothingYet && !inInbox && <Button onClick={onShowInbox}>{words.showInbox}</Button>}
    </>
  );
}
