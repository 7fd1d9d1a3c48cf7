// The mail of several accounts as one mailbox, as far as somebody looks at it: lists are joined in their order, and each
// message is asked for where it lies. Nothing of it is kept: the accounts' own stores have all of it.
import { FailureError } from '../contract/failure.ts';
import type { Message, MessageRow, PendingRow, Thread } from '../contract/model.ts';
import { type FoundPage, mostRecentSearches, type Person, type Searches } from '../contract/search.ts';
import type { Mailbox, MailInView } from '../mailbox/mailbox.ts';
import { contentsTogether } from './contents.ts';
import { ownedId, qualified } from './ids.ts';
import { sharedIds, sharedLabels } from './labels.ts';
import { mergedPage } from './order.ts';
import { summaryOf } from './summaries.ts';

/** `mailboxes`: those that are open, in the order in which they stand. */
export function createTogether(mailboxes: () => readonly Mailbox[]): MailInView {
  const owned = (wanted: string) => {
    const { accountId, id } = ownedId(wanted);
    const mailbox = mailboxes().find(({ account }) => account.id === accountId);
    if (!mailbox) throw new FailureError({ kind: 'gone' });
    return { mailbox, id };
  };

  const ownerOf = (wanted: string) => {
    const { mailbox, id } = owned(wanted);
    return { accountId: mailbox.account.id, contents: mailbox.contents, id };
  };

  /** What comes from one account, as it is called among all. */
  const renaming = async ({ account, labelNames }: Mailbox) => {
    const labels = sharedIds(await labelNames());
    const id = (own: string) => qualified(account.id, own);
    const ids = <Of extends { readonly id: string; readonly threadId: string }>(of: Of): Of => ({
      ...of,
      id: id(of.id),
      threadId: id(of.threadId),
    });
    const row = (of: MessageRow | PendingRow): MessageRow | PendingRow => {
      const named = { ...ids(of), accountId: account.id };
      return 'pending' in named ? named : { ...named, labelIds: labels(named.labelIds) };
    };
    const message = <Of extends Message | PendingRow>(of: Of): Of =>
      'pending' in of ? ids(of) : { ...ids(of), labelIds: labels((of as Message).labelIds) };
    const thread = (of: Thread): Thread => ({ ...of, id: id(of.id), messages: of.messages.map(message) });
    return { row, message, thread };
  };

  const find: MailInView['searching']['find'] = async (input) => {
    const { search, offset, limit, inView } = input;
    const open = mailboxes();
    const orders = await Promise.all(open.map(({ searching }) => searching.order(search, offset + limit)));
    const { before, owners } = mergedPage(orders, search.order, { offset, limit });
    /** Rows of this account that somebody sees: they stand one after the other in its own list too. */
    const seenOf = (at: number) => {
      const first = before[at] ?? 0;
      if (!inView) return undefined;
      const isSeen = owners.flatMap((owner, row) =>
        owner === at ? [offset + row >= inView.first && offset + row <= inView.last] : [],
      );
      return { first: first + Math.max(isSeen.indexOf(true), 0), last: first + isSeen.lastIndexOf(true) };
    };
    const pages = await Promise.all(
      open.map(async (mailbox, at) => {
        const seen = seenOf(at);
        const page = await mailbox.searching.find({
          search,
          ask: input.ask,
          offset: before[at] ?? 0,
          limit: owners.filter((owner) => owner === at).length,
          ...(seen && { inView: seen }),
        });
        const { row } = await renaming(mailbox);
        return { ...page, rows: page.rows.map(row) };
      }),
    );
    const next = pages.map(({ rows }) => rows.values());
    const rows = owners.flatMap((owner) => next[owner]?.next().value ?? []);
    return { ...joinedPage(pages, open), rows };
  };

  return {
    labels: async () => sharedLabels(await Promise.all(mailboxes().map(({ labels }) => labels()))),
    people: async (input) => {
      const found = await Promise.all(mailboxes().map(({ people }) => people(input)));
      const byEmail = new Map<string, Person>();
      // The best of each first.
      const most = Math.max(0, ...found.map(({ length }) => length));
      for (let at = 0; at < most; at++)
        for (const people of found) {
          const person = people[at];
          if (person && !byEmail.has(person.email)) byEmail.set(person.email, person);
        }
      return [...byEmail.values()].slice(0, most);
    },
    named: async (input) => {
      const found = await Promise.all(mailboxes().map(({ named }) => named(input)));
      return [...new Map(found.flat().map((person) => [person.email, person])).values()];
    },
    searches: async () => joinedSearches(await Promise.all(mailboxes().map(({ searches }) => searches()))),
    changeSearches: async (change) => {
      await Promise.all(mailboxes().map(({ changeSearches }) => changeSearches(change)));
    },
    pause: async (paused) => {
      await Promise.all(mailboxes().map(({ pause }) => pause(paused)));
    },
    contents: contentsTogether({
      ownerOf,
      owners: () => mailboxes().map(({ account, contents }) => ({ accountId: account.id, contents })),
    }),
    searching: {
      find,
      summarize: async (input) => {
        const summaries = await Promise.all(mailboxes().map(({ searching }) => searching.summarize(input)));
        const counted = summaries.filter((one) => one !== null);
        return counted.length < summaries.length ? null : summaryOf(counted);
      },
      openMessage: async (wanted) => {
        const { mailbox, id } = owned(wanted);
        const { message } = await renaming(mailbox);
        return message(await mailbox.searching.openMessage(id));
      },
      openThread: async (wanted) => {
        const { mailbox, id } = owned(wanted);
        const { thread } = await renaming(mailbox);
        return thread(await mailbox.searching.openThread(id));
      },
      findAll: async (search) => {
        const all = await Promise.all(
          mailboxes().map(async ({ account, searching }) => {
            let at = 0;
            return (await searching.findAll(search)).map((one) => {
              // Of one that is still to come no time is known: it stays behind the one before it.
              at = one.receivedAt ?? at;
              return { at, one: { ...one, id: qualified(account.id, one.id) } };
            });
          }),
        );
        return all
          .flat()
          .sort((one, other) => one.at - other.at)
          .map(({ one }) => one);
      },
      findInThread: async (wanted) => {
        const { mailbox, id } = owned(wanted);
        const messages = await mailbox.searching.findInThread(id);
        return messages.map((one) => ({ ...one, id: qualified(mailbox.account.id, one.id) }));
      },
    },
  };
}

