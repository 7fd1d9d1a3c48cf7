// Whether the window is dark now, as the system or the person wants it.
import { useSyncExternalStore } from 'react';

const query = matchMedia('(prefers-color-scheme: dark)');

function subscribe(listener: () => void): () => void {
  query.addEventListener('change', listener);
  return () => query.removeEventListener('change', listener);
}

export function useDark(): boolean {
  return useSyncExternalStore(subscribe, () => query.matches);
}
