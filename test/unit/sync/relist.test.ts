import { describe, expect, test } from 'vitest';
import { coveredBy, difference, doubtful } from '../../../electron/sync/relist.ts';

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
    const silent = listed(['e', 'c'], false);
    expect(difference(onDisk, silent, new Map([['INBOX', silent]]))).toEqual({ remove: [], relabel: [] });
    // It goes down to c; what is older may well be there.
    expect(doubtful(onDisk, silent)).toEqual(['d']);
    expect(doubtful(onDisk, listed(['c']))).toEqual([]);
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

  test('an incomplete listing gives labels, and takes none', () => {
    const labels = new Map([['STARRED', listed(['a'], false)]]);
    expect(difference(onDisk, listed(['a', 'b', 'c', 'd']), labels).relabel).toEqual([
      { id: 'a', add: ['STARRED'], remove: [] },
    ]);
  });

  test('says nothing where all agrees', () => {
    const labels = new Map([['INBOX', listed(['d', 'c'])]]);
    expect(difference(onDisk, listed(['a', 'b', 'c', 'd']), labels)).toEqual({ remove: [], relabel: [] });
  });
});
