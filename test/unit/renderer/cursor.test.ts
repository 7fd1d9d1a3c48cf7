import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cursorAt, type Motion, moved, settled } from '../../../renderer/messages/cursor.ts';
import { type Found, foundFrom, pageSize } from '../../../renderer/messages/pages.ts';
import { ids, pageOf } from './rows.ts';

function found(mailbox: readonly string[], ...pages: readonly number[]): Found {
  const answers = new Map(pages.map((at) => [at, pageOf(mailbox, at * pageSize, pageSize)]));
  const known = foundFrom('in:inbox', answers);
  if (!known) throw new Error('no pages');
  return known;
}

const mailbox = ids(250);

describe('after the list has changed, the cursor', () => {
  const before = cursorAt(found(mailbox, 0), 5);

  test('stays on its message when mail arrives above it', () => {
    expect(settled(before, found(['new1', 'new2', ...mailbox], 0))).toEqual({ index: 7, id: 'm5' });
  });

  test('stands on what took the place of a message that has gone', () => {
    const without = mailbox.filter((id) => id !== 'm5');
    expect(settled(before, found(without, 0))).toEqual({ index: 5, id: 'm6' });
  });

  test('stands on the last one when its message was the last and has gone', () => {
    const last = cursorAt(found(ids(3), 0), 2);
    expect(settled(last, found(ids(2), 0))).toEqual({ index: 1, id: 'm1' });
  });

  test('keeps its message while that one’s page is not in memory', () => {
    expect(settled(before, found(mailbox, 2))).toEqual(before);
  });

  test('takes the message of a row that has come', () => {
    const awaited = cursorAt(found(mailbox, 0), 249);
    expect(awaited.id).toBeNull();
    expect(settled(awaited, found(mailbox, 0, 2))).toEqual({ index: 249, id: 'm249' });
  });
});

describe('moving', () => {
  const known = found(mailbox, 0, 1, 2);

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
    expect(moved(cursorAt(known, from), motion, known, 10)).toEqual({ index: to, id: `m${to}` });
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
