// The quiet lines over the list: what it is, how many rows it has, how much of the mailbox that rests on, and how the filter
// was understood.
import { memo } from 'react';
import type { Connection, SessionState } from '../../electron/contract/model.ts';
import type { ParsedQuery } from '../../electron/search/query.ts';
import { Unseen } from '../controls/unseen.tsx';
import type { Found } from '../messages/pages.ts';
import { knowsNothingYet } from '../session/session.ts';
import { here } from '../wording/format.ts';
import { wording } from '../wording/wording.ts';
import { type ChipActions, ChipRow } from './chip-row.tsx';
import { chipsOf } from './chips.ts';
import { SaveSearch } from './save-search.tsx';
import styles from './search.module.css';

interface AnsweredProps extends ChipActions {
  readonly found: Found | null;
  /** The place of the sidebar whose list this is; `null` for anything else that was searched for. */
  readonly place: string | null;
  readonly query: ParsedQuery;
  readonly session: SessionState;
  readonly now: number;
}

export const Answered = memo(function Answered(props: AnsweredProps) {
  const { found, place, query, session, now, onEdit, onRemove } = props;
  const { connection } = session;
  const local = connection.state === 'local';
  return (
    <div className={styles['answered']}>
      {/* Its dots are where it ends, whichever way it runs. */}
      <h1 dir="auto">{place ?? (found && wording.filter.found(found))}</h1>
      {place === null && <SaveSearch text={query.text} />}
      {/* The same element for whatever is looked at: only then is what comes to stand in it announced. */}
      <p
        role="status"
        className={place === null ? styles['coverage'] : undefined}
        data-local={local || undefined}
        data-more={(found && found.remembered.length + found.ignored.length > 0) || undefined}
      >
        {found &&
          (place === null ? (
            <Reach found={found} state={connection.state} now={now} />
          ) : (
            <Count {...{ found, session }} />
          ))}
      </p>
      {place === null && found && (
        <ChipRow chips={chipsOf(query, { ignored: found.ignored, local }, here)} onEdit={onEdit} onRemove={onRemove} />
      )}
    </div>
  );
});

function Count({ found, session }: Pick<AnsweredProps, 'session'> & { readonly found: Found }) {
  if (!found.counted || (found.total === 0 && knowsNothingYet(session))) return null;
  const count = wording.list.count(found);
  return found.total > 0 ? <bdi>{count}</bdi> : <Unseen>{count}</Unseen>;
}

interface ReachProps {
  readonly found: Found;
  readonly state: Connection['state'];
  readonly now: number;
}

/** How many there are is in the heading for those who see it. */
function Reach({ found, state, now }: ReachProps) {
  return (
    <>
      <Unseen>{`${wording.filter.found(found)}. `}</Unseen>
      <bdi>{wording.filter.coverage(found, state, now)}</bdi>
    </>
  );
}
