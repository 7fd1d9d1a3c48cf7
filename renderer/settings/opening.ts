// Which section of the settings is open, if any: so that a menu, a key or a command can open one without holding the screen.
import { useSyncExternalStore } from 'react';

export type SectionId =
  | 'accounts'
  | 'storage'
  | 'privacy'
  | 'appearance'
  | 'keys'
  | 'language'
  | 'notifications'
  | 'network'
  | 'report'
  | 'updates';

let opened: SectionId | null = null;
const listeners = new Set<() => void>();

function turn(to: SectionId | null): void {
  opened = to;
  for (const listener of listeners) listener();
}

export function openSettings(section: SectionId = 'appearance'): void {
  turn(section);
}

export function closeSettings(): void {
  turn(null);
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const useOpenedSection = (): SectionId | null =>
  useSyncExternalStore(
    subscribe,
    () => opened,
    () => null,
  );
