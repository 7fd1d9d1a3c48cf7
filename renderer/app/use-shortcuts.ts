// Keys that work wherever the focus is, unless something is being typed or a dialog is open.
import { useEffect, useEffectEvent } from 'react';
import { isTyping, type Shortcut, shortcut } from './keys.ts';

/** What is not named here is left to others. */
export function useShortcuts(actions: Readonly<Partial<Record<Shortcut, () => void>>>): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented) return;
    if (document.querySelector('dialog[open], :popover-open')) return;
    const meant = shortcut(event);
    // Finding is no key that types.
    if (isTyping(event.target) && meant !== 'find') return;
    const act = meant && actions[meant];
    if (!act) return;
    event.preventDefault();
    act();
  });

  useEffect(() => {
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
}
