// What an organisation has fixed for whoever uses the Porthole that it hands out.

export interface Policy {
  /** As it calls itself. */
  readonly organisation: string | null;
  /** It brings an OAuth client: no other is taken. */
  readonly client: boolean;
  /** Accounts at these domains only, in lower case; null: at any. */
  readonly allowedDomains: readonly string[] | null;
  /** Whether pictures that lie elsewhere may be asked for. */
  readonly remotePictures: 'ask' | 'never';
  /** At most so many bytes of what can be had again, for each account; null: as the person chooses. */
  readonly cacheLimit: number | null;
  /** Whether Porthole may look for newer versions of itself: not where an organisation hands it out. */
  readonly updates: 'ask' | 'never';
  /** There is a file that nobody can follow. What it may have meant is not guessed: until it is mended nobody signs in, no
   *  account is followed, and no picture is fetched. */
  readonly unreadable: boolean;
}

export const noPolicy: Policy = {
  organisation: null,
  client: false,
  allowedDomains: null,
  remotePictures: 'ask',
  cacheLimit: null,
  updates: 'ask',
  unreadable: false,
};
