// One open account: its mail on disk and, while it is signed in, its link to Gmail. Answers what the window asks of mail.
// Knows no tokens and no SQL.
import { setTimeout as sleep } from 'node:timers/promises';
import { type Failure, FailureError, type SignedOutReason } from './contract/failure.ts';
import type { Account, Connection, FoundPage, Message, SyncState } from './contract/model.ts';
import type { Input } from './contract/requests.ts';
import type { GmailApi } from './gmail/api.ts';
import { parse } from './search/parse.ts';
import { toServerQuery } from './search/server.ts';
import type { Store } from './store/store.ts';
import { createGmailSearch, type GmailSearch } from './sync/gmail-search.ts';
import { createSchedule, type Schedule } from './sync/schedule.ts';
import type { Sync } from './sync/sync.ts';

export interface MailboxOptions {
  readonly account: Account;
  readonly store: Store;
  /** Epoch ms. */
  readonly now: () => number;
  readonly onState: () => void;
  readonly onMessages: (ids: readonly string[] | null) => void;
  readonly onAnswer: (query: string) => void;
  /** A message was passed over for now, because of this. */
  readonly onUnreadable: (error: unknown) => void;
  readonly onBug: (error: unknown) => string;
}

export interface Mailbox {
  readonly account: Account;
  readonly connection: () => Connection;
  readonly sync: () => SyncState;
  /** Begins to follow Gmail, in place of an earlier link. */
  readonly connect: (api: GmailApi) => Promise<void>;
  /** Gmail asks for patience until this instant, epoch ms; what is under way goes on by itself afterwards. */
  readonly held: (retryAt: number) => void;
  /** Ends the link; mail on disk stays readable. */
  readonly disconnect: (connection: Connection) => Promise<void>;
  readonly find: (input: Input<'messages.find'>) => Promise<FoundPage>;
  readonly openMessage: (id: string) => Promise<Message>;
  /** False where there is no link to do it with. */
  readonly syncNow: () => boolean;
  readonly close: () => Promise<void>;
}

interface Link {
  readonly sync: Sync;
  readonly schedule: Schedule;
  readonly search: GmailSearch;
  readonly ended: AbortController;
}

const triedAgainMs = 60_000;
/** A shorter wait than this is not worth a word. */
const worthSayingMs = 5_000;

const silence = (sleeping: Promise<unknown>) => sleeping.then(() => undefined);

/** Where a failed run leaves the connection. */
function connectionAfter(failure: Failure): Connection {
  if (failure.kind === 'signed-out') return { state: 'signed-out', reason: failure.reason };
  return failure.kind === 'offline' ? { state: 'offline' } : { state: 'refused', failure };
}

