// The quiet line at the bottom: how the mailbox stands towards Gmail, and the account.
import RefreshCw from 'lucide-react/icons/refresh-cw';
import { memo } from 'react';
import type { Account, SessionState } from '../../electron/contract/model.ts';
import { useAction } from '../action.ts';
import { Button } from '../controls/button.tsx';
import { ExportLine } from '../exports/export-line.tsx';
import { UpdateLine } from '../updates/update-line.tsx';
import { wording } from '../wording/wording.ts';
import { AccountMenu } from './account-menu.tsx';
import { Announced } from './announced.tsx';
import { command } from './command.ts';
import { CommandFailure } from './command-failure.tsx';
import { Progress } from './progress.tsx';
import styles from './status.module.css';

const words = wording.status;

interface StatusLineProps {
  readonly session: SessionState;
  readonly account: Account;
  readonly now: number;
}

export const StatusLine = memo(function StatusLine({ session, account, now }: StatusLineProps) {
  const { busy, run } = useAction(command);
  const { connection, sync } = session;
  const local = connection.state === 'local';
  const stands = words.connection(session, now);
  return (
    <footer className={styles['line']} data-region>
      {/* Before what it changes: a button that is pressed stays under the pointer. */}
      {!local && (
        <Button weight="quiet" disabled={busy || connection.state === 'signed-out'} onClick={() => run('sync.now', {})}>
          <span className={styles['turning']} data-running={sync.running || undefined}>
            <RefreshCw size={13} aria-hidden="true" />
          </span>
          <span className={styles['refresh']}>{words.refresh}</span>
        </Button>
      )}
      <span className={styles['lamp']} data-state={connection.state} aria-hidden="true" />
      {/* What stops the synchronisation is said aloud, and in a narrow window too. */}
      <span className={styles['connection']} data-kept={sync.diskFull || undefined} title={stands}>
        <span role="status">{sync.diskFull && stands}</span>
        {!sync.diskFull && stands}
      </span>
      <CommandFailure />
      <ExportLine />
      <Progress session={session} />
      <UpdateLine />
      <Announced session={session} />
      <AccountMenu session={session} account={account} />
    </footer>
  );
});
