import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { Breakable } from '../../../renderer/controls/breakable.tsx';

test.each([
  ['ada.lovelace@mail.example.org', 'ada.lovelace@|mail.|example.|org'],
  ['<ada.b@example.org>', '&lt;ada.b@|example.|org&gt;'],
  ['static.example.com', 'static.|example.|com'],
  ['127.0.0.1:8025', '127.|0.|0.|1:8025'],
  [
    'Sent by a.b@example.org on behalf. Of c.d@example.org…',
    'Sent by |a.b@|example.|org on behalf. Of |c.d@|example.|org…',
  ],
  ['@', '@'],
  ['', ''],
])('%s breaks as %s', (text, broken) => {
  expect(renderToStaticMarkup(createElement(Breakable, { text })).replaceAll('<wbr/>', '|')).toBe(broken);
});
