// The store without its thread and its file: what is written and found in one process, for tests that ask a lot.
import type { Label, Message } from '../../electron/contract/model.ts';
import type { Search } from '../../electron/contract/search.ts';
import type { Change } from '../../electron/store/change.ts';
import { loadColumns } from '../../electron/store/columns.ts';
import { openForWriting, type WriteDb } from '../../electron/store/db.ts';
import { createFinder, type FindInput, type FoundOnDisk } from '../../electron/store/finder.ts';
import { openPage, type WithRows } from '../../electron/store/protocol.ts';
import { readLabels } from '../../electron/store/reads.ts';
import { canIndexWords, migrate } from '../../electron/store/schema.ts';
import { createVocabulary, vocabularyTable } from '../../electron/store/vocabulary.ts';
import { createWriter } from '../../electron/store/writes.ts';
import { anySearch } from './any-search.ts';

export interface MailInMemory {
  readonly db: WriteDb;
  readonly apply: (change: Change) => void;
  readonly find: (search: Partial<Search>, input?: Partial<FindInput>) => WithRows<FoundOnDisk>;
}

export interface MailOptions {
  readonly messages: readonly Message[];
  readonly labels: readonly Label[];
  readonly now: number;
  readonly ownAddresses: readonly string[];
  /** Whether there is a word index. */
  readonly fts?: boolean;
}

export function mailInMemory({ messages, labels, now, ownAddresses, fts = true }: MailOptions): MailInMemory {
  const { db } = openForWriting(':memory:');
  if (!canIndexWords(db)) throw new Error('this SQLite has no FTS5');
  migrate(db, fts);
  if (fts) db.execute(vocabularyTable);
  const writer = createWriter(db, fts);
  const columns = loadColumns(db);
  const finder = createFinder({
    db,
    columns,
    hasWords: fts,
    labels: () => readLabels(db),
    vocabulary: createVocabulary(db, () => now),
  });
  const apply = (change: Change) => {
    const applied = writer.apply(change);
    columns.apply(applied);
    finder.changed(applied);
  };
  apply({ save: messages, labels });
  return {
    db,
    apply,
    find: (search, input = {}) => {
      const step = finder.find({
        search: { ...anySearch, ...search },
        now,
        ownAddresses,
        also: [],
        offset: 0,
        limit: 10_000,
        ...input,
      });
      const page = step(() => true);
      if (!page) throw new Error('with all the time there is, everything is found');
      return openPage(page);
    },
  };
}
