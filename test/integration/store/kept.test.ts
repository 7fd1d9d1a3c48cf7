// What is kept of messages between searches, against searches that have kept nothing.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Search } from '../../../electron/contract/search.ts';
import type { Change } from '../../../electron/store/change.ts';
import { openForWriting } from '../../../electron/store/db.ts';
import { openPage } from '../../../electron/store/protocol.ts';
import { readLabels } from '../../../electron/store/reads.ts';
import { migrate } from '../../../electron/store/schema.ts';
import { createSearchable } from '../../../electron/store/searchable.ts';
import { createVocabulary, vocabularyTable } from '../../../electron/store/vocabulary.ts';
import { createWriter } from '../../../electron/store/writes.ts';
import { anySearch } from '../../support/any-search.ts';
import { message } from '../../support/messages.ts';

const id = fc.integer({ min: 0, max: 11 }).map((number) => `m${number}`);
const threadId = fc.constantFrom('t1', 't2', 't3');
// Few instants: a message that goes leaves its place to another.
const receivedAt = fc.integer({ min: 1, max: 4 }).map((number) => number * 1_000);
const email = fc.constantFrom('amy@example.org', 'bob@example.org', 'cy@example.org');
const text = fc.constantFrom('alpha beta', 'alabama', 'beta', 'größer', 'ال', '');
const labelIds = fc.subarray(['INBOX', 'UNREAD', 'STARRED', 'TRASH']);

const saved = fc
  .record({ id, threadId, receivedAt, email, text, subject: text, labelIds })
  .map(({ email: from, ...fields }) => message({ ...fields, from: [{ name: '', email: from }] }));
const listed = fc.record({ id, threadId, placedAt: receivedAt });

const change: fc.Arbitrary<Change> = fc.oneof(
  fc.array(saved, { minLength: 1, maxLength: 4 }).map((save) => ({ save })),
  fc.array(listed, { minLength: 1, maxLength: 3 }).map((messages) => ({ list: { messages, labelIds: ['INBOX'] } })),
  fc.record({ id, add: labelIds, remove: labelIds }).map((one) => ({ relabel: [one] })),
  fc.array(id, { minLength: 1, maxLength: 3 }).map((remove) => ({ remove })),
);

const typed = (beginning: string): Partial<Search> => ({ text: beginning, caret: beginning.length });
const searches: readonly Partial<Search>[] = [
  {},
  { grouping: 'threads' },
  { text: 'is:starred', grouping: 'threads' },
  { text: 'in:trash', grouping: 'threads' },
  typed('al'),
  typed('gro'),
  typed('from:b'),
  // Beside what the index is asked at once.
  typed('from:amy be'),
  typed('beta from:am'),
  typed('from:bob -cy al'),
  typed('-alpha from:am'),
  { ...typed('beta subject:al'), grouping: 'threads' },
  { text: '"alpha AROUND 1 beta"' },
];

/** So many are read before the index is asked: of each, what is asked at once is true, and what is typed is not. */
const newest = [
  { name: 'amy', text: 'nothing' },
  { name: 'zed', text: 'beta' },
].flatMap(({ name, text }) =>
  Array.from({ length: 16 }, (_, at) =>
    message({ id: `${name}${at}`, text, from: [{ name: '', email: `${name}@example.org` }] }),
  ),
);
const wordsReadIn = 2;

test('rows, texts and words are what they would be if nothing had been kept, after every change', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(change, fc.array(id, { maxLength: 2 })), { maxLength: 10 }), (rounds) => {
      const { db, close } = openForWriting(':memory:');
      migrate(db, true);
      db.execute(vocabularyTable);
      const writer = createWriter(db, true);
      writer.apply({ save: newest });
      const searchableOf = (vocabulary = createVocabulary(db, () => 0)) => {
        const made = createSearchable({ db, hasWords: true, labels: () => readLabels(db), vocabulary });
        made.load();
        return made;
      };
      const vocabulary = createVocabulary(db, () => 0);
      const keeping = searchableOf(vocabulary);
      for (const [round, [one, also]] of rounds.entries()) {
        const applied = writer.apply(one);
        keeping.apply(applied);
        if (applied.changed) keeping.finder.changed(applied);
        // Words that come later are not among those that are known.
        if (round === wordsReadIn) while (vocabulary.readOn());
        const anew = searchableOf();
        for (const search of searches) {
          const input = { search: { ...anySearch, ...search }, now: 0, ownAddresses: [], also, offset: 0, limit: 50 };
          const [kept, read] = [keeping, anew].map(({ finder }) => {
            const page = finder.find(input)(() => true);
            return page && openPage(page);
          });
          expect(kept).toEqual(read);
        }
      }
      close();
    }),
    { numRuns: 60 },
  );
});
