// The mark: a porthole with the sea in it. Takes the colour of the text around it.
import { useId } from 'react';
import styles from './mark.module.css';

interface MarkProps {
  readonly size: number;
  /** The sea moves: something is being waited for. */
  readonly moving?: boolean;
}

/** From far outside the glass on one side to far outside on the other, so that it can move by a whole wave. */
const sea = 'M-8 54.5q6-4.4 12 0t12 0 12 0 12 0 12 0 12 0 12 0 12 0V90H-8Z';

const bolts = Array.from({ length: 8 }, (_, step) => (step * Math.PI) / 4 + Math.PI / 8);

export function Mark({ size, moving }: MarkProps) {
  const glass = useId();
  // What is drawn small is drawn with less.
  const small = size < 32;
  const line = small ? 6 : 2.5;
  return (
    <svg width={size} height={size} viewBox="0 0 96 96" fill="none" stroke="currentColor" aria-hidden="true">
      <clipPath id={glass}>
        <circle cx="48" cy="48" r={small ? 34 : 30} />
      </clipPath>
      <circle cx="48" cy="48" r="44.5" strokeWidth={line} />
      {!small && <circle cx="48" cy="48" r="31" strokeWidth={line} />}
      {!small &&
        bolts.map((angle) => (
          <circle
            key={angle}
            cx={48 + 38 * Math.cos(angle)}
            cy={48 + 38 * Math.sin(angle)}
            r="1.9"
            fill="currentColor"
            stroke="none"
          />
        ))}
      <g clipPath={`url(#${glass})`} stroke="none" fill="currentColor">
        <path d={sea} className={styles['sea']} data-moving={moving || undefined} />
      </g>
      {!small && <path d="M29 38a22 22 0 0 1 11-10.5" strokeWidth={line} strokeLinecap="round" opacity="0.55" />}
    </svg>
  );
}
