// The chips of a query in one line, which scrolls sideways. It keeps its height when there is nothing to say, so that the
// list below stays where it is from one keystroke to the next. One stop of the Tab key; arrows go from chip to chip.
import X from 'lucide-react/icons/x';
import type { KeyboardEvent, WheelEvent } from 'react';
import type { Span } from '../../electron/search/query.ts';
import { wording } from '../wording/wording.ts';
import type { Chip } from './chips.ts';
import styles from './search.module.css';

const words = wording.chipRow;

export interface ChipActions {
  /** Shows in the box where it was typed. */
  readonly onEdit: (span: Span) => void;
  readonly onRemove: (spans: readonly Span[]) => void;
}

interface ChipRowProps extends ChipActions {
  readonly chips: readonly Chip[];
}

/** The wheel of a mouse turns one way only. */
function onWheel({ currentTarget, deltaX, deltaY }: WheelEvent<HTMLElement>) {
  if (deltaX === 0) currentTarget.scrollLeft += deltaY;
}

function onArrows(event: KeyboardEvent<HTMLElement>) {
  const { key, currentTarget, target } = event;
  const forwards = currentTarget.matches(':dir(rtl)') ? 'ArrowLeft' : 'ArrowRight';
  const backwards = forwards === 'ArrowRight' ? 'ArrowLeft' : 'ArrowRight';
  const buttons: readonly Element[] = [...currentTarget.querySelectorAll('[data-chip]')];
  const at = target instanceof Element ? buttons.indexOf(target) : -1;
  const to = new Map([
    [forwards, at + 1],
    [backwards, at - 1],
    ['Home', 0],
    ['End', buttons.length - 1],
  ]).get(key);
  if (at < 0 || to === undefined) return;
  const next = buttons[to];
  if (next instanceof HTMLElement) next.focus();
  event.preventDefault();
}

export function ChipRow({ chips, onEdit, onRemove }: ChipRowProps) {
  if (chips.length === 0) return <div className={styles['chips']} />;
  // Other chips are read from their beginning, wherever the last ones were scrolled to.
  const key = chips.map(({ text }) => text).join('\n');
  return (
    <ul key={key} className={styles['chips']} aria-label={wording.chips.name} onWheel={onWheel} onKeyDown={onArrows}>
      {chips.map(({ text, doubtful, spans }, index) => {
        const [span] = spans;
        return (
          <li key={text} data-doubtful={doubtful || undefined} title={text}>
            {span ? (
              <>
                <button
                  type="button"
                  data-chip=""
                  title={words.edit(text)}
                  aria-keyshortcuts="Delete"
                  tabIndex={index === 0 ? 0 : -1}
                  onClick={() => onEdit(span)}
                  onKeyDown={({ key }) => (key === 'Delete' || key === 'Backspace') && onRemove(spans)}
                >
                  <bdi>{text}</bdi>
                </button>
                <button
                  type="button"
                  className={styles['drop']}
                  aria-label={words.remove(text)}
                  tabIndex={-1}
                  onClick={() => onRemove(spans)}
                >
                  <X size={12} aria-hidden="true" />
                </button>
              </>
            ) : (
              <bdi>{text}</bdi>
            )}
          </li>
        );
      })}
    </ul>
  );
}
