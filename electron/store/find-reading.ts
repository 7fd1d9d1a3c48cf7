// Answers from the texts themselves what is asked of words: what the index can't tell, or would take too long to.
import { indexWords, plain, standsIn } from '../search/index-words.ts';
import type { Asked, Column } from './find-words.ts';
import type { MessageTexts } from './texts.ts';

/** Where a sequence of words begins. */
function positions(text: readonly string[], sequence: readonly string[], beginning = false): number[] {
  const last = sequence.length - 1;
  const found: number[] = [];
  const stands = (at: number) =>
    sequence.every((word, index) => {
      const there = text[at + index];
      return beginning && index === last ? there?.startsWith(word) : there === word;
    });
  for (let at = 0; at + last < text.length && last >= 0; at++) if (stands(at)) found.push(at);
  return found;
}

const wanted = (sequence: readonly string[]) => indexWords(sequence.join(' '));

const bodyLast = (columns: readonly Column[]) =>
  columns.includes('body') ? [...columns.filter((column) => column !== 'body'), 'body' as const] : columns;

/** What is asked, made ready to be held against many messages. */
export function matcherOf(asked: Asked): (texts: MessageTexts) => boolean {
  switch (asked.kind) {
    case 'any': {
      const matchers = asked.of.map(matcherOf);
      return (texts) => matchers.some((matches) => matches(texts));
    }
    case 'inside': {
      const part = plain(asked.part);
      const columns = bodyLast(asked.columns);
      return (texts) =>
        columns.some(
          (column) =>
            standsIn(texts.text(column), part, 'inside') ?? texts.words(column).some((word) => word.includes(part)),
        );
    }
    case 'words': {
      const { beginning } = asked;
      const columns = bodyLast(asked.columns);
      const sequence = wanted(asked.words);
      const [first = '', ...others] = sequence;
      const stands = ({ text, words: read }: MessageTexts, column: Column): boolean => {
        const alone = beginning && others.length === 0 ? standsIn(text(column), first, 'beginning') : undefined;
        if (alone !== undefined) return alone;
        return (
          sequence.every((word) => text(column).includes(word)) &&
          positions(read(column), sequence, beginning).length > 0
        );
      };
      return (texts) => columns.some((column) => stands(texts, column));
    }
    case 'near': {
      const { columns, within, ordered } = asked;
      const [left, right] = [wanted(asked.left), wanted(asked.right)];
      const close = (a: number, b: number) => {
        const gap = a <= b ? b - a - left.length : a - b - right.length;
        return gap <= within && (!ordered || a < b);
      };
      const all = [...left, ...right];
      return (texts) =>
        columns.some((column) => {
          if (!all.every((word) => texts.text(column).includes(word))) return false;
          const read = texts.words(column);
          const ends = positions(read, right);
          return ends.length > 0 && positions(read, left).some((a) => ends.some((b) => close(a, b)));
        });
    }
  }
}
