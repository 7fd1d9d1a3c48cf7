// The pane that shows one conversation or message, or why it can't be shown.
import ArrowLeft from 'lucide-react/icons/arrow-left';
import { memo, type RefObject } from 'react';
import { Button } from '../controls/button.tsx';
import { Complaint } from '../controls/complaint.tsx';
import { en } from '../locales/en.ts';
import type { Marks } from '../search/marks.ts';
import { Conversation } from './conversation.tsx';
import styles from './reader.module.css';
import type { Target } from './target.ts';
import { useOpened } from './use-opened.ts';

const words = en.reader;

interface ReaderProps {
  /** The element that scrolls and can have the focus. */
  readonly box: RefObject<HTMLElement | null>;
  readonly target: Target | null;
  /** What was looked for. */
  readonly marks: Marks;
  /** Something was. */
  readonly searching: boolean;
  readonly now: number;
  /** Whether there is a message to choose. */
  readonly offered: boolean;
  readonly onBack: () => void;
}

export const Reader = memo(function Reader(props: ReaderProps) {
  const { box, target, marks, searching, now, offered, onBack } = props;
  const { opened, onItsWay, again } = useOpened(target);

  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
    <section ref={box} tabIndex={0} className={styles['reader']} aria-label={words.name} aria-busy={onItsWay}>
      {target !== null && (
        <div className={styles['backwards']}>
          <Button weight="quiet" onClick={onBack}>
            <ArrowLeft size={14} aria-hidden="true" className={styles['arrow']} />
            {words.back}
          </Button>
        </div>
      )}
      {target === null && offered && <p className={styles['nothing']}>{words.nothing}</p>}
      {onItsWay && <p className={styles['opening']}>{words.opening}</p>}
      {target !== null && opened && (
        <div className={styles['shown']}>
          {opened.failure ? (
            <Refused sentence={en.failure(opened.failure).sentence} retry={retryable(opened.failure) ? again : null} />
          ) : (
            <Conversation
              key={opened.target.id}
              messages={opened.messages}
              found={searching ? opened.target.messageId : null}
              marks={marks}
              now={now}
            />
          )}
        </div>
      )}
    </section>
  );
});

function retryable(failure: Parameters<typeof en.failure>[0]): boolean {
  return failure.kind !== 'gone';
}

function Refused({ sentence, retry }: { readonly sentence: string; readonly retry: (() => void) | null }) {
  return (
    <div>
      <Complaint sentence={sentence}>{retry && <Button onClick={retry}>{en.actions.tryAgain}</Button>}</Complaint>
    </div>
  );
}
