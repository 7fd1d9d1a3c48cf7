// Names that the fake hands out and takes back: page tokens and attachment ids. They say nothing by themselves, they end
// after a while, and they end at once when a test says so.
import { randomBytes } from 'node:crypto';

interface Entry<Value> {
  readonly value: Value;
  readonly issuedAt: number;
}

export interface HandlesOptions {
  readonly now: () => number;
  readonly lifeMs: number;
  readonly make: () => string;
  /** Beyond it the oldest are forgotten. */
  readonly most: number;
}

export class Handles<Value> {
  readonly #options: HandlesOptions;
  readonly #entries = new Map<string, Entry<Value>>();

  constructor(options: HandlesOptions) {
    this.#options = options;
  }

  issue(value: Value): string {
    const handle = this.#options.make();
    this.#entries.set(handle, { value, issuedAt: this.#options.now() });
    const [oldest] = this.#entries.keys();
    if (oldest !== undefined && this.#entries.size > this.#options.most) this.#entries.delete(oldest);
    return handle;
  }

  read(handle: string): Value | undefined {
    const entry = this.#entries.get(handle);
    return entry && entry.issuedAt + this.#options.lifeMs > this.#options.now() ? entry.value : undefined;
  }

  expire(): void {
    this.#entries.clear();
  }
}

const hourMs = 3_600_000;

/** Twenty digits, as Gmail's look. */
export function pageTokens<Value>(now: () => number): Handles<Value> {
  const make = () => String(randomBytes(8).readBigUInt64BE()).padStart(20, '0');
  return new Handles({ now, lifeMs: hourMs, make, most: 10_000 });
}

/** Google's are 383 to 404 characters long, and new with every reply. */
export function attachmentIds<Value>(now: () => number): Handles<Value> {
  const make = () => `ANGjdJ${randomBytes(287).toString('base64url')}`;
  return new Handles({ now, lifeMs: hourMs, make, most: 20_000 });
}
