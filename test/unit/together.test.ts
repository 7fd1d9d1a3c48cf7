// Lists of several accounts as one: pure.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CountedLabel } from '../../electron/contract/model.ts';
import { type Order, orders } from '../../electron/contract/search.ts';
import type { RowOrder } from '../../electron/store/finder.ts';
import { ownedId, qualified } from '../../electron/together/ids.ts';
import { sharedIds, sharedLabels } from '../../electron/together/labels.ts';
import { mergedPage } from '../../electron/together/order.ts';
import { summaryOf } from '../../electron/together/summaries.ts';

interface Row {
  readonly list: number;
  readonly key: number;
  readonly size: number;
  readonly sender: string;
}

const { compare } = new Intl.Collator();
const inOrder: Readonly<Record<Order, (one: Row, other: Row) => number>> = {
  newest: (one, other) => other.key - one.key,
  oldest: (one, other) => one.key - other.key,
  largest: (one, other) => other.size - one.size || other.key - one.key,
  sender: (one, other) => compare(one.sender, other.sender) || other.key - one.key,
};

const orderOf = (rows: readonly Row[]): RowOrder => ({
  keys: Float64Array.from(rows, ({ key }) => key),
  sizes: Float64Array.from(rows, ({ size }) => size),
  senders: rows.map(({ sender }) => sender),
});

const row = fc.record({
  key: fc.integer({ min: 0, max: 40 }),
  size: fc.integer({ min: 0, max: 5 }),
  sender: fc.constantFrom('Ada', 'bob', 'Émile', 'zoe'),
});

describe('rows of several lists', () => {
  test.each(orders)('stand as if all of them had been sorted at once, on every page: %s', (order) => {
    fc.assert(
      fc.property(
        fc.array(fc.array(row, { maxLength: 30 }), { minLength: 1, maxLength: 4 }),
        fc.integer({ min: 0, max: 130 }),
        fc.integer({ min: 1, max: 30 }),
        (given, offset, limit) => {
          const lists = given.map((rows, list) => rows.map((one) => ({ ...one, list })).sort(inOrder[order]));
          // Stable: of equals the one of the first list comes first.
          const sorted = lists.flat().sort(inOrder[order]);
          const { before, owners } = mergedPage(lists.map(orderOf), order, { offset, limit });
          expect(owners).toEqual(sorted.slice(offset, offset + limit).map(({ list }) => list));
          const earlier = sorted.slice(0, offset);
          expect(before).toEqual(lists.map((_, list) => earlier.filter((one) => one.list === list).length));
        },
      ),
    );
  });
});

test('an id says whose it is, and what it is there', () => {
  expect(ownedId(qualified('101', '18f-a_9'))).toEqual({ accountId: '101', id: '18f-a_9' });
  expect(ownedId('18f')).toEqual({ accountId: null, id: '18f' });
});

const label = (id: string, name: string, type: CountedLabel['type'], unread: number): CountedLabel => ({
  id,
  name,
  type,
  listVisibility: 'show',
  messageVisibility: 'show',
  colour: null,
  counts: { messages: 10, unreadMessages: unread, threads: 8, unreadThreads: unread },
});

test('places of all accounts are one, and so are labels of one name, because a query finds both', () => {
  const ada = [label('INBOX', 'INBOX', 'system', 1), label('Label_1', 'Boats', 'user', 2)];
  const bob = [
    label('INBOX', 'INBOX', 'system', 4),
    label('Label_1', 'Work', 'user', 0),
    label('L2', 'boats', 'user', 5),
  ];
  const shared = sharedLabels([ada, bob]);
  expect(shared.map(({ name, counts }) => [name, counts.unreadMessages])).toEqual([
    ['INBOX', 5],
    ['Boats', 7],
    ['Work', 0],
  ]);
  const boats = shared[1]?.id;
  expect(sharedIds(ada)(['INBOX', 'Label_1'])).toEqual(['INBOX', boats]);
  expect(sharedIds(bob)(['L2', 'Label_1'])).toEqual([boats, shared[2]?.id]);
});

test('what was counted is counted together, without gaps between months', () => {
  const facet = (refine: string, count: number) => ({ refine, name: refine, count });
  const none = { senders: [], labels: [], years: [], fileTypes: [] };
  const summary = summaryOf([
    { ...none, total: 2, messages: 3, senders: [facet('from:a', 2)], months: [{ year: 2025, month: 11, count: 3 }] },
    {
      ...none,
      total: 5,
      messages: 6,
      senders: [facet('from:b', 3), facet('from:a', 3)],
      months: [{ year: 2026, month: 1, count: 6 }],
    },
  ]);
  expect(summary).toMatchObject({ total: 7, messages: 9 });
  expect(summary.senders.map(({ refine, count }) => [refine, count])).toEqual([
    ['from:a', 5],
    ['from:b', 3],
  ]);
  expect(summary.months.map(({ year, month, count }) => [year, month, count])).toEqual([
    [2025, 11, 3],
    [2025, 12, 0],
    [2026, 1, 6],
  ]);
});
