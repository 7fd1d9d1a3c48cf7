// What Gmail's lists are read as where something in them is not as documented.
import { describe, expect, test } from 'vitest';
import {
  lenientMessage,
  wireHistoryPage,
  wireLabelList,
  wireMessage,
  wireMessageList,
  wireProfile,
  wireSendAsList,
  wireThread,
} from '../../../electron/gmail/wire.ts';

const good = { id: 'a', threadId: 't' };
const added = { messagesAdded: [{ message: { ...good, labelIds: ['INBOX'] } }] };

describe('one bad entry', () => {
  test.each<[string, unknown, string[], number]>([
    ['a row that is null', [good, null], ['a'], 1],
    ['a row without an id', [{ threadId: 't' }, good], ['a'], 1],
    ['a row whose id is a number', [{ id: 7 }, good], ['a'], 1],
    ['a list that is null', null, [], 1],
    ['a list that is an object', {}, [], 1],
    ['no list', undefined, [], 0],
  ])('of a listing, %s, costs no other and is counted', (_what, messages, ids, leftOut) => {
    const page = wireMessageList.parse({ messages });
    expect(page.messages.map(({ id }) => id)).toEqual(ids);
    expect(page.leftOut).toBe(leftOut);
  });

  test('of a listing may lack its thread', () => {
    expect(wireMessageList.parse({ messages: [{ id: 'a', threadId: null }] })).toEqual({
      messages: [{ id: 'a', threadId: '' }],
      leftOut: 0,
    });
  });

  test.each<[string, unknown, number]>([
    ['a record that is null', null, 1],
    ['a message without an id', { messagesAdded: [{ message: { threadId: 't' } }] }, 1],
    ['a message that is null', { messagesDeleted: [{ message: null }, null] }, 2],
    ['labels that are null', { labelsAdded: [{ message: good, labelIds: null }] }, 1],
    ['a list that is a text', { labelsRemoved: 'all' }, 1],
    ['a list that nobody knows', { chatsAdded: [null] }, 0],
  ])('of history, %s, costs no other and is counted', (_what, record, leftOut) => {
    const page = wireHistoryPage.parse({ historyId: '9', history: [record, added] });
    expect(page.history.at(-1)?.messagesAdded).toEqual(added.messagesAdded);
    expect(page.leftOut).toBe(leftOut);
  });

  test.each(['', '\u202e', '\u0000', 'x'.repeat(256), 7])('of labels, %j, is none, and INBOX is one', (odd) => {
    const read = (labelIds: unknown) => wireMessage.safeParse({ ...good, labelIds }).success;
    expect([read([odd]), read(['INBOX', 'Label_7'])]).toEqual([false, true]);
    expect(lenientMessage.parse({ ...good, labelIds: ['INBOX', odd] }).labelIds).toEqual(['INBOX']);
  });

  test('of a message’s labels leaves the message', () => {
    const { history, leftOut } = wireHistoryPage.parse({
      historyId: '9',
      history: [{ messagesAdded: [{ message: { ...good, labelIds: null } }] }],
    });
    expect(history[0]?.messagesAdded).toEqual([{ message: { ...good, labelIds: [] } }]);
    expect(leftOut).toBe(0);
  });

  test('of the labels costs no other, and a list without any is somebody else’s', () => {
    expect(wireLabelList.parse({ labels: [{ name: 'x' }, { id: 'INBOX', name: 'INBOX' }] })).toMatchObject({
      labels: [{ id: 'INBOX' }],
      leftOut: 1,
    });
    for (const labels of [undefined, null, [], [{}]]) expect(wireLabelList.safeParse({ labels }).success).toBe(false);
  });

  test('of the own addresses, or of a thread, costs no other', () => {
    expect(wireSendAsList.parse({ sendAs: [null, { sendAsEmail: 'a@x', isPrimary: 'yes' }] })).toEqual({
      sendAs: [{ sendAsEmail: 'a@x', isPrimary: false }],
      leftOut: 1,
    });
    expect(wireThread.parse({ messages: null })).toEqual({ messages: [] });
  });
});

test.each(['3', 1.5, -1, 1e300, null, undefined])('a mailbox of %s messages has none that can be counted', (total) => {
  expect(wireProfile.parse({ historyId: '1', messagesTotal: total }).messagesTotal).toBe(0);
});

test.each([
  ['a page token that is no text', wireMessageList, { nextPageToken: 7 }],
  ['a page of history without a cursor', wireHistoryPage, { history: [] }],
  ['a cursor that is no number', wireHistoryPage, { historyId: 'x' }],
])('%s can’t be gone on from', (_what, schema, reply) => {
  expect(schema.safeParse(reply).success).toBe(false);
});
