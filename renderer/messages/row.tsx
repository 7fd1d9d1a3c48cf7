// One message in the list. Mail text has its own direction and is only ever a text node.
import Paperclip from 'lucide-react/icons/paperclip';
import Star from 'lucide-react/icons/star';
import { memo } from 'react';
import type { MessageRow } from '../../electron/contract/model.ts';
import { Unseen } from '../controls/unseen.tsx';
import { en } from '../locales/en.ts';
import { briefDate, fullDate } from '../locales/format.ts';
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
  readonly now: number;
  readonly onOpen: (index: number) => void;
}

export function optionId(row: Row | null, index: number): string {
  return row ? `message-${row.id}` : `row-${index}`;
}

export const MessageOption = memo(function MessageOption(props: MessageOptionProps) {
  const { row, index, total, start, height, atCursor, open, now, onOpen } = props;
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
      {arrived ? <Arrived row={arrived} now={now} /> : <OnItsWay />}
    </div>
  );
});

function Arrived({ row, now }: { readonly row: MessageRow; readonly now: number }) {
  return (
    <>
      {row.unread && (
        <span className={styles['dot']}>
          <Unseen>{words.unread}</Unseen>
        </span>
      )}
      <span className={styles['who']} dir="auto">
        {isSent(row) ? words.to(row.to.map(nameOf).join(', ') || words.nobody) : nameOf(row.from) || words.nobody}
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
        {row.subject || words.noSubject}
      </span>
      <span className={styles['snippet']} dir="auto">
        {row.snippet}
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
