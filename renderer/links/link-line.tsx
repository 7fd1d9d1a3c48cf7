// The line at the bottom of the window that says where a link goes, in the app's own hand: what a message writes there itself
// proves nothing.
import type { CheckedLink } from '../../electron/mail/links.ts';
import { Unseen } from '../controls/unseen.tsx';
import { wording } from '../wording/wording.ts';
import styles from './links.module.css';

const words = wording.message.links;

/** From left to right, whatever the letters: an address has one order. The host is never cut. */
export function LinkAddress({ display }: Pick<CheckedLink, 'display'>) {
  return (
    <bdo dir="ltr" className={styles['address']}>
      <span>{display.before}</span>
      <strong>{display.host}</strong>
      <span className={styles['after']}>{display.after}</span>
    </bdo>
  );
}

export function LinkLine({ link }: { readonly link: CheckedLink | null }) {
  return (
    <div role="status" className={styles['line']} data-empty={link === null || undefined}>
      {link && (
        <>
          <Unseen>{words.goesTo}</Unseen>
          <LinkAddress display={link.display} />
        </>
      )}
    </div>
  );
}
