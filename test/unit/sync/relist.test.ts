import { describe, expect, test } from 'vitest';
import { coveredBy, difference } from '../../../electron/sync/relist.ts';

const onDisk = [
  { id: 'd', labelIds: ['INBOX', 'UNREAD'] },
  { id: 'c', labelIds: ['INBOX'] },
  { id: 'b', labelIds: ['STARRED'] },
  { id: 'a', labelIds: [] },
];
const listed = (ids: string[], complete = true) => ({ ids: new Set(ids), complete });

describe('comparing what is on disk with listings', () => {
  test('removes what no complete listing names', () => {
    expect(difference(onDisk, listed(['d', 'b', 'a']), new Map()).remove).toEqual(['c']);
  });

  test('takes the silence of an incomplete listing for nothing', () => {
    // It goes down to c; what is older may well be there.
    expect(difference(onDisk, listed(['e', 'c'], false), new Map()).remove).toEqual(['d']);
    expect(coveredBy(onDisk, listed(['x'], false))).toEqual([]);
  });

  test('gives and takes labels as they are listed', () => {
    const labels = new Map([
      ['INBOX', listed(['d'])],
      ['UNREAD', listed([])],
      ['STARRED', listed(['b', 'a'])],
    ]);
    expect(difference(onDisk, listed(['d', 'c', 'b', 'a']), labels).relabel).toEqual([
      { id: 'c', add: [], remove: ['INBOX'] },
      { id: 'd', add: [], remove: ['UNREAD'] },
      { id: 'a', add: ['STARRED'], remove: [] },
    ]);
  });

  test('says nothing where all agrees', () => {
    const labels = new Map([['INBOX', listed(['d', 'c'])]]);
    expect(difference(onDisk, listed(['a', 'b', 'c', 'd']), labels)).toEqual({ remove: [], relabel: [] });
  });
});
