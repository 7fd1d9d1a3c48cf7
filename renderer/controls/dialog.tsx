// A dialog in the middle of the window. The browser's own keeps the focus inside, closes with Escape and gives the focus back.
import { type ReactNode, type RefObject, useId, useRef } from 'react';
import styles from './dialog.module.css';
import { useModal } from './use-modal.ts';

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
  const modal = useModal(dialog, onClose);

  return (
    <dialog {...modal} className={styles['dialog']} data-size={size} aria-labelledby={titleId}>
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
