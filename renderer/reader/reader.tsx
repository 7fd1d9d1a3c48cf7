// The pane that shows one conversation or message, or why it can't be shown.
import ArrowLeft from 'lucide-react/icons/arrow-left';
import { memo, type RefObject, useEffect } from 'react';
import type { Hint } from '../../electron/contract/hints.ts';
import { bodies } from '../content/bodies.ts';
import { senderAhead, senders } from '../content/senders.ts';
import { Button } from '../controls/button.tsx';
import { Complaint } from '../controls/complaint.tsx';
import { later } from '../controls/later.tsx';
import { Hints } from '../hints/hints.tsx';
import type { Marks } from '../search/marks.ts';
import { wording } from '../wording/wording.ts';
import { mailFrames } from './mail-frames.ts';
import styles from './reader.module.css';
import type { Target } from './target.ts';
import { useOpened } from './use-opened.ts';

const words = wording.reader;

/** Half of the page's code, and the first screen shows no message: it is read once that is live. */
const Conversation = later(async () => (await import('./conversation.tsx')).Conversation);

/** The start is over. */
const startedMs = 1_000;

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
  /** What was open when the window was closed. */
  readonly restored: Target | null;
  readonly hintsSeen: readonly Hint[];
  readonly onBack: () => void;
}

export const Reader = memo(function Reader(props: ReaderProps) {
  const { box, target, marks, searching, now, offered, restored, hintsSeen, onBack } = props;
  const { opened, onItsWay, again } = useOpened(target);
  const first = target?.messageId ?? null;
  const from = target?.from ?? null;

  // What has gone since then is not worth a word: nobody has asked for it today.
  const isGone = opened?.failure?.kind === 'gone' && opened.target === restored;
  useEffect(() => {
    if (isGone) onBack();
  }, [isGone, onBack]);
  // With the message itself, not after it.
  useEffect(() => {
    if (first !== null) bodies.ahead(first);
    if (from !== null) senderAhead(from);
  }, [first, from]);
  useEffect(() => {
    void Conversation.load();
    const timer = setTimeout(mailFrames.keepReady, startedMs);
    return () => clearTimeout(timer);
  }, []);
  // Nothing of a mailbox stays behind when it is closed.
  useEffect(
    () => () => {
      bodies.forget();
      senders.forget();
    },
    [],
  );

  return (
    <section
      ref={box}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
      tabIndex={0}
      className={styles['reader']}
      aria-label={words.name}
      aria-busy={onItsWay}
      data-scrolls
      data-region
    >
      {target !== null && (
        <div className={styles['backwards']}>
          <Button weight="quiet" onClick={onBack}>
            <ArrowLeft size={14} aria-hidden="true" className={styles['arrow']} />
            {words.back}
          </Button>
        </div>
      )}
      {target === null && offered && (
        <div className={styles['nothing']}>
          <p>{words.nothing}</p>
          <Hints seen={hintsSeen} away={searching} />
        </div>
      )}
      {onItsWay && <p className={styles['opening']}>{words.opening}</p>}
      {target !== null && opened && (
        <div className={styles['shown']}>
          {opened.failure ? (
            <Refused
              sentence={wording.failure(opened.failure).sentence}
              retry={retryable(opened.failure) ? again : null}
            />
          ) : (
            <Conversation
              key={opened.target.id}
              messages={opened.messages}
              earlier={opened.earlier}
              found={searching ? opened.target.messageId : null}
              marks={marks}
              now={now}
              pane={box}
            />
          )}
        </div>
      )}
    </section>
  );
});

function retryable(failure: Parameters<typeof wording.failure>[0]): boolean {
  return failure.kind !== 'gone';
}

function Refused({ sentence, retry }: { readonly sentence: string; readonly retry: (() => void) | null }) {
  return (
    <div className={styles['refused']}>
      <Complaint sentence={sentence}>{retry && <Button onClick={retry}>{wording.actions.tryAgain}</Button>}</Complaint>
    </div>
  );
}
