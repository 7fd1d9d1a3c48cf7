// That a newer version waits for Porthole to be quit: said once, and a way to where more is said of it.
import CircleArrowUp from 'lucide-react/icons/circle-arrow-up';
import { useAnswers } from '../asked.ts';
import { Button } from '../controls/button.tsx';
import unseen from '../controls/unseen.module.css';
import { openSettings } from '../settings/opening.ts';
import { wording } from '../wording/wording.ts';
import styles from './updates.module.css';
import { updates } from './updates.ts';

const words = wording.status;

export function UpdateLine() {
  const { value: state } = useAnswers(updates);
  const said = state?.state === 'ready' ? words.updateNote(state.version) : null;
  return (
    <>
      <span role="status" className={unseen['unseen']}>
        {said}
      </span>
      {said !== null && (
        <Button weight="quiet" aria-label={said} title={said} onClick={() => openSettings('updates')}>
          <CircleArrowUp size={13} aria-hidden="true" />
          <span className={styles['waiting']}>{words.update}</span>
        </Button>
      )}
    </>
  );
}
