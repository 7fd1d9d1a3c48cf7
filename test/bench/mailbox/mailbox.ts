// A mailbox of any size for measuring: Ada's, over twelve years, the same everywhere for the same size and seed.
import type { Label, Message } from '../../../electron/contract/model.ts';
import { labels } from './filing.ts';
import { messageAt } from './message.ts';
import { makePlan } from './plan.ts';

/** Grows with whatever changes what is made: databases made before are made anew. */
export const generatorVersion = 2;
/** When the mail is looked at, epoch ms; the newest message is seconds older. */
export const benchNow = Date.UTC(2026, 10, 22, 12);
export const ownAddress = 'ada@example.org';

export interface BenchMailbox {
  readonly count: number;
  readonly threads: number;
  readonly labels: readonly Label[];
  readonly newestFirst: () => Generator<Message, void, undefined>;
  readonly oldestFirst: () => Generator<Message, void, undefined>;
  /** By its number, oldest first, from 0. */
  readonly message: (number: number) => Message;
}

export function benchMailbox(count: number, seed = 1): BenchMailbox {
  const source = { plan: makePlan(count, seed, benchNow), seed, now: benchNow };
  const message = (number: number) => messageAt(source, number);
  return {
    count,
    threads: source.plan.threadStart.length,
    labels,
    message,
    *newestFirst() {
      for (let number = count - 1; number >= 0; number -= 1) yield message(number);
    },
    *oldestFirst() {
      for (let number = 0; number < count; number += 1) yield message(number);
    },
  };
}
