import { expect, test } from 'vitest';
import type { PortholeEvent } from '../../../electron/contract/events.ts';
import type { Search, Summary } from '../../../electron/contract/search.ts';
import { createSummarizer } from '../../../renderer/search/summarizer.ts';
import { searchFor } from './rows.ts';

const summary = (total: number): Summary => ({
  ...{ total, messages: total, senders: [], labels: [], years: [], fileTypes: [], months: [] },
});

/** A main process that answers when told to, and a clock that runs when told to. */
function counting() {
  const questions: { readonly search: Search; readonly answer: (value: Summary | null) => Promise<void> }[] = [];
  const planned = new Set<{ readonly ms: number; readonly run: () => void }>();
  const listeners = new Set<(event: PortholeEvent) => void>();
  const summarizer = createSummarizer({
    ask: (search) =>
      new Promise((resolve) => {
        questions.push({
          search,
          async answer(value) {
            resolve({ ok: true, value });
            for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
          },
        });
      }),
    listen: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    after(ms, run) {
      const plan = { ms, run };
      planned.add(plan);
      return () => planned.delete(plan);
    },
  });
  summarizer.subscribe(() => {});
  return {
    summarizer,
    questions,
    planned,
    runPlanned: () => {
      for (const plan of planned) {
        planned.delete(plan);
        plan.run();
      }
    },
    emit: () => {
      for (const listener of listeners) listener({ name: 'messages.changed', ids: null });
    },
  };
}

test('counts once somebody has stopped typing', async () => {
  const { summarizer, questions, planned, runPlanned } = counting();
  for (const text of ['s', 'sa', 'sam']) summarizer.want(searchFor(text, { caret: text.length }));
  expect([...planned].map(({ ms }) => ms)).toEqual([150]);
  runPlanned();
  expect(questions.map(({ search }) => search.text)).toEqual(['sam']);
  await questions[0]?.answer(summary(7));
  expect(summarizer.read()).toMatchObject({ search: { text: 'sam' }, summary: { total: 7 } });
});

test('counts at once where nobody types', () => {
  const { summarizer, planned } = counting();
  summarizer.want(searchFor('in:sent'));
  expect([...planned].map(({ ms }) => ms)).toEqual([0]);
});

test('drops a count that comes too late, and keeps the last one until the next', async () => {
  const { summarizer, questions, runPlanned } = counting();
  summarizer.want(searchFor('sam'));
  runPlanned();
  summarizer.want(searchFor('amy'));
  await questions[0]?.answer(summary(7));
  expect(summarizer.read()).toBeNull();
  runPlanned();
  await questions[1]?.answer(null);
  expect(summarizer.read()).toBeNull();
});

test('counts again after mail has changed, once for many messages', () => {
  const { summarizer, planned, emit, runPlanned, questions } = counting();
  summarizer.want(searchFor('sam'));
  runPlanned();
  for (let times = 0; times < 50; times += 1) emit();
  expect([...planned].map(({ ms }) => ms)).toEqual([2_000]);
  runPlanned();
  expect(questions).toHaveLength(2);
});

test('asks nothing where nobody wants to know', () => {
  const { summarizer, planned, emit } = counting();
  summarizer.want(searchFor('sam'));
  summarizer.want(null);
  emit();
  expect(planned.size).toBe(0);
});
