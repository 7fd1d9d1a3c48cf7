// What stands where a list would: one sentence, and one thing to do where there is one.
import type { SessionState } from '../../electron/contract/model.ts';
import { Button } from '../controls/button.tsx';
import { Complaint } from '../controls/complaint.tsx';
import { en } from '../locales/en.ts';
import type { Finding } from './finder.ts';
import styles from './messages.module.css';

const words = en.list;

interface EmptyProps {
  readonly finding: Finding;
  readonly filtered: boolean;
  readonly session: SessionState;
  readonly onTryAgain: () => void;
  readonly onShowInbox: () => void;
}

export function Empty({ finding: { found, failure }, filtered, session, onTryAgain, onShowInbox }: EmptyProps) {
  const { connection, sync } = session;
  if (failure) {
    return (
      <div className={styles['empty']}>
        <Complaint sentence={en.failure(failure).sentence}>
          <Button onClick={onTryAgain}>{en.actions.tryAgain}</Button>
        </Complaint>
      </div>
    );
  }
  if (!found) return <div className={styles['empty']} aria-busy="true" />;
  if (filtered) {
    return (
      <div className={styles['empty']}>
        <p>{found.asking ? words.nothingSoFar : words.nothingFound}</p>
        {!found.asking && <Button onClick={onShowInbox}>{words.showInbox}</Button>}
      </div>
    );
  }
  const connected = connection.state === 'online' || connection.state === 'connecting';
  if (sync.syncedAt === null && connected && (sync.running || sync.progress)) {
    return (
      <div className={styles['empty']}>
        <p>{sync.progress ? words.firstSyncSoFar(sync.progress.done, sync.progress.of) : `${words.firstSync}.`}</p>
        {sync.progress && (
          <progress aria-label={words.firstSync} value={sync.progress.done} max={Math.max(1, sync.progress.of)} />
        )}
      </div>
    );
  }
  return (
    <div className={styles['empty']}>
      <p>{sync.syncedAt === null && sync.onDisk === 0 ? words.nothingYet : words.emptyInbox}</p>
    </div>
  );
}
