// Marks upon marks: what would take minutes to compose, in a message of a megabyte that anybody can send.
import { expect, test } from 'vitest';
import { indexWords, plain } from '../../../electron/search/index-words.ts';
import { normaliseLabel } from '../../../electron/search/labels.ts';
import { fold, segment } from '../../../electron/search/words.ts';
import { matches } from '../../../renderer/search/matches.ts';

const hostile = `a${'\u0345'.repeat(250_000)}${'\u0316'.repeat(250_000)} word`;

// Composing all of them takes minutes, so that whoever forgets to leave any out does not get through here in time.
test('are left out beyond thirty on one letter, wherever text is folded', () => {
  for (const folded of [segment(hostile), fold(hostile), plain(hostile), normaliseLabel(hostile)])
    expect(folded.length).toBeLessThan(5_000);
  expect(indexWords(hostile).at(-1)).toBe('word');
  expect(matches(hostile, [{ words: ['word'], unfinished: false, inside: false }]).length).toBeLessThanOrEqual(1);
});

test('are all kept where they are few: Zalgo is still read', () => {
  expect(segment(`e${'\u0316'.repeat(20)}`)).toHaveLength(21);
});
