// How much Gmail allows, learnt from its refusals: settles just under them, and tries now and then whether there is more.
// Makes no call itself. What it has learnt is kept by whoever made it, as text.
import * as z from 'zod/mini';
import { type Costs, type Limits, type Method, type Plan, plans } from './costs.ts';
import type { HeldUpBy } from './gate.ts';

export interface AllowanceOptions {
  /** What an earlier run has learnt. */
  readonly remembered: string | null;
  /** Whose limits these are: another OAuth client is of another project, which has its own. */
  readonly client: string;
  /** For how long nothing has been asked of this account; null where nothing ever was. */
  readonly restedMs: number | null;
  /** Epoch ms. */
  readonly now: () => number;
  /** Ms of a clock that nobody sets. */
  readonly ticks: () => number;
  readonly onLearnt: (learnt: string) => void;
}

export interface Allowance {
  readonly limits: () => Limits;
  readonly costs: () => Costs;
  /** What is there to spend at the beginning: a run before this one may have spent it all. */
  readonly unitsAtFirst: number;
  /** A call goes out. Answers what `refused` needs to know of it. */
  readonly spend: (method: Method) => number;
  /** Gmail refused a call that went out at `era`; several refusals of one moment count once. */
  readonly refused: (why: 'rate' | 'concurrency', era: number) => void;
  readonly succeeded: () => void;
  /** What a call in the background has waited for. */
  readonly heldUp: (by: HeldUpBy) => void;
}

/** Just below what is documented: whoever asks exactly as fast is refused for a difference between two clocks. */
const normalShare = 0.985;
const leastShare = 0.2;
/** Closer than that to a share that was refused is close enough. */
const closeEnough = 0.03;
const burstUnits = 1_500;
const leastBurst = 400;
const reserveUnits = 200;
const concurrency = 4;
const mostConcurrency = 6;
/** Calls that must go well before one more at once is tried: up to the usual, and beyond. */
const callsPerRaise = 50;
const callsPerRaiseBeyond = 500;
/** Where so many of them have waited for others to end, one more at once is worth trying. */
const crowdedShare = 0.7;
/** So many in a row that wait for no units say that the quota is not what holds the background up. */
const idleCalls = 5;
/** For so long a refusal is remembered. */
const dayMs = 24 * 60 * 60 * 1000;
/** For so long the background must have been held up by the quota alone before more is tried. */
const saturatedMs = 15_000;
const raiseMs = 10 * 60 * 1000;
/** Units above what a plan gives that no bucket of that plan can hold: whoever was given them has a wider one. */
const proofUnits = 1.6 * burstUnits;
/** So many refusals of the rate in a row, each for a lower share, say that it is the plan that is wrong. */
const mostRefusedRates = 5;
/** How far back spending is looked at to tell whether a refusal was for a burst. */
const burstMs = 15_000;

const share = z.number().check(z.gte(leastShare), z.lte(normalShare));
const learntShape = z.object({
  client: z._default(z.string(), ''),
  plan: z.int().check(z.gte(0), z.lt(plans.length)),
  /** Of the plan's rate. */
  share,
  /** The lowest share that was refused, and when, epoch ms. */
  refused: z.nullable(z.object({ share, at: z.number() })),
  burstUnits: z.int().check(z.gte(leastBurst), z.lte(burstUnits)),
  /** When a larger burst was refused, epoch ms. */
  burstAt: z._default(z.nullable(z.number()), null),
  concurrency: z.int().check(z.gte(1), z.lte(mostConcurrency)),
  /** So many at once were refused. */
  tooMany: z.nullable(z.object({ calls: z.int(), at: z.number() })),
  /** When a wider plan was refused, epoch ms. */
  triedAt: z.nullable(z.number()),
});
type Learnt = z.output<typeof learntShape>;

const nothingLearnt: Omit<Learnt, 'client'> = {
  plan: 0,
  share: normalShare,
  refused: null,
  burstUnits,
  burstAt: null,
  concurrency,
  tooMany: null,
  triedAt: null,
};

function recall(remembered: string | null, client: string): Learnt {
  try {
    const learnt = learntShape.parse(JSON.parse(remembered ?? ''));
    if (learnt.client === client) return learnt;
  } catch {
    // nothing remembered, or written by another version
  }
  return { ...nothingLearnt, client };
}

const planAt = (index: number): Plan => plans[index] ?? plans[0];

