// The sample mailbox: a made-up life in mail, the same for the same seed. Makes Gmail's own JSON, so that it goes
// through the same code as real mail. Knows neither disk nor network.
import type { WireLabel, WireMessage } from '../gmail/wire.ts';
import { deals } from './deck.ts';
import { envelope } from './envelope.ts';
import { type Fate, fateOf, labelIdsOf } from './filing.ts';
import { sampleLabels } from './labels.ts';
import type { Kind, Letter, Place, Write } from './letter.ts';
import { messageIdOf } from './mailers.ts';
import { makePlan } from './plan.ts';
import { Random } from './random.ts';

export interface SampleOptions {
  readonly count: number;
  readonly seed?: number;
  /** Epoch ms. The newest message is a few minutes older, the oldest about three years. */
  readonly now: number;
}

export interface SampleMailbox {
  readonly labels: readonly WireLabel[];
  /** Oldest first, so that an answer comes after what it answers. Can be run through again. */
  readonly messages: Iterable<WireMessage>;
}

/** Gmail's ids are hexadecimal and grow with time. */
function idOf(at: number, serial: number): string {
  const low = (Math.imul(serial, 0x9e3779b1) >>> 0) & 0xfffff;
  return at.toString(16).padStart(11, '0') + low.toString(16).padStart(5, '0');
}

/** A thread that is not over yet. */
class Thread {
  left: number;
  readonly #random: Random;
  readonly #fate: Fate;
  readonly #write: Write;
  readonly #messageIds: string[] = [];
  /** What each message's References say. */
  readonly #ways: (readonly string[])[] = [];
  #id = '';

  constructor(kind: Kind, place: Place, random: Random) {
    this.left = place.length;
    this.#random = random;
    this.#fate = fateOf(random);
    this.#write = kind.begin(random, place);
  }

  next(at: number, now: number, serial: number): WireMessage {
    const turn = this.#messageIds.length;
    const letter = this.#write(at, turn);
    const id = idOf(at, serial);
    if (turn === 0) this.#id = id;
    const messageId = messageIdOf(letter, id);
    const links = this.#links(letter);
    this.#messageIds.push(messageId);
    this.left -= 1;
    return envelope(letter, {
      id,
      threadId: this.#id,
      at,
      historyId: String(1_000_000 + serial * 17),
      messageId,
      labelIds: labelIdsOf(letter, this.#fate, now - at, this.#random),
      ...links,
    });
  }

  /** RFC 5322, section 3.6.4: References is the way back to the first message, cut in the middle where it is long. */
  #links({ answers }: Letter): { inReplyTo?: string; references?: string } {
    const parent = answers === undefined ? undefined : this.#messageIds[answers];
    if (answers === undefined || parent === undefined) {
      this.#ways.push([]);
      return {};
    }
    const before = this.#ways[answers] ?? [];
    const way = before.length < 20 ? [...before, parent] : [...before.slice(0, 2), ...before.slice(3), parent];
    this.#ways.push(way);
    return { inReplyTo: parent, references: way.join(' ') };
  }
}

function* write(count: number, seed: number, now: number): Generator<WireMessage, void, undefined> {
  const plan = makePlan(deals, count, seed, now);
  const open = new Map<number, Thread>();
  for (let serial = 0; serial < count; serial += 1) {
    const slot = plan.order[serial] ?? 0;
    const number = plan.threadOf[slot] ?? 0;
    let thread = open.get(number);
    if (thread === undefined) {
      const planned = plan.threads[number];
      if (planned === undefined) throw new Error('a message without a thread');
      thread = new Thread(planned.kind, planned.place, new Random(seed, number));
      open.set(number, thread);
    }
    yield thread.next(plan.at[slot] ?? now, now, serial);
    if (thread.left === 0) open.delete(number);
  }
}

export function sampleMailbox({ count, seed = 1, now }: SampleOptions): SampleMailbox {
  return { labels: sampleLabels, messages: { [Symbol.iterator]: () => write(count, seed, now) } };
}
