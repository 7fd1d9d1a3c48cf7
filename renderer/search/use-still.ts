// What somebody points at stays where it is, although mail comes in and the order of the counts changes.
import { useState } from 'react';
import type { Summary } from '../../electron/contract/search.ts';

interface Still {
  readonly still: Summary | null;
  readonly onPointerEnter: () => void;
  readonly onPointerLeave: () => void;
}

/** `of`: the list that was counted. */
export function useStill(summary: Summary | null, of: string | null): Still {
  const [pointedAt, setPointedAt] = useState(false);
  const [kept, setKept] = useState({ summary, of });
  const still = pointedAt && kept.of === of ? kept : { summary, of };
  if (still.summary !== kept.summary || still.of !== kept.of) setKept(still);
  return {
    still: still.summary,
    onPointerEnter: () => setPointedAt(true),
    onPointerLeave: () => setPointedAt(false),
  };
}
