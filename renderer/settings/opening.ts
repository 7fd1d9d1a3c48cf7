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
let hasComeBack = false;
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
  hasComeBack = false;
}

/** Loads the window again, with the settings open where they were. Of the history's entry, because that ends with the window. */
export function loadAgain(): void {
  history.replaceState({ settings: opened }, '');
  location.reload();
}

/** Once, before anything is drawn. */
export function comeBack(): void {
  const state: unknown = history.state;
  if (typeof state !== 'object' || state === null || !('settings' in state)) return;
  history.replaceState(null, '');
  opened = state.settings as SectionId | null;
  hasComeBack = opened !== null;
}

/** Whether they are open because the window was loaded again: whoever did that was at a field, not at the list of sections. */
export const haveComeBack = (): boolean => hasComeBack;

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
