// One sentence about what went wrong, and the one thing to do about it.
import type { ReactNode } from 'react';
import styles from './complaint.module.css';

interface ComplaintProps {
  readonly sentence: string;
  /** What Google itself said: shown as it came. */
  readonly detail?: string | null;
  readonly children?: ReactNode;
}

export function Complaint({ sentence, detail, children }: ComplaintProps) {
  return (
    <div role="alert" className={styles['complaint']}>
      <p>{sentence}</p>
      {detail && (
        <p dir="auto" className={styles['detail']}>
          {detail}
        </p>
      )}
      {children}
    </div>
  );
}
