import { describe, expect, test } from 'vitest';
import { writtenDirection } from '../../../electron/mail/direction.ts';

describe('the direction of a text', () => {
  test.each([
    ['گزارش monthly', 'rtl'],
    ['monthly گزارش', 'ltr'],
    ['reports@harbour.example گزارش', 'rtl'],
    ['(reports@harbour.example) گزارش', 'rtl'],
    ['12:reports@harbour.example,x@y گزارش', 'rtl'],
    ['(https://harbour.example/a گزارش', 'rtl'],
    ['at@ گزارش', 'ltr'],
    ['@at گزارش', 'ltr'],
    ['12 — 5', undefined],
  ])('%j is %s', (text, direction) => {
    expect(writtenDirection([text])).toBe(direction);
  });

  test('is found in every message of a conversation, however long their words', () => {
    for (let message = 0; message < 100; message += 1) expect(writtenDirection(['='.repeat(20_000)])).toBeUndefined();
  });
});
