// What each Gmail method costs and how much a user may spend: Google's quota page of 2026-09-10. Data only.

export type GmailMethod =
  | 'users.getProfile'
  | 'labels.list'
  | 'labels.get'
  | 'history.list'
  | 'messages.list'
  | 'messages.get'
  | 'attachments.get'
  | 'threads.list'
  | 'threads.get'
  | 'sendAs.list';

export interface CostTable {
  readonly units: Readonly<Record<GmailMethod, number>>;
  readonly userUnitsPerMinute: number;
  readonly projectUnitsPerMinute: number;
  /** Null: no such limit. */
  readonly projectUnitsPerDay: number | null;
  /** What may be spent at once before the rate per second counts: seen from outside, not documented. */
  readonly burstUnits: number;
  /** Requests in flight for one user; beyond it comes 429. Seen from outside, not documented. */
  readonly concurrent: number;
}

const cheap = {
  'users.getProfile': 1,
  'labels.list': 1,
  'labels.get': 1,
  'history.list': 2,
  'messages.list': 5,
  'threads.list': 10,
  'sendAs.list': 1,
} as const;

export type ProjectAge = 'new' | 'old';

export const costTables: Readonly<Record<ProjectAge, CostTable>> = {
  /** A project made since 2026-05-01. */
  new: {
    units: { ...cheap, 'messages.get': 20, 'attachments.get': 20, 'threads.get': 40 },
    userUnitsPerMinute: 6_000,
    projectUnitsPerMinute: 1_200_000,
    projectUnitsPerDay: 80_000_000,
    burstUnits: 1_500,
    concurrent: 6,
  },
  /** A project that was in use before. */
  old: {
    units: { ...cheap, 'messages.get': 5, 'attachments.get': 5, 'threads.get': 10 },
    userUnitsPerMinute: 15_000,
    projectUnitsPerMinute: 1_200_000,
    projectUnitsPerDay: null,
    burstUnits: 1_500,
    concurrent: 6,
  },
};
