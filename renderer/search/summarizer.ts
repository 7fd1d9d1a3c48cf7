// Asks how often what there is in what was found: after a breath, and again when mail has changed, but not for each message
// that comes in. Knows neither the screen nor the bridge.
import type { PortholeEvent } from '../../electron/contract/events.ts';
import type { Result } from '../../electron/contract/failure.ts';
import type { Search, Summary } from '../../electron/contract/search.ts';

export interface Summarized {
  readonly search: Search;
  readonly summary: Summary;
}

interface SummarizerOptions {
  readonly ask: (search: Search) => Promise<Result<Summary | null>>;
  readonly listen: (listener: (event: PortholeEvent) => void) => () => void;
  /** Runs it when so much time has gone; returns what prevents that. */
  readonly after: (ms: number, run: () => void) => () => void;
}

export interface Summarizer {
  readonly subscribe: (listener: () => void) => () => void;
  /** The last one: of an earlier search until the new one is counted. */
  readonly read: () => Summarized | null;
  /** `null`: nobody wants to know. */
  readonly want: (search: Search | null) => void;
}

/** Somebody who types is answered first. */
const breathMs = 150;
const changesWaitMs = 2_000;

export function createSummarizer({ ask, listen, after }: SummarizerOptions): Summarizer {
  const listeners = new Set<() => void>();
  let summarized: Summarized | null = null;
  let wanted: Search | null = null;
  let cancel: (() => void) | null = null;
  let stopListening: (() => void) | null = null;

  function plan(ms: number): void {
    cancel = after(ms, () => {
      cancel = null;
      void count();
    });
  }

  async function count(): Promise<void> {
    const search = wanted;
    if (!search) return;
    const result = await ask(search);
    // Without an answer the list stands all the same; the next change asks again.
    if (search !== wanted || !result.ok || !result.value) return;
    summarized = { search, summary: result.value };
    for (const listener of listeners) listener();
  }

  return {
    subscribe(listener) {
      listeners.add(listener);
      stopListening ??= listen(({ name }) => {
        if (name !== 'messages.changed' && name !== 'search.answered') return;
        if (wanted && !cancel) plan(changesWaitMs);
      });
      return () => {
        listeners.delete(listener);
        if (listeners.size > 0) return;
        stopListening?.();
        stopListening = null;
      };
    },
    read: () => summarized,
    want(search) {
      if (JSON.stringify(search) === JSON.stringify(wanted)) return;
      wanted = search;
      cancel?.();
      cancel = null;
      if (search) plan(search.caret === null ? 0 : breathMs);
    },
  };
}
