// Ids from Gmail's listings, page by page. Knows nothing of messages' contents.
import type { CallOptions, GmailApi, MessageQuery } from '../gmail/api.ts';
import { UnreadableReply } from '../gmail/unreadable.ts';
import type { WireMessageList } from '../gmail/wire.ts';

const pageSize = 500; // the most that messages.list gives

type ListQuery = Omit<MessageQuery, 'pageToken' | 'maxResults'>;

export interface ListedPage {
  readonly ids: readonly string[];
  /** Whether Gmail has no more. A listing can end without it: see listPages. */
  readonly last: boolean;
}

/**
 * One page of ids after the other, in Gmail's order, each id once. Ends where Gmail repeats a page token, which has been
 * seen to happen. Where it takes a token no more (they expire) the listing begins again, once.
 */
export async function* listPages(api: GmailApi, query: ListQuery, options: CallOptions): AsyncGenerator<ListedPage> {
  let tokens = new Set<string>();
  const seen = new Set<string>();
  let pageToken: string | undefined;
  let restarted = false;
  do {
    options.signal?.throwIfAborted();
    let page: WireMessageList;
    try {
      page = await api.listMessages(
        { ...query, maxResults: pageSize, ...(pageToken !== undefined && { pageToken }) },
        options,
      );
    } catch (error) {
      if (!(error instanceof UnreadableReply) || pageToken === undefined || restarted) throw error;
      restarted = true;
      pageToken = undefined;
      tokens = new Set();
      continue;
    }
    const ids = [...new Set(page.messages.map(({ id }) => id))].filter((id) => !seen.has(id));
    for (const id of ids) seen.add(id);
    pageToken = page.nextPageToken;
    yield { ids, last: pageToken === undefined };
    if (pageToken === undefined || tokens.has(pageToken)) return;
    tokens.add(pageToken);
  } while (true);
}

/** The first `limit` ids, and whether there are no more. */
export async function listIds(
  api: GmailApi,
  query: ListQuery,
  limit: number,
  options: CallOptions,
): Promise<{ readonly ids: readonly string[]; readonly complete: boolean }> {
  const ids: string[] = [];
  for await (const page of listPages(api, query, options)) {
    ids.push(...page.ids);
    if (page.last) return { ids: ids.slice(0, limit), complete: ids.length <= limit };
    if (ids.length >= limit) break;
  }
  return { ids: ids.slice(0, limit), complete: false };
}