function joinedPage(pages: readonly FoundPage[], open: readonly Mailbox[]): Omit<FoundPage, 'rows'> {
  const sum = (of: (page: FoundPage) => number) => pages.reduce((total, page) => total + of(page), 0);
  // The sample mailbox has nobody who could be asked.
  const asked = pages.filter((_, at) => open[at]?.account.kind === 'gmail').map(({ gmail }) => gmail);
  const answered = asked.length > 0 && asked.every((gmail) => gmail === 'answered');
  const remembered = new Map<string, number>();
  for (const { typed, at } of pages.flatMap((page) => page.remembered))
    remembered.set(typed, Math.min(at, remembered.get(typed) ?? at));
  return {
    total: sum(({ total }) => total),
    counted: pages.every(({ counted }) => counted),
    coverage: { searched: sum(({ coverage }) => coverage.searched), of: sum(({ coverage }) => coverage.of) },
    foundByGmail: sum(({ foundByGmail }) => foundByGmail),
    gmail: asked.includes('asking') ? 'asking' : answered ? 'answered' : 'not-asked',
    unanswered: pages.find(({ unanswered }) => unanswered)?.unanswered ?? null,
    ignored: [...new Set(pages.flatMap(({ ignored }) => ignored))],
    remembered: [...remembered].map(([typed, at]) => ({ typed, at })),
  };
}

function joinedSearches(of: readonly Searches[]): Searches {
  const saved = new Map(of.flatMap((one) => one.saved).map((search) => [search.name, search]));
  return {
    saved: [...saved.values()].sort((one, other) => one.name.localeCompare(other.name)),
    recent: [...new Set(of.flatMap(({ recent }) => recent))].slice(0, mostRecentSearches),
  };
}
