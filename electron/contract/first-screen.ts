// What the window's document comes with: the answers to what a page asks first, and the code that draws them as text. That
// code is the page's own, bundled for the main process.
import type { CountedLabel, SessionState, Settings } from './model.ts';
import type { FoundPage, Searches } from './search.ts';

export interface FirstAnswers {
  readonly session: SessionState;
  readonly settings: Settings;
  /** Null where no account is open. */
  readonly mailbox: {
    readonly labels: readonly CountedLabel[];
    readonly searches: Searches;
    /** The beginning of the inbox. */
    readonly found: FoundPage;
  } | null;
  /** The moment against which dates are written, epoch ms. */
  readonly now: number;
}

/** The element of the document that has them, as JSON. */
export const answersId = 'first-answers';

/** Answers the root element with the screen in it. */
export type DrawRoot = (answers: FirstAnswers) => string;
