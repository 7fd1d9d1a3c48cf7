// The quiet line over the list: how many messages there are, and who said so.
import type { SessionState } from '../../electron/contract/model.ts';
import unseen from '../controls/unseen.module.css';
import { en } from '../locales/en.ts';
import type { Found } from '../messages/pages.ts';
import styles from './search.module.css';

interface AnsweredProps {
  readonly found: Found | null;
  readonly filtered: boolean;
  readonly session: SessionState;
}

export function Answered({ found, filtered, session: { connection, sync } }: AnsweredProps) {
  return (
    <div className={styles['answered']}>
      <h1 className={filtered ? unseen['unseen'] : undefined}>{filtered ? en.list.found : en.list.inbox}</h1>
      <p role="status">
        <bdi>
          {found && !filtered && found.total > 0 && en.list.count(found.total)}
          {found && filtered && en.filter.answer(found, connection.state, sync.onDisk)}
        </bdi>
      </p>
      {found && filtered && found.misread.length > 0 && (
        <p className={styles['leftOut']}>
          <bdi>{en.filter.misread(found.misread)}</bdi>
        </p>
      )}
      {found && filtered && found.ignored.length > 0 && (
        <p className={styles['leftOut']}>
          <bdi>{en.filter.leftOut(found.ignored, connection.state === 'local')}</bdi>
        </p>
      )}
    </div>
  );
}
