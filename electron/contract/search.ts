// What is looked for, and what is found: a search, a page of its rows, and what is counted of them.
import type { Failure } from './failure.ts';
import type { MessageRow, PendingRow } from './model.ts';

/** In what order what is found is listed. `newest` is how mail lies on disk; the others sort. */
export const orders = ['newest', 'oldest', 'largest', 'sender'] as const;
export type Order = (typeof orders)[number];
export const groupings = ['threads', 'messages'] as const;
export type Grouping = (typeof groupings)[number];

/** Characters of a query; what is longer is nothing that anybody types. */
export const longestQuery = 2_000;
/** Rows that are asked for at a time. Hardly more than what is in view: what is on its way to this computer is fetched so. */
export const pageSize = 25;

/** What is looked for, and how it is listed. */
export interface Search {
  /** In Gmail's query language. */
  readonly text: string;
  /** Where the caret stands in it: the word that ends there is the beginning of one. Null: nobody is typing. */
  readonly caret: number | null;
  readonly grouping: Grouping;
  readonly order: Order;
  /** Each part of the query may hold for another message of the conversation. */
  readonly anywhereInThread: boolean;
  /** Words that are not quoted are found inside words. */
  readonly partsOfWords: boolean;
}

/** How much of the mailbox an answer speaks of. */
export interface Coverage {
  /** Messages on this computer. */
  readonly searched: number;
  /** Messages that the mailbox is known to have. */
  readonly of: number;
}

export interface FoundPage {
  /** The rows from `offset` on. */
  readonly rows: readonly (MessageRow | PendingRow)[];
  /** How many rows there are in all, as far as `counted` goes: at least those up to the end of this page. */
  readonly total: number;
  /** Whether that is all of them. `messages.summarize` counts. */
  readonly counted: boolean;
  readonly coverage: Coverage;
  /** Rows that only Gmail found, as far as it has answered. */
  readonly foundByGmail: number;
  /** `asking`: Gmail is being asked the same, `search.answered` follows. `answered`: it has named all that it finds.
   *  `not-asked`: offline, or nothing to ask. */
  readonly gmail: 'not-asked' | 'asking' | 'answered';
  /** Why Gmail did not answer, where it was asked. */
  readonly unanswered: Failure | null;
  /** Parts of the query that could not be answered from disk and were left out, as typed. */
  readonly ignored: readonly string[];
  /** Parts that were answered by what Gmail said earlier, as typed, and when, epoch ms. */
  readonly remembered: readonly { readonly typed: string; readonly at: number }[];
}

/** One way to narrow down what was found. */
export interface Facet {
  /** What is added to the query. */
  readonly refine: string;
  /** A sender's name or address, a label's name, a year, an extension. */
  readonly name: string;
  /** Messages. */
  readonly count: number;
}

export interface MonthCount {
  readonly year: number;
  /** From 1. */
  readonly month: number;
  readonly count: number;
}

export interface Summary {
  /** Rows in all. */
  readonly total: number;
  readonly messages: number;
  /** Most frequent first, at most 12 each. */
  readonly senders: readonly Facet[];
  readonly labels: readonly Facet[];
  readonly years: readonly Facet[];
  readonly fileTypes: readonly Facet[];
  /** Oldest first, without gaps. */
  readonly months: readonly MonthCount[];
}

/** Who has written. */
export interface Person {
  /** Empty where none is known. */
  readonly name: string;
  readonly email: string;
}

/** Characters. */
export const longestSearchName = 100;
/** So many searches are remembered after their use. */
export const mostRecentSearches = 8;

export interface SavedSearch {
  readonly name: string;
  readonly text: string;
}

export interface Searches {
  /** By name. */
  readonly saved: readonly SavedSearch[];
  /** Latest first. */
  readonly recent: readonly string[];
}
