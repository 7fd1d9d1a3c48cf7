// The search engine without a window: each query of the table through the store, as main asks it, first page.
import { type FoundPage, type Grouping, groupings, type Search } from '../../../electron/contract/search.ts';
import type { Store } from '../../../electron/store/store.ts';
import { openTestStore } from '../../support/store.ts';
import type { Bench } from '../bench.ts';
import { type Measured, median, percentile } from '../figures.ts';
import { benchNow, ownAddress } from '../mailbox/mailbox.ts';
import type { Profile } from '../profiles.ts';
import { type Query, queries } from '../queries.ts';

export const pageRows = 50;
const rounds = 7;

export function searchOf({ text, typed, partsOfWords }: Query, grouping: Grouping): Search {
  return {
    text,
    caret: typed ? text.length : null,
    grouping,
    order: 'newest',
    anywhereInThread: false,
    partsOfWords: partsOfWords ?? false,
  };
}

/** `round`: an own address that nobody writes from, so that no round is answered by what was kept of another. */
export async function find(store: Store, search: Search, round: number): Promise<FoundPage['rows']> {
  const ownAddresses = [ownAddress, `round-${round}@example.invalid`];
  const page = await store.read('find', { search, now: benchNow, ownAddresses, offset: 0, limit: pageRows, also: [] });
  return page.rows;
}

async function timeOf(store: Store, search: Search, round: number): Promise<number> {
  const started = performance.now();
  await find(store, search, round);
  return performance.now() - started;
}

export interface Timed {
  readonly query: Query;
  /** The first time in a store just opened, its file in the memory of the system. */
  readonly firstMs: number;
  /** Medians of the rounds after that. */
  readonly againMs: number;
}

export async function timeQueries({ file }: Profile, grouping: Grouping): Promise<readonly Timed[]> {
  const searches = queries.map((query) => searchOf(query, grouping));
  const firsts = queries.map(() => [] as number[]);
  const agains = queries.map(() => [] as number[]);
  for (let round = 0; round < rounds; round++) {
    const store = await openTestStore(file);
    for (const [index, search] of searches.entries()) firsts[index]?.push(await timeOf(store, search, 0));
    for (const [index, search] of searches.entries()) agains[index]?.push(await timeOf(store, search, round + 1));
    await store.close();
  }
  return queries.map((query, index) => ({
    query,
    firstMs: median(firsts[index] ?? []),
    againMs: median(agains[index] ?? []),
  }));
}

const ms = (value: number) => `${value.toFixed(value < 10 ? 2 : 0)} ms`;

const figures = [
  { name: 'median', share: 0.5, budget: 'searchMedian' },
  { name: 'p95', share: 0.95, budget: 'searchP95' },
  { name: 'worst', share: 1, budget: 'searchWorst' },
] as const;

const partOf = ({ query, againMs }: Timed) => [query.text + (query.typed ? '▏' : ''), againMs] as const;

function rowsOf({ count, name }: Profile, grouping: Grouping, timed: readonly Timed[], smaller?: readonly Timed[]) {
  const worst = timed.toSorted((a, b) => b.againMs - a.againMs).slice(0, 3);
  return figures.map((figure): Measured => {
    const of = (values: readonly number[]) => percentile(values, figure.share);
    const first = `first time ${ms(of(timed.map(({ firstMs }) => firstMs)))}`;
    const slowest = worst.map(({ query, againMs }) => `${query.text} ${ms(againMs)}`).join(', ');
    return {
      what: `search, ${timed.length} queries, ${grouping}, ${name}: ${figure.name}`,
      figure: of(timed.map(({ againMs }) => againMs)),
      unit: 'ms',
      ...(figure.name === 'worst'
        ? { note: `${first}; slowest: ${slowest}`, parts: Object.fromEntries(timed.map(partOf)) }
        : { note: first }),
      ...(count === 100_000 && { budget: figure.budget }),
      ...(smaller && {
        baseline: { what: '100k', figure: of(smaller.map(({ againMs }) => againMs)) },
        budget: 'searchGrowth',
      }),
    };
  });
}

export async function measureSearch({ profiles }: Bench): Promise<Measured[]> {
  const rows: Measured[] = [];
  for (const grouping of groupings) {
    let at100k: readonly Timed[] | undefined;
    for (const profile of await profiles()) {
      const timed = await timeQueries(profile, grouping);
      rows.push(...rowsOf(profile, grouping, timed, profile.count > 100_000 ? at100k : undefined));
      if (profile.count === 100_000) at100k = timed;
    }
  }
  return rows;
}
