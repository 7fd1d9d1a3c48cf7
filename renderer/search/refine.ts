// A query made narrower by a click: pure. What was typed stays as it was typed wherever it can.
import { longestQuery } from '../../electron/contract/search.ts';
import { writtenDay } from '../../electron/search/dates.ts';
import { parse } from '../../electron/search/parse.ts';
import { print } from '../../electron/search/print.ts';
import type { Query } from '../../electron/search/query.ts';
import { inbox } from './look.ts';
import { partsOf } from './meaning.ts';

const typed = (text: string, { span }: Query) => text.slice(...span);

function without(text: string, parts: readonly Query[]): string {
  return parts
    .toReversed()
    .reduce((left, { span: [start, end] }) => left.slice(0, start) + left.slice(end), text)
    .replace(/\s+/g, ' ')
    .trim();
}

/** What is left of a query when everything is taken from it: not the inbox, which it was not about. */
const everything = 'in:all';

/** The parts that say the same as one of these does. */
function saying(text: string, refine: string): readonly Query[] {
  const wanted = partsOf(refine).map(print);
  return partsOf(text).filter((part) => typed(text, part) === refine || wanted.includes(print(part)));
}

/** Whether all that it asks for is asked for already. */
export function isRefinedBy(text: string, refine: string): boolean {
  const said = new Set(saying(text, refine).map(print));
  return partsOf(refine).every((part) => said.has(print(part)));
}

/** The part of the query that a click on a year or a brush over the months has put there, or somebody by hand. */
const datesIn = (text: string) => partsOf(text).filter(({ kind }) => kind === 'date');

export function hasDates(text: string): boolean {
  return datesIn(text).length > 0;
}

export function undated(text: string): string {
  return without(text, datesIn(text)) || everything;
}

/** With this as one more part; dates take the place of others. An empty query is the inbox's. A text that would grow too long
 *  for a query stays as it is. */
export function refined(text: string, refine: string): string {
  if (isRefinedBy(text, refine)) return text;
  const before = text.trim() || inbox;
  const rest = partsOf(refine).every(({ kind }) => kind === 'date') ? without(before, datesIn(before)) : before;
  const joined = `${rest} ${refine}`.trim();
  // Behind an open quote or bracket it would be a part of that, or its own quote the end of it.
  const longer = isRefinedBy(joined, refine) ? joined : `${print(parse(rest).root)} ${refine}`.trim();
  return longer.length > longestQuery ? text : longer;
}

export function unrefined(text: string, refine: string): string {
  return without(text, saying(text, refine)) || everything;
}

export interface Month {
  readonly year: number;
  /** From 1. */
  readonly month: number;
}

const written = (month: Month) => writtenDay({ ...month, day: 1 });
const following = ({ year, month }: Month): Month =>
  month === 12 ? { year: year + 1, month: 1 } : { year, month: month + 1 };

/** From the beginning of the first month to the end of the last one. */
export function brushed(text: string, first: Month, last: Month): string {
  return refined(text, `after:${written(first)} before:${written(following(last))}`);
}
