// A dialog in the middle of the window. The browser's own keeps the focus inside, closes with Escape and gives the focus back.
import { type ReactNode, type RefObject, useEffect, useId, useRef } from 'react';
import styles from './dialog.module.css';

interface DialogProps {
  readonly title: string;
  /** `wide`: it fills the window, for something to look at. `middle`: always as large, whatever it shows. */
  readonly size?: 'small' | 'middle' | 'wide';
  readonly onClose: () => void;
  /** What closes it. */
  readonly box?: RefObject<HTMLDialogElement | null>;
  /** Beside the title. */
  readonly tools?: ReactNode;
  readonly children: ReactNode;
}

export function Dialog({ title, size = 'small', onClose, box, tools, children }: DialogProps) {
  const own = useRef<HTMLDialogElement>(null);
  const dialog = box ?? own;
  const titleId = useId();

  useEffect(() => {
    dialog.current?.showModal();
    // Pressed in a frame: it comes from there as a likeness, which the browser does not take for the key.
    const onKey = ({ key, isTrusted }: KeyboardEvent) => {
      if (key === 'Escape' && !isTrusted) dialog.current?.close();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [dialog]);

  return (
    <dialog
      ref={dialog}
      className={styles['dialog']}
      data-size={size}
      aria-labelledby={titleId}
      // React lets `close` bubble, which the browser does not: a dialog above this one closes alone.
      onClose={({ target, currentTarget }) => target === currentTarget && onClose()}
    >
      <div className={styles['head']}>
        <h2 id={titleId} dir="auto">
          {title}
        </h2>
        {tools}
      </div>
      {children}
    </dialog>
  );
}
