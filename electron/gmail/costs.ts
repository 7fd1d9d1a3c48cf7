// What Gmail charges and allows, as tables. Source: Gmail API usage limits, 2026-09-10. Costs and limits of projects
// that were in use before May 2026 differ; which of the two holds shows only in practice.

export interface Costs {
  readonly getProfile: number;
  readonly listLabels: number;
  readonly getLabel: number;
  readonly listHistory: number;
  readonly listMessages: number;
  readonly getMessage: number;
  readonly getAttachment: number;
  readonly getThread: number;
}

export type Method = keyof Costs;

/** Quota units a call. Any `format` costs the same. */
export const newProjectCosts: Costs = {
  getProfile: 1,
  listLabels: 1,
  getLabel: 1,
  listHistory: 2,
  listMessages: 5,
  getMessage: 20,
  getAttachment: 20,
  getThread: 40,
};

export interface Limits {
  /** Kept below the 6,000 a minute that a user has, because what enforces it is smoother than a minute's bucket. */
  readonly unitsPerSecond: number;
  /** What may be spent at once after a rest. */
  readonly burstUnits: number;
  /** Units that only the foreground may spend, so that a click never waits for the background. */
  readonly reserveUnits: number;
  /** Gmail refuses many calls at once far below the quota. */
  readonly concurrency: number;
}

export const newProjectLimits: Limits = { unitsPerSecond: 85, burstUnits: 1_500, reserveUnits: 200, concurrency: 4 };
