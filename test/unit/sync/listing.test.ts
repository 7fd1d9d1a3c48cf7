import { describe, expect, test } from 'vitest';
import type { GmailApi, MessageQuery } from '../../../electron/gmail/api.ts';
import { UnreadableReply } from '../../../electron/gmail/unreadable.ts';
import { listIds } from '../../support/list-ids.ts';

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
    return page.next === undefined ? { messages, leftOut: 0 } : { messages, nextPageToken: page.next, leftOut: 0 };
  };
  const api: Pick<GmailApi, 'listMessages'> = { listMessages };
  return {
    asked,
    list: (signal?: AbortSignal) => listIds(api as GmailApi, {}, { ...background, ...(signal && { signal }) }),
  };
}

describe('a listing', () => {
  const pages = { '': { ids: ['d', 'c'], next: '2' }, 2: { ids: ['b', 'a'] } };

  test('brings all pages, and says that they are all', async () => {
    const { list, asked } = listing(pages);
    expect(await list()).toEqual({ ids: ['d', 'c', 'b', 'a'], complete: true });
    expect(asked).toEqual(['', '2']);
  });

  test('that goes round in circles is not complete', async () => {
    const { list, asked } = listing({ '': { ids: ['b'], next: '2' }, 2: { ids: ['a'], next: '2' } });
    expect(await list()).toEqual({ ids: ['b', 'a'], complete: false });
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
    expect(await list()).toEqual({ ids: ['b', 'a'], complete: true });
    expect(asked).toEqual(['', '2', '', '2']);
  });

  test('begins again no more than five times', async () => {
    const { list, asked } = listing({ '': { ids: ['b'], next: 'expired' } });
    await expect(list()).rejects.toBeInstanceOf(UnreadableReply);
    expect(asked).toHaveLength(12);
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
    await expect(list(stop.signal)).rejects.toThrow('stopped');
  });
});
