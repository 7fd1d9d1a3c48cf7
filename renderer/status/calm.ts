// A value that changes often, shown at most twice a second: the first change at once, the last one of many in the end.
import { useEffect, useRef, useState } from 'react';

const calmMs = 500;

export function useCalm<T>(value: T): T {
  const [shown, setShown] = useState(value);
  const changedAt = useRef(0);

  useEffect(() => {
    const wait = Math.max(0, changedAt.current + calmMs - performance.now());
    const timer = setTimeout(() => {
      changedAt.current = performance.now();
      setShown(value);
    }, wait);
    return () => clearTimeout(timer);
  }, [value]);

  return shown;
}
