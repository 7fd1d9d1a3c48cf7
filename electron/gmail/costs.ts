// What Gmail charges and allows, as tables. Source: Gmail API usage limits, 2026-09-10. Costs and limits of projects
// that were in use before May 2026 differ; which of them hold shows only in practice: see allowance.ts.

export interface Costs {
  readonly getProfile: number;
  readonly listLabels: number;
  readonly getLabel: number;
  readonly listSendAs: number;
  readonly listHistory: number;
  readonly listMessages: number;
  readonly getMessage: number;
  readonly getAttachment: number;
  readonly getThread: number;
}

export type Method = keyof Costs;

const cheap = { getProfile: 1, listLabels: 1, getLabel: 1, listSendAs: 1, listHistory: 2, listMessages: 5 } as const;

/** Quota units a call. Any `format` costs the same. */
export const newProjectCosts: Costs = { ...cheap, getMessage: 20, getAttachment: 20, getThread: 40 };
export const oldProjectCosts: Costs = { ...cheap, getMessage: 5, getAttachment: 5, getThread: 10 };

/** What one user of a project may do. */
export interface Plan {
  readonly costs: Costs;
  readonly unitsPerSecond: number;
}

/** From the narrowest to the widest. Google does not say whether older projects keep the old costs. */
export const plans: readonly [Plan, ...Plan[]] = [
  { costs: newProjectCosts, unitsPerSecond: 100 },
  { costs: newProjectCosts, unitsPerSecond: 250 },
  { costs: oldProjectCosts, unitsPerSecond: 250 },
];

export interface Limits {
  readonly unitsPerSecond: number;
  /** What may be spent at once after a rest. */
  readonly burstUnits: number;
  /** Units that only a person may spend, so that a click never waits for the background. */
  readonly reserveUnits: number;
  /** Gmail refuses many calls at once far below the quota. */
  readonly concurrency: number;
}
