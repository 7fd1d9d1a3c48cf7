// The chips of a query in one line, which scrolls sideways. It keeps its height when there is nothing to say, so that the
// list below stays where it is from one keystroke to the next.
import type { WheelEvent } from 'react';
import { wording } from '../wording/wording.ts';
import type { Chip } from './chips.ts';
import styles from './search.module.css';

/** The wheel of a mouse turns one way only. */
function onWheel({ currentTarget, deltaX, deltaY }: WheelEvent<HTMLElement>) {
  if (deltaX === 0) currentTarget.scrollLeft += deltaY;
}

export function ChipRow({ chips }: { readonly chips: readonly Chip[] }) {
  if (chips.length === 0) return <div className={styles['chips']} />;
  // Other chips are read from their beginning, wherever the last ones were scrolled to.
  const key = chips.map(({ text }) => text).join('\n');
  return (
    <ul key={key} className={styles['chips']} aria-label={wording.chips.name} onWheel={onWheel}>
      {chips.map(({ text, doubtful }) => (
        <li key={text} data-doubtful={doubtful || undefined} title={text}>
          <bdi>{text}</bdi>
        </li>
      ))}
    </ul>
  );
}
