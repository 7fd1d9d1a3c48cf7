// One open account: its mail on disk and, while it is signed in, its link to Gmail. Answers what the window asks of mail.
// Knows no tokens and no SQL.
import { setTimeout as sleep } from 'node:timers/promises';
import { type Contents, type ContentsOptions, createContents } from '../contents/contents.ts';
import { gmailParts } from '../contents/gmail-parts.ts';
import type { PartSource } from '../contents/parts.ts';
import { type Failure, FailureError, isFull, type SignedOutReason } from '../contract/failure.ts';
import type { Account, Connection, CountedLabel, Label, SyncState } from '../contract/model.ts';
import type { Input } from '../contract/requests.ts';
import type { Person, Searches } from '../contract/search.ts';
import type { GmailApi } from '../gmail/api.ts';
import type { Change } from '../store/change.ts';
import type { Store } from '../store/store.ts';
import type { Arrival } from '../sync/catch-up.ts';
import { createGmailSearch, type GmailSearch } from '../sync/gmail-search.ts';
import { listUnknown } from '../sync/list-unknown.ts';
import type { Following } from './following.ts';
import { createSearching, type Searching } from './searching.ts';

export interface MailboxOptions {
  readonly account: Account;
  readonly store: Store;
  /** The account's own, for what is kept beside its mail. */
  readonly folder: string;
  /** Where parts of messages are to be had of an account that nobody follows: the sample mailbox has its own. */
  readonly ownParts?: PartSource | undefined;
  readonly fetchPicture: ContentsOptions['fetchPicture'];
  readonly cacheLimit?: ContentsOptions['cacheLimit'];
  readonly showsPictures?: ContentsOptions['showsPictures'];
  /** Epoch ms. */
  readonly now: () => number;
  readonly onState: () => void;
  readonly onMessages: (ids: readonly string[] | null) => void;
  readonly onLabels: () => void;
  /** Mail that has just come. */
  readonly onNews?: ((news: readonly Arrival[]) => void) | undefined;
  /** How long to wait between two looks at Gmail. */
  readonly everyMs?: (() => number) | undefined;
  readonly onSearches: () => void;
  readonly onAnswer: (query: string) => void;
  /** A message was passed over for now, because of this. */
  readonly onUnreadable: (id: string, error: unknown) => void;
  readonly onBug: (error: unknown) => string;
}

export interface Mailbox {
  readonly account: Account;
  /** The account's own first. */
  readonly ownAddresses: () => readonly string[];
  readonly connection: () => Connection;
  readonly sync: () => SyncState;
  /** Begins to follow Gmail, in place of an earlier link. */
  readonly connect: (api: GmailApi) => Promise<void>;
  /** Gmail asks for patience until this instant, epoch ms; what is under way goes on by itself afterwards. */
  readonly held: (retryAt: number) => void;
  /** Ends the link; mail on disk stays readable. */
  readonly disconnect: (connection: Connection) => Promise<void>;
  readonly searching: Searching;
  /** What is looked at of messages beyond their text. */
  readonly contents: Contents;
  readonly labels: () => Promise<readonly CountedLabel[]>;
  /** Without their counts. */
  readonly labelNames: () => Promise<readonly Label[]>;
  readonly people: (input: Input<'people.find'>) => Promise<readonly Person[]>;
  readonly named: (input: Input<'people.named'>) => Promise<readonly Person[]>;
  readonly searches: () => Promise<Searches>;
  readonly changeSearches: (change: NonNullable<Change['searches']>) => Promise<void>;
  /** What was learnt of Gmail's limits. */
  readonly limits: () => Promise<string | null>;
  readonly rememberLimits: (learnt: string) => Promise<void>;
  readonly pause: (paused: boolean) => Promise<void>;
  /** False where there is no link to do it with. */
  readonly syncNow: () => boolean;
  /** `last` is done while mail can still be read and nothing comes any more. */
  readonly close: (last?: () => Promise<void>) => Promise<void>;
}

/** What a window looks at: a mailbox, or those of all accounts as one. */
export interface MailInView
  extends Pick<Mailbox, 'contents' | 'labels' | 'people' | 'named' | 'searches' | 'changeSearches' | 'pause'> {
  readonly searching: Omit<Searching, 'order' | 'labelInView' | 'stop'>;
}

interface Link {
  readonly parts: PartSource;
  readonly following: Following;
  readonly search: GmailSearch;
  readonly ended: AbortController;
}

/** The state of an account that nobody follows. */
const still = { running: false, diskFull: false, messagesPerMinute: null, leftMs: null };
/** A shorter wait than this is not worth a word. */
const worthSayingMs = 5_000;

const pass = (ms: number, signal?: AbortSignal) => sleep<void>(ms, undefined, { ...(signal && { signal }) });

/** Where a failed run leaves the connection. */
function connectionAfter(failure: Failure): Connection {
  if (failure.kind === 'signed-out') return { state: 'signed-out', reason: failure.reason };
  return failure.kind === 'offline' ? { state: 'offline' } : { state: 'refused', failure };
}

