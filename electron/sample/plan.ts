// Who writes when: deals kinds of threads until there are enough messages, and puts the messages in order of time.
// Knows nothing of what they say. Holds some dozens of bytes per message, so that a million of them can be planned.
import type { Kind, Place } from './letter.ts';
import { dayMs, minuteMs, momentAfter, momentBefore } from './moments.ts';
import { dealer, Random } from './random.ts';

const spanMs = 3 * 365 * dayMs;

export interface Plan {
  readonly threads: readonly { readonly kind: Kind; readonly place: Place }[];
  readonly threadOf: Uint32Array;
  readonly at: Float64Array;
  /** Indices into the two above, oldest message first. */
  readonly order: Uint32Array;
}

export interface Deal {
  readonly kind: Kind;
  /** How many threads of this kind come in each round. */
  readonly threads: number;
}

/** The instants of one thread, as many as there is room for before `until`. */
function instants(kind: Kind, wanted: number, until: number, random: Random): number[] {
  const at = [momentBefore(random, kind.rhythm, until, spanMs)];
  while (at.length < wanted) {
    const next = momentAfter(random, at[at.length - 1] ?? until, kind.pace, kind.rhythm);
    if (next > until) break;
    at.push(next);
  }
  return at;
}

export function makePlan(deals: readonly Deal[], count: number, seed: number, now: number): Plan {
  const random = new Random(seed, 0xda7e);
  const round = deals.flatMap(({ kind, threads }) => Array.from({ length: threads }, () => kind));
  const deal = dealer(random, round);
  const until = now - 10 * minuteMs;
  const threads: { kind: Kind; place: Place }[] = [];
  const dealt = new Map<Kind, number>();
  const threadOf = new Uint32Array(count);
  const at = new Float64Array(count);
  for (let filled = 0; filled < count; ) {
    const kind = deal();
    const thread = instants(kind, Math.min(random.pick(kind.lengths), count - filled), until, random);
    for (const instant of thread) {
      threadOf[filled] = threads.length;
      at[filled] = instant;
      filled += 1;
    }
    const nth = dealt.get(kind) ?? 0;
    dealt.set(kind, nth + 1);
    threads.push({ kind, place: { length: thread.length, nth } });
  }
  const order = Uint32Array.from(at, (_, i) => i).sort((a, b) => (at[a] ?? 0) - (at[b] ?? 0) || a - b);
  const newest = order[count - 1];
  // There is always something that has only just come.
  if (newest !== undefined) at[newest] = now - random.int(2 * minuteMs, 6 * minuteMs);
  return { threads, threadOf, at, order };
}
