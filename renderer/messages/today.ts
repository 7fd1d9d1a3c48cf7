// The moment against which dates are written: it moves on at midnight, and whenever the window is looked at again.
import { useEffect, useState } from 'react';

function untilMidnight(now: Date): number {
  return new Date(now.getFullYear(), now.getMonth(), now.getDate() + 1).getTime() - now.getTime();
}

let begun: number | null = null;

/** The moment that the first mailbox is drawn at. */
export function beginToday(now: number): void {
  begun = now;
}

export function useToday(): number {
  const [now, setNow] = useState(() => begun ?? Date.now());

  useEffect(() => {
    begun = null;
  }, []);

  useEffect(() => {
    const look = () => setNow(Date.now());
    const timer = setTimeout(look, untilMidnight(new Date(now)) + 1_000);
    // A timer does not count the time that a computer sleeps.
    document.addEventListener('visibilitychange', look);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }, [now]);

  return now;
}
