// Ids from Gmail's listings, page by page. Knows nothing of messages' contents.
import type { CallOptions, GmailApi, MessageQuery } from '../gmail/api.ts';

const pageSize = 500; // the most that messages.list gives

/** One page of ids after the other, in Gmail's order. Stops where Gmail repeats itself: page tokens have been seen to. */
export async function* listPages(
  api: GmailApi,
  query: Omit<MessageQuery, 'pageToken' | 'maxResults'>,
  options: CallOptions,
): AsyncGenerator<readonly string[]> {
  const tokens = new Set<string>();
  const seen = new Set<string>();
  let pageToken: string | undefined;
  do {
    const page = await api.listMessages(
      { ...query, maxResults: pageSize, ...(pageToken !== undefined && { pageToken }) },
      options,
    );
    const fresh = page.messages.map(({ id }) => id).filter((id) => !seen.has(id));
    for (const id of fresh) seen.add(id);
    yield fresh;
    pageToken = page.nextPageToken;
    if (pageToken === undefined || tokens.has(pageToken)) return;
    tokens.add(pageToken);
  } while (!options.signal?.aborted);
}

/** The first `limit` ids, and whether there are no more. */
export async function listIds(
  api: GmailApi,
  query: Omit<MessageQuery, 'pageToken' | 'maxResults'>,
  limit: number,
  options: CallOptions,
): Promise<{ readonly ids: readonly string[]; readonly complete: boolean }> {
  const ids: string[] = [];
  for await (const page of listPages(api, query, options)) {
    ids.push(...page);
    if (ids.length > limit) return { ids: ids.slice(0, limit), complete: false };
  }
  return { ids, complete: true };
}
