// Why the last command came to nothing, until somebody has read it or gives the next.
import X from 'lucide-react/icons/x';
import { Button } from '../controls/button.tsx';
import { ReportButton } from '../report/report-button.tsx';
import { wording } from '../wording/wording.ts';
import { dismissFailure, useCommandFailure } from './command.ts';
import styles from './status.module.css';

export function CommandFailure() {
  const failure = useCommandFailure();
  return (
    <div className={styles['failure']}>
      <span role="alert" className={styles['failed']}>
        {failure && wording.failure(failure).sentence}
      </span>
      {failure?.kind === 'internal' && <ReportButton />}
      {failure && (
        <Button
          weight="quiet"
          aria-label={wording.actions.dismiss}
          title={wording.actions.dismiss}
          onClick={dismissFailure}
        >
          <X size={13} aria-hidden="true" />
        </Button>
      )}
    </div>
  );
}
