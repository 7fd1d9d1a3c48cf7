// What is looked for in the open conversation, for whatever shows a part of it.
import { createContext } from 'react';

export interface FoundInFrame {
  readonly count: number;
  /** Of the current one, below the upper edge of the frame. */
  readonly top: number;
}

export interface Finding {
  /** Empty: nothing is looked for. */
  readonly text: string;
  /** The one that is shown, of those in the frame of that key. */
  readonly current: { readonly key: string; readonly index: number } | null;
  readonly onFound: (key: string, found: FoundInFrame) => void;
}

export const noFinding: Finding = { text: '', current: null, onFound: () => undefined };

export const FindContext = createContext<Finding>(noFinding);

export const frameKey = (messageId: string, partId: string) => `${messageId}/${partId}`;
