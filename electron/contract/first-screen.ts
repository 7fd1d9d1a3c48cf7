// What the window's document comes with: the answers to what a page asks first, and the code that draws them as text. That
// code is the page's own, bundled for the main process.
import type { CountedLabel, SessionState, Settings } from './model.ts';
import type { FoundPage, Searches } from './search.ts';
import type { Where } from './where.ts';

export interface FirstAnswers {
  readonly session: SessionState;
  readonly settings: Settings;
  /** Null where no account is open. */
  readonly mailbox: {
    readonly labels: readonly CountedLabel[];
    readonly searches: Searches;
    /** Where somebody was in it. */
    readonly where: Where | null;
    /** The beginning of the inbox, or the pages of the list where they were. */
    readonly found: FoundPage;
  } | null;
  /** The moment against which dates are written, epoch ms. */
  readonly now: number;
}

/** The element of the document that has them, as JSON. */
export const answersId = 'first-answers';

export interface Drawing {
  /** Answers the root element with the screen in it. */
  readonly drawRoot: (answers: FirstAnswers) => string;
  /** In which language, and which way that is read. */
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
}
