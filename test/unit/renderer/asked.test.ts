import { expect, test } from 'vitest';
import type { PortholeEvent } from '../../../electron/contract/events.ts';
import type { Result } from '../../../electron/contract/failure.ts';
import { createAnswers } from '../../../renderer/asked.ts';

function scene() {
  const waiting: ((result: Result<number>) => void)[] = [];
  const listeners = new Set<(event: PortholeEvent) => void>();
  const answers = createAnswers<number>({
    ask: () => new Promise((resolve) => waiting.push(resolve)),
    listen: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    concerns: ({ name }) => name === 'session.changed',
  });
  return {
    answers,
    waiting,
    listeners,
    emit: (event: PortholeEvent) => {
      for (const listener of listeners) listener(event);
    },
    async answer(result: Result<number>) {
      waiting.shift()?.(result);
      for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
    },
  };
}

test('asks when first looked at, and again when an event concerns it', async () => {
  const { answers, waiting, emit, answer } = scene();
  answers.subscribe(() => {});
  expect(waiting).toHaveLength(1);
  await answer({ ok: true, value: 1 });
  expect(answers.read()).toEqual({ value: 1, failure: null });
  emit({ name: 'settings.changed' });
  expect(waiting).toHaveLength(0);
  emit({ name: 'session.changed' });
  expect(waiting).toHaveLength(1);
});

test('what it begins with stays until the first answer, and goes unnoticed where that says the same', async () => {
  const { answers, waiting, answer } = scene();
  let heard = 0;
  answers.begin(1);
  answers.subscribe(() => (heard += 1));
  expect(answers.read()).toEqual({ value: 1, failure: null });
  expect(waiting).toHaveLength(1);
  await answer({ ok: true, value: 1 });
  expect(heard).toBe(0);
  answers.again();
  await answer({ ok: true, value: 2 });
  expect(answers.read()).toEqual({ value: 2, failure: null });
  expect(heard).toBe(1);
});

test('what changes while it is asking is asked for once more, so that the last answer wins', async () => {
  const { answers, waiting, emit, answer } = scene();
  answers.subscribe(() => {});
  emit({ name: 'session.changed' });
  emit({ name: 'session.changed' });
  expect(waiting).toHaveLength(1);
  await answer({ ok: true, value: 1 });
  expect(waiting).toHaveLength(1);
  await answer({ ok: true, value: 2 });
  expect(waiting).toHaveLength(0);
  expect(answers.read().value).toBe(2);
});

test('an answer that says the same is not told', async () => {
  const { answers, emit, answer } = scene();
  let told = 0;
  answers.subscribe(() => {
    told += 1;
  });
  await answer({ ok: true, value: 1 });
  emit({ name: 'session.changed' });
  await answer({ ok: true, value: 1 });
  expect(told).toBe(1);
});

test('a failure leaves the last answer', async () => {
  const { answers, emit, answer } = scene();
  answers.subscribe(() => {});
  await answer({ ok: true, value: 1 });
  emit({ name: 'session.changed' });
  await answer({ ok: false, failure: { kind: 'internal', reference: 'r' } });
  expect(answers.read()).toEqual({ value: 1, failure: { kind: 'internal', reference: 'r' } });
});

test('tells whoever looks, and stops listening with the last of them', async () => {
  const { answers, listeners, answer } = scene();
  let told = 0;
  const stopOne = answers.subscribe(() => {
    told += 1;
  });
  const stopOther = answers.subscribe(() => {});
  expect(listeners.size).toBe(1);
  await answer({ ok: true, value: 1 });
  expect(told).toBe(1);
  stopOne();
  expect(listeners.size).toBe(1);
  stopOther();
  expect(listeners.size).toBe(0);
});
