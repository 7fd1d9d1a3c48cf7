// What can be written to the store: types only. Everything in a change is optional and idempotent: applying it again
// changes nothing.
import type { Contact, FetchedMessage, Original, SenderChoice } from '../contract/body.ts';
import type { Label, LabelCounts } from '../contract/model.ts';
import type { SavedSearch } from '../contract/search.ts';

export interface LabelChange {
  readonly id: string;
  readonly add: readonly string[];
  readonly remove: readonly string[];
}

/** A message that a listing names: that it exists is all that is known of it. */
export interface ListedMessage {
  readonly id: string;
  readonly threadId: string;
  /** Where it probably stands in time, epoch ms, until it is here. */
  readonly placedAt: number;
}

export interface Listing {
  readonly messages: readonly ListedMessage[];
  /** Labels that all of them carry, because the listing was one of these. */
  readonly labelIds: readonly string[];
}

export interface SyncPosition {
  readonly historyId?: string;
  /** Moves the cursor only from here on: an emptied database has none. */
  readonly after?: string;
  /** Everything that exists is known, and its labels are. */
  readonly listed?: boolean;
  /** How far the listings are, in the words of the synchronisation. */
  readonly listing?: string | null;
  readonly syncedAt?: number;
}

export interface Remembered {
  /** What the synchronisation has learnt about Gmail's limits, in its own words. */
  readonly limits?: string;
  /** Whether the person has paused what comes in by itself. */
  readonly paused?: boolean;
  /** Every address that the person sends from, besides the account's own. */
  readonly ownAddresses?: readonly string[];
}

export interface Change {
  /** Complete messages. One that is here keeps its content and takes these labels, unless it was passed over: then this one
   *  takes its place. What is malformed is passed over, and takes the place of none. */
  readonly save?: readonly FetchedMessage[];
  /** How messages look that are here already, as is known by now; null: as their text. */
  readonly looks?: readonly { readonly id: string; readonly original: Original | null }[];
  readonly remove?: readonly string[];
  /** Known messages only take the labels. */
  readonly list?: Listing;
  /** Messages that are not known are passed over. */
  readonly relabel?: readonly LabelChange[];
  /** Every other message loses the label. */
  readonly onlyLabelled?: { readonly labelId: string; readonly ids: readonly string[] };
  /** Every other message is removed. */
  readonly onlyExisting?: readonly string[];
  /** Replaces the whole list of labels. */
  readonly labels?: readonly Label[];
  /** What is known of some of them by now; of those that are on the list no more, nothing. */
  readonly labelDetails?: readonly Label[];
  /** What Gmail counts, by label. */
  readonly counts?: readonly { readonly labelId: string; readonly counts: LabelCounts }[];
  /** How many messages Gmail says there are. */
  readonly inMailbox?: number;
  /** Messages that could not be read or kept, or not as a whole, and those of which that is no longer true. */
  readonly passedOver?: { readonly add: readonly string[]; readonly remove: readonly string[] };
  readonly position?: SyncPosition;
  readonly remembered?: Remembered;
  /** What only Gmail knows: the messages that it finds by a term, and when it said so. */
  readonly answers?: readonly { readonly term: string; readonly at: number; readonly ids: readonly string[] }[];
  /** Takes the place of what was chosen for this sender; null forgets it. */
  readonly choice?: { readonly email: string; readonly choice: SenderChoice | null };
  /** What was kept out stands as it was said last; contacts are added up. */
  readonly contacts?: readonly Contact[];
  readonly searches?: {
    readonly save?: SavedSearch;
    readonly remove?: string;
    /** `at` is epoch ms. */
    readonly note?: { readonly text: string; readonly at: number };
    readonly clearRecent?: true;
  };
}
