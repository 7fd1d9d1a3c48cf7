// The mailbox: filter box, list and message side by side, and the keys that reach them all.
import { useCallback, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { Account, SessionState } from '../../electron/contract/model.ts';
import { parse } from '../../electron/search/parse.ts';
import { type Cursor, cursorAt, type Motion, moved } from '../messages/cursor.ts';
import { Empty } from '../messages/empty.tsx';
import { MessageList, scrollToRow } from '../messages/list.tsx';
import { useToday } from '../messages/today.ts';
import { useCursor } from '../messages/use-cursor.ts';
import { queryOf, useFinder } from '../messages/use-finder.ts';
import { Reader } from '../reader/reader.tsx';
import { Answered } from '../search/answered.tsx';
import { FilterBox } from '../search/filter-box.tsx';
import { marksOf } from '../search/marks.ts';
import { Mark } from '../session/mark.tsx';
import { BannerLine } from '../status/banner.tsx';
import { StatusLine } from '../status/status-line.tsx';
import styles from './app.module.css';
import { useShortcuts } from './use-shortcuts.ts';

interface MailboxProps {
  readonly session: SessionState;
  readonly account: Account;
  readonly onAnotherClient: () => void;
}

export function Mailbox({ session, account, onAnotherClient }: MailboxProps) {
  const { finder, finding } = useFinder();
  const { found } = finding;
  const { cursor, place } = useCursor(found);
  const [text, setText] = useState('');
  const [openId, setOpenId] = useState<string | null>(null);
  const filterBox = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const reader = useRef<HTMLElement>(null);
  /** The cursor was moved to a row that is still to come, with a message open. */
  const follows = useRef(false);
  const now = useToday();
  const answered = found?.query ?? queryOf('');
  // Without the caret, as it was answered.
  const query = useMemo(() => parse(answered), [answered]);
  const marks = useMemo(() => marksOf(query.root), [query]);
  // A long message is marked after the rows.
  const readerMarks = useDeferredValue(marks);
  const filtered = answered !== queryOf('');

  const find = useCallback((typed: string) => finder.find(queryOf(typed)), [finder]);
  const focusList = useCallback(() => list.current?.focus({ preventScroll: true }), []);

  const open = useCallback(
    (at: Cursor, by: 'key' | 'pointer') => {
      place(at);
      if (at.id === null) return;
      flushSync(() => setOpenId(at.id));
      // In a narrow window the message has taken the place of the list.
      if (by === 'key' || !list.current?.checkVisibility()) reader.current?.focus({ preventScroll: true });
    },
    [place],
  );

  const close = useCallback(() => {
    follows.current = false;
    flushSync(() => setOpenId(null));
    focusList();
  }, [focusList]);

  const reading = openId !== null;
  const cursorId = cursor?.id ?? null;
  // While a message is open, moving the cursor reads on. What moves the cursor by itself does not.
  const move = useCallback(
    (to: Cursor) => {
      place(to);
      if (list.current) scrollToRow(list.current, to.index);
      follows.current = reading && to.id === null;
      if (reading && to.id !== null) setOpenId(to.id);
    },
    [place, reading],
  );
  useEffect(() => {
    if (!follows.current || cursorId === null) return;
    follows.current = false;
    setOpenId(cursorId);
  }, [cursorId]);

  // Whoever came here by key goes on by key; who is typing, or reading, is left alone.
  const hasRows = found !== null && found.total > 0;
  useEffect(() => {
    if (hasRows && document.activeElement === document.body) focusList();
  }, [hasRows, focusList]);

  function step(motion: Motion) {
    if (!found || found.total === 0) return;
    move(moved(cursor, motion, found, 0));
    if (!reader.current?.contains(document.activeElement)) focusList();
  }

  function back() {
    if (openId !== null) return close();
    if (text === '') return;
    setText('');
    find('');
  }

  useShortcuts({
    next: () => step('next'),
    previous: () => step('previous'),
    open: () => cursor && open(cursor, 'key'),
    back,
    filter: () => {
      filterBox.current?.focus();
      filterBox.current?.select();
    },
  });

  function toList() {
    focusList();
    if (document.activeElement === filterBox.current) filterBox.current?.blur();
  }

  return (
    <div className={styles['mailbox']} data-reading={reading || undefined}>
      <header className={styles['top']}>
        <span className={styles['brand']}>
          <Mark size={20} />
        </span>
        <FilterBox box={filterBox} text={text} onType={setText} onFind={find} onLeave={toList} />
      </header>
      <BannerLine session={session} onAnotherClient={onAnotherClient} />
      <main className={styles['panes']}>
        <div className={styles['listPane']}>
          <Answered found={found} filter={filtered ? query : null} session={session} />
          {found && found.total > 0 ? (
            <MessageList
              box={list}
              found={found}
              cursor={cursor}
              openId={openId}
              marks={marks}
              now={now}
              onEnter={(index) => place(cursorAt(found, index))}
              onMove={move}
              onOpen={open}
              onShow={finder.show}
            />
          ) : (
            <Empty
              finding={finding}
              filtered={filtered}
              session={session}
              onTryAgain={finder.again}
              onShowInbox={() => {
                setText('');
                find('');
              }}
            />
          )}
        </div>
        <Reader
          box={reader}
          id={openId}
          marks={readerMarks}
          offered={found !== null && found.total > 0}
          onBack={close}
        />
      </main>
      <StatusLine session={session} account={account} now={now} />
    </div>
  );
}
