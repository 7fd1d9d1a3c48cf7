import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cursorAt, type Motion, moved, settled } from '../../../renderer/messages/cursor.ts';
import { foundIn, ids } from './rows.ts';

const mailbox = ids(250);

describe('after the list has changed, the cursor', () => {
  const before = cursorAt(foundIn(mailbox, 0), 5);

  test('stays on its row when mail arrives above it', () => {
    expect(settled(before, foundIn(['new1', 'new2', ...mailbox], 0))).toEqual({ index: 7, key: 'm5' });
  });

  test('stands on what took the place of a row that has gone', () => {
    const without = mailbox.filter((id) => id !== 'm5');
    expect(settled(before, foundIn(without, 0))).toEqual({ index: 5, key: 'm6' });
  });

  test('stands on the last one when its row was the last and has gone', () => {
    const last = cursorAt(foundIn(ids(3), 0), 2);
    expect(settled(last, foundIn(ids(2), 0))).toEqual({ index: 1, key: 'm1' });
  });

  test('keeps its row while that one’s page is not in memory', () => {
    expect(settled(before, foundIn(mailbox, 8))).toEqual(before);
  });

  test('takes what has come into its place', () => {
    const awaited = cursorAt(foundIn(mailbox, 0), 249);
    expect(awaited.key).toBeNull();
    expect(settled(awaited, foundIn(mailbox, 0, 9))).toEqual({ index: 249, key: 'm249' });
  });
});

describe('moving', () => {
  const known = foundIn(mailbox, ...Array(10).keys());

  test.each<[Motion, number, number]>([
    ['next', 5, 6],
    ['previous', 5, 4],
    ['nextPage', 5, 14],
    ['previousPage', 20, 11],
    ['first', 100, 0],
    ['last', 100, 249],
    ['previous', 0, 0],
    ['next', 249, 249],
    ['nextPage', 245, 249],
  ])('%s from %d leads to %d', (motion, from, to) => {
    expect(moved(cursorAt(known, from), motion, known, 10)).toEqual({ index: to, key: `m${to}` });
  });

  test('begins at the top where there was no cursor', () => {
    expect(moved(null, 'next', known, 10).index).toBe(0);
    expect(moved(null, 'previous', known, 10).index).toBe(0);
  });

  test('never leaves the list', () => {
    const motion = fc.constantFrom<Motion>('next', 'previous', 'nextPage', 'previousPage', 'first', 'last');
    fc.assert(
      fc.property(fc.nat(249), motion, fc.nat(60), (from, way, rowsInView) => {
        const { index } = moved(cursorAt(known, from), way, known, rowsInView);
        return index >= 0 && index < 250;
      }),
    );
  });
});
