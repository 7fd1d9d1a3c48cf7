// What stands between two panes: dragged, moved by the arrow keys, folded by Enter, and as at first by a double click. As the
// ARIA Authoring Practices describe a window splitter. While it is dragged nothing is drawn anew but the panes themselves.
import { type KeyboardEvent, type PointerEvent, useRef } from 'react';
import { paneLimits, type SizedPane } from '../../electron/contract/panes.ts';
import { wording } from '../wording/wording.ts';
import styles from './panes.module.css';
import { resetPane, resizePane, turnPane } from './panes.ts';
import { widthAfter, within } from './sizes.ts';

interface SeparatorProps {
  /** The one before it. */
  readonly pane: SizedPane;
  readonly width: number;
}

const isMirrored = (element: Element) => element.matches(':dir(rtl)');

export function Separator({ pane, width }: SeparatorProps) {
  /** Where a drag began, and how wide the pane was seen to be. */
  const drag = useRef<{ readonly at: number; readonly width: number; to: number } | null>(null);
  const { least, most } = paneLimits[pane];

  function onPointerDown(event: PointerEvent<HTMLElement>) {
    if (event.button !== 0) return;
    const before = event.currentTarget.previousElementSibling?.getBoundingClientRect().width ?? width;
    event.currentTarget.setPointerCapture(event.pointerId);
    drag.current = { at: event.clientX, width: before, to: before };
  }

  function onPointerMove({ currentTarget, clientX }: PointerEvent<HTMLElement>) {
    if (!drag.current) return;
    const moved = (clientX - drag.current.at) * (isMirrored(currentTarget) ? -1 : 1);
    drag.current.to = within(pane, drag.current.width + moved);
    currentTarget.parentElement?.setAttribute(`data-${pane}`, String(drag.current.to));
  }

  function onPointerUp() {
    const dragged = drag.current;
    drag.current = null;
    if (dragged && dragged.to !== dragged.width) resizePane(pane, dragged.to);
  }

  function onKeyDown(event: KeyboardEvent<HTMLElement>) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const to = widthAfter(pane, width, event.key, isMirrored(event.currentTarget) ? 'ArrowLeft' : 'ArrowRight');
    if (to !== undefined) resizePane(pane, to);
    else if (event.key === 'Enter') turnPane(pane === 'labels' ? 'labels' : 'message');
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    // biome-ignore lint/a11y/useSemanticElements: a rule can't be moved.
    <div
      role="separator"
      aria-orientation="vertical"
      aria-label={wording.panes.width[pane]}
      aria-valuenow={width}
      aria-valuemin={least}
      aria-valuemax={most}
      tabIndex={0}
      className={styles['separator']}
      data-pane={pane}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={onPointerUp}
      onLostPointerCapture={onPointerUp}
      onDoubleClick={() => resetPane(pane)}
      onKeyDown={onKeyDown}
    />
  );
}
