// One message in the list. Mail text has its own direction and is only ever a text node.
import Paperclip from 'lucide-react/icons/paperclip';
import Star from 'lucide-react/icons/star';
import { memo } from 'react';
import type { MessageRow } from '../../electron/contract/model.ts';
import { Unseen } from '../controls/unseen.tsx';
import { en } from '../locales/en.ts';
import { briefDate, fullDate } from '../locales/format.ts';
import { Marked } from '../search/marked.tsx';
import type { Marks } from '../search/marks.ts';
import { matches, type Range } from '../search/matches.ts';
import { isSent, nameOf } from './correspondents.ts';
import styles from './messages.module.css';
import type { Row } from './pages.ts';

const words = en.list;

interface MessageOptionProps {
  readonly row: Row | null;
  readonly index: number;
  readonly total: number;
  readonly start: number;
  readonly height: number;
  readonly atCursor: boolean;
  readonly open: boolean;
  readonly marks: Marks;
  readonly now: number;
  readonly onOpen: (index: number) => void;
}

export function optionId(row: Row | null, index: number): string {
  return row ? `message-${row.id}` : `row-${index}`;
}

export const MessageOption = memo(function MessageOption(props: MessageOptionProps) {
  const { row, index, total, start, height, atCursor, open, marks, now, onOpen } = props;
  const arrived = row && !('pending' in row) ? row : null;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the list has the focus and takes the keys for all its rows.
    // biome-ignore lint/a11y/useFocusableInteractive: the list has the focus and points here (aria-activedescendant).
    <div
      role="option"
      id={optionId(row, index)}
      className={styles['row']}
      aria-posinset={index + 1}
      aria-setsize={total}
      aria-selected={open}
      data-cursor={atCursor || undefined}
      data-unread={arrived?.unread || undefined}
      style={{ blockSize: height, transform: `translateY(${start}px)` }}
      onClick={() => onOpen(index)}
    >
      {arrived ? <Arrived row={arrived} marks={marks} now={now} /> : <OnItsWay />}
    </div>
  );
});

interface ArrivedProps {
  readonly row: MessageRow;
  readonly marks: Marks;
  readonly now: number;
}

/** Recipients stand within a few words of ours, which are not what was found. */
function Who({ row, marks }: Omit<ArrivedProps, 'now'>) {
  const name = isSent(row) ? row.to.map(nameOf).join(', ') : nameOf(row.from);
  if (name === '') return isSent(row) ? words.to(words.nobody) : words.nobody;
  if (!isSent(row)) return <Marked text={name} ranges={matches(name, marks.from)} />;
  const text = words.to(name);
  const start = text.lastIndexOf(name);
  const ranges = matches(name, marks.to).map(([from, to]): Range => [start + from, start + to]);
  return <Marked text={text} ranges={ranges} />;
}

function Arrived({ row, marks, now }: ArrivedProps) {
  return (
    <>
      {row.unread && (
        <span className={styles['dot']}>
          <Unseen>{words.unread}</Unseen>
        </span>
      )}
      <span className={styles['who']} dir="auto">
        <Who row={row} marks={marks} />
      </span>
      <span className={styles['flags']}>
        {row.hasAttachment && (
          <>
            <Paperclip size={13} aria-hidden="true" />
            <Unseen>{words.hasAttachment}</Unseen>
          </>
        )}
        {row.starred && (
          <>
            <Star size={13} aria-hidden="true" className={styles['star']} />
            <Unseen>{words.starred}</Unseen>
          </>
        )}
      </span>
      <time
        dir="auto"
        className={styles['date']}
        dateTime={new Date(row.receivedAt).toISOString()}
        title={fullDate(row.receivedAt)}
      >
        {briefDate(row.receivedAt, now)}
      </time>
      <span className={styles['subject']} dir="auto" data-absent={!row.subject || undefined}>
        {row.subject ? <Marked text={row.subject} ranges={matches(row.subject, marks.subject)} /> : words.noSubject}
      </span>
      <span className={styles['snippet']} dir="auto">
        <Marked text={row.snippet} ranges={matches(row.snippet, marks.text)} />
      </span>
    </>
  );
}

function OnItsWay() {
  return (
    <span className={styles['onItsWay']}>
      <Unseen>{words.pending}</Unseen>
    </span>
  );
}
