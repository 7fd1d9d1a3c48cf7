// A query with some of its terms taken out: pure. The rest stays as it was typed wherever it can.
import { parse } from '../../electron/search/parse.ts';
import { print } from '../../electron/search/print.ts';
import type { Query, Span } from '../../electron/search/query.ts';
import { partsOf } from './meaning.ts';

const touches = ([start, end]: Span, [from, to]: Span) => start < to && from < end;
const printed = (parts: readonly Query[]) => parts.map(print).join(' ');

/** Every part that one of the spans touches goes. Nothing is left of nothing. */
export function dropped(text: string, spans: readonly Span[]): string {
  const rest = partsOf(text).filter(({ span }) => !spans.some((gone) => touches(span, gone)));
  const cut = [...spans]
    .sort(([one], [other]) => other - one)
    .reduce((left, [start, end]) => `${left.slice(0, start)} ${left.slice(end)}`, text)
    .replace(/\s+/g, ' ')
    .trim();
  // A bracket may have lost what it held, or an operator its value to a neighbour.
  const { issues } = parse(cut);
  const before = parse(text).issues.filter(({ span }) => !spans.some((gone) => touches(span, gone)));
  const isWorse = issues.length > before.length || /[({]\s*[)}]/.test(cut);
  return printed(partsOf(cut)) === printed(rest) && !isWorse ? cut : printed(rest);
}
