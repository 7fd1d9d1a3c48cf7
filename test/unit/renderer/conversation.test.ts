import { describe, expect, test } from 'vitest';
import type { Message } from '../../../electron/contract/model.ts';
import { beginWith, type Shown, sameMessages, unfoldedAtFirst } from '../../../renderer/reader/target.ts';

function message(id: string, labelIds: readonly string[] = []): Shown {
  return { id, labelIds } as Message;
}
const pending = (id: string): Shown => ({ id, threadId: 't', pending: true, foundByGmail: false });

describe('a conversation is opened', () => {
  const read = [message('a'), message('b'), message('c')];
  const unread = [message('a'), message('b', ['UNREAD']), message('c', ['UNREAD']), message('d')];

  test('at its last message, the others folded away', () => {
    expect([...unfoldedAtFirst(read, null)]).toEqual(['c']);
    expect(beginWith(read, null)).toBe('c');
  });

  test('at the newest that is unread, with all of those unfolded', () => {
    expect([...unfoldedAtFirst(unread, null)]).toEqual(['b', 'c', 'd']);
    expect(beginWith(unread, null)).toBe('c');
  });

  test('with the newest of very many unfolded', () => {
    const many = Array.from({ length: 100 }, (_none, at) => message(String(at), ['UNREAD']));
    expect([...unfoldedAtFirst(many, '3')]).toEqual(['3', ...many.slice(80).map(({ id }) => id)]);
  });

  test('at the one that was found', () => {
    expect([...unfoldedAtFirst(read, 'a')]).toEqual(['a', 'c']);
    expect(beginWith(read, 'a')).toBe('a');
    expect(beginWith(read, 'gone')).toBe('c');
  });
});

test('a conversation is drawn anew when a message comes, arrives or changes its labels, and else not', () => {
  const before = [message('a'), pending('b')];
  expect(sameMessages(before, [message('a'), pending('b')])).toBe(true);
  expect(sameMessages(before, [message('a'), message('b')])).toBe(false);
  expect(sameMessages(before, [message('a', ['UNREAD']), pending('b')])).toBe(false);
  expect(sameMessages(before, [...before, message('c')])).toBe(false);
});
