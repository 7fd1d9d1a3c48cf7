// Where in a plain body the words stand that were looked for: pure.
import type { TextBlock } from '../../electron/mail/plain-text.ts';
import type { Token } from '../../electron/mail/text-links.ts';
import { matches, type Range, type Sought } from '../search/matches.ts';

export type TokenRanges = ReadonlyMap<Token, readonly Range[]>;

const none: TokenRanges = new Map();
/** Thousands of marks say no more than hundreds, and each is an element. */
const mostMarks = 500;
/** In megabytes of Chinese or Japanese the search takes a second or more. */
const mostSearched = 200_000;

export function rangesByToken(blocks: readonly TextBlock[], sought: readonly Sought[]): TokenRanges {
  if (sought.length === 0) return none;
  const ranges = new Map<Token, readonly Range[]>();
  let left = mostMarks;
  let unread = mostSearched;
  for (const token of blocks.flatMap(({ paragraphs }) => paragraphs.flat())) {
    if (unread <= 0 || left <= 0) break;
    const found = matches(token.text.slice(0, unread), sought, left);
    unread -= token.text.length;
    left -= found.length;
    if (found.length > 0) ranges.set(token, found);
  }
  return ranges;
}
