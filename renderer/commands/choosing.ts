// The way from the palette to the mailbox: what it can be asked to show, while one is open.
import type { Entry } from '../labels/entries.ts';
import type { Target } from '../reader/target.ts';

export interface Choosing {
  readonly choose: (entry: Entry) => void;
  readonly open: (target: Target) => void;
}

let choosing: Choosing | null = null;

/** Answers what takes the offer back. */
export function offerChoosing(offered: Choosing): () => void {
  choosing = offered;
  return () => {
    if (choosing === offered) choosing = null;
  };
}

export const chosenBy = (): Choosing | null => choosing;
