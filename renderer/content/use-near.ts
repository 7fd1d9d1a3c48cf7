// Whether an element is in view, or nearly: what is far off need not be there. Each frame costs a process.
import { type RefObject, useContext, useEffect, useLayoutEffect, useState } from 'react';
import { OnPaper } from '../print/paper.ts';

/** Above and below, in heights of the pane. */
const screens = 3;

export interface Nearness {
  readonly near: boolean;
  /** How high it was when it was last there; null until then. */
  readonly height: number | null;
}

export function useNear(box: RefObject<HTMLElement | null>): Nearness {
  const onPaper = useContext(OnPaper);
  const [nearness, setNearness] = useState<Nearness>({ near: onPaper, height: null });

  // What is opened is in view: the observer would say so a frame later.
  useLayoutEffect(() => {
    const element = box.current;
    const pane = element?.closest('[data-scrolls]')?.getBoundingClientRect();
    if (!element || !pane || element.getBoundingClientRect().top > pane.bottom) return;
    setNearness((before) => (before.near ? before : { near: true, height: before.height }));
  }, [box]);

  useEffect(() => {
    const element = box.current;
    if (!element || onPaper) return;
    const observer = new IntersectionObserver(
      (entries) => {
        const near = entries.at(-1)?.isIntersecting ?? false;
        setNearness((before) => {
          if (before.near === near) return before;
          return { near, height: before.near ? element.offsetHeight : before.height };
        });
      },
      { root: element.closest('[data-scrolls]'), rootMargin: `${screens * 100}% 0%` },
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, [box, onPaper]);

  return nearness;
}
