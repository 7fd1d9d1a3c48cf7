import { describe, expect, test } from 'vitest';
import type { PortholeEvent } from '../../../electron/contract/events.ts';
import type { Result } from '../../../electron/contract/failure.ts';
import type { FoundPage, Search } from '../../../electron/contract/search.ts';
import { rowAt } from '../../../renderer/messages/pages.ts';
import { createFinder } from '../../../renderer/search/finder.ts';
import { ids, inbox, pageOf, searchFor } from './rows.ts';

interface Question {
  readonly search: Search;
  readonly ask: boolean;
  readonly offset: number;
  readonly inView: { readonly first: number; readonly last: number } | undefined;
  readonly answer: (result?: Result<FoundPage>) => Promise<void>;
}

/** A main process that answers when told to, and a clock that runs when told to. */
function mailboxOf(first: readonly string[]) {
  const world: { mailbox: readonly string[]; about: Partial<FoundPage> } = { mailbox: first, about: {} };
  const questions: Question[] = [];
  const planned: (() => void)[] = [];
  const listeners = new Set<(event: PortholeEvent) => void>();
  const finder = createFinder({
    wanted: { search: inbox, ask: false },
    ask: ({ search, ask, offset, limit, inView }) =>
      new Promise((resolve) => {
        questions.push({
          search,
          ask,
          offset,
          inView,
          async answer(result = { ok: true, value: pageOf(world.mailbox, offset, limit, world.about) }) {
            resolve(result);
            // Promise.all and the functions around it take some turns.
            for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
          },
        });
      }),
    listen: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    soon: (run) => planned.push(run),
  });
  return {
    world,
    finder,
    questions,
    listeners,
    planned,
    emit: (event: PortholeEvent) => {
      for (const listener of listeners) listener(event);
    },
    runPlanned: () => {
      for (const run of planned.splice(0)) run();
    },
    async answerAll() {
      while (questions.length > 0) await questions.shift()?.answer();
    },
  };
}

const changed: PortholeEvent = { name: 'messages.changed', ids: ['x'] };
const typed = (text: string, caret: number | null = null) => ({ search: searchFor(text, { caret }), ask: true });

/** The first page, and what is fetched ahead of it. */
async function opened(count: number) {
  const scene = mailboxOf(ids(count));
  const stop = scene.finder.subscribe(() => {});
  await scene.answerAll();
  scene.runPlanned();
  await scene.answerAll();
  return { ...scene, stop };
}

test('asks for the first page, and shows it', async () => {
  const { finder } = await opened(30);
  expect(finder.read()).toMatchObject({ failure: null, found: { search: inbox, total: 30 } });
});

test('asks for the page in view first, and for its neighbours a little later', async () => {
  const { finder, questions, answerAll, runPlanned } = await opened(2_000);
  finder.show(500, 512);
  finder.show(501, 513);
  expect(questions.map(({ offset }) => offset)).toEqual([500]);
  await answerAll();
  runPlanned();
  expect(questions.map(({ offset }) => offset)).toEqual([450, 475, 525, 550]);
  await answerAll();
  const { found } = finder.read();
  expect(found && rowAt(found, 505)?.id).toBe('m505');
});

test('says which rows are in view, and of what is next to them nothing', async () => {
  const { finder, questions, answerAll, runPlanned } = await opened(2_000);
  finder.show(500, 512);
  expect(questions.map(({ inView }) => inView)).toEqual([{ first: 500, last: 512 }]);
  await answerAll();
  runPlanned();
  expect(questions.map(({ inView }) => inView)).toEqual([undefined, undefined, undefined, undefined]);
});

test('rows that are still to come are asked for once more when they come into view', async () => {
  const { finder, questions, answerAll } = await opened(2_000);
  finder.show(30, 42);
  expect(questions.map(({ offset, inView }) => [offset, inView])).toEqual([[25, { first: 30, last: 42 }]]);
  await answerAll();
  finder.show(31, 43);
  expect(questions).toEqual([]);
});

