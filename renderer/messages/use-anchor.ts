// Keeps the list still: when mail arrives above what is in view, the view moves along with its messages.
import { type RefObject, useLayoutEffect, useRef } from 'react';
import { type Found, indexOf, rowAt } from './pages.ts';

interface Anchor {
  readonly query: string;
  readonly index: number;
  readonly id: string | null;
}

/** Returns what has to be told of every scroll. */
export function useAnchor(box: RefObject<HTMLElement | null>, found: Found, rowHeight: number): () => void {
  const anchor = useRef<Anchor | null>(null);
  /** Where the first query's list stood when another took its place: one comes back to it. */
  const home = useRef({ query: found.query, top: 0 });

  function hold(): void {
    const index = Math.floor((box.current?.scrollTop ?? 0) / rowHeight);
    anchor.current = { query: found.query, index, id: rowAt(found, index)?.id ?? null };
    if (found.query === home.current.query) home.current.top = box.current?.scrollTop ?? 0;
  }

  useLayoutEffect(() => {
    const element = box.current;
    const held = anchor.current;
    if (element && held && held.query !== found.query)
      element.scrollTop = found.query === home.current.query ? home.current.top : 0;
    // At the very top there is nothing to hold: new mail is meant to be seen there.
    else if (element && held?.id && element.scrollTop > 0) {
      const index = indexOf(found, held.id);
      if (index !== null && index !== held.index) element.scrollTop += (index - held.index) * rowHeight;
    }
    hold();
  });

  return hold;
}
