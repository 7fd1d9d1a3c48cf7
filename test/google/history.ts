// What changed in a mailbox, in order. A history id grows with every change, by uneven steps, and is a uint64 that does
// not fit a JavaScript number: whoever takes it for one finds out here. Knows no message's content.

export type ChangeKind = 'messageAdded' | 'messageDeleted' | 'labelAdded' | 'labelRemoved';

export interface Change {
  readonly id: bigint;
  readonly kind: ChangeKind;
  readonly messageId: string;
  readonly threadId: string;
  /** All that the message carries after the change. */
  readonly labelIds: readonly string[];
  /** What a label change added or removed. */
  readonly changed: readonly string[];
}

export class History {
  #last: bigint;
  #oldest: bigint;
  #changes: Change[] = [];

  constructor(first: bigint) {
    this.#last = first;
    this.#oldest = first;
  }

  /** The id of the latest change. */
  get id(): bigint {
    return this.#last;
  }

  record(change: Omit<Change, 'id'>): bigint {
    this.#last += 1n + BigInt(this.#changes.length % 3);
    this.#changes.push({ ...change, id: this.#last });
    return this.#last;
  }

  /** The changes after `start`; undefined where they are no longer, or not yet, known. */
  since(start: bigint): Change[] | undefined {
    if (start < this.#oldest || start > this.#last) return undefined;
    // Newest changes are asked for, of a list that may hold a hundred thousand.
    let from = this.#changes.length;
    while (from > 0 && (this.#changes[from - 1]?.id ?? 0n) > start) from -= 1;
    return this.#changes.slice(from);
  }

  /** Forgets everything up to now: an older start is answered with 404. */
  expire(): void {
    this.#changes = [];
    this.#last += 1n;
    this.#oldest = this.#last;
  }
}
