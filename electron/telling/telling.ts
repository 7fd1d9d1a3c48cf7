// Decides what is told outside the window: which of the mail that comes, together in one notification for each account, and
// how many are unread. Knows neither Electron nor how anything is shown.
import type { Telling, Told } from '../contract/telling.ts';
import type { Arrival } from '../sync/catch-up.ts';
import type { HeardMailbox, Listener } from './listener.ts';
import { mostNamed, type Notice, noticeOf } from './told.ts';
import type { Words } from './words.ts';

export interface TellingOptions {
  readonly telling: () => Telling;
  /** Whether unread conversations are counted, or messages. */
  readonly grouping: () => 'threads' | 'messages';
  /** Whether somebody is looking at this mailbox just now. */
  readonly isWatched: (accountId: string) => boolean;
  readonly isKnown: (accountId: string) => boolean;
  readonly words: () => Promise<Words>;
  /** Shows it; answers what takes it back. */
  readonly notify: (notice: Notice, onClick: () => void) => () => void;
  /** Somebody wants to see what they were told of; null where it is more than one. */
  readonly onWanted: (accountId: string, told: Told | null) => void;
  readonly onUnread: (count: number) => void;
  /** Runs it when what comes together has come. */
  readonly later: (run: () => void) => void;
  readonly onBug: (error: unknown) => string;
}

export interface TellingMail extends Listener {
  readonly unread: () => number;
  /** Somebody is looking: what was told needs no telling any more. */
  readonly seen: () => void;
  /** An account may have gone. */
  readonly forgetUnknown: () => void;
}

interface Untold {
  readonly mailbox: HeardMailbox;
  /** Since somebody looked last; the newest last. */
  readonly news: Map<string, Arrival>;
  isTold: boolean;
  takeBack: () => void;
}

const never = ['SPAM', 'TRASH', 'DRAFT', 'SENT'];

export function createTelling(options: TellingOptions): TellingMail {
  const { telling, isWatched, isKnown, notify, onWanted, onUnread, later, onBug } = options;
  const untold = new Map<string, Untold>();
  const unread = new Map<string, number>();
  const counting = new Map<string, HeardMailbox>();
  let planned = false;

  const total = () => [...unread.values()].reduce((sum, count) => sum + count, 0);

  /** Of a label that was chosen, unread, and not in the list that somebody has before their eyes. */
  const isNews = ({ account, searching }: HeardMailbox, { labelIds }: Arrival): boolean => {
    const chosen = telling().labels[account.id] ?? [];
    const among = chosen.filter((label) => labelIds.has(label));
    if (among.length === 0 || !labelIds.has('UNREAD')) return false;
    if (never.some((label) => labelIds.has(label) && !chosen.includes(label))) return false;
    const inView = isWatched(account.id) ? searching.labelInView() : null;
    return inView === null || !labelIds.has(inView);
  };

  const contents = async (mailbox: HeardMailbox, ids: readonly string[]) =>
    // What can't be had now is told as a number.
    Promise.all(ids.map((id) => mailbox.searching.openMessage(id))).catch(() => null);

  const tell = async (one: Untold): Promise<void> => {
    const { mailbox, news } = one;
    one.isTold = true;
    const newest = [...news.values()].toReversed();
    const named = telling().content
      ? await contents(
          mailbox,
          newest.slice(0, mostNamed).map(({ id }) => id),
        )
      : null;
    const words = await options.words();
    const { id: accountId } = mailbox.account;
    // Somebody has looked meanwhile.
    if (untold.get(accountId) !== one) return;
    const [only, ...others] = newest;
    const told = only && others.length === 0 ? { threadId: only.threadId, messageId: only.id } : null;
    one.takeBack();
    one.takeBack = notify(noticeOf(newest.length, named, words), () => onWanted(accountId, told));
  };

  const count = async (mailbox: HeardMailbox): Promise<void> => {
    const { id, kind } = mailbox.account;
    // Nobody writes to the sample.
    if (kind === 'sample') return;
    const inbox = (await mailbox.labels()).find((label) => label.id === 'INBOX');
    if (!isKnown(id)) return;
    const { unreadThreads = 0, unreadMessages = 0 } = inbox?.counts ?? {};
    const before = unread.get(id);
    const now = options.grouping() === 'threads' ? unreadThreads : unreadMessages;
    unread.set(id, now);
    if (before !== now) onUnread(total());
  };

  const run = (): void => {
    planned = false;
    const counted = [...counting.values()];
    counting.clear();
    // A mailbox that was closed meanwhile has nothing to say.
    for (const mailbox of counted) void count(mailbox).catch(() => undefined);
    for (const one of untold.values()) if (!one.isTold) tell(one).catch(onBug);
  };

  const plan = (): void => {
    if (planned) return;
    planned = true;
    later(run);
  };

  return {
    news: (mailbox, news) => {
      const fresh = news.filter((one) => isNews(mailbox, one));
      if (fresh.length === 0) return;
      const { id } = mailbox.account;
      const one = untold.get(id) ?? { mailbox, news: new Map(), isTold: false, takeBack: () => undefined };
      for (const arrival of fresh) one.news.set(arrival.id, arrival);
      untold.set(id, { ...one, mailbox, isTold: false });
      plan();
    },
    changed: (mailbox) => {
      counting.set(mailbox.account.id, mailbox);
      plan();
    },
    unread: total,
    seen: () => {
      for (const { takeBack } of untold.values()) takeBack();
      untold.clear();
    },
    forgetUnknown: () => {
      for (const [id, { takeBack }] of untold)
        if (!isKnown(id)) {
          takeBack();
          untold.delete(id);
        }
      for (const id of unread.keys())
        if (!isKnown(id)) {
          unread.delete(id);
          onUnread(total());
        }
    },
  };
}
