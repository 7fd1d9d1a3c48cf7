import { describe, expect, test } from 'vitest';
import type { AccountState } from '../../../electron/contract/model.ts';
import { calledOf, initialOf, isShown, unreadOf } from '../../../renderer/accounts/accounts.ts';
import { accountPlace } from '../../../renderer/accounts/use-account-keys.ts';

const account: AccountState['account'] = { id: '101', kind: 'gmail', email: 'ada@example.org', name: 'Ada' };
const key = { key: '1', code: 'Digit1', ctrlKey: true, metaKey: false, altKey: false, shiftKey: false };

describe('the number of an account', () => {
  test('comes with Ctrl or Cmd, where the layout has other digits by the place of the key', () => {
    expect(accountPlace(key)).toBe(1);
    expect(accountPlace({ ...key, ctrlKey: false, metaKey: true, key: '2' })).toBe(2);
    expect(accountPlace({ ...key, key: '۳', code: 'Digit3' })).toBe(3);
  });

  test('is not meant by a digit alone, with another key held, by 0, which resets the zoom, or by a letter', () => {
    expect(accountPlace({ ...key, key: '0', code: 'Digit0' })).toBeNull();
    expect(accountPlace({ ...key, ctrlKey: false })).toBeNull();
    expect(accountPlace({ ...key, altKey: true })).toBeNull();
    expect(accountPlace({ ...key, shiftKey: true })).toBeNull();
    expect(accountPlace({ ...key, metaKey: true })).toBeNull();
    expect(accountPlace({ ...key, key: 'k', code: 'KeyK' })).toBeNull();
  });
});

test.each([
  ['Ada', 'A'],
  ['  ångström', 'Å'],
  ['👩🏽‍🚀 pilot', '👩🏽‍🚀'],
  ['', 'A'],
])('the initial of “%s” is one character to a person: %s', (name, initial) => {
  expect(initialOf({ ...account, name })).toBe(initial);
});

test('an account without its file is called by its number', () => {
  expect(calledOf({ ...account, email: '', name: '' })).toBe('101');
  expect(initialOf({ ...account, email: '', name: '' })).toBe('1');
});

test('unread is counted as rows are grouped, and nobody is shown alone while all are', () => {
  const one = { account, unread: { messages: 5, threads: 3 } } as AccountState;
  expect(unreadOf(one, 'threads')).toBe(3);
  expect(unreadOf(one, 'messages')).toBe(5);
  expect(unreadOf({ ...one, unread: null }, 'messages')).toBe(0);
  expect(isShown({ account, all: false }, one)).toBe(true);
  expect(isShown({ account, all: true }, one)).toBe(false);
});
