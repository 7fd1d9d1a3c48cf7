import { describe, expect, test } from 'vitest';
import { isMonologue, isSent, nameOf, sendersLine } from '../../../renderer/messages/correspondents.ts';

test('somebody without a name goes by the address', () => {
  expect(nameOf({ name: 'Sam', email: 'sam@porthole.example' })).toBe('Sam');
  expect(nameOf({ name: '  ', email: 'sam@porthole.example' })).toBe('sam@porthole.example');
});

test.each([
  [['SENT'], true],
  [['SENT', 'STARRED'], true],
  [['DRAFT'], true],
  [['INBOX', 'SENT'], false],
  [['INBOX'], false],
  [[], false],
])('mail with the labels %j is one’s own: %s', (labelIds, own) => {
  expect(isSent({ labelIds })).toBe(own);
});

describe('who wrote in a conversation', () => {
  const own = ['sam@porthole.example', 'sam@harbour.example'];
  const people = {
    amy: { name: 'Amy Chen', email: 'amy@example.org' },
    bob: { name: '', email: 'bob@example.org' },
    chidi: { name: 'Okonkwo, Chidi', email: 'chidi@example.org' },
    dana: { name: 'דנה לוי', email: 'dana@example.org' },
    sam: { name: 'Sam Porter', email: 'Sam@Porthole.example' },
    alias: { name: 'Sam at work', email: 'sam@harbour.example' },
  };
  type Person = keyof typeof people;

  test.each<[readonly Person[], string]>([
    [['amy'], 'Amy Chen'],
    [['bob'], 'bob@example.org'],
    [['chidi'], 'Okonkwo, Chidi'],
    [['sam'], 'me'],
    [['amy', 'sam'], 'Amy, me'],
    [['alias'], 'me'],
    [['sam', 'amy', 'alias'], 'me, Amy'],
    [['amy', 'bob', 'chidi'], 'Amy, bob, Chidi'],
    [['amy', 'bob', 'chidi', 'dana', 'sam'], 'Amy … דנה, me'],
    [[], ''],
  ])('%j', (senders, line) => {
    const addresses = senders.map((name) => people[name]);
    expect(sendersLine(addresses, own, 'me')).toBe(line);
  });

  test('was oneself alone where all of it is one’s own', () => {
    expect(isMonologue([people.sam], own)).toBe(true);
    expect(isMonologue([people.sam, people.amy], own)).toBe(false);
    expect(isMonologue([], own)).toBe(false);
  });
});
