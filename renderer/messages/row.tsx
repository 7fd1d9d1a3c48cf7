// One conversation or one message in the list. Mail text has its own direction and is only ever a text node.
import CloudDownload from 'lucide-react/icons/cloud-download';
import Paperclip from 'lucide-react/icons/paperclip';
import Star from 'lucide-react/icons/star';
import { memo } from 'react';
import type { MessageRow } from '../../electron/contract/model.ts';
import { shownSubject, subjectDirection } from '../../electron/mail/subjects.ts';
import { AccountMark } from '../accounts/account-mark.tsx';
import type { Owners } from '../accounts/owners.ts';
import { Unseen } from '../controls/unseen.tsx';
import type { ShownLabels } from '../labels/shown.ts';
import { Tags } from '../labels/tags.tsx';
import { Marked } from '../search/marked.tsx';
import type { Marks } from '../search/marks.ts';
import { matches, type Range } from '../search/matches.ts';
import { briefDate, fullDate, number } from '../wording/format.ts';
import { listed } from '../wording/translate.ts';
import { wording } from '../wording/wording.ts';
import { isMonologue, isSent, nameOf, sendersLine } from './correspondents.ts';
import styles from './messages.module.css';
import type { Row } from './pages.ts';

const words = wording.list;

/** The same elements for all rows: React leaves out what has stayed the same object. */
const cloud = (
  <span title={words.foundByGmail}>
    <CloudDownload size={13} aria-hidden="true" className={styles['cloud']} />
    <Unseen>{words.foundByGmail}</Unseen>
  </span>
);
const clip = (
  <>
    <Paperclip size={13} aria-hidden="true" />
    <Unseen>{words.hasAttachment}</Unseen>
  </>
);
const star = (
  <>
    <Star size={13} aria-hidden="true" className={styles['star']} />
    <Unseen>{words.starred}</Unseen>
  </>
);
const dot = (
  <span className={styles['dot']}>
    <Unseen>{words.unread}</Unseen>
  </span>
);

/** What holds for every row of a list. */
export interface RowFrame {
  readonly marks: Marks;
  readonly labels: ShownLabels;
  /** One's own addresses. */
  readonly own: readonly string[];
  /** Where rows of several accounts are listed. */
  readonly owners: Owners | null;
  readonly now: number;
}

interface MessageOptionProps extends RowFrame {
  readonly row: Row | null;
  /** What the row is known by; `null` while it is not known at all. */
  readonly rowKey: string | null;
  readonly index: number;
  /** How many rows there are; -1 while nobody has counted them. */
  readonly setSize: number;
  readonly height: number;
  readonly atCursor: boolean;
  readonly open: boolean;
  /** Undefined where nothing is selected. */
  readonly checked: boolean | undefined;
  readonly onOpen: (index: number) => void;
}

export function optionId(rowKey: string | null, index: number): string {
  return rowKey === null ? `row-${index}` : `message-${rowKey}`;
}

export const MessageOption = memo(function MessageOption(props: MessageOptionProps) {
  const { row, rowKey, index, setSize, height, atCursor, open, checked, onOpen } = props;
  const arrived = row && !('pending' in row) ? row : null;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the list has the focus and takes the keys for all its rows.
    // biome-ignore lint/a11y/useFocusableInteractive: the list has the focus and points here (aria-activedescendant).
    <div
      role="option"
      id={optionId(rowKey, index)}
      className={styles['row']}
      aria-posinset={index + 1}
      aria-setsize={setSize}
      aria-selected={open}
      aria-checked={checked}
      data-cursor={atCursor || undefined}
      data-unread={arrived?.unread || undefined}
      data-row={index}
      data-height={height}
      onClick={() => onOpen(index)}
    >
      {arrived ? <Arrived {...props} row={arrived} /> : <OnItsWay foundByGmail={row?.foundByGmail ?? false} />}
    </div>
  );
});

interface ArrivedProps extends RowFrame {
  readonly row: MessageRow;
}

/** Of a conversation everybody who wrote, of one's own mail the recipients. */
function Who({ row, marks, own }: ArrivedProps) {
  const { thread } = row;
  const outgoing = isSent(row) && (thread === null || isMonologue(thread.senders, own));
  if (!outgoing && thread && thread.senders.length > 0) {
    const line = sendersLine(thread.senders, own, words.me);
    return <Marked text={line} ranges={matches(line, marks.from)} />;
  }
  const name = outgoing ? listed(row.to.map(nameOf)) : nameOf(row.from);
  if (name === '') return outgoing ? words.to(words.nobody) : words.nobody;
  if (!outgoing) return <Marked text={name} ranges={matches(name, marks.from)} />;
  // Recipients stand within a few words of ours, which are not what was found.
  const text = words.to(name);
  const start = text.lastIndexOf(name);
  const ranges = matches(name, marks.to).map(([from, to]): Range => [start + from, start + to]);
  return <Marked text={text} ranges={ranges} />;
}

function Arrived(frame: ArrivedProps) {
  const { row, marks, labels, owners, now } = frame;
  const owner = owners?.get(row.accountId ?? '');
  const count = row.thread?.messages ?? 1;
  const subject = shownSubject(row.subject);
  return (
    <>
      {row.unread && dot}
      <span className={styles['who']} dir="auto">
        <Who {...frame} />
      </span>
      <span className={styles['flags']}>
        {owner && (
          <span className={styles['owner']} title={owner.account.email}>
            <AccountMark {...owner} small />
            <Unseen>{owner.account.email}</Unseen>
          </span>
        )}
        {count > 1 && (
          <span className={styles['count']}>
            {number(count)}
            <Unseen>{words.inConversation}</Unseen>
          </span>
        )}
        {row.foundByGmail && cloud}
        {row.hasAttachment && clip}
        {row.starred && star}
      </span>
      <time
        dir="auto"
        className={styles['date']}
        dateTime={new Date(row.receivedAt).toISOString()}
        title={fullDate(row.receivedAt)}
      >
        {briefDate(row.receivedAt, now)}
      </time>
      <span className={styles['about']}>
        <span className={styles['subject']} dir={subjectDirection(subject)} data-absent={!subject || undefined}>
          {subject ? <Marked text={subject} ranges={matches(subject, marks.subject)} /> : words.noSubject}
        </span>
        <Tags labelIds={row.labelIds} shown={labels} />
      </span>
      <span className={styles['snippet']} dir="auto">
        <Marked text={row.snippet} ranges={matches(row.snippet, marks.text)} />
      </span>
    </>
  );
}

function OnItsWay({ foundByGmail }: { readonly foundByGmail: boolean }) {
  return (
    <>
      <span className={styles['onItsWay']}>
        <Unseen>{words.pending}</Unseen>
      </span>
      {foundByGmail && <span className={styles['flags']}>{cloud}</span>}
    </>
  );
}
