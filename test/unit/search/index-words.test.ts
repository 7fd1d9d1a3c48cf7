// Beginnings of words in a text, as the index on disk would find them.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { indexWords, plain, standsIn } from '../../../electron/search/index-words.ts';

test.each([
  ['quarter', 'qua', true],
  ['the quarter', 'qua', true],
  ['aqua', 'qua', false],
  ['aqua quarter', 'qua', true],
  ['7qua', 'qua', false],
  ['_qua', 'qua', false],
  ['(qua)', 'qua', true],
  ['éqo', 'qo', false],
  ['—qo', 'qo', true],
  ['東京qo', 'qo', true],
  ['𝐚qo', 'qo', false],
  ['😀qo', 'qo', true],
  ['\ue000qo', 'qo', false],
  ['quart', 'quarter', false],
])('in %j stands a word that begins with %j: %s', (text, beginning, stands) => {
  expect(standsIn(text, beginning, 'beginning')).toBe(stands);
});

const piece = fc.constantFrom('qu', 'a', 'É', 'ß', '7', '_', ' ', '.', '-', '—', '東', '京', 'ア', '𝐚', '😀', 'ال');
const text = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''));

test('a beginning stands where a word of the index begins with it', () => {
  fc.assert(
    fc.property(text, fc.constantFrom('q', 'qu', 'a', 'e', 's', '7', '_', 'ال'), (written, beginning) => {
      const stands = indexWords(written).some((word) => word.startsWith(beginning));
      expect(standsIn(plain(written), beginning, 'beginning')).toBe(stands);
    }),
    { numRuns: 3_000 },
  );
});
