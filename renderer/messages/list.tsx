// The list: a listbox of which only what is in view exists. It keeps the focus itself and points at the row
// where the cursor stands, so that the focus can't be lost with a row that leaves. Knows nothing of filters or messages.
import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual';
import { memo, type RefObject, useCallback, useEffect, useEffectEvent, useLayoutEffect, useRef, useState } from 'react';
import { pageSize } from '../../electron/contract/search.ts';
import { useRested } from '../rested.ts';
import { wording } from '../wording/wording.ts';
import { type Cursor, cursorAt } from './cursor.ts';
import styles from './messages.module.css';
import { type Found, keyAt, listOf, rowAt } from './pages.ts';
import { MessageOption, optionId, type RowFrame } from './row.tsx';
import { useAnchor } from './use-anchor.ts';
import { isEmpty, type Selection } from './use-selection.ts';

/** Rows kept beyond either edge, so that a quick scroll does not meet emptiness. */
const overscan = 8;
/** With every letter typed, and at a start, all rows are new: those that nobody sees would be as much work as those that
 *  somebody does. */
const overscanAtFirst = 1;
/** Chromium lays out nothing that is taller than 2^25 pixels, less some for rounding. */
const tallest = 33_000_000;

interface ListProps {
  /** The element that scrolls and has the focus. */
  readonly box: RefObject<HTMLDivElement | null>;
  readonly found: Found;
  readonly cursor: Cursor | null;
  readonly openKey: string | null;
  readonly selection: Selection;
  readonly frame: RowFrame;
  readonly rowHeight: number;
  /** The row that is to be the first in view when the list appears. */
  readonly from: number;
  /** Whoever has the focus goes by key, and there is no cursor yet. */
  readonly onEnter: (index: number) => void;
  readonly onOpen: (cursor: Cursor, by: 'key' | 'pointer') => void;
  readonly onShow: (first: number, last: number) => void;
}

export const MessageList = memo(function MessageList(props: ListProps) {
  const { box, found, cursor, openKey, selection, frame, rowHeight, from, onEnter, onOpen, onShow } = props;
  const nothingSelected = isEmpty(selection);
  const list = listOf(found.search);
  const isNew = useRested<string | null>(list, true, null) !== list;
  const cursorIndex = cursor?.index ?? null;
  // The row at the cursor exists even when it is scrolled away: the listbox points at it.
  const rangeExtractor = useCallback(
    (range: Range) => {
      const indexes = defaultRangeExtractor(range);
      if (cursorIndex === null || cursorIndex >= range.count || indexes.includes(cursorIndex)) return indexes;
      return [...indexes, cursorIndex].sort((one, other) => one - other);
    },
    [cursorIndex],
  );
  const count = Math.min(found.total, Math.floor(tallest / rowHeight));
  const [top] = useState(() => Math.max(0, Math.min(from, found.total - 1)));
  const virtual = useVirtualizer({
    count,
    getScrollElement: () => box.current,
    estimateSize: () => rowHeight,
    overscan: isNew ? overscanAtFirst : overscan,
    initialOffset: top * rowHeight,
    // Before anything is laid out: as many as have been asked for.
    initialRect: { width: 0, height: (pageSize - overscan) * rowHeight },
    rangeExtractor,
  });
  const measured = useRef(rowHeight);
  useLayoutEffect(() => {
    if (measured.current === rowHeight) return;
    measured.current = rowHeight;
    virtual.measure();
  }, [rowHeight, virtual]);
  const onScroll = useAnchor(box, found, rowHeight, top * rowHeight);

  const first = virtual.range?.startIndex ?? 0;
  const last = virtual.range?.endIndex ?? 0;
  useEffect(() => onShow(first, last), [onShow, first, last]);

  function onFocus() {
    if (cursor || !box.current?.matches(':focus-visible')) return;
    onEnter(Math.ceil(box.current.scrollTop / rowHeight));
  }
  const onList = useEffectEvent(onFocus);
  // Whoever is in the list is in the next one as well, and sees where.
  // biome-ignore lint/correctness/useExhaustiveDependencies: of each other list.
  useLayoutEffect(() => onList(), [list]);

  const openAt = useCallback((index: number) => onOpen(cursorAt(found, index), 'pointer'), [onOpen, found]);

  return (
    <div
      ref={box}
      role="listbox"
      tabIndex={0}
      className={styles['list']}
      data-row-height={rowHeight}
      aria-label={wording.list.name}
      aria-activedescendant={cursor ? optionId(keyAt(found, cursor.index), cursor.index) : undefined}
      onFocus={onFocus}
      onScroll={onScroll}
      data-region
      data-takes-keys
    >
      <div
        role="presentation"
        className={styles['rows']}
        data-rows={count}
        data-height={rowHeight}
        data-shift={top || undefined}
      >
        {virtual.getVirtualItems().map(({ index }) => {
          const rowKey = keyAt(found, index);
          return (
            <MessageOption
              key={index}
              {...frame}
              row={rowAt(found, index)}
              rowKey={rowKey}
              index={index}
              setSize={found.counted ? found.total : -1}
              height={rowHeight}
              atCursor={index === cursorIndex}
              open={rowKey !== null && rowKey === openKey}
              checked={nothingSelected ? undefined : selection.all || (rowKey !== null && selection.keys.has(rowKey))}
              onOpen={openAt}
            />
          );
        })}
      </div>
    </div>
  );
});

export const rowsInView = (box: HTMLElement | null): number =>
  box ? Math.floor(box.clientHeight / Number(box.dataset['rowHeight'])) : 0;

/** Brings the row at the cursor into view. */
export function scrollToRow(box: HTMLElement, index: number): void {
  const rowHeight = Number(box.dataset['rowHeight']);
  const start = index * rowHeight;
  if (start < box.scrollTop) box.scrollTop = start;
  else if (start + rowHeight > box.scrollTop + box.clientHeight) box.scrollTop = start + rowHeight - box.clientHeight;
}
