// The quiet lines over the list: how many messages there are, who said so, and how the filter was understood.
import type { SessionState } from '../../electron/contract/model.ts';
import type { ParsedQuery } from '../../electron/search/query.ts';
import unseen from '../controls/unseen.module.css';
import { en } from '../locales/en.ts';
import { here } from '../locales/format.ts';
import type { Found } from '../messages/pages.ts';
import { ChipRow } from './chip-row.tsx';
import { chipsOf } from './chips.ts';
import styles from './search.module.css';

interface AnsweredProps {
  readonly found: Found | null;
  /** What was answered; `null` where nothing filters. */
  readonly filter: ParsedQuery | null;
  readonly session: SessionState;
}

export function Answered({ found, filter, session: { connection, sync } }: AnsweredProps) {
  const filtered = filter !== null;
  return (
    <div className={styles['answered']}>
      <h1 className={filtered ? unseen['unseen'] : undefined}>{filtered ? en.list.found : en.list.inbox}</h1>
      <p role="status">
        <bdi>
          {found && !filtered && found.total > 0 && en.list.count(found.total)}
          {found && filtered && en.filter.answer(found, connection.state, sync.onDisk)}
        </bdi>
      </p>
      {found && filter && (
        <ChipRow chips={chipsOf(filter, { ignored: found.ignored, local: connection.state === 'local' }, here)} />
      )}
    </div>
  );
}
