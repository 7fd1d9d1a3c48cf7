// Which line of the sidebar a key leads to: pure. As the ARIA Authoring Practices describe a tree view.
import type { Entry } from './entries.ts';

export type Step = { readonly to: number } | { readonly turn: string } | null;

function parentOf(entries: readonly Entry[], at: number): number {
  const level = entries[at]?.level ?? 1;
  for (let above = at - 1; above >= 0; above -= 1) if ((entries[above]?.level ?? 1) < level) return above;
  return at;
}

/** `forwards` is the arrow that points to where a line ends: left in a window that is mirrored. */
export function step(entries: readonly Entry[], at: number, key: string, forwards: string): Step {
  const entry = entries[at];
  if (!entry) return null;
  const sideways = key === 'ArrowLeft' || key === 'ArrowRight';
  if (sideways && key === forwards) {
    if (entry.folded === null) return null;
    return entry.folded ? { turn: entry.key } : { to: at + 1 };
  }
  if (sideways) return entry.folded === false ? { turn: entry.key } : { to: parentOf(entries, at) };
  switch (key) {
    case 'ArrowDown':
      return { to: Math.min(entries.length - 1, at + 1) };
    case 'ArrowUp':
      return { to: Math.max(0, at - 1) };
    case 'Home':
      return { to: 0 };
    case 'End':
      return { to: entries.length - 1 };
    default:
      return null;
  }
}
