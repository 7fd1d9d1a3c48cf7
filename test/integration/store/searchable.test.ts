// What is found before everything has been read is what is found afterwards.
import { beforeAll, describe, expect, test } from 'vitest';
import type { Search } from '../../../electron/contract/search.ts';
import { openForWriting, type WriteDb } from '../../../electron/store/db.ts';
import type { FindInput } from '../../../electron/store/finder.ts';
import { openPage } from '../../../electron/store/protocol.ts';
import { readLabels } from '../../../electron/store/reads.ts';
import { canIndexWords, migrate } from '../../../electron/store/schema.ts';
import { createSearchable, type Searchable } from '../../../electron/store/searchable.ts';
import { createVocabulary, vocabularyTable } from '../../../electron/store/vocabulary.ts';
import { createWriter } from '../../../electron/store/writes.ts';
import { anySearch } from '../../support/any-search.ts';
import { label, message } from '../../support/messages.ts';

const count = 2_500;
let db: WriteDb;
let write: ReturnType<typeof createWriter>['apply'];

const searchableOf = () =>
  createSearchable({
    db,
    hasWords: true,
    labels: () => readLabels(db),
    vocabulary: createVocabulary(db, () => 0),
  });

beforeAll(() => {
  ({ db } = openForWriting(':memory:'));
  const hasWords = canIndexWords(db);
  migrate(db, hasWords);
  db.execute(vocabularyTable);
  const writer = createWriter(db, hasWords);
  write = (change) => writer.apply(change);
  // The oldest are work, every tenth is rare.
  const save = Array.from({ length: count }, (_, at) =>
    message({
      id: `a${at}`,
      threadId: `t${Math.floor(at / 2)}`,
      labelIds: ['INBOX', ...(at < 100 ? ['L1'] : []), ...(at % 10 === 0 ? ['STARRED'] : [])],
      subject: at % 7 === 0 ? 'sevens' : 'others',
      sizeBytes: 1_000 + ((at * 37) % 500),
    }),
  );
  write({ labels: [label('L1', 'work')], save });
});

const input = (search: Partial<Search>, offset = 0) => ({
  search: { ...anySearch, ...search },
  now: Date.now(),
  ownAddresses: [],
  also: [],
  offset,
  limit: 25,
});

function found({ finder }: Searchable, wanted: FindInput) {
  const page = finder.find(wanted)(() => true);
  return page && openPage(page);
}

describe('before and after everything is read', () => {
  test.each<[Partial<Search>, number]>([
    [{ text: 'in:inbox' }, 0],
    [{ text: 'in:inbox', grouping: 'threads' }, 0],
    [{ text: 'in:inbox', grouping: 'threads' }, 25],
    [{ text: 'is:starred' }, 100],
    [{ text: 'is:starred' }, 225],
    [{ text: 'label:work' }, 0],
    [{ text: 'sevens' }, 300],
    [{ text: '-sevens is:starred' }, 0],
    [{ text: 'in:inbox', order: 'oldest' }, 0],
    [{ text: 'in:inbox', order: 'largest' }, 0],
    [{ text: 'sevens is:starred', anywhereInThread: true }, 0],
    [{ text: 'nothing' }, 0],
  ])('%j from %i is the same', (search, offset) => {
    const early = found(searchableOf(), input(search, offset));
    const loaded = searchableOf();
    loaded.load();
    expect(early).toEqual(found(loaded, input(search, offset)));
  });

  test('there are as many messages', () => {
    const searchable = searchableOf();
    const before = searchable.size();
    searchable.load();
    expect([before, searchable.size()]).toEqual([count, count]);
  });

  test('what is written in between is found', () => {
    const searchable = searchableOf();
    found(searchable, input({ text: 'in:inbox' }));
    const delta = write({ save: [message({ id: 'later', receivedAt: Date.now() })] });
    searchable.apply(delta);
    searchable.finder.changed(delta);
    expect(found(searchable, input({ text: 'in:inbox' }))?.rows[0]?.id).toBe('later');
    searchable.load();
    expect(found(searchable, input({ text: 'in:inbox' }))?.rows[0]?.id).toBe('later');
  });
});
