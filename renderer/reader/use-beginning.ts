// Where a conversation is opened: at one of its messages. While what stands above it still comes in, it stays in its place, until
// somebody scrolls or presses a key.
import { type RefObject, useLayoutEffect } from 'react';

/** What begins in the upper part anyway leaves the subject in view. */
const upperPart = 0.4;
const ended = ['wheel', 'pointerdown', 'keydown', 'touchstart'] as const;

export function useBeginning(article: RefObject<HTMLElement | null>, begun: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const whole = article.current;
    if (!whole) return;
    whole.scrollIntoView({ block: 'start' });

    function place() {
      const part = begun.current;
      if (part && part.offsetTop > innerHeight * upperPart) part.scrollIntoView({ block: 'start' });
    }
    place();
    const observer = new ResizeObserver(place);
    observer.observe(whole);

    const pane = whole.closest<HTMLElement>('[data-scrolls]');
    function end() {
      observer.disconnect();
      for (const name of ended) (name === 'keydown' ? document : pane)?.removeEventListener(name, end);
    }
    for (const name of ended) (name === 'keydown' ? document : pane)?.addEventListener(name, end, { passive: true });
    return end;
  }, [article, begun]);
}
