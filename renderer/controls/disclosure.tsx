// Something to look up, folded away until it is wanted.
import type { ReactNode } from 'react';
import styles from './disclosure.module.css';

export function Disclosure({ summary, children }: { readonly summary: string; readonly children: ReactNode }) {
  return (
    <details className={styles['disclosure']}>
      <summary>{summary}</summary>
      <div className={styles['content']}>{children}</div>
    </details>
  );
}
