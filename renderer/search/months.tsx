// How many messages each month has, as bars over which one can brush: with the pointer, or with arrows and Enter.
import { type KeyboardEvent, type PointerEvent, useState } from 'react';
import type { MonthCount } from '../../electron/contract/search.ts';
import { Button } from '../controls/button.tsx';
import { firstMonthOf, lastMonthOf, monthOf } from '../wording/format.ts';
import { wording } from '../wording/wording.ts';
import { type Brush, barsPath, brushedByKey, monthUnder, rangeOf } from './brush.ts';
import styles from './facets.module.css';

const words = wording.facets;
const fewestDrawn = 12;

interface MonthsProps {
  readonly months: readonly MonthCount[];
  readonly onBrush: (first: MonthCount, last: MonthCount) => void;
  /** `null`: there are no dates in the query. */
  readonly onClear: (() => void) | null;
}

function said(months: readonly MonthCount[], brush: Brush): string {
  const [from, to] = rangeOf(brush);
  const first = months[from];
  const last = months[to];
  if (!first || !last) return '';
  if (from === to) return words.month(first.year, first.month, first.count);
  const count = months.slice(from, to + 1).reduce((sum, month) => sum + month.count, 0);
  return words.span(firstMonthOf(first.year, first.month), lastMonthOf(last.year, last.month), count);
}

export function Months({ months, onBrush, onClear }: MonthsProps) {
  const [brush, setBrush] = useState<Brush | null>(null);
  const [pressed, setPressed] = useState(false);
  const counts = months.map(({ count }) => count);
  const end = months.length - 1;
  // A bar or two are no broader than they would be among others.
  const drawn = Math.max(months.length, fewestDrawn);
  const first = months[0];
  const last = months[end];
  if (!first || !last) return onClear && <Cleared onClear={onClear} />;

  function under({ currentTarget, clientX }: PointerEvent<HTMLElement>): number {
    const { left, width } = currentTarget.getBoundingClientRect();
    const share = (clientX - left) / Math.max(1, width);
    return Math.min(end, monthUnder(currentTarget.matches(':dir(rtl)') ? 1 - share : share, drawn));
  }

  function finish(done: Brush) {
    const [from, to] = rangeOf(done);
    const [begin, finished] = [months[from], months[to]];
    setBrush(null);
    setPressed(false);
    if (begin && finished) onBrush(begin, finished);
  }

  function onKeyDown(event: KeyboardEvent<HTMLElement>) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const now = brush ?? { from: end, to: end };
    const forwards = event.currentTarget.matches(':dir(rtl)') ? 'ArrowLeft' : 'ArrowRight';
    if (event.key === 'Enter') finish(now);
    else if (event.key === 'Escape' && brush) setBrush(null);
    else {
      const next = brushedByKey(now, event.key, event.shiftKey, months.length, forwards);
      if (!next) return;
      setBrush(next);
    }
    event.preventDefault();
    event.stopPropagation();
  }

  const [from, to] = brush ? rangeOf(brush) : [0, -1];
  const shown = brush ? said(months, brush) : null;
  return (
    <section className={styles['months']} aria-label={words.months}>
      <div
        role="slider"
        tabIndex={0}
        className={styles['chart']}
        aria-label={words.months}
        aria-description={words.monthsHint}
        aria-valuemin={0}
        aria-valuemax={end}
        aria-valuenow={brush?.to ?? end}
        aria-valuetext={said(months, brush ?? { from: end, to: end })}
        onKeyDown={onKeyDown}
        onBlur={() => setBrush(null)}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          const at = under(event);
          setPressed(true);
          setBrush({ from: at, to: at });
        }}
        onPointerMove={(event) => {
          const at = under(event);
          setBrush((before) => ({ from: pressed && before ? before.from : at, to: at }));
        }}
        onPointerLeave={() => !pressed && setBrush(null)}
        onPointerUp={() => brush && finish(brush)}
        onPointerCancel={() => {
          setPressed(false);
          setBrush(null);
        }}
      >
        <svg viewBox={`0 0 ${drawn} 1`} preserveAspectRatio="none" aria-hidden="true">
          {brush && <rect className={styles['brush']} x={from} width={to - from + 1} y="0" height="1" />}
          <path className={styles['bars']} d={barsPath(counts)} />
          {brush && <path className={styles['chosen']} d={barsPath(counts, from, to)} />}
        </svg>
      </div>
      <p className={styles['axis']}>
        {shown ?? (
          <>
            <span>
              {months.length >= fewestDrawn
                ? firstMonthOf(first.year, first.month)
                : end > 0
                  ? words.from(firstMonthOf(first.year, first.month), lastMonthOf(last.year, last.month))
                  : monthOf(first.year, first.month)}
            </span>
            {months.length >= fewestDrawn && <span>{lastMonthOf(last.year, last.month)}</span>}
          </>
        )}
      </p>
      {onClear && <Cleared onClear={onClear} />}
    </section>
  );
}

function Cleared({ onClear }: { readonly onClear: () => void }) {
  return (
    <Button weight="quiet" onClick={onClear}>
      {words.anyTime}
    </Button>
  );
}
