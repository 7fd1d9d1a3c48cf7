// All headers of a message, in the order in which they stand.
import { useRef } from 'react';
import type { Header } from '../../electron/contract/model.ts';
import { Button } from '../controls/button.tsx';
import { Dialog } from '../controls/dialog.tsx';
import { wording } from '../wording/wording.ts';
import styles from './menu.module.css';

const words = wording.message.menu;

interface HeadersDialogProps {
  readonly headers: readonly Header[];
  readonly onClose: () => void;
}

export function HeadersDialog({ headers, onClose }: HeadersDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  return (
    <Dialog
      box={dialog}
      size="wide"
      title={words.headersTitle}
      onClose={onClose}
      tools={<Button onClick={() => dialog.current?.close()}>{words.close}</Button>}
    >
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard. */}
      <section className={styles['text']} aria-label={words.headersTitle} tabIndex={0}>
        <dl className={styles['headers']}>
          {headers.map(({ name, value }, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: headers repeat, and their order never changes.
            <div key={at}>
              <dt dir="ltr">{name}</dt>
              <dd dir="auto">{value}</dd>
            </div>
          ))}
        </dl>
      </section>
    </Dialog>
  );
}
