import { describe, expect, test } from 'vitest';
import type { GmailApi, MessageQuery } from '../../../electron/gmail/api.ts';
import { UnreadableReply } from '../../../electron/gmail/unreadable.ts';
import { listIds } from '../../../electron/sync/listing.ts';

const background = { lane: 'background' } as const;

type Page = { readonly ids: readonly string[]; readonly next?: string } | Error;

/** Gmail's listing by page token. */
function listing(pages: Readonly<Record<string, Page>>) {
  const asked: string[] = [];
  const listMessages = async ({ pageToken = '' }: MessageQuery) => {
    asked.push(pageToken);
    const page = pages[pageToken] ?? new UnreadableReply({});
    if (page instanceof Error) throw page;
    const messages = page.ids.map((id) => ({ id, threadId: id }));
    return page.next === undefined ? { messages } : { messages, nextPageToken: page.next };
  };
  const api: Pick<GmailApi, 'listMessages'> = { listMessages };
  return {
    asked,
    list: (limit: number, signal?: AbortSignal) =>
      listIds(api as GmailApi, {}, limit, { ...background, ...(signal && { signal }) }),
  };
}

describe('a listing', () => {
  const pages = { '': { ids: ['d', 'c'], next: '2' }, 2: { ids: ['b', 'a'] } };

  test.each([
    [5, ['d', 'c', 'b', 'a'], true, 2],
    [4, ['d', 'c', 'b', 'a'], true, 2],
    [3, ['d', 'c', 'b'], false, 2],
    [2, ['d', 'c'], false, 1],
    [1, ['d'], false, 1],
  ])('of %i ids at the most', async (limit, ids, complete, calls) => {
    const { list, asked } = listing(pages);
    expect(await list(limit)).toEqual({ ids, complete });
    expect(asked).toHaveLength(calls);
  });

  test('that goes round in circles is not complete', async () => {
    const { list, asked } = listing({ '': { ids: ['b'], next: '2' }, 2: { ids: ['a'], next: '2' } });
    expect(await list(10)).toEqual({ ids: ['b', 'a'], complete: false });
    expect(asked).toEqual(['', '2']);
  });

  test('whose page token has expired begins again, and names nothing twice', async () => {
    let expired = true;
    const { list, asked } = listing({
      '': { ids: ['b'], next: '2' },
      get 2(): Page {
        if (!expired) return { ids: ['b', 'a'] };
        expired = false;
        return new UnreadableReply({});
      },
    });
    expect(await list(10)).toEqual({ ids: ['b', 'a'], complete: true });
    expect(asked).toEqual(['', '2', '', '2']);
  });

  test('begins again no more than once', async () => {
    const { list, asked } = listing({ '': { ids: ['b'], next: 'expired' } });
    await expect(list(10)).rejects.toBeInstanceOf(UnreadableReply);
    expect(asked).toHaveLength(4);
  });

  test('that is stopped throws the signal’s reason, and is not taken for a whole one', async () => {
    const stop = new AbortController();
    const { list } = listing({
      get ''(): Page {
        stop.abort(new Error('stopped'));
        return { ids: ['b'], next: '2' };
      },
      2: { ids: ['a'] },
    });
    await expect(list(10, stop.signal)).rejects.toThrow('stopped');
  });
});
