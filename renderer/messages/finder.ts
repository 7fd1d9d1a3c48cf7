// Asks for the pages of a query that are in view, and asks again when an event says that mail has changed. Old rows stay
// until the new ones are all there, so nothing jumps and nothing blinks. Knows neither the screen nor the bridge.
import type { PortholeEvent } from '../../electron/contract/events.ts';
import type { Failure, Result } from '../../electron/contract/failure.ts';
import type { FoundPage } from '../../electron/contract/model.ts';
import { type Found, foundFrom, pageSize, pagesFor, withPage } from './pages.ts';

export interface Finding {
  /** The last answer: of `found.query`, which is an earlier query until the new one is answered. */
  readonly found: Found | null;
  readonly failure: Failure | null;
}

interface FinderOptions {
  readonly query: string;
  readonly ask: (input: { query: string; offset: number; limit: number }) => Promise<Result<FoundPage>>;
  readonly listen: (listener: (event: PortholeEvent) => void) => () => void;
  /** Runs it a little later: several events in a row cost one question. */
  readonly soon: (run: () => void) => void;
}

export interface Finder {
  readonly subscribe: (listener: () => void) => () => void;
  readonly read: () => Finding;
  readonly find: (query: string) => void;
  readonly show: (first: number, last: number) => void;
  readonly again: () => void;
}

export function createFinder({ query: firstQuery, ask, listen, soon }: FinderOptions): Finder {
  const listeners = new Set<() => void>();
  let finding: Finding = { found: null, failure: null };
  let query = firstQuery;
  let view = { first: 0, last: 0 };
  /** Answers to questions of an earlier round are dropped. */
  let round = 0;
  let refreshing = false;
  let planned = false;
  let changedMeanwhile = false;
  const fetching = new Set<number>();
  let stopListening: (() => void) | null = null;

  function publish(next: Finding): void {
    finding = next;
    for (const listener of listeners) listener();
  }

  const askPage = (page: number) => ask({ query, offset: page * pageSize, limit: pageSize });

  async function refresh(): Promise<void> {
    round += 1;
    const mine = round;
    refreshing = true;
    changedMeanwhile = false;
    fetching.clear();
    const sameQuery = finding.found?.query === query;
    const wanted = sameQuery && finding.found ? pagesFor(view.first, view.last, finding.found.total) : [0];
    const results = await Promise.all(wanted.map(async (page) => ({ page, result: await askPage(page) })));
    if (mine !== round) return;
    refreshing = false;
    const answers = new Map<number, FoundPage>();
    let failure: Failure | null = null;
    for (const { page, result } of results) {
      if (result.ok) answers.set(page, result.value);
      else failure = result.failure;
    }
    publish(failure ? { ...finding, failure } : { found: foundFrom(query, answers), failure: null });
    if (changedMeanwhile) plan();
    fill();
  }

  function plan(): void {
    if (refreshing) changedMeanwhile = true;
    if (refreshing || planned) return;
    planned = true;
    soon(() => {
      planned = false;
      // A new query may have started a round of its own since.
      if (refreshing) changedMeanwhile = true;
      else void refresh();
    });
  }

  function fill(): void {
    const { found } = finding;
    if (refreshing || !found || found.query !== query) return;
    for (const page of pagesFor(view.first, view.last, found.total)) {
      if (!found.pages.has(page) && !fetching.has(page)) void fetchPage(page);
    }
  }

  async function fetchPage(page: number): Promise<void> {
    const mine = round;
    fetching.add(page);
    const result = await askPage(page);
    if (mine !== round || !finding.found) return;
    fetching.delete(page);
    publish(
      result.ok
        ? { found: withPage(finding.found, page, result.value), failure: null }
        : { ...finding, failure: result.failure },
    );
  }

  return {
    subscribe(listener) {
      listeners.add(listener);
      if (!stopListening) {
        stopListening = listen(({ name }) => {
          if (name === 'messages.changed' || name === 'search.answered') plan();
        });
        void refresh();
      }
      return () => {
        listeners.delete(listener);
        if (listeners.size > 0) return;
        stopListening?.();
        stopListening = null;
      };
    },
    read: () => finding,
    find(wanted) {
      if (wanted === query) return;
      query = wanted;
      view = { first: 0, last: 0 };
      void refresh();
    },
    show(first, last) {
      view = { first, last };
      fill();
    },
    again: () => void refresh(),
  };
}
