// Keys that work wherever the focus is, unless something is being typed or a dialog is open.
import { useEffect, useEffectEvent } from 'react';
import { isTyping, type Shortcut, shortcut } from './keys.ts';

export function useShortcuts(actions: Readonly<Record<Shortcut, () => void>>): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || isTyping(event.target)) return;
    if (document.querySelector('dialog[open], :popover-open')) return;
    const meant = shortcut(event);
    if (!meant) return;
    event.preventDefault();
    actions[meant]();
  });

  useEffect(() => {
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
}