test('passing quickly over a long list asks for where one arrives, not for all that lies between', async () => {
  const { finder, questions } = await opened(20_000);
  for (let first = 1_000; first <= 15_000; first += 500) finder.show(first, first + 12);
  expect(questions.map(({ offset }) => offset)).toEqual([1_000]);
  await questions.shift()?.answer();
  expect(questions.map(({ offset }) => offset)).toEqual([15_000]);
});

describe('when mail changes', () => {
  test('asks again for what is in view, once for many events', async () => {
    const { finder, emit, planned, runPlanned, questions } = await opened(2_000);
    finder.show(0, 12);
    for (let times = 0; times < 50; times += 1) emit(changed);
    expect(planned).toHaveLength(1);
    runPlanned();
    expect(questions.map(({ offset }) => offset)).toEqual([0]);
  });

  test('keeps the old rows until all new ones are there, so that no two are from different moments', async () => {
    const { finder, emit, runPlanned, questions, world } = await opened(250);
    finder.show(20, 30);
    emit(changed);
    world.mailbox = ['new', ...ids(250)];
    runPlanned();
    await questions.shift()?.answer();
    expect(finder.read().found?.total).toBe(250);
    await questions.shift()?.answer();
    const { found } = finder.read();
    expect(found?.total).toBe(251);
    expect(found && [rowAt(found, 0)?.id, rowAt(found, 25)?.id]).toEqual(['new', 'm24']);
  });

  test('asks once more for what changed while it was asking', async () => {
    const { emit, runPlanned, questions, planned, answerAll } = await opened(30);
    emit(changed);
    runPlanned();
    emit(changed);
    expect(questions).toHaveLength(1);
    await answerAll();
    expect(planned).toHaveLength(1);
    runPlanned();
    expect(questions).toHaveLength(1);
  });

  test('does not care about the session', async () => {
    const { emit, planned } = await opened(30);
    emit({ name: 'session.changed' });
    expect(planned).toHaveLength(0);
    emit({ name: 'search.answered', query: 'from:sam' });
    expect(planned).toHaveLength(1);
  });
});

describe('another search', () => {
  test('leaves the rows of the last one until it is answered', async () => {
    const { finder, questions } = await opened(30);
    finder.find(typed('from:sam'));
    expect(finder.read().found?.search.text).toBe('in:inbox');
    await questions.shift()?.answer();
    expect(finder.read().found?.search.text).toBe('from:sam');
  });

  test('begins at its first page, however far down the last one was', async () => {
    const { finder, questions, answerAll } = await opened(2_000);
    finder.show(1_500, 1_512);
    await answerAll();
    finder.find(typed('from:sam'));
    expect(questions.map(({ offset }) => offset)).toEqual([0]);
  });

  test('asks nothing where it is the same', async () => {
    const { finder, questions } = await opened(30);
    finder.find({ search: inbox, ask: false });
    expect(questions).toHaveLength(0);
  });

  test('says whether Gmail is asked, too', async () => {
    const { finder, questions } = await opened(30);
    finder.find(typed('from:sam'));
    expect(questions).toMatchObject([{ ask: true }]);
  });
});

