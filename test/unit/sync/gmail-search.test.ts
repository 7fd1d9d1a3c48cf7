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
    return next === undefined ? { messages, leftOut: 0 } : { messages, nextPageToken: next, leftOut: 0 };
  };
  let ended = Promise.withResolvers<void>();
  const said: string[] = [];
  const bugs: unknown[] = [];
  const terms: [string, readonly string[]][] = [];
  const search = createGmailSearch({
    api: { listMessages } as Pick<GmailApi, 'listMessages'> as GmailApi,
    sleep: clock.sleep,
    now: clock.now,
    onFound: async () => undefined,
    onAnswer: (query) => {
      said.push(query);
      if (!search.isAsking(query)) ended.resolve();
    },
    onTerm: async (term, _at, ids) => {
      terms.push([term, ids]);
      ended.resolve();
    },
    onBug: (error) => `bug-${bugs.push(error)}`,
  });
  const look = (query: string) => search.ask(query, { q: query });
  return {
    asked,
    said,
    clock,
    search,
    terms,
    /** Resolves when Gmail has said all of it. */
    askTerm: async (term: string) => {
      ended = Promise.withResolvers<void>();
      search.askTerm(term, { q: term });
      await clock.until(ended.promise);
    },
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

  test('asks for what is open no second time, however often the window does', async () => {
    const { answer, look, search, clock, asked } = setUp(() => ({ ids: ['a'] }));
    await answer('x');
    for (let hours = 0; hours < 5; hours++) {
      clock.set(clock.now() + 3_600_000);
      expect(look('x')).toMatchObject({ ids: ['a'], complete: true });
      expect(search.isAsking('x')).toBe(false);
    }
    expect(asked).toEqual(['x']);
  });

  test('asks again for what a person comes back to after ten minutes, and not before', async () => {
    const { answer, look, search, clock } = setUp(() => ({ ids: ['a'] }));
    await answer('x');
    await answer('y');
    clock.set(clock.now() + 590_000);
    look('x');
    expect(search.isAsking('x')).toBe(false);
    look('y');
    clock.set(clock.now() + 11_000);
    look('x');
    expect(search.isAsking('x')).toBe(true);
    // Until then it is what it was.
    expect(look('x')).toMatchObject({ ids: ['a'], complete: true });
    search.stop();
  });

  test('takes no answer for fresh because the clock was set back', async () => {
    const { answer, look, search, clock } = setUp(() => ({ ids: ['a'] }));
    await answer('x');
    await answer('y');
    clock.set(clock.now() - 3_600_000);
    look('x');
    expect(search.isAsking('x')).toBe(true);
    search.stop();
  });

  test('asks again where a person wants to know anew', async () => {
    const { answer, asked, search, askTerm } = setUp(() => ({ ids: ['a'] }));
    await answer('x');
    await askTerm('is:muted');
    search.askAnew();
    await answer('x');
    await askTerm('is:muted');
    expect(asked).toEqual(['x', 'is:muted', 'x', 'is:muted']);
  });

  test('of an answer without end takes ten thousand messages, says that they are not all, and rests', async () => {
    let page = 0;
    const { answer, look, search, asked } = setUp(() => ({ ids: [`m${++page}`], next: String(page) }));
    expect(await answer('x')).toMatchObject({ complete: false, failure: null });
    expect(asked).toHaveLength(20);
    expect(look('x')?.ids).toHaveLength(20);
    expect(search.isAsking('x')).toBe(false);
  });

  test('says no more than once a second that there is more', async () => {
    let page = 0;
    const { answer, clock, said } = setUp(() => {
      clock.set(clock.now() + 300);
      return { ids: [`m${++page}`], ...(page < 10 && { next: String(page) }) };
    });
    await answer('x');
    // The first page, each fourth after it, and the end.
    expect(said).toHaveLength(4);
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

  test('asks for one term, all pages of it, and not again at once', async () => {
    const { askTerm, search, terms, asked } = setUp((token) => (token ? { ids: ['a'] } : { ids: ['b'], next: '2' }));
    await askTerm('is:muted');
    search.askTerm('is:muted', { q: 'is:muted' });
    expect(terms).toEqual([['is:muted', ['b', 'a']]]);
    expect(asked).toHaveLength(2);
    search.stop();
  });

  test('drops a query for the next one before it has cost anything', async () => {
    const { answer, look, asked } = setUp(() => ({ ids: ['a'] }));
    look('x');
    await answer('xy');
    expect(asked).toEqual(['xy']);
  });
});
