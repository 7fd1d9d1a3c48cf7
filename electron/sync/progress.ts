// How fast messages come in, and how long it will take until all are here. Counts; asks nobody.
import type { Costs } from '../gmail/costs.ts';

export interface Progress {
  readonly messagesPerMinute: number;
  readonly leftMs: number;
}

export interface ProgressMeter {
  readonly note: (messages: number) => void;
  /** `missing`: messages that are still to come. Null while nothing can be said. */
  readonly read: (
    missing: number,
    rates: { readonly costs: Costs; readonly unitsPerSecond: number },
  ) => Progress | null;
}

/** Long enough that what somebody looks at meanwhile, or a burst at the beginning, does not make it jump. */
const windowMs = 300_000;
/** The quota's word counts for as much as what came in so long. */
const trustMs = 60_000;
/** Where threads are fetched as a whole, messages cost less than each alone: by the usual mix of both. */
const usualSaving = 0.8;

/** `ticks`: ms of a clock that nobody sets. */
export function createProgressMeter(ticks: () => number): ProgressMeter {
  let noted: { readonly at: number; readonly messages: number }[] = [];
  /** The least that was allowed since it began: that more is tried for a moment makes nothing quicker yet. */
  let allowedPerMs = Number.POSITIVE_INFINITY;
  return {
    note: (messages) => {
      noted.push({ at: ticks(), messages });
    },
    read: (missing, { costs, unitsPerSecond }) => {
      noted = noted.filter(({ at }) => ticks() - at < windowMs);
      const [first] = noted;
      if (!first || missing === 0) {
        allowedPerMs = Number.POSITIVE_INFINITY;
        return null;
      }
      const passedMs = ticks() - first.at;
      const came = noted.slice(1).reduce((sum, { messages }) => sum + messages, 0);
      allowedPerMs = Math.min(allowedPerMs, unitsPerSecond / (costs.getMessage * usualSaving) / 1000);
      const perMs = (came + allowedPerMs * trustMs) / (passedMs + trustMs);
      return { messagesPerMinute: Math.round(perMs * 60_000), leftMs: Math.round(missing / perMs) };
    },
  };
}
