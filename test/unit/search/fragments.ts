// Query texts for property tests: pieces of the language thrown together, and any text at all.
import fc from 'fast-check';
import { operators } from '../../../electron/search/operators.ts';

const signs = [
  '(',
  ')',
  '{',
  '}',
  '"',
  '-',
  '!',
  '+',
  '|',
  '*',
  ' ',
  '  ',
  '\n',
  ':',
  '@',
  '.',
  ',',
  "'",
  '/',
  '“',
  '”',
];
const keywords = [
  'OR',
  'AND',
  'AROUND',
  'AROUND 5',
  'or',
  'and',
  'NOT',
  'me',
  'a',
  'b',
  'cat',
  'Straße',
  '3.14',
  '*voic*',
  'invo*',
  '10:30',
];
const fields = [...operators.flatMap(({ name, aliases }) => [name, ...aliases]), 'foo'].map((name) => `${name}:`);
const values = [
  'amy@example.org',
  'example.org',
  '@example.org',
  'me+shop@example.org',
  'inbox',
  'spam',
  'anywhere',
  'snoozed',
  'unread',
  'muted',
  'read',
  'promotions',
  'purchases',
  'attachment',
  'red-bang',
  'drive',
  'userlabels',
  'plan_b.docx',
  'work/clients',
  '2026/01/05',
  '31.12.2026',
  '2026',
  '1767567600',
  '1767567600000',
  '2d',
  '3m',
  '10M',
  '<a1@x.org>',
  '🙂',
  '東京大学',
  'हिन्दी',
  'İ',
  'ΟΔΟΣ',
  '%_\\',
  '__proto__',
];

/** Made of pieces of the language. */
export const fragments: fc.Arbitrary<string> = fc
  .array(fc.oneof(...[signs, keywords, fields, values].map((pieces) => fc.constantFrom(...pieces))), { maxLength: 25 })
  .chain((pieces) => fc.constantFrom(pieces.join(''), pieces.join(' ')));

/** Any text: lone surrogates and control characters too. */
export const anyText: fc.Arbitrary<string> = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.string({ unit: 'grapheme', maxLength: 200 }),
  fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 100 }).map((units) => String.fromCharCode(...units)),
);

export const queryText: fc.Arbitrary<string> = fc.oneof({ weight: 3, arbitrary: fragments }, anyText);
