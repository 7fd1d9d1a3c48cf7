// What an account keeps on disk.

/** What can be had again, and may be at most so large together. In bytes, each; the second is what nobody has changed. */
export const cacheLimits = [100_000_000, 700_000_000, 2_000_000_000, 10_000_000_000] as const;
export const usualCacheLimit = 700_000_000;
export const mostCache = 1e12;

export interface StorageUse {
  /** Messages, and the index of their words. */
  readonly mailBytes: number;
  /** Attachments and messages as they were sent, that somebody has looked at. */
  readonly filesBytes: number;
  /** Pictures that somebody has let be fetched. */
  readonly picturesBytes: number;
}

export const clearable = ['files', 'pictures'] as const;
export type Clearable = (typeof clearable)[number];