export async function openMailbox(options: MailboxOptions): Promise<Mailbox> {
  const { account, store, now, onState, onMessages } = options;
  let connection: Connection = account.kind === 'sample' ? { state: 'local' } : { state: 'connecting' };
  let state: SyncState = { running: false, progress: null, ...(await counts()) };
  let link: Link | undefined;
  let isRunning = false;
  /** When a row was last fetched for somebody who looks at it: what can't be had is not asked for at every look. */
  const triedAt = new Map<string, number>();
  let looking: { readonly query: string; readonly stop: AbortController } | undefined;

  async function counts(): Promise<Pick<SyncState, 'onDisk' | 'syncedAt'>> {
    const { onDisk, syncedAt } = await store.read('position');
    return { onDisk, syncedAt };
  }

  const change = (next: Partial<SyncState>, nextConnection: Connection = connection) => {
    state = { ...state, ...next };
    connection = nextConnection;
    onState();
  };

  /** Says nothing where the link that it comes from has ended meanwhile: somebody else speaks now. */
  const refreshCounts = async (ended: AbortSignal, next: Partial<SyncState>, nextConnection?: Connection) => {
    const counted = await counts().catch(() => ({}));
    if (!ended.aborted) change({ ...counted, ...next, running: isRunning }, nextConnection);
  };

  /** Mail comes in again after Gmail had asked for patience. */
  const goingOn = (): Connection | undefined =>
    connection.state === 'refused' && connection.failure.kind === 'busy' ? { state: 'connecting' } : undefined;

  const openMessageNow = async (id: string, { sync, ended }: Link): Promise<void> => {
    try {
      await sync.fetchNow([id], ended.signal);
    } catch (error) {
      // The account was closed or signed out meanwhile; nobody is looking any more.
      if (!ended.signal.aborted) throw error;
    }
  };

  const endLink = async (): Promise<void> => {
    const ending = link;
    link = undefined;
    looking?.stop.abort();
    looking = undefined;
    triedAt.clear();
    ending?.ended.abort();
    ending?.search.stop();
    await ending?.schedule.stop();
  };

  const connect: Mailbox['connect'] = async (api) => {
    await endLink();
    const ended = new AbortController();
    const { onUnreadable, onBug, onAnswer } = options;
    // Its parsers of mail are a third of the program, and mail on disk is shown without them.
    const { createSync } = await import('./sync/sync.ts');
    const sync = createSync({
      api,
      store,
      now,
      onChanged: (ids) => {
        onMessages(ids);
        const next = goingOn();
        if (next) change({}, next);
      },
      onProgress: (progress) => void refreshCounts(ended.signal, { progress }, progress ? goingOn() : undefined),
      onUnreadable: (_id, error) => onUnreadable(error),
    });
    const schedule = createSchedule({
      run: sync.run,
      now,
      sleep: (ms, signal) => silence(sleep(ms, undefined, { signal })),
      onStart: () => {
        isRunning = true;
        change({ running: true });
      },
      onEnd: (failure) => {
        isRunning = false;
        void refreshCounts(ended.signal, {}, failure ? connectionAfter(failure) : { state: 'online' });
      },
      onBug: (error) => {
        const failure: Failure = { kind: 'internal', reference: onBug(error) };
        isRunning = false;
        change({ running: false }, { state: 'refused', failure });
      },
    });
    const search = createGmailSearch({
      api,
      now,
      sleep: (ms, signal) => silence(sleep(ms, undefined, { signal })),
      onAnswer,
      onBug,
    });
    link = { sync, schedule, search, ended };
    change({}, { state: 'connecting' });
  };

  const disconnect: Mailbox['disconnect'] = async (next) => {
    await endLink();
    isRunning = false;
    change({ running: false, progress: null }, next);
  };

  const askGmail = async (query: string) => {
    const canAsk = connection.state === 'online' || connection.state === 'connecting';
    if (!link || !canAsk) return undefined;
    const labels = await store.read('labels');
    return link.search.ask(query, () => {
      const context = { labels, ownAddresses: [account.email], now: now() };
      const { q, labelIds, includeSpamTrash } = toServerQuery(parse(query), context);
      return { labelIds, includeSpamTrash, ...(q !== '' && { q }) };
    });
  };

  /** What a person is looking at comes first, and only for as long as they look. */
  const fetchPending = (query: string, pending: readonly string[]) => {
    if (!link) return;
    if (looking?.query !== query) {
      looking?.stop.abort();
      triedAt.clear();
      looking = { query, stop: new AbortController() };
    }
    const ids = pending.filter((id) => now() - (triedAt.get(id) ?? 0) > triedAgainMs);
    if (ids.length === 0) return;
    for (const id of ids) triedAt.set(id, now());
    const signal = AbortSignal.any([link.ended.signal, looking.stop.signal]);
    link.sync.fetchNow(ids, signal).catch((error: unknown) => {
      if (signal.aborted) return;
      // The network's fault, or Gmail's, and none of theirs.
      for (const id of ids) triedAt.delete(id);
      if (!(error instanceof FailureError)) options.onBug(error);
    });
  };

  const find: Mailbox['find'] = async ({ query, ask, offset, limit }) => {
    const answer = ask ? await askGmail(query) : undefined;
    const asking = ask && (link?.search.isAsking(query) ?? false);
    const unanswered = asking ? null : (answer?.failure ?? null);
    if (answer && (answer.ids.length > 0 || answer.complete)) {
      const page = await store.read('page', { ids: answer.ids, offset, limit });
      fetchPending(
        query,
        page.rows.flatMap((row) => ('pending' in row ? [row.id] : [])),
      );
      return { ...page, answeredBy: 'gmail', complete: answer.complete, asking, unanswered };
    }
    const page = await store.read('find', { query, offset, limit, now: now(), ownAddresses: [account.email] });
    return { ...page, answeredBy: 'disk', complete: true, asking, unanswered };
  };

  const openMessage: Mailbox['openMessage'] = async (id) => {
    const kept = await store.read('message', { id });
    if (kept) return kept;
    if (link) await openMessageNow(id, link);
    const fetched = await store.read('message', { id });
    if (!fetched) throw new FailureError({ kind: 'gone' });
    return fetched;
  };

  return {
    account,
    connection: () => connection,
    sync: () => state,
    connect,
    held: (retryAt) => {
      if (link && retryAt - now() > worthSayingMs) change({}, { state: 'refused', failure: { kind: 'busy', retryAt } });
    },
    disconnect,
    find,
    openMessage,
    syncNow: () => {
      link?.schedule.runNow();
      return link !== undefined;
    },
    close: async () => {
      await endLink();
      await store.close();
    },
  };
}

export const signedOut = (reason: SignedOutReason): Connection => ({ state: 'signed-out', reason });
