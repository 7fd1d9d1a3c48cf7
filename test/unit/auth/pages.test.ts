import { expect, test } from 'vitest';
import { pagesIn } from '../../../electron/auth/pages.ts';
import { directionOf } from '../../../electron/contract/language.ts';
import { wordsOf } from '../../../electron/telling/words.ts';

test('the browser ends on a page in a language and a direction', async () => {
  const { pages } = await wordsOf('en-GB de');
  const { returned, declined } = pagesIn({ ...pages, language: 'fa', direction: 'rtl' });
  for (const { html } of [returned, declined]) expect(html).toContain('<html lang="fa" dir="rtl">');
  expect(returned.html).toContain('Back to Porthole');
  expect(declined.html).toContain('Access was declined');
});

test('a language is written as the Unicode tables say', () => {
  expect(['en', 'de', 'fa', 'he', 'ckb', 'pa-Arab'].map(directionOf)).toEqual([
    'ltr',
    'ltr',
    'rtl',
    'rtl',
    'rtl',
    'rtl',
  ]);
});
