// Asks for the pages of a search that are in view, and asks again when an event says that mail has changed. Never more than
// one question is out: what is wanted meanwhile is the next one, and an answer to what is no longer wanted is dropped. Old
// rows stay until the new ones are all there, so nothing jumps and nothing blinks. Knows neither the screen nor the bridge.
import type { PortholeEvent } from '../../electron/contract/events.ts';
import type { Failure, Result } from '../../electron/contract/failure.ts';
import type { Input } from '../../electron/contract/requests.ts';
import { type FoundPage, pageSize, type Search } from '../../electron/contract/search.ts';
import { type Found, foundFrom, listOf, pagesFor, withPages } from '../messages/pages.ts';

export interface Finding {
  /** The last answer: of `found.search`, which is an earlier search until the new one is answered, or could not be. */
  readonly found: Found | null;
  readonly failure: Failure | null;
}

/** What is looked for, and whether Gmail is asked the same. */
export interface Wanted {
  readonly search: Search;
  readonly ask: boolean;
}

export interface FinderOptions {
  readonly wanted: Wanted;
  /** What is known of it already: whole pages of it, from the row `at` on, and the first row in view. */
  readonly first?: { readonly found: FoundPage; readonly at: number; readonly row: number } | null;
  readonly ask: (input: Input<'messages.find'>) => Promise<Result<FoundPage>>;
  readonly listen: (listener: (event: PortholeEvent) => void) => () => void;
  /** Runs it a little later: several events in a row cost one question, and what is in view comes before what is near. */
  readonly soon: (run: () => void) => void;
}

export interface Finder {
  readonly subscribe: (listener: () => void) => () => void;
  readonly read: () => Finding;
  readonly find: (wanted: Wanted) => void;
  readonly show: (first: number, last: number) => void;
  /** The whole list of this search was counted. */
  readonly count: (search: Search, total: number) => void;
  readonly again: () => void;
}

interface Question {
  readonly pages: readonly number[];
  /** All that is shown comes from this answer. */
  readonly anew: boolean;
  /** Somebody sees them, and not only what is next to them. */
  readonly seen: boolean;
}

const pagesAhead = 2;

/** An answer of several pages, page by page. */
function pagesOf(found: FoundPage, at: number): ReadonlyMap<number, FoundPage> {
  const pages = Math.max(1, Math.ceil(found.rows.length / pageSize));
  return new Map(
    Array.from({ length: pages }, (_, page) => [
      at / pageSize + page,
      { ...found, rows: found.rows.slice(page * pageSize, (page + 1) * pageSize) },
    ]),
  );
}

const isPending = ({ pages }: Found, page: number) => pages.get(page)?.some((row) => 'pending' in row) ?? false;

const sameWanted = (one: Wanted, other: Wanted) =>
  one.ask === other.ask &&
  one.search.text === other.search.text &&
  one.search.caret === other.search.caret &&
  listOf(one.search) === listOf(other.search);

