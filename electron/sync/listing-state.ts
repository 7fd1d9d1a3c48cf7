// How far the listings of the mailbox are: what the store keeps of it as text, so that a restart goes on from there.
import * as z from 'zod/mini';

/** Where a listing goes on. */
const openListing = z.object({ labelId: z.string(), pageToken: z.string(), placedAt: z.number() });

const shape = z.object({
  /** The first time nothing is on disk; `again` compares with what is, and takes away what is no longer listed. */
  kind: z.enum(['first', 'again']),
  /** A cursor from before the first listing. */
  since: z.string(),
  /** Whether the newest of the inbox have been brought, which come before everything else. */
  screen: z.boolean(),
  /** By label id; `everything` is all mail. */
  open: z.array(openListing),
  finished: z.array(z.string()),
  /** `replay`: all is listed, and history since `since` has the last word. */
  stage: z.enum(['listing', 'replay', 'done']),
  /** Entries of a listing, or of history since, could not be read, or a label not be listed: what they name is found by listing
   *  everything again. */
  gaps: z.optional(z.boolean()),
});

export type ListingState = z.output<typeof shape>;
export type OpenListing = z.output<typeof openListing>;

/** In place of a label id. No label of Gmail's is called so. */
export const everything = '';

export function newListings(kind: ListingState['kind'], since: string): ListingState {
  return { kind, since, screen: false, open: [], finished: [], stage: 'listing' };
}

/** Undefined where there is none, or none that this Porthole understands. */
export function readListings(text: string | null): ListingState | undefined {
  try {
    return text === null ? undefined : shape.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}

export const writeListings = (state: ListingState): string => JSON.stringify(state);
