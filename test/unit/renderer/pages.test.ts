import { describe, expect, test } from 'vitest';
import { foundFrom, indexOf, pageSize, pagesFor, rowAt, withPage } from '../../../renderer/messages/pages.ts';
import { ids, pageOf } from './rows.ts';

const mailbox = ids(1_234);
const page = (at: number) => pageOf(mailbox, at * pageSize, pageSize);

function found(...pages: readonly number[]) {
  const known = foundFrom('in:inbox', new Map(pages.map((at) => [at, page(at)])));
  if (!known) throw new Error('no pages');
  return known;
}

describe('the pages that are needed', () => {
  test.each([
    ['the first two at the top', [0, 12, 1_234], [0, 1]],
    ['one on either side in the middle', [530, 548, 1_234], [4, 5, 6]],
    ['four where the view lies across two', [595, 610, 1_234], [4, 5, 6, 7]],
    ['none beyond the end', [1_220, 1_233, 1_234], [11, 12]],
    ['the first of an empty list', [0, 0, 0], [0]],
    ['what is left where the list has shrunk under the view', [900, 920, 150], []],
  ])('are %s', (_, [first = 0, last = 0, total = 0], pages) => {
    expect(pagesFor(first, last, total)).toEqual(pages);
  });
});

test('a row is found at its index, and none where its page is not in memory', () => {
  const known = found(0, 5);
  expect(rowAt(known, 0)?.id).toBe('m0');
  expect(rowAt(known, 533)?.id).toBe('m533');
  expect(rowAt(known, 233)).toBeNull();
  expect(rowAt(known, 5_000)).toBeNull();
});

test('an id is found at its index, and nowhere where its page is not in memory', () => {
  expect(indexOf(found(0, 5), 'm533')).toBe(533);
  expect(indexOf(found(0), 'm533')).toBeNull();
});

test('what a later page says of the whole list is believed', () => {
  const known = withPage(found(0), 1, { ...page(1), total: 1_240, answeredBy: 'gmail', ignored: ['is:muted'] });
  expect(known).toMatchObject({ total: 1_240, answeredBy: 'gmail', ignored: ['is:muted'] });
  expect(rowAt(known, 0)?.id).toBe('m0');
});

test('pages far from the newest one are let go, near ones are kept', () => {
  const known = withPage(found(0, 4), 12, page(12));
  expect([...known.pages.keys()]).toEqual([4, 12]);
});

test('no pages are no answer', () => {
  expect(foundFrom('in:inbox', new Map())).toBeNull();
});
