// When each message comes and which thread it belongs to: some dozens of bytes a message, so that a million can be planned.
// Of 100,000 messages 45,000 stand alone, 16,000 come in pairs, and 39,000 in 7,000 threads of 5.6.
import { Random } from '../../../electron/sample/random.ts';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
export const spanMs = 12 * 365.25 * dayMs;
const longestThread = 80;

export interface Plan {
  readonly count: number;
  /** By a message's number, oldest first: when, in which thread, and how many of its thread came before. */
  readonly at: Float64Array;
  readonly threadOf: Uint32Array;
  readonly turn: Uint8Array;
  /** By a thread's number: the numbers of its messages begin here in `members`, oldest first. */
  readonly threadStart: Uint32Array;
  readonly members: Uint32Array;
}

function threadLength(random: Random): number {
  const dice = random.next();
  if (dice < 0.75) return 1;
  if (dice < 0.75 + 0.133) return 2;
  let length = 3;
  while (length < longestThread && random.chance(2.6 / 3.6)) length += 1;
  return length;
}

/** The likelier the nearer to now, by day more than by night. */
function firstInstant(now: number, random: Random): number {
  const age = spanMs * random.next() ** 1.7;
  const at = now - age;
  const hour = Math.floor(at / hourMs) % 24;
  return hour < 6 && random.chance(0.8) ? at - 8 * hourMs : at;
}

/** Answers come within minutes, hours or days: each of these about as often. */
const gapMs = (random: Random) => 120_000 * 3_000 ** random.next();

export function makePlan(count: number, seed: number, now: number): Plan {
  const random = new Random(seed, 0xda7e);
  const instants = new Float64Array(count);
  const threads = new Uint32Array(count);
  const turns = new Uint8Array(count);
  const starts: number[] = [];
  for (let filled = 0; filled < count; ) {
    const thread = starts.length;
    starts.push(filled);
    const length = Math.min(threadLength(random), count - filled);
    let at = firstInstant(now, random);
    for (let turn = 0; turn < length; turn += 1) {
      instants[filled] = Math.floor(at);
      threads[filled] = thread;
      turns[filled] = turn;
      filled += 1;
      // The answers of a thread that is still going on have come sooner.
      at += Math.min(gapMs(random), (now - at) * 0.4);
    }
  }
  const order = Uint32Array.from(instants.keys()).sort((a, b) => (instants[a] ?? 0) - (instants[b] ?? 0) || a - b);
  const members = new Uint32Array(count);
  order.forEach((slot, number) => {
    members[slot] = number;
  });
  return {
    count,
    at: Float64Array.from(order, (slot) => instants[slot] ?? 0),
    threadOf: Uint32Array.from(order, (slot) => threads[slot] ?? 0),
    turn: Uint8Array.from(order, (slot) => turns[slot] ?? 0),
    threadStart: Uint32Array.from(starts),
    members,
  };
}
