// The pane that shows one message, or why it can't be shown.
import ArrowLeft from 'lucide-react/icons/arrow-left';
import { type RefObject, useEffect } from 'react';
import { Button } from '../controls/button.tsx';
import { Complaint } from '../controls/complaint.tsx';
import { en } from '../locales/en.ts';
import type { Marks } from '../search/marks.ts';
import { MessageView } from './message-view.tsx';
import styles from './reader.module.css';
import { useMessage } from './use-message.ts';

const words = en.reader;

interface ReaderProps {
  /** The element that scrolls and can have the focus. */
  readonly box: RefObject<HTMLElement | null>;
  readonly id: string | null;
  /** What was looked for. */
  readonly marks: Marks;
  /** Whether there is a message to choose. */
  readonly offered: boolean;
  readonly onBack: () => void;
}

export function Reader({ box, id, marks, offered, onBack }: ReaderProps) {
  const { opened, onItsWay, again } = useMessage(id);
  const shownId = opened?.id;

  useEffect(() => {
    if (shownId !== undefined) box.current?.scrollTo({ top: 0 });
  }, [box, shownId]);

  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
    <section ref={box} tabIndex={0} className={styles['reader']} aria-label={words.name} aria-busy={onItsWay}>
      {id !== null && (
        <div className={styles['backwards']}>
          <Button weight="quiet" onClick={onBack}>
            <ArrowLeft size={14} aria-hidden="true" className={styles['arrow']} />
            {words.back}
          </Button>
        </div>
      )}
      {id === null && offered && <p className={styles['nothing']}>{words.nothing}</p>}
      {onItsWay && <p className={styles['opening']}>{words.opening}</p>}
      {id !== null && opened && (
        <div className={styles['shown']}>
          {opened.failure ? (
            <Refused sentence={en.failure(opened.failure).sentence} retry={retryable(opened.failure) ? again : null} />
          ) : (
            <MessageView key={opened.id} message={opened.message} marks={marks} />
          )}
        </div>
      )}
    </section>
  );
}

function retryable(failure: Parameters<typeof en.failure>[0]): boolean {
  return failure.kind !== 'gone';
}

function Refused({ sentence, retry }: { readonly sentence: string; readonly retry: (() => void) | null }) {
  return (
    <div className={styles['refused']}>
      <Complaint sentence={sentence}>{retry && <Button onClick={retry}>{en.actions.tryAgain}</Button>}</Complaint>
    </div>
  );
}