describe('while somebody types', () => {
  test('every letter is asked about at once, the caret with it', async () => {
    const { finder, questions, answerAll } = await opened(30);
    for (const text of ['s', 'sa', 'sam']) {
      finder.find(typed(text, text.length));
      expect(questions.map(({ search }) => [search.text, search.caret])).toEqual([[text, text.length]]);
      await answerAll();
      expect(finder.read().found?.search.text).toBe(text);
    }
  });

  test('what is near the rows of one letter is not asked for when the next one has come', async () => {
    const { finder, questions, answerAll, runPlanned } = mailboxOf(ids(300));
    finder.subscribe(() => {});
    await answerAll();
    finder.find(typed('a', 1));
    await answerAll();
    runPlanned();
    expect(questions).toEqual([]);
    runPlanned();
    expect(questions.map(({ search, offset }) => [search.text, offset])).toEqual([
      ['a', 25],
      ['a', 50],
    ]);
  });

  test('one question is out, and only the latest of the others follows it', async () => {
    const { finder, questions } = await opened(30);
    for (const text of ['s', 'sa', 'sam', 'sam ']) finder.find(typed(text));
    expect(questions.map(({ search }) => search.text)).toEqual(['s']);
    await questions.shift()?.answer();
    expect(questions.map(({ search }) => search.text)).toEqual(['sam ']);
  });

  test('the answer to what is no longer wanted is dropped', async () => {
    const { finder, questions, world } = await opened(30);
    finder.find(typed('fr'));
    finder.find(typed('from:sam'));
    world.mailbox = ids(9, 'fr');
    await questions.shift()?.answer();
    expect(finder.read().found).toMatchObject({ search: inbox, total: 30 });
    world.mailbox = ids(2, 'sam');
    await questions.shift()?.answer();
    expect(finder.read().found).toMatchObject({ search: { text: 'from:sam' }, total: 2 });
  });

  test('a failure to answer what is no longer wanted is nobody’s failure', async () => {
    const { finder, questions, answerAll } = await opened(30);
    finder.find(typed('fr'));
    finder.find(typed('from:sam'));
    await questions.shift()?.answer({ ok: false, failure: { kind: 'storage', problem: 'locked' } });
    expect(finder.read().failure).toBeNull();
    await answerAll();
    expect(finder.read().found?.search.text).toBe('from:sam');
  });

  test('a failure takes away the rows of the last one, and a third one is not its failure', async () => {
    const { finder, questions } = await opened(30);
    finder.find(typed('from:sam'));
    await questions.shift()?.answer({ ok: false, failure: { kind: 'storage', problem: 'locked' } });
    expect(finder.read()).toEqual({ found: null, failure: { kind: 'storage', problem: 'locked' } });
    finder.find(typed('from:eva'));
    expect(finder.read()).toEqual({ found: null, failure: null });
    await questions.shift()?.answer();
    expect(finder.read()).toMatchObject({ found: { search: { text: 'from:eva' } }, failure: null });
  });

  test('moving the caret keeps the place in the list', async () => {
    const { finder, questions, answerAll } = await opened(2_000);
    finder.find(typed('sam', 3));
    await answerAll();
    finder.show(500, 512);
    await answerAll();
    finder.find(typed('sam'));
    expect(questions.map(({ offset }) => offset)).toEqual([500]);
  });
});

describe('a count of the whole list', () => {
  test('is the end of the list', async () => {
    const { finder, world, emit, runPlanned, answerAll } = await opened(30);
    world.about = { counted: false, total: 101 };
    emit(changed);
    runPlanned();
    await answerAll();
    expect(finder.read().found).toMatchObject({ total: 101, counted: false, needsCount: true });
    finder.count(inbox, 5_678);
    expect(finder.read().found).toMatchObject({ total: 5_678, counted: true });
  });

  test('says how many only Gmail found as well', async () => {
    const { finder, world, emit, runPlanned, answerAll } = await opened(30);
    world.about = { counted: false, total: 101, foundByGmail: 25 };
    emit(changed);
    runPlanned();
    await answerAll();
    finder.count(inbox, 5_678);
    world.about = { total: 5_678, foundByGmail: 5_600 };
    runPlanned();
    await answerAll();
    expect(finder.read().found).toMatchObject({ total: 5_678, counted: true, foundByGmail: 5_600 });
  });

  test('of another search is not believed', async () => {
    const { finder } = await opened(30);
    finder.count(searchFor('from:sam'), 5_678);
    expect(finder.read().found?.total).toBe(30);
  });
});

test('a failure leaves the rows, and another try clears it', async () => {
  const { finder, emit, runPlanned, questions, planned } = await opened(30);
  emit(changed);
  runPlanned();
  await questions.shift()?.answer({ ok: false, failure: { kind: 'storage', problem: 'locked' } });
  expect(finder.read()).toMatchObject({ failure: { kind: 'storage' }, found: { total: 30 } });
  expect([questions, planned]).toEqual([[], []]);
  finder.again();
  await questions.shift()?.answer();
  expect(finder.read()).toMatchObject({ failure: null, found: { total: 30 } });
});

test('listens only while somebody is looking', async () => {
  const { stop, listeners } = await opened(30);
  expect(listeners.size).toBe(1);
  stop();
  expect(listeners.size).toBe(0);
});
