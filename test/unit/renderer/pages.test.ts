import { describe, expect, test } from 'vitest';
import { pageSize } from '../../../electron/contract/search.ts';
import { foundFrom, indexOf, keyAt, listOf, pagesFor, rowAt, withPages } from '../../../renderer/messages/pages.ts';
import { foundIn, ids, inbox, pageOf, searchFor } from './rows.ts';

const mailbox = ids(1_234);
const page = (at: number, about = {}) => pageOf(mailbox, at * pageSize, pageSize, about);
const found = (...pages: readonly number[]) => foundIn(mailbox, ...pages);

describe('the pages that are needed', () => {
  test.each([
    ['the first two at the top', [0, 12, 1_234], [0, 1]],
    ['one on either side in the middle', [530, 548, 1_234], [20, 21, 22]],
    ['four where the view lies across two', [545, 560, 1_234], [20, 21, 22, 23]],
    ['none beyond the end', [1_226, 1_233, 1_234], [48, 49]],
    ['the first of an empty list', [0, 0, 0], [0]],
    ['what is left where the list has shrunk under the view', [900, 920, 150], []],
  ])('are %s', (_, [first = 0, last = 0, total = 0], pages) => {
    expect(pagesFor(first, last, total, 1)).toEqual(pages);
  });

  test('are only those in view where nothing around them is wanted', () => {
    expect(pagesFor(530, 548, 1_234, 0)).toEqual([21]);
  });
});

test('a row is found at its index, and none where its page is not in memory', () => {
  const known = found(0, 21);
  expect(rowAt(known, 0)?.id).toBe('m0');
  expect(rowAt(known, 533)?.id).toBe('m533');
  expect(rowAt(known, 233)).toBeNull();
  expect(rowAt(known, 5_000)).toBeNull();
});

test('a row is found at its index by what it is known by, and nowhere where its page is not in memory', () => {
  expect(indexOf(found(0, 21), 'm533')).toBe(533);
  expect(indexOf(found(0), 'm533')).toBeNull();
});

test('where threads are listed, a row is known by its thread, whichever message of it was found', () => {
  const threads = foundFrom(searchFor('in:inbox', { grouping: 'threads' }), new Map([[0, page(0)]]));
  if (!threads) throw new Error('no pages');
  expect(keyAt(threads, 7)).toBe('thread of m7');
  expect(indexOf(threads, 'thread of m7')).toBe(7);
  expect(indexOf(threads, 'm7')).toBeNull();
});

test('a list stays the same while the caret moves, and is another one in another order', () => {
  expect(listOf(searchFor('from:amy', { caret: 8 }))).toBe(listOf(searchFor('from:amy ')));
  expect(listOf(searchFor('from:amy'))).not.toBe(listOf(searchFor('from:amy', { order: 'oldest' })));
  expect(listOf(searchFor('from:amy'))).not.toBe(listOf(searchFor('from:amy', { grouping: 'threads' })));
});

test('what a later page says of the whole list is believed', () => {
  const known = withPages(found(0), new Map([[1, page(1, { total: 1_240, foundByGmail: 3, ignored: ['is:muted'] })]]));
  expect(known).toMatchObject({ total: 1_240, foundByGmail: 3, ignored: ['is:muted'] });
  expect(rowAt(known, 0)?.id).toBe('m0');
});

describe('a total that nobody has counted out', () => {
  const uncounted = { counted: false, total: 101 };

  test('does not shrink what is known of the list', () => {
    expect(withPages(found(0), new Map([[1, page(1, uncounted)]]))).toMatchObject({ total: 1_234, needsCount: true });
    expect(foundFrom(inbox, new Map([[0, page(0, uncounted)]]), found(0))?.total).toBe(1_234);
  });

  test('leaves what is known of Gmail’s part as it is', () => {
    const known = foundFrom(inbox, new Map([[0, page(0, { foundByGmail: 300 })]]));
    const again = foundFrom(inbox, new Map([[0, page(0, { ...uncounted, foundByGmail: 25 })]]), known);
    expect(again?.foundByGmail).toBe(300);
  });

  test('grows with the pages that come in', () => {
    const first = foundFrom(inbox, new Map([[0, page(0, uncounted)]]));
    expect(first).toMatchObject({ total: 101, counted: false });
    if (!first) throw new Error('no pages');
    const more = withPages(first, new Map([[1, page(1, { counted: false, total: 201 })]]));
    expect(more).toMatchObject({ total: 201, counted: false });
  });
});

test('of many pages those far from the newest one are let go, near ones are kept', () => {
  const many = Array.from({ length: 64 }, (_, at) => at);
  const known = withPages(foundIn(ids(10_000), ...many), new Map([[70, page(70)]]));
  expect([...known.pages.keys()]).toEqual([...many.slice(38), 70]);
});

test('of a few pages all are kept, wherever they are', () => {
  const known = withPages(found(0, 9), new Map([[240, page(240)]]));
  expect([...known.pages.keys()]).toEqual([0, 9, 240]);
});

test('no pages are no answer', () => {
  expect(foundFrom(inbox, new Map())).toBeNull();
});