export function createAllowance(options: AllowanceOptions): Allowance {
  const { restedMs, now, ticks, onLearnt } = options;
  let learnt = recall(options.remembered, options.client);
  let era = 0;
  /** A wider plan is being tried; `excess`: what has been spent above what the present one gives. */
  let trial: { excess: number; at: number } | undefined;
  let saturatedSince: number | undefined;
  let goodSince = ticks();
  /** Calls since something was learnt, and those of them that waited for others to end. */
  let calls = 0;
  let crowded = 0;
  /** Calls in a row that waited for no units. */
  let unheld = 0;
  let spent: { readonly at: number; readonly units: number }[] = [];
  /** Rates that were refused one after the other, each soon after the last. */
  let refusedRates = 0;

  const learn = (next: Partial<Learnt>) => {
    learnt = { ...learnt, ...next };
    era++;
    goodSince = ticks();
    calls = 0;
    crowded = 0;
    onLearnt(JSON.stringify(learnt));
  };
  /** A clock that was set, either way, makes nothing fresh for longer than a day. */
  const isFresh = (at: number | undefined) => at !== undefined && Math.abs(now() - at) < dayMs;
  const burst = () => (isFresh(learnt.burstAt ?? undefined) ? learnt.burstUnits : burstUnits);
  const plan = () => planAt(learnt.plan + (trial ? 1 : 0));

  /** Half way up to what was refused; all the way once that is a day ago. */
  const higherShare = (): number | undefined => {
    const refused = isFresh(learnt.refused?.at) ? learnt.refused : null;
    if (!refused) return learnt.share < normalShare ? normalShare : undefined;
    return learnt.share < refused.share - closeEnough ? (learnt.share + refused.share) / 2 : undefined;
  };
  const hasWider = () =>
    learnt.plan + 1 < plans.length && !isFresh(learnt.refused?.at) && !isFresh(learnt.triedAt ?? undefined);

  const tryMore = () => {
    if (trial || saturatedSince === undefined || ticks() - saturatedSince < saturatedMs) return;
    const higher = higherShare();
    if (higher !== undefined) {
      if (ticks() - goodSince >= raiseMs) learn({ share: higher });
    } else if (hasWider()) {
      trial = { excess: 0, at: ticks() };
      era++;
    }
  };

  const countTrial = (method: Method) => {
    if (!trial) return;
    const narrower = planAt(learnt.plan);
    const given = ((ticks() - trial.at) / 1000) * narrower.unitsPerSecond;
    trial = { excess: Math.max(0, trial.excess - given) + narrower.costs[method], at: ticks() };
    if (trial.excess < proofUnits) return;
    trial = undefined;
    learn({ plan: learnt.plan + 1, share: normalShare, refused: null });
  };

  /** Whether more was spent lately than came back meanwhile. */
  const isBurst = () => {
    const perMs = (plan().unitsPerSecond * learnt.share) / 1000;
    let ahead = 0;
    let last = 0;
    for (const { at, units } of spent.filter((one) => ticks() - one.at < burstMs)) {
      ahead = Math.max(0, ahead - (at - last) * perMs) + units;
      last = at;
    }
    return ahead > reserveUnits;
  };

  /** A plan of which so little is given is not this project's: Google may have changed it, or it was proven by mistake. */
  const isTooWide = () => {
    refusedRates = ticks() - goodSince < raiseMs ? refusedRates + 1 : 1;
    return learnt.plan > 0 && (learnt.share <= leastShare || refusedRates >= mostRefusedRates);
  };

  const slowDown = () => {
    saturatedSince = undefined;
    if (trial) {
      trial = undefined;
      learn({ triedAt: now() });
    } else if (isBurst() && burst() > leastBurst) {
      learn({ burstUnits: Math.max(leastBurst, Math.round(burst() * 0.6)), burstAt: now() });
    } else if (isTooWide()) {
      refusedRates = 0;
      learn({ plan: learnt.plan - 1, share: normalShare, refused: null, triedAt: now() });
    } else {
      const refused = { share: learnt.share, at: now() };
      learn({ refused, share: Math.max(leastShare, learnt.share * 0.9) });
    }
  };

  const fewer = () => {
    const tooMany = { calls: learnt.concurrency, at: now() };
    learn({ tooMany, concurrency: Math.max(1, Math.floor(learnt.concurrency / 2)) });
  };

  const moreAtOnce = () => {
    const most = isFresh(learnt.tooMany?.at) ? (learnt.tooMany?.calls ?? 0) - 1 : mostConcurrency;
    const isWanted = crowded > calls * crowdedShare;
    calls = 0;
    crowded = 0;
    if (learnt.concurrency < most && isWanted) learn({ concurrency: learnt.concurrency + 1 });
  };

  return {
    unitsAtFirst:
      restedMs === null
        ? burst()
        : Math.min(burst(), reserveUnits + (Math.max(0, restedMs) / 1000) * plan().unitsPerSecond * learnt.share),
    costs: () => plan().costs,
    limits: () => ({
      unitsPerSecond: plan().unitsPerSecond * (trial ? normalShare : learnt.share),
      burstUnits: burst(),
      reserveUnits,
      concurrency: learnt.concurrency,
    }),
    spend: (method) => {
      spent = spent.length < 2_000 ? spent : spent.slice(-1_000);
      spent.push({ at: ticks(), units: plan().costs[method] });
      countTrial(method);
      return era;
    },
    refused: (why, at) => {
      if (at !== era) return;
      if (why === 'rate') slowDown();
      else fewer();
    },
    succeeded: () => {
      if (++calls >= (learnt.concurrency < concurrency ? callsPerRaise : callsPerRaiseBeyond)) moreAtOnce();
      tryMore();
    },
    heldUp: (by) => {
      if (by === 'calls') crowded++;
      unheld = by === 'units' ? 0 : unheld + 1;
      if (by === 'units') saturatedSince ??= ticks();
      else if (unheld >= idleCalls) saturatedSince = undefined;
    },
  };
}
