// Keeps the list still: when mail arrives above what is in view, the view moves along with its rows.
import { type RefObject, useLayoutEffect, useRef } from 'react';
import { type Found, indexOf, keyAt, listOf } from './pages.ts';

interface Anchor {
  readonly list: string;
  readonly index: number;
  readonly key: string | null;
}

/** Returns what has to be told of every scroll. `from`: where the first list begins, in pixels. */
export function useAnchor(
  box: RefObject<HTMLElement | null>,
  found: Found,
  rowHeight: number,
  from: number,
): () => void {
  const list = listOf(found.search);
  const anchor = useRef<Anchor | null>(null);
  /** As the last scroll left it. Asking the element would have all rows laid out at every letter typed. */
  const top = useRef(0);
  const height = useRef(rowHeight);
  /** Where the first list stood when another took its place: one comes back to it. */
  const home = useRef({ list, top: from });
  const start = useRef(from);

  function hold(): void {
    const index = Math.floor(top.current / rowHeight);
    anchor.current = { list, index, key: keyAt(found, index) };
    if (list === home.current.list) home.current.top = top.current;
  }

  function scrollTo(element: HTMLElement, to: number): void {
    if (to === top.current) return;
    element.scrollTop = to;
    // Never farther than the list goes.
    top.current = element.scrollTop;
  }

  function onScroll(): void {
    top.current = box.current?.scrollTop ?? 0;
    hold();
  }

  useLayoutEffect(() => {
    const element = box.current;
    if (element && start.current > 0) {
      element.querySelector('[data-shift]')?.removeAttribute('data-shift');
      scrollTo(element, start.current);
      start.current = 0;
    }
    const held = anchor.current;
    if (element && height.current !== rowHeight) {
      home.current.top *= rowHeight / height.current;
      scrollTo(element, (top.current / height.current) * rowHeight);
      height.current = rowHeight;
    } else if (element && held && held.list !== list)
      scrollTo(element, list === home.current.list ? home.current.top : 0);
    // At the very top there is nothing to hold: new mail is meant to be seen there.
    else if (element && held?.key && top.current > 0) {
      const index = indexOf(found, held.key);
      if (index !== null && index !== held.index)
        scrollTo(element, element.scrollTop + (index - held.index) * rowHeight);
    }
    hold();
  });

  return onScroll;
}
