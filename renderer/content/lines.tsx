// Lines about what a message lacks, or what is odd about how it is shown.
import styles from './content.module.css';

export function Notes({ children }: { readonly children: readonly string[] }) {
  return children.map((sentence) => (
    <p key={sentence} className={styles['note']}>
      {sentence}
    </p>
  ));
}
