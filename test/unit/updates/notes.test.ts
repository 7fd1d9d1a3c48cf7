// What is new in a version comes from outside: whatever it is, it becomes a text of a bearable length.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { notesText } from '../../../electron/updates/notes.ts';

test.each<[string, unknown, string]>([
  ['HTML as GitHub has it', '<h2>New</h2>\n<ul>\n<li>Faster &amp; quieter</li>\n</ul>', 'New\n\n * Faster & quieter'],
  ['text', 'New:\r\n- faster', 'New:\n- faster'],
  [
    'a list of versions',
    [
      { version: '2.0.0', note: 'b' },
      { version: '1.1.0', note: '<p>a</p>' },
    ],
    'b\n\na',
  ],
  ['a script', '<script>alert(1)</script><p onclick="x()">Hello</p><img src=https://a.example/b>', 'Hello'],
  ['letters that turn others round', 'a\u202eb\u0000c\u2066d', 'abcd'],
  ['nothing', null, ''],
  ['a number', 7, ''],
  ['a list of anything', [null, 7, {}, { note: 7 }], ''],
])('%s', (_what, notes, text) => {
  expect(notesText(notes)).toBe(text);
});

test('10 MB of text or of markup without end become a page at most', () => {
  for (const piece of ['word ', '<b>', '<blockquote><p>x', '&lt;'])
    expect(notesText(piece.repeat(10_000_000 / piece.length)).length).toBeLessThanOrEqual(4_001);
  expect(notesText('word '.repeat(2_000)).endsWith('…')).toBe(true);
});

test('never throws, and never says more than a page', () => {
  fc.assert(fc.property(fc.anything(), (notes) => notesText(notes).length <= 4_001));
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (notes) => notesText(notes).length <= 4_001));
});