export async function openMailbox(options: MailboxOptions): Promise<Mailbox> {
  const { account, store, now, onState, onMessages } = options;
  let connection: Connection = account.kind === 'sample' ? { state: 'local' } : { state: 'connecting' };
  let sendAsAddresses: readonly string[] = [];
  let { paused } = await store.read('position');
  let counted = await counts();
  let link: Link | undefined;

  async function counts(): Promise<Pick<SyncState, 'onDisk' | 'inMailbox' | 'syncedAt'>> {
    const { onDisk, inMailbox, syncedAt, ownAddresses } = await store.read('position');
    sendAsAddresses = ownAddresses;
    return { onDisk, inMailbox, syncedAt };
  }

  const ownAddresses = () => [...new Set([account.email, ...sendAsAddresses])];

  const change = (next: Connection = connection) => {
    connection = next;
    onState();
  };

  /** Says nothing where the link that it comes from has ended meanwhile: somebody else speaks now. */
  const refreshCounts = async (ended: AbortSignal, next?: Connection) => {
    const fresh = await counts().catch(() => counted);
    if (ended.aborted) return;
    counted = fresh;
    const isBack = connection.state === 'offline' && next?.state === 'online';
    change(next);
    // What somebody looks at, and could not be had, is asked for again.
    if (isBack) onMessages(null);
  };

  /** Mail comes in again after Gmail had asked for patience. */
  const goingOn = (): Connection | undefined =>
    connection.state === 'refused' && connection.failure.kind === 'busy' ? { state: 'connecting' } : undefined;

  const endLink = async (): Promise<void> => {
    const ending = link;
    link = undefined;
    searching.stop();
    ending?.ended.abort();
    ending?.search.stop();
    await ending?.following.stop();
  };

  const connect: Mailbox['connect'] = async (api) => {
    await endLink();
    const ended = new AbortController();
    const { onUnreadable, onBug, onAnswer, onLabels } = options;
    // Its parsers of mail are a third of the program, and mail on disk is shown without them.
    const { createFollowing } = await import('./following.ts');
    const following = createFollowing({
      api,
      store,
      now,
      ticks: () => performance.now(),
      sleep: pass,
      paused,
      onState: () => void refreshCounts(ended.signal),
      onChanged: (ids) => {
        onMessages(ids);
        const next = goingOn();
        if (next) change(next);
      },
      onLabels,
      onNews: options.onNews,
      everyMs: options.everyMs,
      onFollowed: (failure) =>
        void refreshCounts(ended.signal, failure ? connectionAfter(failure) : { state: 'online' }),
      onUnreadable,
      onBug,
    });
    const search = createGmailSearch({
      api,
      now,
      sleep: pass,
      onFound: (messages) => listUnknown(store, messages, now()),
      onAnswer,
      onTerm: (term, at, ids) => store.apply({ answers: [{ term, at, ids }] }),
      onBug,
    });
    link = { parts: gmailParts(api), following, search, ended };
    change({ state: 'connecting' });
  };

  const disconnect: Mailbox['disconnect'] = async (next) => {
    await endLink();
    change(next);
  };

  const searching = createSearching({
    store,
    now,
    link: () => link && { sync: link.following.sync, search: link.search, ended: link.ended },
    isReachable: () => connection.state === 'online' || connection.state === 'connecting',
    ownAddresses,
    onBug: options.onBug,
  });

  const closing = new AbortController();
  const source = () => {
    if (link) return { source: link.parts, signal: link.ended.signal };
    return options.ownParts && { source: options.ownParts, signal: closing.signal };
  };
  const contents = createContents({
    store,
    folder: options.folder,
    source,
    fetchMessage: searching.openMessage,
    fetchPicture: options.fetchPicture,
    cacheLimit: options.cacheLimit,
    showsPictures: options.showsPictures,
    now,
    signal: closing.signal,
  });

  return {
    account,
    ownAddresses,
    connection: () => connection,
    sync: () => ({ ...still, paused, ...link?.following.state(), ...counted }),
    connect,
    held: (retryAt) => {
      if (link && retryAt - now() > worthSayingMs) change({ state: 'refused', failure: { kind: 'busy', retryAt } });
    },
    disconnect,
    searching,
    contents,
    labels: () => store.read('countedLabels'),
    labelNames: store.labels,
    people: (input) => store.read('people', input),
    named: (input) => store.read('named', input),
    searches: () => store.read('searches'),
    changeSearches: async (searches) => {
      await store.apply({ searches });
      options.onSearches();
    },
    limits: async () => (await store.read('position')).limits,
    rememberLimits: (learnt) => store.apply({ remembered: { limits: learnt } }),
    pause: async (next) => {
      paused = next;
      await link?.following.pause(next);
      onState();
      // On a full disk it holds until Porthole is closed.
      await store.apply({ remembered: { paused: next } }).catch((error: unknown) => {
        if (!(error instanceof FailureError && isFull(error.failure))) throw error;
      });
    },
    syncNow: () => {
      link?.following.runNow();
      link?.search.askAnew();
      return link !== undefined;
    },
    close: async (last) => {
      closing.abort();
      await endLink();
      await last?.();
      await store.close();
    },
  };
}

export const signedOut = (reason: SignedOutReason): Connection => ({ state: 'signed-out', reason });
