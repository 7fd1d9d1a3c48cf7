// Answers what the window looks for: from disk at once, and from Gmail, which is asked the same, where there is a link.
// What is looked at and not here yet is fetched first. Knows no tokens and no SQL.
import { type Failure, FailureError } from '../contract/failure.ts';
import type { Message, Thread } from '../contract/model.ts';
import type { Input } from '../contract/requests.ts';
import type { FoundPage, Grouping, Search, Summary } from '../contract/search.ts';
import { gmailTerms } from '../search/answerable.ts';
import { parse } from '../search/parse.ts';
import { print } from '../search/print.ts';
import type { ParsedQuery } from '../search/query.ts';
import { type ServerContext, type ServerQuery, toServerQuery, toServerTerm } from '../search/server.ts';
import type { RowOrder } from '../store/finder.ts';
import type { InThread } from '../store/read-messages.ts';
import type { Store } from '../store/store.ts';
import type { GmailSearch } from '../sync/gmail-search.ts';
import type { Sync } from '../sync/sync.ts';

export interface SearchLink {
  readonly sync: Sync;
  readonly search: GmailSearch;
  readonly ended: AbortController;
}

export interface SearchingOptions {
  readonly store: Store;
  /** Epoch ms. */
  readonly now: () => number;
  readonly link: () => SearchLink | undefined;
  /** Whether Gmail can be asked just now. */
  readonly isReachable: () => boolean;
  readonly ownAddresses: () => readonly string[];
  readonly onBug: (error: unknown) => string;
}

export interface Searching {
  /** From disk. Rows that are pending are fetched behind it, and `messages.changed` follows. */
  readonly find: (input: Input<'messages.find'>) => Promise<FoundPage>;
  /** By what the rows up to `end` stand in their order. */
  readonly order: (search: Search, end: number) => Promise<RowOrder>;
  /** Of the same messages as `find`. Null where a later one has taken its place. */
  readonly summarize: (input: Input<'messages.summarize'>) => Promise<Summary | null>;
  /** Fetched first where it is not here. Throws `gone` where it can't be had, or why it can't be fetched now. */
  readonly openMessage: (id: string) => Promise<Message>;
  /** What is here at once, the rest as pending rows that are being fetched; of a conversation of which nothing is here, all
   *  that can be had. Throws `gone` where nobody knows it, or why it can't be fetched now. */
  readonly openThread: (id: string) => Promise<Thread>;
  /** All messages that are found, oldest first, pending ones too. */
  readonly findAll: (search: Search) => Promise<readonly InThread[]>;
  /** All messages of the conversation, oldest first. */
  readonly findInThread: (threadId: string) => Promise<readonly InThread[]>;
  /** The label whose list was looked at last; null of any other list. */
  readonly labelInView: () => string | null;
  /** Nobody is looking at anything any more. */
  readonly stop: () => void;
}

const asMessageQuery = ({ q, labelIds, includeSpamTrash }: ServerQuery) => ({
  labelIds,
  includeSpamTrash,
  ...(q !== '' && { q }),
});

/** What is looked for, as Gmail gets it. */
interface Told {
  readonly parsed: ParsedQuery;
  readonly context: ServerContext;
  /** Null where Gmail has no word for something in it. */
  readonly server: ServerQuery | null;
  /** The label whose list it is, where it asks for nothing else. */
  readonly labelId: string | null;
}

interface Look {
  readonly query: string;
  readonly ids: readonly string[];
  /** Those that nobody has seen yet. */
  readonly near: ReadonlySet<string>;
  readonly stop: AbortController;
}

/** Pages that a window shows at once, and the one that was left last. */
const mostLooks = 3;
/** Rows that are read at once where all are wanted. */
const pageOfAll = 2_000;
/** What can't be had is not asked for at every look. */
const triedAgainMs = 60_000;

