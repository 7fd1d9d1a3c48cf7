// Counts what every request costs and, where it is switched on, refuses what is too much: a smooth bucket for each user,
// one for the project, its day, and a limit of requests in flight. Time is a parameter. Knows no HTTP.
import { type CostTable, costTables, type GmailMethod, type ProjectAge } from './costs.ts';

export type QuotaSetting = ProjectAge | 'off' | CostTable;

export type Refusal =
  | { readonly why: 'concurrency' | 'day' }
  | { readonly why: 'rate' /** When there will be enough again, epoch ms. */; readonly retryAt: number };

export type Admission =
  | {
      readonly admitted: true;
      readonly units: number /** To be called once, when the reply is done. */;
      readonly leave: () => void;
    }
  | { readonly admitted: false; readonly refusal: Refusal };

interface Bucket {
  level: number;
  at: number;
}

const dayMs = 86_400_000;

export class Quota {
  /** All units spent, by everybody. */
  unitsSpent = 0;
  readonly #now: () => number;
  readonly #users = new Map<string, Bucket>();
  readonly #inFlight = new Map<string, number>();
  #project: Bucket | undefined;
  #table: CostTable | null = null;
  #day = { startsAt: 0, units: 0 };

  constructor(now: () => number, setting: QuotaSetting) {
    this.#now = now;
    this.switch(setting);
  }

  /** Begins with full buckets. */
  switch(setting: QuotaSetting): void {
    this.#table = typeof setting === 'string' ? (setting === 'off' ? null : costTables[setting]) : setting;
    this.#users.clear();
    this.#project = undefined;
    this.#day = { startsAt: 0, units: 0 };
  }

  admit(user: string, method: GmailMethod): Admission {
    const units = (this.#table ?? costTables.new).units[method];
    const refusal = this.#table && this.#refuse(this.#table, user, units);
    if (refusal) return { admitted: false, refusal };
    this.unitsSpent += units;
    this.#inFlight.set(user, this.#flying(user) + 1);
    return { admitted: true, units, leave: () => this.#inFlight.set(user, this.#flying(user) - 1) };
  }

  #flying(user: string): number {
    return this.#inFlight.get(user) ?? 0;
  }

  /** Takes the units where it does not refuse. */
  #refuse(table: CostTable, user: string, units: number): Refusal | undefined {
    if (this.#flying(user) >= table.concurrent) return { why: 'concurrency' };
    const now = this.#now();
    const startsAt = Math.floor(now / dayMs) * dayMs;
    if (this.#day.startsAt !== startsAt) this.#day = { startsAt, units: 0 };
    if (table.projectUnitsPerDay !== null && this.#day.units + units > table.projectUnitsPerDay) return { why: 'day' };
    const perUser = { perMs: table.userUnitsPerMinute / 60_000, capacity: table.burstUnits };
    const perProject = { perMs: table.projectUnitsPerMinute / 60_000, capacity: table.projectUnitsPerMinute };
    const own = refill(this.#users.get(user), now, perUser);
    const project = refill(this.#project, now, perProject);
    this.#users.set(user, own);
    this.#project = project;
    const waits = [(units - own.level) / perUser.perMs, (units - project.level) / perProject.perMs];
    const wait = Math.max(...waits);
    if (wait > 0) return { why: 'rate', retryAt: Math.ceil(now + wait) };
    own.level -= units;
    project.level -= units;
    this.#day.units += units;
    return undefined;
  }
}

function refill(bucket: Bucket | undefined, now: number, rate: { perMs: number; capacity: number }): Bucket {
  if (!bucket) return { level: rate.capacity, at: now };
  return { level: Math.min(rate.capacity, bucket.level + (now - bucket.at) * rate.perMs), at: now };
}
