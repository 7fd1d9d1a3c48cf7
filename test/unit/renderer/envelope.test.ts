import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import type { Address } from '../../../electron/contract/model.ts';
import { Envelope } from '../../../renderer/reader/envelope.tsx';
import { marksOf } from '../../../renderer/search/marks.ts';
import { message } from '../../support/messages.ts';

const written = (to: Address) =>
  renderToStaticMarkup(createElement(Envelope, { message: message({ to: [to] }), marks: marksOf(null) }))
    .replace(/<[^>]+>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>');

test.each([
  [{ name: 'Ada', email: 'ada@example.org' }, 'Ada <ada@example.org>'],
  [{ name: '', email: 'ada@example.org' }, 'ada@example.org'],
  // The address that it really is comes first.
  [{ name: 'ceo@bank.example', email: 'ada@example.org' }, '<ada@example.org> ceo@bank.example'],
  [{ name: 'Ada \u202eecnalevol', email: 'ada@example.org' }, 'Ada ecnalevol <ada@example.org>'],
])('%j reads %j', (address, expected) => {
  expect(written(address)).toContain(expected);
});

test('who has no address has no empty one', () => {
  const shown = written({ name: 'Recipient list', email: '' });
  expect(shown).toContain('Recipient list');
  expect(shown).not.toContain('<>');
});
