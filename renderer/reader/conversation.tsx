// A conversation: its messages below each other, oldest first, those that need not be read folded to a line. A single message
// is a conversation of one.
import { type RefObject, useCallback, useRef, useState } from 'react';
import type { Message } from '../../electron/contract/model.ts';
import { shownSubject, subjectDirection } from '../../electron/mail/subjects.ts';
import { useCommands } from '../commands/use-commands.ts';
import { FindBar } from '../finding/find-bar.tsx';
import { FindContext } from '../finding/find-context.ts';
import { useFind } from '../finding/use-find.ts';
import { LinksProvider } from '../links/links.tsx';
import { nameOf } from '../messages/correspondents.ts';
import { Marked } from '../search/marked.tsx';
import type { Marks } from '../search/marks.ts';
import { matches } from '../search/matches.ts';
import { briefDate, fullDate } from '../wording/format.ts';
import { wording } from '../wording/wording.ts';
import styles from './conversation.module.css';
import { MessageView } from './message-view.tsx';
import reader from './reader.module.css';
import { beginWith, isPending, type Shown, unfoldedAtFirst } from './target.ts';
import { useBeginning } from './use-beginning.ts';
import { useMessageCommands } from './use-message-commands.ts';
import { useSteps } from './use-steps.ts';

const words = wording.reader;

interface ConversationProps {
  readonly messages: readonly Shown[];
  /** How many of the conversation come before them. */
  readonly earlier: number;
  /** The one that was found; `null` where nothing was looked for. */
  readonly found: string | null;
  readonly marks: Marks;
  readonly now: number;
  /** The element that scrolls and can have the focus. */
  readonly pane: RefObject<HTMLElement | null>;
}

/** Its links are looked at together: one line says where they go. */
export const Conversation = (props: ConversationProps) => (
  <LinksProvider>
    <Messages {...props} />
  </LinksProvider>
);

function Messages({ messages, earlier, found, marks, now, pane }: ConversationProps) {
  // As it was when it was opened: being read elsewhere, a message does not fold away under one's eyes.
  const [unfolded, setUnfolded] = useState(() => unfoldedAtFirst(messages, found));
  const [seen, setSeen] = useState(() => new Set(messages.map(({ id }) => id)));
  const article = useRef<HTMLElement>(null);
  const begun = useRef<HTMLLIElement>(null);
  const [first] = useState(() => beginWith(messages, found));

  // What has joined since is open, at the end.
  const joined = messages.filter(({ id }) => !seen.has(id));
  if (joined.length > 0) {
    setSeen(new Set(messages.map(({ id }) => id)));
    setUnfolded((before) => new Set([...before, ...joined.map(({ id }) => id)]));
  }

  useBeginning(article, begun);
  const { step, here } = useSteps(article, first);

  function turn(id: string) {
    setUnfolded((before) =>
      before.has(id) ? new Set([...before].filter((one) => one !== id)) : new Set([...before, id]),
    );
  }

  const unfold = useCallback((id: string) => setUnfolded((before) => new Set([...before, id])), []);
  const textOf = (id: string) => {
    const message = messages.find((one) => one.id === id);
    return message && !isPending(message) ? message.text : '';
  };
  const find = useFind({ box: article, textOf, onUnfold: unfold });
  const findBox = useRef<HTMLInputElement>(null);
  useMessageCommands(here);
  useCommands({
    'conversation.nextMessage': () => step(1),
    'conversation.previousMessage': () => step(-1),
    'conversation.unfoldAll': () => setUnfolded(new Set(messages.map(({ id }) => id))),
    'conversation.foldAll': () => setUnfolded(new Set()),
    'window.back': () => find.open && closeFind(),
    'conversation.find'() {
      find.show();
      findBox.current?.focus();
      findBox.current?.select();
    },
  });
  function closeFind() {
    find.close();
    pane.current?.focus({ preventScroll: true });
  }

  const named = messages.find((message) => !isPending(message));
  const heading = named && !isPending(named) ? shownSubject(named.subject) : '';
  const alone = messages.length === 1;
  return (
    <FindContext value={find.finding}>
      {find.open && <FindBar box={findBox} find={find} onClose={closeFind} />}
      <article ref={article} className={styles['message']}>
        <h2
          dir={subjectDirection(heading)}
          className={styles['subject']}
          data-absent={!heading || undefined}
          data-find="text"
        >
          {heading ? <Marked text={heading} ranges={matches(heading, marks.subject)} /> : wording.list.noSubject}
        </h2>
        {earlier > 0 && <p className={reader['note']}>{words.earlier(earlier)}</p>}
        <ol aria-label={alone ? undefined : words.conversation}>
          {messages.map((message, at) => (
            <li
              key={message.id}
              ref={message.id === first ? begun : null}
              className={styles['part']}
              data-id={message.id}
              tabIndex={-1}
            >
              <Part
                message={message}
                marks={marks}
                now={now}
                isFirst={at === 0}
                unfolded={alone || unfolded.has(message.id)}
                onTurn={alone ? null : () => turn(message.id)}
              />
            </li>
          ))}
        </ol>
      </article>
    </FindContext>
  );
}

interface PartProps {
  readonly message: Shown;
  readonly marks: Marks;
  readonly now: number;
  readonly isFirst: boolean;
  readonly unfolded: boolean;
  /** `null`: it stands alone, and can't be folded. */
  readonly onTurn: (() => void) | null;
}

function Part({ message, marks, now, isFirst, unfolded, onTurn }: PartProps) {
  if (isPending(message)) return <p className={reader['note']}>{words.onItsWay}</p>;
  const hint = unfolded ? words.fold : undefined;
  return (
    <>
      {onTurn && (
        <button
          type="button"
          className={styles['folded']}
          aria-expanded={unfolded}
          aria-label={hint}
          title={hint}
          onClick={onTurn}
          data-find={unfolded ? undefined : 'folded'}
          data-key={message.id}
          data-message={message.id}
        >
          {!unfolded && <Gist message={message} marks={marks} now={now} />}
        </button>
      )}
      {unfolded && <MessageView message={message} marks={marks} isFirst={isFirst} />}
    </>
  );
}

interface GistProps {
  readonly message: Message;
  readonly marks: Marks;
  readonly now: number;
}

function Gist({ message: { from, snippet, receivedAt }, marks, now }: GistProps) {
  return (
    <>
      <bdi className={styles['sender']}>{from[0] ? nameOf(from[0]) : wording.list.nobody}</bdi>
      <span className={styles['gist']} dir="auto">
        <Marked text={snippet} ranges={matches(snippet, marks.text)} />
      </span>
      <time dateTime={new Date(receivedAt).toISOString()} title={fullDate(receivedAt)}>
        {briefDate(receivedAt, now)}
      </time>
    </>
  );
}
