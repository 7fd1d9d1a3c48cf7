// What a text asks for, whichever way it is written: texts that ask for the same have the same meaning. Pure.
import { parse } from '../../electron/search/parse.ts';
import { print } from '../../electron/search/print.ts';
import type { Query } from '../../electron/search/query.ts';

/** The query's own parts: all of them hold. */
export function partsOf(text: string): readonly Query[] {
  const { root } = parse(text);
  return root?.kind === 'and' ? root.parts : root ? [root] : [];
}

/** The sidebar's queries are compared with every letter typed, and there may be thousands of them. */
const known = new Map<string, string>();
const mostKnown = 20_000;

export function meaningOf(text: string): string {
  const before = known.get(text);
  if (before !== undefined) return before;
  const meaning = partsOf(text).map(print).join(' ');
  if (known.size >= mostKnown) known.clear();
  known.set(text, meaning);
  return meaning;
}
