// Words for those who hear the window instead of seeing it.
import styles from './unseen.module.css';

export function Unseen({ children }: { readonly children: string }) {
  return <span className={styles['unseen']}>{children}</span>;
}
