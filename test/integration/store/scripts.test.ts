// Words in many scripts: which are found by one another, and which are not.
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { anySearch } from '../../support/any-search.ts';
import { message } from '../../support/messages.ts';
import { type TestStore, withTestStore } from '../../support/store.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const root = temporaryFolder();
let files = 0;
const newFile = () => path.join(root, String(++files), 'mail.db');

const texts = {
  named: 'مُحَمَّد',
  peace: 'שָׁלוֹם לך',
  hello: 'Γειά σου',
  all: 'вот и всё',
  lock: 'за\u0301мок',
  day: 'दिन',
  gift: 'दान',
  eat: 'กิน',
  shake: 'กัน',
  want: 'می\u200cخواهم',
  wanting: 'خواهم می',
  ship: 'Donau\u00addampf\u00adschiff',
  one: '1\ufe0f\u20e3 love ❤\ufe0f you',
};

const save = (store: TestStore) =>
  store.apply({ save: Object.entries(texts).map(([id, text]) => message({ id, text, subject: '' })) });

async function find(store: TestStore, text: string, caret: number | null = null): Promise<readonly string[]> {
  const search = { ...anySearch, text, caret };
  const asked = { search, now: 0, ownAddresses: [], also: [], offset: 0, limit: 100 };
  return (await store.read('find', asked)).rows.map(({ id }) => id).sort();
}

test.each<[query: string, found: readonly string[]]>([
  ['محمد', ['named']],
  ['مُحَمَّد', ['named']],
  ['שלום', ['peace']],
  ['ΓΕΙΑ', ['hello']],
  ['γεια', ['hello']],
  ['все', ['all']],
  ['замок', ['lock']],
  ['*амо*', ['lock']],
  ['दिन', ['day']],
  ['"दान"', ['gift']],
  ['-दिन {दान दिन}', ['gift']],
  ['กิน', ['eat']],
  ['กัน', ['shake']],
  ['می\u200cخواهم', ['want']],
  ['می خواهم', ['want', 'wanting']],
  ['donaudampfschiff', ['ship']],
  ['*dampfsch*', ['ship']],
  ['Donau\u00addampf*', ['ship']],
  ['"love you" 1', ['one']],
])('%s finds its own', (query, found) =>
  withTestStore(newFile(), async (store) => {
    await save(store);
    expect(await find(store, query)).toEqual(found);
    // What is being typed is read, and not looked up.
    if (!/[*"]/.test(query)) expect(await find(store, query, query.length)).toEqual(found);
  }),
);

test('mail that is there is given the index of today', async () => {
  const file = newFile();
  await withTestStore(file, save);
  const before = new DatabaseSync(file);
  before.exec(`
    DROP TABLE words;
    CREATE VIRTUAL TABLE words USING fts5 (
      subject, body, from_, to_, cc, bcc, filenames, list, addresses, content='', contentless_delete=1,
      tokenize="unicode61 remove_diacritics 2 tokenchars '_'");
    INSERT INTO words (rowid, body) SELECT key, 'दिन' FROM message;
    PRAGMA user_version = 3;
  `);
  before.close();
  await withTestStore(file, async (store) => {
    expect(await find(store, 'दिन')).toEqual(['day']);
    expect(await find(store, '"love you"')).toEqual(['one']);
  });
});
