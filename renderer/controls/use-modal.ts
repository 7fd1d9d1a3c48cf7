// How a dialog opens and closes. It is open as long as it is drawn, and tells at once that it closes: the browser's own `close`
// comes a task later, and a key that came in between would be lost, or would close what it had opened.
import { type RefObject, type SyntheticEvent, type ToggleEvent, useEffect, useLayoutEffect, useState } from 'react';
import { findFocus } from './lost-focus.ts';

type Box = RefObject<HTMLDialogElement | null>;

export interface Modal {
  readonly ref: Box;
  readonly onBeforeToggle: (event: ToggleEvent<HTMLDialogElement>) => void;
  readonly onCancel: (event: SyntheticEvent<HTMLDialogElement>) => void;
}

/** `onClose` has to take the dialog out of what is drawn. What opens it again in the same moment keeps it. */
export function useModal(box: Box, onClose: () => void): Modal {
  const [, setClosings] = useState(0);

  useLayoutEffect(() => {
    if (!box.current?.open) box.current?.showModal();
  });

  // What it gives the focus back to may have gone meanwhile.
  useEffect(() => () => queueMicrotask(findFocus), []);

  useEffect(() => {
    // Pressed in a frame: it comes from there as a likeness, which the browser does not take for the key.
    const onKey = ({ key, isTrusted }: KeyboardEvent) => {
      if (key === 'Escape' && !isTrusted) box.current?.close();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [box]);

  return {
    ref: box,
    // Of what is within a dialog, other things open and are cancelled too: a menu, the choice of a file.
    onBeforeToggle: ({ target, currentTarget, newState }) => {
      if (target !== currentTarget || newState !== 'closed') return;
      setClosings((times) => times + 1);
      onClose();
    },
    // Closed from here, it is taken out only after it has given the focus back; closed by the browser, before.
    onCancel: ({ target, currentTarget }) => {
      if (target === currentTarget) currentTarget.close();
    },
  };
}
