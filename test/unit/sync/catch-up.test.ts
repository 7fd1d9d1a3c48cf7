import { describe, expect, test } from 'vitest';
import { wireHistoryPage } from '../../../electron/gmail/wire.ts';
import { happenings } from '../../../electron/sync/catch-up.ts';

const message = (id: string) => ({ id, threadId: 't' });
const of = (...history: unknown[]) => happenings(wireHistoryPage.parse({ history, historyId: '9' }).history);

describe('what a run of history comes to', () => {
  test('a message that came and went has only gone', () => {
    expect(
      of({ messagesAdded: [{ message: message('a') }] }, { messagesDeleted: [{ message: message('a') }] }),
    ).toEqual({
      arrived: [],
      removed: ['a'],
      relabelled: [],
    });
  });

  test('the last word on a label wins', () => {
    const { relabelled } = of(
      { labelsAdded: [{ message: message('a'), labelIds: ['STARRED', 'UNREAD'] }] },
      { labelsRemoved: [{ message: message('a'), labelIds: ['STARRED'] }] },
      { labelsRemoved: [{ message: message('b'), labelIds: ['INBOX'] }] },
    );
    expect(relabelled).toEqual([
      { id: 'a', add: ['UNREAD'], remove: ['STARRED'] },
      { id: 'b', add: [], remove: ['INBOX'] },
    ]);
  });

  test('an old message that comes back to the inbox has arrived', () => {
    expect(of({ labelsAdded: [{ message: message('a'), labelIds: ['INBOX'] }] }).arrived).toEqual(['a']);
    expect(of({ labelsAdded: [{ message: message('a'), labelIds: ['STARRED'] }] }).arrived).toEqual([]);
  });

  test('no history is no change', () => {
    expect(of()).toEqual({ arrived: [], removed: [], relabelled: [] });
  });
});
