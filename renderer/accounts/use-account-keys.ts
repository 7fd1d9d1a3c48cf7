// Ctrl or Cmd with a number shows the account of that number, also while something is being typed. With 0 they reset the zoom,
// as everywhere.
import { useEffect } from 'react';
import { showAccountAt } from './accounts.ts';

type Pressed = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

/** The number that is meant; null where it is another key. Where the layout has no Latin digits, the key in the same place. */
export function accountPlace({ key, code, ctrlKey, metaKey, altKey, shiftKey }: Pressed): number | null {
  if (altKey || shiftKey || ctrlKey === metaKey) return null;
  const digit = /^\d$/.test(key) ? key : /^Digit(\d)$/.exec(code)?.[1];
  return digit === undefined || digit === '0' ? null : Number(digit);
}

export function useAccountKeys(): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || document.querySelector('dialog[open]')) return;
      const place = accountPlace(event);
      if (place !== null && showAccountAt(place)) event.preventDefault();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
}
