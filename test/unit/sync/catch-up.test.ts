import { describe, expect, test } from 'vitest';
import { wireHistoryPage } from '../../../electron/gmail/wire.ts';
import { happenings } from '../../../electron/sync/catch-up.ts';

const message = (id: string) => ({ id, threadId: 't' });
const of = (...history: unknown[]) => {
  const { arrived, ...rest } = happenings(wireHistoryPage.parse({ history, historyId: '9' }).history);
  return { arrived: [...arrived.keys()], ...rest };
};

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

  test('a message that has come may be here already, and has the labels with which it came', () => {
    const added = { messagesAdded: [{ message: { ...message('a'), labelIds: ['INBOX', 'UNREAD'] } }] };
    const { arrived, relabelled } = of(added, { labelsRemoved: [{ message: message('a'), labelIds: ['UNREAD'] }] });
    expect(arrived).toEqual(['a']);
    expect(relabelled).toEqual([{ id: 'a', add: ['INBOX'], remove: ['UNREAD'] }]);
  });

  test('no history is no change', () => {
    expect(of()).toEqual({ arrived: [], removed: [], relabelled: [] });
  });
});
