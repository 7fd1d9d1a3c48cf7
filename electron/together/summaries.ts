// What was counted in several accounts, as if it had been counted in one. Pure.
import type { Facet, MonthCount, Summary } from '../contract/search.ts';

/** As many as each account names. */
const mostFacets = 12;

/** What one account has among its less frequent ones only is not counted there. */
function facets(of: readonly (readonly Facet[])[]): readonly Facet[] {
  const byMeaning = new Map<string, Facet>();
  for (const facet of of.flat()) {
    const known = byMeaning.get(facet.refine);
    byMeaning.set(facet.refine, known ? { ...known, count: known.count + facet.count } : facet);
  }
  return [...byMeaning.values()].sort((one, other) => other.count - one.count).slice(0, mostFacets);
}

const monthOf = ({ year, month }: Pick<MonthCount, 'year' | 'month'>) => year * 12 + month - 1;

function months(of: readonly (readonly MonthCount[])[]): readonly MonthCount[] {
  const counts = new Map<number, number>();
  for (const one of of.flat()) counts.set(monthOf(one), (counts.get(monthOf(one)) ?? 0) + one.count);
  if (counts.size === 0) return [];
  const first = Math.min(...counts.keys());
  const last = Math.max(...counts.keys());
  return Array.from({ length: last - first + 1 }, (_, step) => {
    const at = first + step;
    return { year: Math.floor(at / 12), month: (at % 12) + 1, count: counts.get(at) ?? 0 };
  });
}

export function summaryOf(summaries: readonly Summary[]): Summary {
  const sum = (of: (summary: Summary) => number) => summaries.reduce((total, summary) => total + of(summary), 0);
  const years = facets(summaries.map((one) => one.years)).toSorted((a, b) => Number(b.name) - Number(a.name));
  return {
    total: sum(({ total }) => total),
    messages: sum(({ messages }) => messages),
    senders: facets(summaries.map((one) => one.senders)),
    labels: facets(summaries.map((one) => one.labels)),
    years,
    fileTypes: facets(summaries.map((one) => one.fileTypes)),
    months: months(summaries.map((one) => one.months)),
  };
}
