// All ids of a listing, for tests that need no pages.
import type { GmailApi, MessageQuery } from '../../electron/gmail/api.ts';
import { type ListOptions, listPages } from '../../electron/sync/listing.ts';

export async function listIds(
  api: GmailApi,
  query: Omit<MessageQuery, 'pageToken' | 'maxResults'>,
  options: ListOptions,
) {
  const ids: string[] = [];
  let complete = false;
  for await (const page of listPages(api, query, options)) {
    ids.push(...page.ids);
    complete = page.last;
  }
  return { ids, complete };
}