export function createSearching(options: SearchingOptions): Searching {
  const { store, now, link, isReachable, ownAddresses } = options;
  /** When a row was last fetched because somebody sees it, or may soon. */
  const triedAt = new Map<string, number>();
  /** The latest last. */
  let looks: readonly Look[] = [];
  let labelInView: string | null = null;

  const endLooks = (ended: readonly Look[]) => {
    for (const { ids, stop } of ended) {
      stop.abort();
      for (const id of ids) triedAt.delete(id);
    }
    looks = looks.filter((look) => !ended.includes(look));
  };

  const stop = () => {
    endLooks(looks);
    triedAt.clear();
  };

  /** What Gmail has said so far; asks it, where it has a word for everything that is looked for. */
  const askGmail = ({ parsed, context, server }: Told, { search }: SearchLink) => {
    for (const term of gmailTerms(parsed.root, context.labels)) {
      const asked = toServerTerm(term, context);
      if (asked) search.askTerm(print(term), asMessageQuery(asked));
    }
    return server ? search.ask(parsed.text, asMessageQuery(server)) : undefined;
  };

  const toldOf = async ({ text, partsOfWords }: Search): Promise<Told> => {
    const labels = await store.labels();
    const context = { labels, ownAddresses: ownAddresses(), now: now() };
    const parsed = parse(text, { partsOfWords });
    const server = toServerQuery(parsed, context);
    const [only = null, ...others] = server?.q === '' ? server.labelIds : [];
    return { parsed, context, server, labelId: others.length === 0 ? only : null };
  };

  /** Rows of a label's list as Gmail counts them, as long as not all of them are known here. */
  const rowsAtGmail = async ({ labelId }: Told, grouping: Grouping): Promise<number | null> => {
    const counts = labelId === null ? undefined : await store.read('gmailCounts', { labelId });
    return counts ? counts[grouping] : null;
  };

  const tellGmail = async ({ search, ask }: Input<'messages.find'>) => {
    const told = await toldOf(search);
    const linked = link();
    labelInView = told.labelId;
    // The label that a list is of is brought before the others.
    linked?.sync.setFocus(told.labelId);
    return {
      answer: linked && ask && isReachable() ? askGmail(told, linked) : undefined,
      rows: await rowsAtGmail(told, search.grouping),
    };
  };

  /** What a person sees comes first, then what is around it, and only for as long as they look. */
  const fetchPending = (query: string, seen: readonly string[], near: readonly string[]) => {
    const linked = link();
    if (!linked) return;
    if (looks.some((look) => look.query !== query)) stop();
    // What was around is in view now: it begins anew, in its turn.
    endLooks(looks.filter((look) => seen.some((id) => look.near.has(id))));
    const isDue = (id: string) => now() - (triedAt.get(id) ?? 0) > triedAgainMs;
    const inView = seen.filter(isDue);
    const around = near.filter(isDue);
    if (inView.length + around.length === 0) return;
    // Whoever has scrolled on no longer waits for what they scrolled past.
    endLooks(looks.slice(0, Math.max(looks.length + 1 - mostLooks, 0)));
    const ids = [...inView, ...around];
    const look: Look = { query, ids, near: new Set(around), stop: new AbortController() };
    looks = [...looks, look];
    for (const id of ids) triedAt.set(id, now());
    const signal = AbortSignal.any([linked.ended.signal, look.stop.signal]);
    Promise.all([linked.sync.fetchNow(inView, 'visible', signal), linked.sync.fetchNow(around, 'recent', signal)])
      .catch((error: unknown) => {
        if (signal.aborted) return;
        // The network's fault, or Gmail's, and none of theirs.
        for (const id of ids) triedAt.delete(id);
        if (!(error instanceof FailureError)) options.onBug(error);
      })
      .finally(() => {
        looks = looks.filter((other) => other !== look);
      });
  };

  const asked = (search: Input<'messages.find'>['search']) => ({
    search,
    now: now(),
    ownAddresses: ownAddresses(),
    also: link()?.search.answered(search.text)?.ids ?? [],
  });

  const find: Searching['find'] = async (input) => {
    const { search, ask, offset, limit, inView } = input;
    const { text } = search;
    // The disk is asked first, and waits for nothing.
    const [page, atGmail] = await Promise.all([
      store.read('find', { ...asked(search), offset, limit }),
      tellGmail(input),
    ]);
    const isAsking = ask && (link()?.search.isAsking(text) ?? false);
    if (inView) {
      const pending = page.rows.flatMap((row, at) => ('pending' in row ? [{ id: row.id, at: offset + at }] : []));
      const { seen = [], near = [] } = Object.groupBy(pending, ({ at }) =>
        at >= inView.first && at <= inView.last ? 'seen' : 'near',
      );
      const idsOf = (rows: typeof pending) => rows.map(({ id }) => id);
      fetchPending(text, idsOf(seen), idsOf(near));
    }
    const { answer, rows } = atGmail;
    const gmail = isAsking ? 'asking' : answer?.complete ? 'answered' : 'not-asked';
    const unanswered: Failure | null = isAsking ? null : (answer?.failure ?? null);
    const extent = rows !== null && rows >= page.total && { total: rows, counted: true };
    return { ...page, ...extent, gmail, unanswered };
  };

  /** Fetches at once what somebody has opened. */
  const fetchOpened = async (fetch: (sync: Sync, signal: AbortSignal) => Promise<void>): Promise<void> => {
    const linked = link();
    if (!linked) return;
    try {
      await fetch(linked.sync, linked.ended.signal);
    } catch (error) {
      // The account was closed or signed out meanwhile; nobody is looking any more.
      if (!linked.ended.signal.aborted) throw error;
    }
  };

  return {
    find,
    labelInView: () => labelInView,
    order: (search, end) => store.read('order', { ...asked(search), end }),
    summarize: async ({ search }) => {
      const summary = await store.summarize(asked(search));
      const atGmail = await rowsAtGmail(await toldOf(search), search.grouping);
      return summary && { ...summary, total: Math.max(summary.total, atGmail ?? 0) };
    },
    openMessage: async (id) => {
      const kept = await store.read('message', { id });
      if (kept) return kept;
      await fetchOpened((sync, signal) => sync.fetchNow([id], 'clicked', signal));
      const fetched = await store.read('message', { id });
      if (!fetched) throw new FailureError({ kind: 'gone' });
      return fetched;
    },
    openThread: async (id) => {
      const thread = await store.read('thread', { id });
      if (!thread) throw new FailureError({ kind: 'gone' });
      const pending = thread.messages.filter((one) => 'pending' in one).length;
      if (pending === 0) return thread;
      const fetching = fetchOpened((sync, signal) => sync.fetchThread(id, 'clicked', signal));
      if (pending === thread.messages.length) {
        await fetching;
        return (await store.read('thread', { id })) ?? thread;
      }
      // What is here is shown at once; the rest follows, and an event says so.
      fetching.catch((error: unknown) => {
        if (!(error instanceof FailureError)) options.onBug(error);
      });
      return thread;
    },
    findAll: async (search) => {
      const all: InThread[] = [];
      for (let last = pageOfAll; last === pageOfAll; ) {
        const messages = { ...search, grouping: 'messages', order: 'oldest' } as const;
        const { rows } = await store.read('find', { ...asked(messages), offset: all.length, limit: pageOfAll });
        for (const row of rows)
          all.push(
            'pending' in row
              ? { id: row.id, email: null, receivedAt: null }
              : { id: row.id, email: row.from.email, receivedAt: row.receivedAt },
          );
        last = rows.length;
      }
      return all;
    },
    findInThread: (threadId) => store.read('inThread', { threadId }),
    stop,
  };
}
