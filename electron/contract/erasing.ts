// What was erased when everything was.

export const erasable = ['mail', 'tokens', 'settings', 'network', 'lock', 'logs', 'browser'] as const;
export type Erasable = (typeof erasable)[number];

export interface Erased {
  /** What is gone, and how much it was. */
  readonly gone: readonly { readonly what: Erasable; readonly files: number; readonly bytes: number }[];
  /** Where it was. */
  readonly folder: string;
  /** What is still there: files that the browser below the window holds open, without anything of a person in them. */
  readonly left: readonly string[];
  /** How many permissions were given back at Google, and how many could not be. */
  readonly revoked: number;
  readonly notRevoked: number;
}

/** All that may be asked for afterwards. */
export const whenErased = ['erase.read', 'erase.everything', 'erase.quit'] as const;
