// Something to look up, folded away until it is wanted.
import type { ReactNode } from 'react';
import styles from './disclosure.module.css';

interface DisclosureProps {
  readonly summary: string;
  readonly onTurn?: (open: boolean) => void;
  readonly children: ReactNode;
}

export function Disclosure({ summary, onTurn, children }: DisclosureProps) {
  return (
    <details className={styles['disclosure']} onToggle={({ currentTarget }) => onTurn?.(currentTarget.open)}>
      <summary>{summary}</summary>
      <div className={styles['content']}>{children}</div>
    </details>
  );
}
