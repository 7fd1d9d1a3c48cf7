// The same questions to notmuch and mu over the same mail in the same run. Theirs is the time of a whole command, as there is no
// other way to ask them; what a command takes that looks for nothing stands beside it.
import type { FoundPage } from '../../../electron/contract/search.ts';
import type { Store } from '../../../electron/store/store.ts';
import { openTestStore } from '../../support/store.ts';
import type { Bench } from '../bench.ts';
import { type Measured, median } from '../figures.ts';
import { type Indexer, installedIndexers } from '../indexers.ts';
import { exportMaildir } from '../maildir.ts';
import { type Query, queries } from '../queries.ts';
import { find, pageRows, searchOf } from './search.ts';

const rounds = 5;

interface Answer {
  readonly ms: number;
  readonly ids: readonly string[];
}

function timed<T>(work: () => T): { readonly ms: number; readonly result: T } {
  const started = performance.now();
  const result = work();
  return { ms: performance.now() - started, result };
}

function theirs(indexer: Indexer, text: string): Answer {
  const answers = Array.from({ length: rounds }, () => timed(() => indexer.find(text, pageRows)));
  return { ms: median(answers.map(({ ms }) => ms)), ids: answers[0]?.result ?? [] };
}

async function ours(store: Store, query: Query): Promise<Answer> {
  const times: number[] = [];
  let rows: FoundPage['rows'] = [];
  for (let round = 0; round <= rounds; round++) {
    const started = performance.now();
    rows = await find(store, searchOf(query, 'messages'), round);
    // The first is the store's own start.
    if (round > 0) times.push(performance.now() - started);
  }
  return { ms: median(times), ids: rows.map(({ id }) => id) };
}

const ms = (value: number) => `${value.toFixed(1)} ms`;

/** Words are cut and varied differently, so that the same question may find a little more or less. */
function agreement(one: Answer, other: Answer): string {
  const known = new Set(other.ids);
  return `${one.ids.filter((id) => known.has(id)).length} of ${one.ids.length} rows are ours`;
}

function rowOf(query: Query, own: Answer, others: readonly (readonly [Indexer, Answer])[]): Measured {
  const fastest = Math.min(...others.map(([, { ms }]) => ms));
  const notes = others.map(([{ name }, answer]) => `${name} ${ms(answer.ms)}, ${agreement(answer, own)}`);
  return {
    what: query.text === '' ? '(no filter)' : query.text,
    figure: own.ms,
    unit: 'ms',
    baseline: { what: 'faster of the two', figure: fastest },
    note: `${own.ms < fastest ? 'faster' : 'SLOWER'}; ${notes.join('; ')}`,
  };
}

export async function measureOthers({ profile }: Bench): Promise<Measured[]> {
  const { count, file } = await profile();
  const indexers = installedIndexers(count);
  if (indexers.length === 0) {
    console.log('Neither notmuch nor mu is installed here: nothing to compare with.');
    return [];
  }
  const maildir = exportMaildir(count);
  for (const indexer of indexers) indexer.index(maildir);
  const starts = indexers.map((indexer) => median(Array.from({ length: 11 }, () => timed(indexer.start).ms)));
  const quickestStart = Math.min(...starts);
  const store = await openTestStore(file);
  const rows: Measured[] = [];
  for (const query of queries) {
    const asked = indexers.flatMap((indexer) => {
      const text = query[indexer.name];
      return text === undefined ? [] : [[indexer, text] as const];
    });
    if (asked.length === 0) continue;
    const own = await ours(store, query);
    rows.push(
      rowOf(
        query,
        own,
        asked.map(([indexer, text]) => [indexer, theirs(indexer, text)]),
      ),
    );
  }
  await store.close();
  const names = indexers.map(({ name, version }, index) => `${name} ${version} starts in ${ms(starts[index] ?? 0)}`);
  const slower = (start: number) =>
    rows.filter(({ figure, baseline }) => figure >= (baseline?.figure ?? 0) - start).length;
  return [
    ...rows,
    {
      what: 'questions answered slower than by the faster of them',
      figure: slower(0),
      unit: `of ${rows.length}`,
      budget: 'slowerThanOthers',
      note: names.join(', '),
    },
    {
      what: 'the same, were their commands started in no time',
      figure: slower(quickestStart),
      unit: `of ${rows.length}`,
    },
  ];
}
