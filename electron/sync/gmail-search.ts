// Asks Gmail what is asked of the disk, and keeps its answers by query. The words of the query are not its business.
import { type Failure, FailureError } from '../contract/failure.ts';
import type { GmailApi, MessageQuery } from '../gmail/api.ts';
import { listPages } from './listing.ts';

export interface GmailAnswer {
  /** In Gmail's order, about newest first. */
  readonly ids: readonly string[];
  /** Whether all pages have come. */
  readonly complete: boolean;
  /** Why they have not, where they never will. */
  readonly failure: Failure | null;
}

export interface GmailSearchOptions {
  readonly api: GmailApi;
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>;
  /** Epoch ms. */
  readonly now: () => number;
  /** There is more of an answer, or it could not be had. */
  readonly onAnswer: (query: string) => void;
  readonly onBug: (error: unknown) => string;
}

export interface GmailSearch {
  /** What Gmail has said to it so far. Asks, where nobody has asked lately: `onAnswer` follows. */
  readonly ask: (query: string, toServer: () => Omit<MessageQuery, 'pageToken'>) => GmailAnswer | undefined;
  readonly isAsking: (query: string) => boolean;
  readonly stop: () => void;
}

/** A query is typed letter by letter; only what is still wanted after this is worth Gmail's quota. */
const settleMs = 250;
/** For so long an answer stands. Mail that comes meanwhile is shown by the inbox. */
const freshMs = 60_000;
/** A refusal is asked about again sooner. */
const failureFreshMs = 10_000;
const keptAnswers = 50;

export function createGmailSearch({ api, sleep, now, onAnswer, onBug }: GmailSearchOptions): GmailSearch {
  const answers = new Map<string, GmailAnswer & { readonly at: number }>();
  let current: { readonly query: string; readonly stop: AbortController } | undefined;

  const keep = (query: string, answer: GmailAnswer) => {
    answers.delete(query);
    answers.set(query, { ...answer, at: now() });
    const [oldest] = answers.keys();
    if (answers.size > keptAnswers && oldest !== undefined) answers.delete(oldest);
  };

  const listen = async (query: string, server: Omit<MessageQuery, 'pageToken'>, signal: AbortSignal): Promise<void> => {
    await sleep(settleMs, signal);
    const ids: string[] = [];
    for await (const page of listPages(api, server, { lane: 'foreground', signal })) {
      ids.push(...page.ids);
      keep(query, { ids: [...ids], complete: page.last, failure: null });
      if (page.last) return;
      onAnswer(query);
    }
    // Gmail has gone round in circles.
    throw new FailureError({ kind: 'unexpected-reply' });
  };

  const begin = (query: string, server: Omit<MessageQuery, 'pageToken'>): void => {
    current?.stop.abort();
    const asking = { query, stop: new AbortController() };
    current = asking;
    listen(query, server, asking.stop.signal)
      .catch((error: unknown) => {
        if (asking.stop.signal.aborted) return;
        const failure: Failure =
          error instanceof FailureError ? error.failure : { kind: 'internal', reference: onBug(error) };
        // Remembered as unanswered, so that the next page of the list does not ask again at once.
        keep(query, { ids: answers.get(query)?.ids ?? [], complete: false, failure });
      })
      .finally(() => {
        if (current === asking) current = undefined;
        if (!asking.stop.signal.aborted) onAnswer(query);
      });
  };

  return {
    ask: (query, toServer) => {
      const known = answers.get(query);
      const age = now() - (known?.at ?? 0);
      const stands = known && (known.failure ? age < failureFreshMs : known.complete && age < freshMs);
      if (current?.query !== query && !stands) begin(query, toServer());
      return known;
    },
    isAsking: (query) => current?.query === query,
    stop: () => current?.stop.abort(),
  };
}
