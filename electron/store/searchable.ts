// Searches of one open database, before and after all that they run over has been read. That takes as long as everything
// else of opening it, and for the first rows of a window the newest messages are enough.
import type { Search } from '../contract/search.ts';
import { type LiveColumns, loadColumns } from './columns.ts';
import { createFinder, type Finder, type FinderOptions, type FindInput } from './finder.ts';
import { createNamed, type FindNamed } from './namesakes.ts';
import { createPeople, type FindPeople } from './people.ts';
import type { Delta } from './touched.ts';

export interface Searchable {
  readonly finder: Finder;
  readonly people: FindPeople;
  readonly named: FindNamed;
  /** How many messages are known. */
  readonly size: () => number;
  /** Follows what was written. */
  readonly apply: (delta: Delta) => void;
  /** Reads everything now, unless somebody has needed it before; answers how many messages are complete, counted one by one. */
  readonly load: () => number;
}

/** A first screen of conversations is found among so many, unless nearly all of the newest are filed elsewhere. */
const newestCount = 2_000;

/** Whether what is found comes newest first, message by message. */
const isInOrder = ({ order, anywhereInThread }: Search) => order === 'newest' && !anywhereInThread;

export function createSearchable(options: Omit<FinderOptions, 'columns'>): Searchable {
  const { db } = options;
  const finderOf = (columns: LiveColumns) => ({
    columns,
    finder: createFinder({ ...options, columns }),
    people: createPeople(db, columns),
    named: createNamed(db, columns),
  });
  let all: ReturnType<typeof finderOf> | undefined;
  let newest: Finder | undefined;

  const loaded = () => {
    all ??= finderOf(loadColumns(db));
    newest = undefined;
    return all;
  };

  /** A list that has not come to its end among the newest is the same as among all. */
  const firstAmongNewest = (input: FindInput) => {
    if (all || !isInOrder(input.search) || input.also.length > 0) return undefined;
    newest ??= finderOf(loadColumns(db, newestCount)).finder;
    const page = newest.find(input)(() => true);
    return page?.counted ? undefined : page;
  };

  return {
    finder: {
      find: (input) => {
        const first = firstAmongNewest(input);
        return first ? () => first : loaded().finder.find(input);
      },
      order: (input) => {
        const isAmongNewest = firstAmongNewest({ ...input, offset: input.end, limit: 0 }) !== undefined;
        return isAmongNewest && newest ? newest.order(input) : loaded().finder.order(input);
      },
      summarize: (input) => loaded().finder.summarize(input),
      changed: (delta) => {
        newest = undefined;
        if (all) all.finder.changed(delta);
        else options.vocabulary.changed(delta);
      },
    },
    people: (input) => loaded().people(input),
    named: (input) => loaded().named(input),
    size: () =>
      all?.columns.now().size ?? db.get<{ count: number }>('SELECT count(*) AS count FROM message')?.count ?? 0,
    apply: (delta) => all?.columns.apply(delta),
    load: () => {
      const { size, traits } = loaded().columns.now();
      let complete = 0;
      for (let place = 0; place < size; place++) if (traits[place] !== 0) complete++;
      return complete;
    },
  };
}
