// The way of the focus to the list, and to what stands in its place where it is empty.
import { type RefObject, useEffect } from 'react';

interface ListFocus {
  readonly list: RefObject<HTMLElement | null>;
  readonly filterBox: RefObject<HTMLElement | null>;
  readonly hasRows: boolean;
  readonly focusList: () => void;
  /** Closes what is open, and gives the focus to the list. */
  readonly close: () => void;
}

/** Answers what leads from the filter box to the list. */
export function useListFocus({ list, filterBox, hasRows, focusList, close }: ListFocus): () => void {
  // Whoever came here by key goes on by key; who is typing, or reading, is left alone.
  // biome-ignore lint/correctness/useExhaustiveDependencies: what stands in the list's place comes and goes with the rows.
  useEffect(() => {
    if (document.activeElement === document.body) focusList();
  }, [hasRows, focusList]);

  return () => {
    // In a narrow window a message stands where the list would.
    if (list.current?.checkVisibility()) focusList();
    else close();
    if (document.activeElement === filterBox.current) filterBox.current?.blur();
  };
}
