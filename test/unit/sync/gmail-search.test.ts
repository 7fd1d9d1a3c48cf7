import { describe, expect, test } from 'vitest';
import { FailureError } from '../../../electron/contract/failure.ts';
import type { GmailApi, MessageQuery } from '../../../electron/gmail/api.ts';
import { createGmailSearch } from '../../../electron/sync/gmail-search.ts';
import { simulatedClock } from '../../support/simulated-clock.ts';

type Answer = (pageToken: string | undefined) => { ids: string[]; next?: string };

function setUp(answer: Answer) {
  const clock = simulatedClock();
  const asked: string[] = [];
  const listMessages = async ({ q = '', pageToken }: MessageQuery) => {
    asked.push(q);
    const { ids, next } = answer(pageToken);
    const messages = ids.map((id) => ({ id, threadId: id }));
    return next === undefined ? { messages } : { messages, nextPageToken: next };
  };
  let ended = Promise.withResolvers<void>();
  const bugs: unknown[] = [];
  const search = createGmailSearch({
    api: { listMessages } as Pick<GmailApi, 'listMessages'> as GmailApi,
    sleep: clock.sleep,
    now: clock.now,
    onAnswer: (query) => {
      if (!search.isAsking(query)) ended.resolve();
    },
    onBug: (error) => `bug-${bugs.push(error)}`,
  });
  const look = (query: string) => search.ask(query, () => ({ q: query }));
  return {
    asked,
    clock,
    search,
    look,
    /** What is known after Gmail has been asked. */
    answer: async (query: string) => {
      ended = Promise.withResolvers<void>();
      look(query);
      await clock.until(ended.promise);
      return look(query);
    },
  };
}

describe('asking Gmail', () => {
  test('takes all pages for the whole, and the last one ends it', async () => {
    const { answer, asked } = setUp((token) => (token ? { ids: ['a'] } : { ids: ['b'], next: '2' }));
    expect(await answer('x')).toMatchObject({ ids: ['b', 'a'], complete: true, failure: null });
    expect(asked).toHaveLength(2);
  });

  test('keeps what came before a failure, and says that it is not the whole, and why', async () => {
    const { answer } = setUp((token) => {
      if (token) throw new FailureError({ kind: 'offline' });
      return { ids: ['b'], next: '2' };
    });
    expect(await answer('x')).toMatchObject({ ids: ['b'], complete: false, failure: { kind: 'offline' } });
  });

  test('does not take a listing that goes round in circles for the whole', async () => {
    const { answer } = setUp(() => ({ ids: ['b'], next: '2' }));
    expect(await answer('x')).toMatchObject({ ids: ['b'], complete: false, failure: { kind: 'unexpected-reply' } });
  });

  test('asks again after a minute, and not before', async () => {
    const { answer, look, search, clock } = setUp(() => ({ ids: ['a'] }));
    await answer('x');
    clock.set(clock.now() + 59_000);
    look('x');
    expect(search.isAsking('x')).toBe(false);
    clock.set(clock.now() + 2_000);
    look('x');
    expect(search.isAsking('x')).toBe(true);
    search.stop();
  });

  test('remembers a failure for ten seconds, so that it does not ask again at once', async () => {
    const { answer, look, search, clock } = setUp(() => {
      throw new FailureError({ kind: 'offline' });
    });
    expect(await answer('x')).toMatchObject({ ids: [], complete: false, failure: { kind: 'offline' } });
    clock.set(clock.now() + 9_000);
    look('x');
    expect(search.isAsking('x')).toBe(false);
    clock.set(clock.now() + 2_000);
    look('x');
    expect(search.isAsking('x')).toBe(true);
    search.stop();
  });

  test('drops a query for the next one before it has cost anything', async () => {
    const { answer, look, asked } = setUp(() => ({ ids: ['a'] }));
    look('x');
    await answer('xy');
    expect(asked).toEqual(['xy']);
  });
});
