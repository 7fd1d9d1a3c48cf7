// A value as it was when nothing had changed it for a moment: for what stands beside the rows, or out of view, while somebody
// types. What is drawn with each letter is drawn in front of the rows that answer it.
import { startTransition, useEffect, useState } from 'react';

/** Whoever types at all well is quicker than that. */
const restMs = 200;

/** `waits`: false where it is wanted at once. `first`: what it is until it has rested for the first time. */
export function useRested<T>(value: T, waits = true, first = value): T {
  const [rested, setRested] = useState(first);

  useEffect(() => {
    const timer = setTimeout(() => startTransition(() => setRested(value)), restMs);
    return () => clearTimeout(timer);
  }, [value]);

  return waits ? rested : value;
}
