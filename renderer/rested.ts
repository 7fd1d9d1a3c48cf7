// A value as it was when nothing had changed it for a moment: for what stands beside the rows, or out of view, while somebody
// types. What is drawn with each letter is drawn in front of the rows that answer it.
import { startTransition, useEffect, useState } from 'react';

/** Whoever types at all well is quicker than that. */
const restMs = 200;

/** `waits`: false where it is wanted at once. */
export function useRested<T>(value: T, waits = true): T {
  const [rested, setRested] = useState(value);

  useEffect(() => {
    const timer = setTimeout(() => startTransition(() => setRested(value)), restMs);
    return () => clearTimeout(timer);
  }, [value]);

  return waits ? rested : value;
}
