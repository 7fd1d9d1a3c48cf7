// What was found, counted: by sender, label, year, type of file and month. Counts numbers in columns, and looks up names
// only for what is shown.
import type { Label } from '../contract/model.ts';
import type { Facet, MonthCount, Summary } from '../contract/search.ts';
import { labelQuery, type SystemLabelId, systemQueries } from '../search/labels.ts';
import type { Columns } from './columns.ts';
import type { ReadDb } from './db.ts';
import { instantOfKey } from './keys.ts';
import { isAskedForAlone } from './lone-address.ts';

/** Of each kind. */
const mostFacets = 12;

interface SummaryOptions {
  readonly db: ReadDb;
  readonly columns: Columns;
  readonly labels: readonly Label[];
  /** Places of all that was found, newest first. */
  readonly messages: readonly number[];
  readonly rows: number;
}

/** By an array, not by a map: it is done in one go, and whoever types meanwhile waits for it. */
function countsOf(places: readonly number[], column: Uint32Array): Map<number, number> {
  let greatest = 0;
  for (const place of places) greatest = Math.max(greatest, column[place] ?? 0);
  const byValue = new Uint32Array(greatest + 1);
  for (const place of places) {
    const value = column[place] ?? 0;
    byValue[value] = (byValue[value] ?? 0) + 1;
  }
  const counts = new Map<number, number>();
  for (const [value, count] of byValue.entries()) if (count > 0) counts.set(value, count);
  return counts;
}

/** What stands in sets of words, word by word. */
function countsInSets(counts: ReadonlyMap<number, number>, sets: readonly (readonly string[])[]): Map<string, number> {
  const byWord = new Map<string, number>();
  for (const [number, count] of counts)
    for (const word of sets[number] ?? []) byWord.set(word, (byWord.get(word) ?? 0) + count);
  return byWord;
}

const mostFrequent = <Of>(counts: Iterable<readonly [Of, number]>) =>
  [...counts].sort((one, other) => other[1] - one[1]).slice(0, mostFacets);

function senders(db: ReadDb, counts: ReadonlyMap<number, number>): Facet[] {
  const known = mostFrequent([...counts].filter(([number]) => number !== 0));
  return known.flatMap(([number, count]) => {
    const sender = db.get<{ email: string; name: string }>('SELECT email, name FROM sender WHERE number = ?', number);
    // Who can't be looked for alone would be found with others.
    if (!sender || !isAskedForAlone(sender.email)) return [];
    return [{ refine: `from:${sender.email}`, name: sender.name || sender.email, count }];
  });
}

/** What says where a message lies is no help in a list of labels. */
const hiddenSystem: ReadonlySet<string> = new Set<SystemLabelId>(['DRAFT', 'SPAM', 'TRASH', 'CHAT']);
const systemQuery: ReadonlyMap<string, string> = new Map(Object.entries(systemQueries));

function labelFacets(counts: ReadonlyMap<string, number>, labels: readonly Label[]): Facet[] {
  const known = labels.flatMap(({ id, name, type }): (readonly [Omit<Facet, 'count'>, number])[] => {
    const refine = type === 'user' ? labelQuery(name) : hiddenSystem.has(id) ? undefined : systemQuery.get(id);
    const count = counts.get(id);
    return refine && count ? [[{ refine, name }, count]] : [];
  });
  return mostFrequent(known).map(([facet, count]) => ({ ...facet, count }));
}

/** Months from the first to the last in which something was found, in this computer's time zone. */
function months(messages: readonly number[], key: Float64Array): MonthCount[] {
  const counted: MonthCount[] = [];
  let year = 0;
  let month = 0;
  let beginsAt = Number.POSITIVE_INFINITY;
  let count = 0;
  const close = () => {
    if (year !== 0) counted.push({ year, month, count });
  };
  for (const place of messages) {
    const at = instantOfKey(key[place] ?? 0);
    while (at < beginsAt) {
      close();
      count = 0;
      const date = year === 0 ? new Date(at) : new Date(year, month - 2, 1);
      year = date.getFullYear();
      month = date.getMonth() + 1;
      beginsAt = new Date(year, month - 1, 1).getTime();
    }
    count++;
  }
  close();
  return counted.reverse();
}

function years(byMonth: readonly MonthCount[]): Facet[] {
  const counts = new Map<number, number>();
  for (const { year, count } of byMonth) if (count > 0) counts.set(year, (counts.get(year) ?? 0) + count);
  return [...counts]
    .map(([year, count]) => ({ refine: `after:${year}/01/01 before:${year + 1}/01/01`, name: String(year), count }))
    .reverse()
    .slice(0, mostFacets);
}

export function summarize({ db, columns, labels, messages, rows }: SummaryOptions): Summary {
  const byMonth = months(messages, columns.key);
  const files = countsInSets(countsOf(messages, columns.fileSet), columns.fileSets);
  files.delete('');
  return {
    total: rows,
    messages: messages.length,
    senders: senders(db, countsOf(messages, columns.sender)),
    labels: labelFacets(countsInSets(countsOf(messages, columns.labelSet), columns.labelSets), labels),
    years: years(byMonth),
    fileTypes: mostFrequent(files).map(([name, count]) => ({ refine: `filename:${name}`, name, count })),
    months: byMonth,
  };
}
