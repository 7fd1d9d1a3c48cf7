import { describe, expect, test } from 'vitest';
import { type Place, placeOfSpot, settled, spotAt, stepped, total } from '../../../renderer/finding/places.ts';
import { countIn } from '../../../renderer/finding/texts.ts';

const places: readonly Place[] = [
  { key: 'envelope', count: 1 },
  { key: 'empty', count: 0 },
  { key: 'frame', count: 3 },
];

describe('finding in a conversation', () => {
  test('counts over all of its places', () => {
    expect(total(places)).toBe(4);
    expect(placeOfSpot(places, { key: 'frame', index: 1 })).toBe(2);
    expect(spotAt(places, 3)).toEqual({ key: 'frame', index: 2 });
    expect(spotAt(places, 4)).toBeNull();
    expect(spotAt(places, -1)).toBeNull();
  });

  test('goes on from one place to the next, and round', () => {
    expect(stepped(places, { key: 'envelope', index: 0 }, 1)).toEqual({ key: 'frame', index: 0 });
    expect(stepped(places, { key: 'frame', index: 2 }, 1)).toEqual({ key: 'envelope', index: 0 });
    expect(stepped(places, { key: 'envelope', index: 0 }, -1)).toEqual({ key: 'frame', index: 2 });
    expect(stepped(places, null, -1)).toEqual({ key: 'frame', index: 2 });
    expect(stepped([], null, 1)).toBeNull();
  });

  test('stays where it was while other places come in', () => {
    const more = [{ key: 'new', count: 2 }, ...places];
    expect(settled(more, { key: 'frame', index: 1 }, places)).toEqual({ key: 'frame', index: 1 });
    expect(settled([{ key: 'frame', count: 1 }], { key: 'frame', index: 2 }, places)).toEqual({
      key: 'frame',
      index: 0,
    });
  });

  test('goes into a message that was unfolded for it', () => {
    const before = [{ key: 'first', count: 1 }, { key: 'folded', count: 2 }, { key: 'last', count: 1 }]; // biome-ignore format: a table
    const after = [{ key: 'first', count: 1 }, { key: 'folded/text', count: 2 }, { key: 'last', count: 1 }]; // biome-ignore format: a table
    expect(settled(after, { key: 'folded', index: 0 }, before)).toEqual({ key: 'folded/text', index: 0 });
  });

  test('knows no upper and lower case, and takes any space for one', () => {
    expect(countIn('Harbour\nlight, HARBOUR light', 'harbour light')).toBe(2);
    expect(countIn('anything', '')).toBe(0);
    // A letter whose lower case is longer moves nothing.
    expect(countIn('İİ harbour', 'harbour')).toBe(1);
  });

  test('takes a Latin letter for the same with an accent, as the frames do', () => {
    expect(countIn('Zürich, zurich, ZÜRICH', 'zurich')).toBe(3);
    expect(countIn('Zurich', 'zürich')).toBe(1);
    expect(countIn('سلام', 'سلام')).toBe(1);
  });
});
