import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { placed, placeIds } from '../../../electron/sync/placing.ts';

const now = Date.UTC(2026, 10, 22);
const idAt = (at: number) => `${at.toString(16).padStart(11, '0')}00000`;
const day = 24 * 3_600_000;

describe('messages of which only the ids are known', () => {
  test('stand where their ids say', () => {
    const times = [now - day, now - 2 * day, now - 400 * day];
    expect(placeIds(times.map(idAt), now, now)).toEqual(times);
  });

  test('keep the order of the listing where an id says something else', () => {
    const ids = [idAt(now - 2 * day), idAt(now - day), idAt(now - 3 * day)];
    expect(placeIds(ids, now, now)).toEqual([now - day, now - day - 1, now - 3 * day]);
  });

  test('are not dragged down by one old id', () => {
    const ids = [1, 2, 5_000, 3, 4].map((days) => idAt(now - days * day));
    expect(placeIds(ids, now, now)[3]).toBe(now - 3 * day - 1);
  });

  test.each([
    ['no time', 'msg-7'],
    ['a time before Gmail', idAt(Date.UTC(2003, 0, 1))],
    ['a time to come', idAt(now + 2 * day)],
    ['fifteen digits', '19b8b3d29800111'],
  ])('stand just below the one before where the id says %s', (_what, id) => {
    expect(placeIds([idAt(now - day), id, idAt(now - 2 * day)], now, now)).toEqual([
      now - day,
      now - day - 1,
      now - 2 * day,
    ]);
  });

  test('always go down, whatever the ids are, from where the page before ended', () => {
    const id = fc.oneof(fc.string(), fc.integer({ min: 0, max: 2 * now }).map(idAt));
    fc.assert(
      fc.property(fc.array(id, { maxLength: 40 }), fc.integer({ min: 1e12, max: now }), (ids, from) => {
        const places = placeIds(ids, from, now);
        expect(places).toHaveLength(ids.length);
        for (const [index, place] of places.entries()) expect(place).toBeLessThan(places[index - 1] ?? from);
      }),
    );
  });

  test('are listed as of a thread of their own where none is named', () => {
    const [one, other] = [idAt(now - day), idAt(now - 2 * day)];
    const messages = [
      { id: one, threadId: 'T' },
      { id: other, threadId: '' },
    ];
    expect(placed(messages, now, now)).toEqual([
      { id: one, threadId: 'T', placedAt: now - day },
      { id: other, threadId: other, placedAt: now - 2 * day },
    ]);
  });
});
