// From message to message of the open conversation by key: the focus goes along, and what has it is brought to the top.
import { type RefObject, useCallback, useRef } from 'react';

export function useSteps(article: RefObject<HTMLElement | null>, first: string | null) {
  /** Where the last step led, or the conversation began. */
  const at = useRef(first);

  const step = useCallback(
    (step: 1 | -1) => {
      const parts = [...(article.current?.querySelectorAll<HTMLElement>('li[data-id]') ?? [])];
      const focused = document.activeElement?.closest<HTMLElement>('li[data-id]');
      const here = focused && article.current?.contains(focused) ? focused.dataset['id'] : at.current;
      const next = parts[parts.findIndex((part) => part.dataset['id'] === here) + step];
      if (!next) return;
      at.current = next.dataset['id'] ?? null;
      const turner = next.querySelector<HTMLElement>(':scope > button[aria-expanded]');
      (turner ?? next).focus({ preventScroll: true });
      next.scrollIntoView({ block: 'start' });
    },
    [article],
  );

  /** Where one is. */
  const here = useCallback(() => {
    const parts = [...(article.current?.querySelectorAll<HTMLElement>('li[data-id]') ?? [])];
    const focused = document.activeElement?.closest<HTMLElement>('li[data-id]');
    if (focused && parts.includes(focused)) return focused;
    return parts.find((part) => part.dataset['id'] === at.current) ?? parts.at(-1) ?? null;
  }, [article]);

  return { step, here };
}
