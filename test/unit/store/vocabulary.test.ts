// The words of the index as they are known in memory, against the index itself.
import { beforeEach, expect, test } from 'vitest';
import { openForWriting, type WriteDb } from '../../../electron/store/db.ts';
import { type Column, textColumns } from '../../../electron/store/find-words.ts';
import { migrate } from '../../../electron/store/schema.ts';
import { createVocabulary, vocabularyTable } from '../../../electron/store/vocabulary.ts';
import { createWriter } from '../../../electron/store/writes.ts';
import { message } from '../../support/messages.ts';

let db: WriteDb;
let write: ReturnType<typeof createWriter>['apply'];
const text = 'quart quarter quay aquarium qu équité 𝐚𝐛 ﷲﷲ ال الف zebra q';

beforeEach(() => {
  ({ db } = openForWriting(':memory:'));
  migrate(db, true);
  db.execute(vocabularyTable);
  ({ apply: write } = createWriter(db, true));
  write({ save: [message({ text })] });
});

function readVocabulary() {
  const vocabulary = createVocabulary(db, () => 0);
  while (vocabulary.readOn());
  return vocabulary;
}

test.each([
  ['qu', ['qu', 'quart', 'quarter', 'quay']],
  ['quar', ['quart', 'quarter']],
  ['Quar', ['quart', 'quarter']],
  ['eq', ['equite']],
  ['𝐚', ['𝐚𝐛']],
  ['ال', ['ال', 'الف']],
  ['zebra', ['zebra']],
  ['zz', []],
])('words that begin with %s are %j', (beginning, words) => {
  expect(readVocabulary().wordsBeginning(beginning, textColumns)?.words).toEqual(words);
});

test('words that begin so are those of the columns that are asked for', () => {
  write({ save: [message({ subject: 'quince', from: [{ name: 'Quentin', email: 'q@example.com' }], text: 'quart' })] });
  const vocabulary = readVocabulary();
  const found = (...columns: Column[]) => vocabulary.wordsBeginning('qu', columns)?.words;
  expect(found('subject')).toEqual(['quince']);
  expect(found('from_')).toEqual(['quentin']);
  expect(found('subject', 'from_')).toEqual(['quentin', 'quince']);
  expect(found('filenames')).toEqual([]);
});

test('words with a part in them are as many when it grows', () => {
  const vocabulary = readVocabulary();
  const found = ['u', 'ua', 'uar', 'quar', 'ua'].map((part) => vocabulary.wordsWith(part).length);
  expect(found).toEqual([6, 4, 3, 3, 4]);
});

test('messages that came since are named, and nothing is said once they are too many', () => {
  const vocabulary = readVocabulary();
  const come = (count: number) => {
    const delta = write({ save: Array.from({ length: count }, () => message({ text: 'quince' })) });
    vocabulary.changed(delta);
    return delta.put;
  };
  const put = come(3);
  expect(vocabulary.wordsBeginning('qu', textColumns)?.unread).toEqual(put);
  come(300);
  expect(vocabulary.wordsBeginning('qu', textColumns)).toBeUndefined();
});

test('nothing is said before they have been read', () => {
  expect(createVocabulary(db, () => 0).wordsBeginning('qu', textColumns)).toBeUndefined();
});
