// What the main process knows of many things of one kind, each asked for once and then kept: what somebody looks at, and as
// much again as may be looked at next. Knows nothing of what is asked.
import type { Result } from '../../electron/contract/failure.ts';
import type { Asked } from '../asked.ts';

interface KeptOptions<T> {
  readonly ask: (key: string) => Promise<Result<T>>;
  /** How many are kept that nobody looks at. */
  readonly most: number;
}

export interface KeptAnswer<T> {
  readonly subscribe: (listener: () => void) => () => void;
  readonly read: () => Asked<T>;
  readonly again: () => Promise<void>;
  /** It is known to be this now. */
  readonly put: (value: T) => void;
}

export interface Kept<T> {
  readonly of: (key: string) => KeptAnswer<T>;
  /** Asks before anybody looks. */
  readonly ahead: (key: string) => void;
  readonly forget: () => void;
}

interface Entry<T> extends KeptAnswer<T> {
  readonly start: () => void;
  readonly isWatched: () => boolean;
}

function createEntry<T>(ask: () => Promise<Result<T>>): Entry<T> {
  const listeners = new Set<() => void>();
  let asked: Asked<T> = { value: null, failure: null };
  let asking: Promise<void> | null = null;

  function tell(now: Asked<T>) {
    asked = now;
    for (const listener of listeners) listener();
  }

  async function once(): Promise<void> {
    const result = await ask();
    asking = null;
    tell(result.ok ? { value: result.value, failure: null } : { value: asked.value, failure: result.failure });
  }

  function again(): Promise<void> {
    asking ??= once();
    return asking;
  }

  function start() {
    if (asked.value === null) void again();
  }

  return {
    subscribe(listener) {
      listeners.add(listener);
      start();
      return () => listeners.delete(listener);
    },
    read: () => asked,
    again,
    put: (value) => tell({ value, failure: null }),
    start,
    isWatched: () => listeners.size > 0,
  };
}

export function createKept<T>({ ask, most }: KeptOptions<T>): Kept<T> {
  // The one that was wanted last stands last.
  const entries = new Map<string, Entry<T>>();

  function dropOldest() {
    const idle = [...entries].filter(([, entry]) => !entry.isWatched());
    for (const [key] of idle.slice(0, Math.max(0, idle.length - most))) entries.delete(key);
  }

  function of(key: string): Entry<T> {
    const entry = entries.get(key) ?? createEntry(() => ask(key));
    entries.delete(key);
    entries.set(key, entry);
    dropOldest();
    return entry;
  }

  return {
    of,
    ahead: (key) => of(key).start(),
    forget: () => entries.clear(),
  };
}
