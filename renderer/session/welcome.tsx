// The first screen: what this is, and the two ways in.
import { useEffect, useId } from 'react';
import { type Guide, unbegun } from '../../electron/contract/guide.ts';
import { useAction } from '../action.ts';
import { Button } from '../controls/button.tsx';
import { Complaint } from '../controls/complaint.tsx';
import { findFocus } from '../controls/lost-focus.ts';
import { stepNumber } from '../guide/use-guide.ts';
import { wording } from '../wording/wording.ts';
import { Mark } from './mark.tsx';
import styles from './session.module.css';

const words = wording.welcome;

interface WelcomeProps {
  readonly guide: Guide;
  /** The organisation brings the client that others make. */
  readonly fixed: boolean;
  readonly onConnect: () => void;
}

export function Welcome({ guide, fixed, onConnect }: WelcomeProps) {
  const { busy, failure, run } = useAction();
  const connectNote = useId();
  const sampleNote = useId();
  // Somebody has just signed out.
  useEffect(findFocus, []);

  return (
    <main className={styles['screen']}>
      <div className={styles['welcome']}>
        <div className={styles['mark']}>
          <Mark size={84} />
        </div>
        <h1 tabIndex={-1} className={styles['name']}>
          {words.name}
        </h1>
        <p className={styles['promise']}>{words.promise}</p>
        <div className={styles['ways']}>
          <div className={styles['way']}>
            <Button
              weight="main"
              aria-describedby={fixed ? undefined : connectNote}
              disabled={busy}
              onClick={onConnect}
            >
              {words.connect}
            </Button>
            {!fixed && (
              <p id={connectNote}>
                {guide.step === unbegun.step ? words.connectNote : wording.guide.goesOn(stepNumber(guide.step))}
              </p>
            )}
          </div>
          <div className={styles['way']}>
            <Button aria-describedby={sampleNote} disabled={busy} onClick={() => run('sample.open', {})}>
              {words.sample}
            </Button>
            <p id={sampleNote}>{busy ? words.opening : words.sampleNote}</p>
          </div>
        </div>
        {failure && <Complaint failure={failure} />}
      </div>
    </main>
  );
}
