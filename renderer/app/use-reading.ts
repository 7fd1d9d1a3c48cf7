// What is open, where the keyboard stands in the list, and how the two go together.
import { useCallback, useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { Where } from '../../electron/contract/where.ts';
import { type Cursor, type Motion, moved } from '../messages/cursor.ts';
import { rowsInView, scrollToRow } from '../messages/list.tsx';
import { type Found, rowAt } from '../messages/pages.ts';
import { useCursor } from '../messages/use-cursor.ts';
import type { Target } from '../reader/target.ts';

function targetAt(found: Found, { index, key }: Cursor): Target | null {
  const row = rowAt(found, index);
  if (!row || key === null) return null;
  const from = 'pending' in row ? null : row.from.email;
  return { grouping: found.search.grouping, id: key, messageId: row.id, from };
}

/** `before`: where somebody was when this was shown last. */
export function useReading(found: Found | null, before: Where | null, onOpened: () => void) {
  const { cursor, place } = useCursor(found, before);
  const [target, setTarget] = useState<Target | null>(before?.open ?? null);
  const list = useRef<HTMLDivElement>(null);
  const reader = useRef<HTMLElement>(null);
  /** How the cursor came to a row that is still to come, and is opened when it has. */
  const follows = useRef<'key' | 'pointer' | 'reading' | null>(null);

  const focusList = useCallback(() => list.current?.focus({ preventScroll: true }), []);

  const open = useCallback(
    (at: Cursor, by: 'key' | 'pointer') => {
      place(at);
      const opened = found && targetAt(found, at);
      follows.current = opened ? null : by;
      if (!opened) return;
      flushSync(() => setTarget(opened));
      // In a narrow window the message has taken the place of the list.
      if (by === 'key' || !list.current?.checkVisibility()) reader.current?.focus({ preventScroll: true });
      onOpened();
    },
    [found, place, onOpened],
  );

  const leave = useCallback(() => {
    follows.current = null;
    setTarget(null);
  }, []);

  const close = useCallback(() => {
    flushSync(leave);
    focusList();
  }, [leave, focusList]);

  /** Opens what need not be in the list. */
  const show = useCallback((shown: Target) => {
    follows.current = null;
    flushSync(() => setTarget(shown));
    reader.current?.focus({ preventScroll: true });
  }, []);

  const reading = target !== null;
  const cursorKey = cursor?.key ?? null;
  // While a message is open, moving the cursor reads on. What moves the cursor by itself does not.
  const move = useCallback(
    (to: Cursor) => {
      place(to);
      if (list.current) scrollToRow(list.current, to.index);
      follows.current = reading && to.key === null ? 'reading' : null;
      const next = reading && found ? targetAt(found, to) : null;
      if (next) setTarget(next);
    },
    [found, place, reading],
  );
  useEffect(() => {
    const by = follows.current;
    if (by === null || cursorKey === null || !cursor || !found) return;
    follows.current = null;
    if (by === 'reading') setTarget(targetAt(found, cursor));
    // It gives the focus, and so has to draw at once, which an effect may not.
    else queueMicrotask(() => open(cursor, by));
  }, [cursorKey, cursor, found, open]);

  function step(motion: Motion) {
    if (!found || found.total === 0) return;
    move(moved(cursor, motion, found, rowsInView(list.current)));
    if (!reader.current?.contains(document.activeElement)) focusList();
  }

  /** Opens what stands next, whether or not anything is open. */
  function openNext(motion: Motion) {
    if (!found || found.total === 0) return;
    const to = moved(cursor, motion, found, 0);
    if (list.current) scrollToRow(list.current, to.index);
    open(to, 'key');
  }

  const openKey = target && found && target.grouping === found.search.grouping ? target.id : null;
  return { cursor, place, target, openKey, list, reader, open, show, close, leave, step, openNext, focusList };
}