export function createFinder({ wanted: firstWanted, first = null, ask, listen, soon }: FinderOptions): Finder {
  const listeners = new Set<() => void>();
  let finding: Finding = {
    found: first && foundFrom(firstWanted.search, pagesOf(first.found, first.at)),
    failure: null,
  };
  let wanted = firstWanted;
  let view = { first: first?.row ?? 0, last: first?.row ?? 0 };
  /** The pages that were asked for last because somebody sees them. */
  let seen: readonly number[] = [];
  /** What is shown is not what is wanted, or no longer as it is on disk. */
  let stale = false;
  /** Mail has changed since the last question, and a later one will say how. */
  let changed = false;
  let asking = false;
  let planned = false;
  /** What was wanted when that was planned. */
  let plannedFor = firstWanted;
  /** The pages next to those in view are wanted too. */
  let ahead = false;
  let stopListening: (() => void) | null = null;

  function publish(next: Finding): void {
    finding = next;
    for (const listener of listeners) listener();
  }

  /** What is known of the list that is wanted. */
  function known(): Found | null {
    const { found } = finding;
    return found && listOf(found.search) === listOf(wanted.search) ? found : null;
  }

  const pagesInView = (found: Found, around: number) => pagesFor(view.first, view.last, found.total, around);

  function nextQuestion(): Question | null {
    const found = known();
    if (stale) {
      const pages = found ? pagesInView(found, 0) : [];
      return { anew: true, seen: true, pages: pages.length > 0 ? pages : [0] };
    }
    if (!found) return null;
    // What is known of a page may be that its rows are still to come: they come when somebody sees them.
    const isWanted = (page: number) => !found.pages.has(page) || (isPending(found, page) && !seen.includes(page));
    const pages = pagesInView(found, 0);
    if (pages.some(isWanted)) return { anew: false, seen: true, pages };
    const near = ahead ? pagesInView(found, pagesAhead).filter((page) => !found.pages.has(page)) : [];
    return near.length > 0 ? { anew: false, seen: false, pages: near } : null;
  }

  /** Whether to go on. */
  async function answered({ pages, anew, seen: isSeen }: Question): Promise<boolean> {
    const asked = wanted;
    if (anew) stale = false;
    if (isSeen) seen = pages;
    const inView = view;
    const results = await Promise.all(
      pages.map(async (page) => ({
        page,
        result: await ask({ ...asked, offset: page * pageSize, limit: pageSize, ...(isSeen && { inView }) }),
      })),
    );
    if (asked !== wanted) return true;
    const answers = new Map<number, FoundPage>();
    let failure: Failure | null = null;
    for (const { page, result } of results) {
      if (result.ok) answers.set(page, result.value);
      else failure = result.failure;
    }
    // The rows of another list would pass for those of this one, and the sentence would have no place.
    if (failure) publish({ found: known(), failure });
    else if (anew) publish({ found: foundFrom(asked.search, answers, known()), failure: null });
    else if (finding.found) publish({ found: withPages(finding.found, answers), failure: null });
    return failure === null || stale;
  }

  async function run(): Promise<void> {
    if (asking) return;
    asking = true;
    for (let question = nextQuestion(); question; question = nextQuestion()) {
      if (!(await answered(question))) break;
    }
    asking = false;
    if (!ahead && !finding.failure) plan();
  }

  function plan(): void {
    if (planned) return;
    planned = true;
    plannedFor = wanted;
    soon(() => {
      planned = false;
      // Somebody types: what is near the rows of one letter would be in the way of the next.
      if (plannedFor !== wanted) {
        plan();
        return;
      }
      ahead = true;
      if (changed) stale = true;
      changed = false;
      void run();
    });
  }

  function anew(): void {
    stale = true;
    void run();
  }

  return {
    subscribe(listener) {
      listeners.add(listener);
      if (!stopListening) {
        stopListening = listen(({ name }) => {
          if (name !== 'messages.changed' && name !== 'search.answered') return;
          changed = true;
          plan();
        });
        anew();
      }
      return () => {
        listeners.delete(listener);
        if (listeners.size > 0) return;
        stopListening?.();
        stopListening = null;
      };
    },
    read: () => finding,
    find(next) {
      if (sameWanted(next, wanted)) return;
      const sameList = listOf(next.search) === listOf(wanted.search);
      wanted = next;
      if (!sameList) {
        view = { first: 0, last: 0 };
        seen = [];
        if (finding.failure) publish({ ...finding, failure: null });
      }
      ahead = false;
      anew();
    },
    show(first, last) {
      if (first === view.first && last === view.last) return;
      view = { first, last };
      ahead = false;
      void run();
    },
    count(search, total) {
      const found = known();
      if (!found || listOf(search) !== listOf(found.search) || (found.counted && found.total === total)) return;
      publish({ ...finding, found: { ...found, total, counted: true } });
      if (found.foundByGmail === 0) return;
      // How many of them only Gmail found is known now, too.
      changed = true;
      plan();
    },
    again: anew,
  };
}
