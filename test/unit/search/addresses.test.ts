import { describe, expect, test } from 'vitest';
import { isOwn, mailboxOf } from '../../../electron/search/addresses.ts';

describe('one mailbox has many addresses', () => {
  test.each([
    ['John.Smith@Gmail.com', 'johnsmith@gmail.com'],
    ['johnsmith+home@googlemail.com', 'johnsmith@gmail.com'],
    ['j.s+x+y@work.org', 'j.s@work.org'],
    ['nobody', '@nobody'],
    ['', '@'],
  ])('%s is %s', (address, expected) => {
    expect(mailboxOf(address)).toBe(expected);
  });
});

test('an own address is own however it is dotted, but one with a tag means that tag', () => {
  const own = ['john.smith@gmail.com', 'js@work.org'];
  expect(isOwn('johnsmith@googlemail.com', own)).toBe(true);
  expect(isOwn('JS@work.org', own)).toBe(true);
  expect(isOwn('j.s@work.org', own)).toBe(false);
  expect(isOwn('john.smith+shop@gmail.com', own)).toBe(false);
});
