// The words that were looked for, as a message's own frame is told them: pure.
import type { Mark } from '../../electron/mail/frame.ts';
import type { Sought } from './matches.ts';

/** Scripts that put no spaces between words: there the words of a phrase stand side by side, and none has an end. */
const unspaced = /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Thai}\p{scx=Lao}\p{scx=Khmer}\p{scx=Myanmar}]/u;
const most = 200;
const longest = 1_000;

function markOf({ words, unfinished, inside }: Sought): Mark {
  if (words.some((word) => unspaced.test(word))) return { text: words.join(''), where: 'anywhere' };
  const where = inside ? 'anywhere' : unfinished ? 'beginning-of-word' : 'whole-word';
  return { text: words.join(' '), where };
}

export function frameMarks(sought: readonly Sought[]): readonly Mark[] {
  return sought
    .map(markOf)
    .filter(({ text }) => text !== '' && text.length <= longest)
    .slice(0, most);
}
