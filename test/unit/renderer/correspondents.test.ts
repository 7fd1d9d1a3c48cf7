import { expect, test } from 'vitest';
import { isSent, nameOf } from '../../../renderer/messages/correspondents.ts';

test('somebody without a name goes by the address', () => {
  expect(nameOf({ name: 'Sam', email: 'sam@porthole.example' })).toBe('Sam');
  expect(nameOf({ name: '  ', email: 'sam@porthole.example' })).toBe('sam@porthole.example');
});

test.each([
  [['SENT'], true],
  [['SENT', 'STARRED'], true],
  [['INBOX', 'SENT'], false],
  [['INBOX'], false],
  [[], false],
])('mail with the labels %j is one’s own: %s', (labelIds, own) => {
  expect(isSent({ labelIds })).toBe(own);
});
