// The accounts whose mail is open: each with its mailbox and its own way to Gmail, whether it is shown or not. What happens in
// one that nobody looks at is told to nobody. Knows nothing of signing in.
import type { PortholeEvent } from '../contract/events.ts';
import { type Failure, FailureError } from '../contract/failure.ts';
import type { Account, AccountState } from '../contract/model.ts';
import type { Mailbox } from '../mailbox/mailbox.ts';
import { qualified } from '../together/ids.ts';
import { createLinking, type Linking, type LinkingOptions } from './linking.ts';
import { type OpenAccountOptions, openAccountMail } from './open-account.ts';

export interface OpenAccount {
  readonly mailbox: Mailbox;
  readonly linking: Linking;
}

/** How an account is looked at. */
export type Seen = 'alone' | 'among-all' | 'not-at-all';

export interface OpenAccountsOptions extends Omit<OpenAccountOptions, 'onState' | 'accounts'>, LinkingOptions {
  readonly seen: (accountId: string) => Seen;
  /** Of several accounts; of one nobody asks. */
  readonly areSeveral: () => boolean;
  /** Something that the session says. */
  readonly changed: () => void;
}

export interface OpenAccounts {
  readonly find: (id: string) => OpenAccount | undefined;
  /** Again: the one that is open. @throws FailureError where its mail can't be opened; `failure` has it from then on */
  readonly open: (account: Account) => Promise<OpenAccount>;
  /** Why its mail can't be opened. */
  readonly failure: (id: string) => Failure | undefined;
  readonly unread: (id: string) => AccountState['unread'];
  readonly close: (id: string) => Promise<void>;
  /** `last`: done while the mail of the one that is shown can still be read and nothing comes any more. */
  readonly closeAll: (shownId?: string, last?: () => Promise<void>) => Promise<void>;
}

/** Mail comes by the hundred, and a number at the edge of the window can wait. */
const countedAfterMs = 300;

const named = (accountId: string, event: PortholeEvent): PortholeEvent =>
  event.name === 'messages.changed' && event.ids
    ? { ...event, ids: event.ids.map((id) => qualified(accountId, id)) }
    : event;

export function createOpenAccounts(options: OpenAccountsOptions): OpenAccounts {
  const { seen, changed, emit } = options;
  const open = new Map<string, OpenAccount>();
  const failures = new Map<string, Failure>();
  const unread = new Map<string, AccountState['unread']>();
  const counting = new Set<string>();

  const count = async (id: string): Promise<void> => {
    counting.delete(id);
    const labels = await open.get(id)?.mailbox.labels();
    const { counts } = labels?.find((label) => label.id === 'INBOX') ?? {};
    const next = { messages: counts?.unreadMessages ?? 0, threads: counts?.unreadThreads ?? 0 };
    const known = unread.get(id);
    if (!open.has(id) || (known?.messages === next.messages && known.threads === next.threads)) return;
    unread.set(id, next);
    changed();
  };

  const countSoon = (id: string) => {
    if (counting.has(id) || !options.areSeveral()) return;
    counting.add(id);
    // Closed meanwhile: there is nothing to count.
    setTimeout(() => count(id).catch(() => undefined), countedAfterMs).unref();
  };

  const tell = (id: string, event: PortholeEvent) => {
    if (event.name === 'messages.changed' || event.name === 'labels.changed') countSoon(id);
    const how = seen(id);
    if (how !== 'not-at-all') emit(how === 'alone' ? event : named(id, event));
  };

  const close = async (id: string, last?: () => Promise<void>): Promise<void> => {
    const closing = open.get(id);
    closing?.linking.cut();
    try {
      await closing?.mailbox.close(last);
    } finally {
      open.delete(id);
      failures.delete(id);
      unread.delete(id);
    }
  };

  return {
    find: (id) => open.get(id),
    open: async (account) => {
      const known = open.get(account.id);
      if (known) return known;
      try {
        const mailbox = await openAccountMail(account, {
          ...options,
          emit: (event) => tell(account.id, event),
          onState: changed,
        });
        const opened = { mailbox, linking: createLinking(options) };
        open.set(account.id, opened);
        failures.delete(account.id);
        // The first one was alone until now.
        for (const id of open.keys()) countSoon(id);
        return opened;
      } catch (error) {
        if (error instanceof FailureError) failures.set(account.id, error.failure);
        throw error;
      }
    },
    failure: (id) => failures.get(id),
    unread: (id) => unread.get(id) ?? null,
    close: (id) => close(id),
    closeAll: async (shownId, last) => {
      await Promise.all([...open.keys()].map((id) => close(id, id === shownId ? last : undefined)));
    },
  };
}
