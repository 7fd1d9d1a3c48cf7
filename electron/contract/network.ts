// What Porthole has done on the network, as it is told: hosts, never addresses of pages or pictures.

export const purposes = ['sign-in', 'mail', 'pictures', 'updates'] as const;
export type Purpose = (typeof purposes)[number];

export interface HostUse {
  readonly host: string;
  readonly purpose: Purpose;
  readonly requests: number;
  /** That came back, unpacked. */
  readonly bytes: number;
  /** Epoch ms. */
  readonly first: number;
  readonly last: number;
}

/** For how long it is remembered. */
export const keptDays = 30;

export interface NetworkUse {
  /** Since Porthole was started. */
  readonly run: readonly HostUse[];
  /** Of the last `keptDays`, this one included. */
  readonly month: readonly HostUse[];
}
