// Asks Gmail what is asked of the disk, and keeps its answers by query. The words of the query are not its business.
import { type Failure, FailureError } from '../contract/failure.ts';
import type { GmailApi, MessageQuery } from '../gmail/api.ts';
import { listPages } from './listing.ts';

export interface FoundMessage {
  readonly id: string;
  readonly threadId: string;
}

export interface GmailAnswer {
  /** In Gmail's order, about newest first. */
  readonly ids: readonly string[];
  readonly messages: readonly FoundMessage[];
  /** Whether all pages have come. Of an answer without end only the first pages do. */
  readonly complete: boolean;
  /** Why they have not, where something went wrong. */
  readonly failure: Failure | null;
}

export interface GmailSearchOptions {
  readonly api: GmailApi;
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>;
  /** Epoch ms. */
  readonly now: () => number;
  /** What Gmail has named, before anybody hears of the answer. */
  readonly onFound: (messages: readonly FoundMessage[]) => Promise<void>;
  /** There is more of an answer, or it could not be had. While it comes, once a second at the most. */
  readonly onAnswer: (query: string) => void;
  /** Gmail has named every message that it finds by a term. `at` is epoch ms. */
  readonly onTerm: (term: string, at: number, ids: readonly string[]) => Promise<void>;
  readonly onBug: (error: unknown) => string;
}

export interface GmailSearch {
  /** What Gmail has said to it so far. Asks, where nobody has asked lately: `onAnswer` follows. */
  readonly ask: (query: string, server: Omit<MessageQuery, 'pageToken'>) => GmailAnswer | undefined;
  /** No answer stands any longer. */
  readonly askAnew: () => void;
  /** What it has said so far, without asking. */
  readonly answered: (query: string) => GmailAnswer | undefined;
  readonly isAsking: (query: string) => boolean;
  /** Asks for what only Gmail knows, where nobody has asked lately: `onTerm` follows where it can be had. */
  readonly askTerm: (term: string, server: Omit<MessageQuery, 'pageToken'>) => void;
  readonly stop: () => void;
}

/** A query is typed letter by letter; only what is still wanted after this is worth Gmail's quota. */
const settleMs = 250;
/** For so long an answer stands once something else was asked; until then it stands, and history brings what is new. */
const standsMs = 10 * 60_000;
/** A refusal is asked about again sooner. */
const failureStandsMs = 10_000;
const keptAnswers = 20;
/** 10,000 messages of an answer: more than anybody scrolls through, and the mailbox comes by itself. */
const mostPages = 20;
const sayEveryMs = 1_000;

const found = (messages: readonly FoundMessage[]) => ({ messages: [...messages], ids: messages.map(({ id }) => id) });

export function createGmailSearch({
  api,
  sleep,
  now,
  onFound,
  onAnswer,
  onTerm,
  onBug,
}: GmailSearchOptions): GmailSearch {
  /** `ended`: nothing more comes of it. */
  const answers = new Map<string, GmailAnswer & { readonly at: number; readonly ended: boolean }>();
  const terms = new AbortController();
  const askedTerms = new Map<string, { readonly at: number; readonly standsMs: number }>();
  /** What was asked last. */
  let latest: string | undefined;
  let current: { readonly query: string; readonly stop: AbortController } | undefined;

  /** A clock that was set, either way, makes nothing stand for longer. */
  const isWithin = (ms: number, at: number) => Math.abs(now() - at) < ms;

  const keep = (query: string, answer: GmailAnswer, ended: boolean) => {
    answers.delete(query);
    answers.set(query, { ...answer, at: now(), ended });
    const [oldest] = answers.keys();
    if (answers.size > keptAnswers && oldest !== undefined) answers.delete(oldest);
  };

  const listen = async (query: string, server: Omit<MessageQuery, 'pageToken'>, signal: AbortSignal): Promise<void> => {
    await sleep(settleMs, signal);
    const messages: FoundMessage[] = [];
    // An earlier answer shows until the new one is whole: nothing goes away to come back.
    const isFirst = !answers.get(query)?.ended;
    let saidAt = Number.NEGATIVE_INFINITY;
    let pages = 0;
    for await (const page of listPages(api, server, { lane: 'visible', signal })) {
      await onFound(page.messages);
      messages.push(...page.messages);
      const ended = page.last || ++pages === mostPages;
      if (ended || isFirst) keep(query, { ...found(messages), complete: page.last, failure: null }, ended);
      if (ended) return;
      if (!isFirst || isWithin(sayEveryMs, saidAt)) continue;
      saidAt = now();
      onAnswer(query);
    }
    // Gmail has gone round in circles.
    throw new FailureError({ kind: 'unexpected-reply' });
  };

  /** Only the whole of it is worth remembering. */
  const listenForTerm = async (term: string, server: Omit<MessageQuery, 'pageToken'>): Promise<void> => {
    const { signal } = terms;
    const at = now();
    const ids: string[] = [];
    await sleep(settleMs, signal);
    for await (const page of listPages(api, server, { lane: 'visible', signal })) {
      ids.push(...page.ids);
      if (page.last) await onTerm(term, at, ids);
    }
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
        keep(query, { ...found(answers.get(query)?.messages ?? []), complete: false, failure }, true);
      })
      .finally(() => {
        if (current === asking) current = undefined;
        if (!asking.stop.signal.aborted) onAnswer(query);
      });
  };

  const stands = ({ failure, ended, at }: { failure: Failure | null; ended: boolean; at: number }, isOpen: boolean) => {
    if (failure) return isWithin(failureStandsMs, at);
    return ended && (isOpen || isWithin(standsMs, at));
  };

  return {
    ask: (query, server) => {
      const known = answers.get(query);
      const isOpen = query === latest;
      latest = query;
      if (current?.query !== query && !(known && stands(known, isOpen))) begin(query, server);
      return known;
    },
    askAnew: () => {
      for (const [query, answer] of answers) answers.set(query, { ...answer, at: Number.NEGATIVE_INFINITY });
      askedTerms.clear();
      const open = latest;
      latest = undefined;
      // Whoever looks at it asks again.
      if (open !== undefined) onAnswer(open);
    },
    answered: (query) => answers.get(query),
    isAsking: (query) => current?.query === query,
    askTerm: (term, server) => {
      const asked = askedTerms.get(term);
      if (asked && isWithin(asked.standsMs, asked.at)) return;
      askedTerms.set(term, { at: now(), standsMs });
      listenForTerm(term, server).catch((error: unknown) => {
        askedTerms.set(term, { at: now(), standsMs: failureStandsMs });
        if (!(error instanceof FailureError) && !terms.signal.aborted) onBug(error);
      });
    },
    stop: () => {
      current?.stop.abort();
      terms.abort();
    },
  };
}
