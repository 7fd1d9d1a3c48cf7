// The newest of the inbox, listed before anything else: what a window shows first.
import type { GmailApi } from '../gmail/api.ts';
import type { Store } from '../store/store.ts';
import { placed } from './placing.ts';

export interface FirstScreenOptions {
  readonly api: GmailApi;
  readonly store: Store;
  /** Epoch ms. */
  readonly now: () => number;
  readonly signal: AbortSignal;
}

/** As many of the inbox's newest as a window shows, and some to scroll. */
const screenSize = 50;

/** Their ids, in the order in which they stand. Their rows are known when it resolves. */
export async function listScreen({ api, store, now, signal }: FirstScreenOptions): Promise<readonly string[]> {
  const query = { labelIds: ['INBOX'], maxResults: screenSize };
  // Before the counts of labels: the messages can only be asked for once they are listed.
  const { messages } = await api.listMessages(query, { lane: 'clicked', signal });
  signal.throwIfAborted();
  await store.apply({ list: { messages: placed(messages, now(), now()), labelIds: ['INBOX'] } });
  return messages.map(({ id }) => id);
}
