// Tells the style how the window is to look. What the document comes with says the same already.
import { useLayoutEffect } from 'react';
import { type Appearance, rootAttributes } from '../../electron/contract/appearance.ts';

export function useRootAttributes(settings: Appearance | null): void {
  useLayoutEffect(() => {
    if (!settings) return;
    const root = document.documentElement;
    for (const [name, value] of Object.entries(rootAttributes(settings)))
      if (root.getAttribute(name) !== value) root.setAttribute(name, value);
  }, [settings]);
}
