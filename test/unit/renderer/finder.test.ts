import { describe, expect, test } from 'vitest';
import type { PortholeEvent } from '../../../electron/contract/events.ts';
import type { Result } from '../../../electron/contract/failure.ts';
import type { FoundPage } from '../../../electron/contract/model.ts';
import { createFinder } from '../../../renderer/messages/finder.ts';
import { rowAt } from '../../../renderer/messages/pages.ts';
import { ids, pageOf } from './rows.ts';

interface Question {
  readonly query: string;
  readonly offset: number;
  readonly answer: (result?: Result<FoundPage>) => Promise<void>;
}

/** A main process that answers when told to, and a clock that runs when told to. */
function mailboxOf(first: readonly string[]) {
  const world = { mailbox: first };
  const questions: Question[] = [];
  const planned: (() => void)[] = [];
  const listeners = new Set<(event: PortholeEvent) => void>();
  const finder = createFinder({
    query: 'in:inbox',
    ask: ({ query, offset, limit }) =>
      new Promise((resolve) => {
        questions.push({
          query,
          offset,
          async answer(result = { ok: true, value: pageOf(world.mailbox, offset, limit) }) {
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

async function opened(count: number) {
  const scene = mailboxOf(ids(count));
  const stop = scene.finder.subscribe(() => {});
  await scene.answerAll();
  return { ...scene, stop };
}

test('asks for the first page, and shows it', async () => {
  const { finder } = await opened(30);
  expect(finder.read()).toMatchObject({ failure: null, found: { query: 'in:inbox', total: 30 } });
});

test('asks for the pages that come into view, each once', async () => {
  const { finder, questions, answerAll } = await opened(2_000);
  // The neighbour of the first page was fetched ahead.
  finder.show(0, 12);
  expect(questions).toHaveLength(0);
  finder.show(500, 512);
  finder.show(501, 513);
  expect(questions.map(({ offset }) => offset)).toEqual([400, 500, 600]);
  await answerAll();
  const { found } = finder.read();
  expect(found && rowAt(found, 505)?.id).toBe('m505');
});

describe('when mail changes', () => {
  test('asks again for what is in view, once for many events', async () => {
    const { finder, emit, planned, runPlanned, questions } = await opened(2_000);
    finder.show(0, 12);
    for (let times = 0; times < 50; times += 1) emit(changed);
    expect(planned).toHaveLength(1);
    runPlanned();
    expect(questions.map(({ offset }) => offset)).toEqual([0, 100]);
  });

  test('keeps the old rows until all new ones are there, so that no two are from different moments', async () => {
    const { finder, emit, runPlanned, questions, world } = await opened(150);
    emit(changed);
    world.mailbox = ['new', ...ids(150)];
    runPlanned();
    await questions.shift()?.answer();
    expect(finder.read().found?.total).toBe(150);
    await questions.shift()?.answer();
    const { found } = finder.read();
    expect(found?.total).toBe(151);
    expect(found && [rowAt(found, 0)?.id, rowAt(found, 100)?.id]).toEqual(['new', 'm99']);
  });

  test('asks once more for what changed while it was asking', async () => {
    const { emit, runPlanned, questions, planned, answerAll } = await opened(30);
    emit(changed);
    runPlanned();
    emit(changed);
    expect(planned).toHaveLength(0);
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

describe('another query', () => {
  test('leaves the rows of the last one until it is answered', async () => {
    const { finder, questions } = await opened(30);
    finder.find('from:sam');
    expect(finder.read().found?.query).toBe('in:inbox');
    await questions.shift()?.answer();
    expect(finder.read().found?.query).toBe('from:sam');
  });

  test('is not overtaken by the late answer to an earlier one', async () => {
    const { finder, questions, world } = await opened(30);
    finder.find('fr');
    finder.find('from:sam');
    const [early, late] = questions.splice(0);
    world.mailbox = ids(2, 'sam');
    await late?.answer();
    world.mailbox = ids(9, 'fr');
    await early?.answer();
    expect(finder.read().found).toMatchObject({ query: 'from:sam', total: 2 });
  });

  test('begins at its first page, however far down the last one was', async () => {
    const { finder, questions, answerAll } = await opened(2_000);
    finder.show(1_500, 1_512);
    await answerAll();
    finder.find('from:sam');
    expect(questions.map(({ offset }) => offset)).toEqual([0]);
  });

  test('asks nothing where it is the same', async () => {
    const { finder, questions } = await opened(30);
    finder.find('in:inbox');
    expect(questions).toHaveLength(0);
  });
});

test('a failure leaves the rows, and another try clears it', async () => {
  const { finder, emit, runPlanned, questions } = await opened(30);
  emit(changed);
  runPlanned();
  await questions.shift()?.answer({ ok: false, failure: { kind: 'storage', problem: 'locked' } });
  expect(finder.read()).toMatchObject({ failure: { kind: 'storage' }, found: { total: 30 } });
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
