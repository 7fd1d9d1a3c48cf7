// Opens the mail of one account from disk. Knows no Gmail and no window.
import type { PartSource } from '../contents/parts.ts';
import type { PortholeEvent } from '../contract/events.ts';
import { FailureError } from '../contract/failure.ts';
import type { Account, Notice } from '../contract/model.ts';
import { usualCacheLimit } from '../contract/storage.ts';
import type { Log } from '../log.ts';
import { type Mailbox, type MailboxOptions, openMailbox } from '../mailbox/mailbox.ts';
import type { Rules } from '../policy.ts';
import { openStore, type Store } from '../store/store.ts';
import type { Listener } from '../telling/listener.ts';
import type { Accounts } from './accounts.ts';

export interface OpenAccountOptions {
  readonly accounts: Pick<Accounts, 'folder' | 'database'>;
  readonly storeWorker: URL;
  readonly fetchPicture: MailboxOptions['fetchPicture'];
  readonly cacheLimit?: MailboxOptions['cacheLimit'];
  /** What of that the organisation has fixed. */
  readonly rules: Rules;
  readonly everyMs?: MailboxOptions['everyMs'];
  /** Who tells of mail that comes, and counts it. */
  readonly listener?: Listener;
  /** Epoch ms. */
  readonly now: () => number;
  readonly emit: (event: PortholeEvent) => void;
  readonly log: Log;
  readonly tell: (notice: Notice) => void;
  readonly onState: () => void;
}

/** The sample's texts are a fifth of the bundle, and most runs never need them. */
async function openSample(store: Store, now: number): Promise<PartSource> {
  const [{ fillSample }, { sampleParts }] = await Promise.all([
    import('./sample-account.ts'),
    import('./sample-parts.ts'),
  ]);
  await fillSample(store, now);
  return sampleParts(store);
}

/** @throws FailureError where its database can't be opened */
export async function openAccountMail(account: Account, options: OpenAccountOptions): Promise<Mailbox> {
  const { emit, log, tell, listener, rules } = options;
  const folder = options.accounts.folder(account.id);
  let opened: Mailbox | undefined;
  const store = await openStore({
    file: options.accounts.database(account.id),
    workerUrl: options.storeWorker,
    onRebuilt: () => {
      tell('database-rebuilt');
      emit({ name: 'messages.changed', ids: null });
      opened?.syncNow();
    },
  });
  if (store.rebuilt) tell('database-rebuilt');
  // This SQLite has no FTS5: words are found by looking through every message.
  if (!store.hasWords) log.note('no word index', {});
  try {
    opened = await openMailbox({
      account,
      store,
      folder,
      ownParts: account.kind === 'sample' ? await openSample(store, options.now()) : undefined,
      fetchPicture: options.fetchPicture,
      cacheLimit: () => rules.cacheLimit(options.cacheLimit?.() ?? usualCacheLimit),
      showsPictures: rules.shown.remotePictures !== 'never',
      everyMs: options.everyMs,
      now: options.now,
      onState: options.onState,
      onMessages: (ids) => {
        emit({ name: 'messages.changed', ids });
        if (opened) listener?.changed(opened);
      },
      onLabels: () => {
        emit({ name: 'labels.changed' });
        if (opened) listener?.changed(opened);
      },
      onNews: (news) => opened && listener?.news(opened, news),
      onSearches: () => emit({ name: 'searches.changed' }),
      onAnswer: (query) => emit({ name: 'search.answered', query }),
      onUnreadable: (id, error) => {
        if (error instanceof FailureError) log.note('message unreadable', {}, id);
        else log.bug(error);
      },
      onBug: log.bug,
    });
    listener?.changed(opened);
    return opened;
  } catch (error) {
    await store.close();
    throw error;
  }
}
