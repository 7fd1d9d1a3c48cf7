// Ids from Gmail's listings, page by page. Knows nothing of messages' contents.
import type { CallOptions, GmailApi, MessageQuery } from '../gmail/api.ts';
import { UnreadableReply } from '../gmail/unreadable.ts';
import type { WireMessageList } from '../gmail/wire.ts';

const pageSize = 500; // the most that messages.list gives
/** Tokens expire. One that is never taken must not be asked for without an end. */
const mostRestarts = 5;

type ListQuery = Omit<MessageQuery, 'pageToken' | 'maxResults'>;

export interface ListedPage {
  readonly messages: WireMessageList['messages'];
  readonly ids: readonly string[];
  /** What the next page is asked for by; undefined on the last one. */
  readonly next: string | undefined;
  /** Whether Gmail has no more. A listing can end without it: see listPages. */
  readonly last: boolean;
  /** Whether a row of it, up to here, could not be read. */
  readonly hasGaps: boolean;
  /** Whether it is the first page once more. */
  readonly again: boolean;
}

export interface ListOptions extends CallOptions {
  /** Goes on from here rather than from the beginning. */
  readonly pageToken?: string | undefined;
}

/**
 * One page of ids after the other, in Gmail's order, each id once. Ends where Gmail repeats a page token, which has been
 * seen to happen. Where it takes a token no more (they expire) the listing begins again, a few times.
 */
export async function* listPages(api: GmailApi, query: ListQuery, options: ListOptions): AsyncGenerator<ListedPage> {
  let tokens = new Set<string>();
  const seen = new Set<string>();
  let { pageToken } = options;
  let restarts = 0;
  let hasGaps = false;
  do {
    options.signal?.throwIfAborted();
    let page: WireMessageList;
    try {
      page = await api.listMessages(
        { ...query, maxResults: pageSize, ...(pageToken !== undefined && { pageToken }) },
        options,
      );
    } catch (error) {
      if (!(error instanceof UnreadableReply) || pageToken === undefined || restarts >= mostRestarts) throw error;
      restarts++;
      pageToken = undefined;
      tokens = new Set();
      continue;
    }
    const again = restarts > 0 && pageToken === undefined;
    hasGaps ||= page.leftOut > 0;
    const messages = page.messages.filter(({ id }) => !seen.has(id) && seen.add(id));
    pageToken = page.nextPageToken;
    const ids = messages.map(({ id }) => id);
    yield { messages, ids, next: pageToken, last: pageToken === undefined, hasGaps, again };
    if (pageToken === undefined || tokens.has(pageToken)) return;
    tokens.add(pageToken);
  } while (true);
}
