// Which account is shown, or that all are, and the order in which accounts are opened: what is shown comes first.
import type { PortholeEvent } from '../contract/events.ts';
import { FailureError } from '../contract/failure.ts';
import type { MailInView } from '../mailbox/mailbox.ts';
import { createTogether } from '../together/together.ts';
import type { AccountRecord } from './account-file.ts';
import type { Accounts } from './accounts.ts';
import type { OpenAccounts, Seen } from './open-accounts.ts';

export interface ShowingOptions {
  readonly accounts: Accounts;
  readonly open: OpenAccounts;
  /** Runs one after the other what must not go on at once. */
  readonly inTurn: <T>(work: () => Promise<T>) => Promise<T>;
  readonly emit: (event: PortholeEvent) => void;
  /** Mail of another account is shown, before anybody hears of it. */
  readonly onOther?: (() => void) | undefined;
}

export interface Showing {
  /** The one that is shown, or was before all were. */
  readonly id: () => string | null;
  readonly isAll: () => boolean;
  readonly seen: (accountId: string) => Seen;
  /** @throws FailureError why it can't be opened, `gone` where none is shown */
  readonly mailbox: () => MailInView;
  readonly look: (id: string | null, all: boolean) => void;
  /** Opens it first where it is not. @throws FailureError `gone` */
  readonly show: (what: string | 'all') => Promise<void>;
  /** Opens what was shown last; `onOpened` comes before it is joined to Gmail, which waits for the key store to be `ready`. */
  readonly reopen: (onOpened: () => void, ready?: Promise<void>) => Promise<void>;
  readonly openOthers: (isOver: () => boolean) => Promise<void>;
  /** Follows Gmail with it, where it is open. */
  readonly link: (record: AccountRecord) => Promise<void>;
}

export function createShowing({ accounts, open, inTurn, emit, onOther }: ShowingOptions): Showing {
  let shownId: string | null = null;
  let all = false;
  const together = createTogether(() => accounts.all().flatMap(({ id }) => open.find(id)?.mailbox ?? []));
  const changed = () => emit({ name: 'session.changed' });

  const look: Showing['look'] = (id, atAll) => {
    const isOther = id !== shownId || atAll !== all;
    shownId = id;
    all = atAll;
    if (isOther) onOther?.();
    accounts.show(id, atAll);
    changed();
    // What was known of another mailbox holds no longer.
    emit({ name: 'labels.changed' });
    emit({ name: 'searches.changed' });
  };

  /** Why it can't be is said with the account. */
  const openIfPossible = async (record: AccountRecord): Promise<void> => {
    try {
      await open.open(record);
    } catch (error) {
      if (!(error instanceof FailureError)) throw error;
    }
  };

  const link: Showing['link'] = async ({ id, kind }) => {
    const opened = open.find(id);
    if (opened && kind === 'gmail') await opened.linking.link(opened.mailbox);
  };

  const named = (id: string): AccountRecord => {
    const record = accounts.find(id);
    if (!record) throw new FailureError({ kind: 'gone' });
    return record;
  };

  return {
    id: () => shownId,
    isAll: () => all,
    seen: (id) => (all ? 'among-all' : id === shownId ? 'alone' : 'not-at-all'),
    mailbox: () => {
      if (all) return together;
      const mailbox = shownId === null ? undefined : open.find(shownId)?.mailbox;
      if (!mailbox) throw new FailureError((shownId !== null && open.failure(shownId)) || { kind: 'gone' });
      return mailbox;
    },
    look,
    link,
    show: async (what) => {
      const wanted = what === 'all' ? accounts.all() : [named(what)];
      const missing = wanted.filter(({ id }) => !open.find(id));
      // Who goes to one that is open waits for no other.
      if (missing.length > 0)
        await inTurn(async () => {
          for (const record of missing) await openIfPossible(record);
        });
      look(what === 'all' ? shownId : what, what === 'all');
      for (const record of missing) void inTurn(() => link(record));
    },
    reopen: async (onOpened, ready) => {
      const record = accounts.open();
      if (!record) return;
      shownId = record.id;
      all = accounts.showsAll();
      const looked = all ? accounts.all() : [record];
      await Promise.all(looked.map(openIfPossible));
      changed();
      onOpened();
      await ready;
      for (const one of looked) await link(one);
    },
    openOthers: async (isOver) => {
      for (const record of accounts.all())
        await inTurn(async () => {
          if (isOver() || !accounts.find(record.id) || open.find(record.id)) return;
          await openIfPossible(record);
          changed();
          await link(record);
        });
    },
  };
}
