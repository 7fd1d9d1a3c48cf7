import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Message } from '../../electron/contract/model.ts';
import { languageExamples } from '../support/language-examples.ts';
import { type MailInMemory, mailInMemory } from '../support/mail-in-memory.ts';
import { inTimeZone } from '../support/time-zone.ts';
import { queryText } from '../unit/search/fragments.ts';
import { ownAddresses, sample, sampleLabels, sampleNow, sampleZone } from '../unit/search/sample.ts';

inTimeZone(sampleZone);

const databaseOf = (messages: readonly Message[], fts = true): MailInMemory =>
  mailInMemory({ messages, labels: sampleLabels, now: sampleNow, ownAddresses, fts });

interface Asked {
  readonly caret?: number;
  readonly partsOfWords?: boolean;
}

function ask(mail: MailInMemory, text: string, { caret, partsOfWords = false }: Asked = {}) {
  const { rows, ignored } = mail.find({ text, caret: caret ?? null, partsOfWords });
  return { ids: rows.map(({ id }) => id), ignored };
}

const find = (db: MailInMemory, query: string, asked: Asked = {}) => ask(db, query, asked).ids.join(' ');

const everything = 'tax rent vat june mine big lamp final draft list';

/** Query, and what it finds, newest first. */
const examples: readonly (readonly [query: string, found: string])[] = [
  ['', everything],
  ['tax 2025', 'tax'],
  ['"quarterly report"', 'tax'],
  ['"report quarterly"', ''],
  ['+report', 'tax final'],
  ['+unicorn', ''],
  ['cat OR dog', 'rent vat mine'],
  ['{cat dog bird}', 'rent vat mine'],
  ['red cat OR dog', 'rent'],
  ['(red cat) OR dog', 'rent vat mine'],
  ['cat or dog', 'mine'],
  ['dinner -movie', 'mine'],
  ['-"out of office"', 'tax rent vat june mine big lamp draft list'],
  ['-(a OR b)', 'tax mine big lamp final draft'],
  ['-{from:x from:y}', everything],
  ['-(cat OR dog)', 'tax june big lamp final draft list'],
  ['-{from:amy from:bob}', 'mine lamp final draft list'],
  ['rent AROUND 5 june', 'rent june'],
  ['"rent AROUND 5 june"', 'rent'],
  ['well-known', 'mine'],
  ['555-1234', 'mine'],
  ['3.14', 'lamp'],
  ['10:30', 'lamp'],
  ['東京', 'lamp'],
  ['大学', 'lamp'],
  ['ZOE', 'lamp'],
  ['from:amy', 'tax vat big'],
  ['from: amy', 'tax vat big'],
  ['FROM:amy', 'tax vat big'],
  ['from:amy@example.org', 'tax'],
  ['from:amy@example', ''],
  ['from:"amy example"', 'tax big'],
  ['from:example.org', 'tax rent vat june big list'],
  ['from:mail.example.org', 'rent june'],
  ['from:me', 'mine draft'],
  ['from:(amy OR bob)', 'tax rent vat june big'],
  ['from:{amy bob} to:me', 'tax rent june big'],
  ['from:amy -to:me', 'vat'],
  ['to:team@example.org', 'rent'],
  ['to:me -cc:me', 'tax june big lamp final'],
  ['to:johnsmith@googlemail.com', 'tax rent june big lamp final'],
  ['to:johnsmith+home@googlemail.com', 'rent'],
  ['cc:bob', 'big'],
  ['to:bob', 'mine big'],
  ['bcc:eve in:sent', 'mine'],
  ['to:eve', 'vat mine'],
  ['amy@example.org', 'tax draft'],
  ['john@gmail', ''],
  ['js@work.org', 'tax rent june mine big lamp final draft'],
  ['subject:invoice', 'big'],
  ['subject:(late invoice)', 'big'],
  ['subject:"late invoice"', 'big'],
  ['subject:late invoice', 'big list'],
  ['subject:+report', 'final'],
  ['subject:(-draft final)', 'final'],
  ['label:my-family', 'tax'],
  ['label:"my family"', 'tax'],
  ['label:work/clients', 'vat'],
  ['label:clients', 'vat'],
  ['label:(work urgent)', 'final'],
  ['label:nowhere', ''],
  ['-label:nowhere', everything],
  ['l:receipts -label:paid', 'list'],
  ['in:receipts', 'big list'],
  ['in:inbox is:unread', 'tax'],
  ['in:{inbox sent}', 'tax rent vat june mine big list'],
  ['in:sent', 'mine'],
  ['in:drafts', 'draft'],
  ['in:archive', 'lamp final'],
  ['in:all', everything],
  ['lamp', 'lamp'],
  ['in:trash lamp', 'trash'],
  ['in:anywhere lamp', 'trash spam lamp'],
  ['in:spam OR lamp', 'spam lamp'],
  ['lamp -in:spam', 'lamp'],
  ['is:starred is:important', 'rent'],
  ['is:unread OR is:starred', 'tax rent lamp'],
  ['-is:read', 'tax lamp'],
  ['is:nonsense', ''],
  ['category:promotions', 'list'],
  ['has:attachment', 'tax vat big final'],
  ['has:nouserlabels', 'rent june mine lamp draft'],
  ['has:userlabels', 'tax vat big final list'],
  ['filename:pdf', 'vat'],
  ['filename:plan.docx', 'tax'],
  ['filename:{png jpg}', 'big final'],
  ['filename:scan', 'final'],
  ['filename:scan_01.png', 'final'],
  ['scan_01', 'final'],
  ['larger:10M', 'big'],
  ['size:500000 smaller:1M', 'tax'],
  ['after:2026/01/05', 'tax rent vat june mine big lamp final'],
  ['before:01/05/2026', 'draft list'],
  ['after:2026/03/29 before:2026/03/30', 'lamp'],
  ['after:1767567600', 'tax rent vat june mine big lamp final'],
  ['after:1767567600001', 'tax rent vat june mine big lamp'],
  ['newer:2026/10', 'tax rent vat june'],
  ['newer_than:2d', 'tax rent'],
  ['older_than:1y', 'list'],
  ['newer_than:6h', ''],
  ['newer_than:26h', 'tax'],
  ['list:dev@lists.example.org', 'list'],
  ['list:lists.example', 'list'],
  ['list:lists.example.com', ''],
  ['deliveredto:me+shop@example.org', 'list'],
  ['deliveredto:shop@example.org', ''],
  ['rfc822msgid:<a1@x.org>', 'tax'],
  ['rfc822msgid:a1@x', ''],
  ['from:amy {subject:tax subject:vat} has:attachment newer_than:3m', 'tax vat'],
  ['foo:bar', 'list'],
  ['after:soon cat', 'rent mine'],
  ['from:(amy OR', 'tax vat big'],
  ['"unclosed phrase', 'vat'],
  ['OR cat )', 'rent mine'],
  ['rent AROUND 1 june', 'rent'],
  ['https://example.org/a', 'list'],
  ['has:spreadsheet', 'vat'],
  ['-has:spreadsheet filename:pdf', ''],
  ['京大', ''],
  // Within words only where a star says so.
  ['app', ''],
  ['lam', ''],
  ['voic', ''],
  ['*voic*', 'big list'],
  ['invo*', 'big list'],
  ['*voice', 'big list'],
  ['-*voic* from:*my*', 'tax vat'],
  ['subject:*voic*', 'big'],
  ['from:*ond*', 'tax'],
  ['filename:*ca*', 'final'],
  ['*東京*', 'lamp'],
  ['*東京大学*', 'lamp'],
  // Other forms in what is written, not in names, and not where a word is quoted.
  ['cats', 'rent mine'],
  ['reporting', 'tax final'],
  ['"reporting"', ''],
  ['+cats', ''],
  ['from:ponds', ''],
  ['subject:plan', 'mine'],
  ['filename:plans', ''],
  ['subject:drafts', 'draft'],
  ['-reports in:anywhere', 'rent trash spam vat june mine big lamp draft list'],
];

/** Query, what it finds, and what was left out of it. */
const onlyFromGmail: readonly (readonly [query: string, found: string, ignored: readonly string[]])[] = [
  ['is:muted', '', ['is:muted']],
  ['-is:muted', '', ['is:muted']],
  ['in:snoozed', '', ['in:snoozed']],
  ['category:purchases', '', ['category:purchases']],
  ['has:red-bang is:muted', 'rent', ['has:red-bang', 'is:muted']],
  ['label:encryptedmail', '', ['label:encryptedmail']],
  ['is:muted in:snoozed', '', ['is:muted', 'in:snoozed']],
  // Under AND too much, under OR too little.
  ['cat IS:Muted', 'rent mine', ['IS:Muted']],
  ['cat OR is:muted', 'rent mine', ['is:muted']],
  ['cat -(dog OR is:muted)', 'rent', ['is:muted']],
  ['cat in:{snoozed scheduled}', 'rent mine', ['in:snoozed', 'in:scheduled']],
  // A coloured star is a star.
  ['has:red-bang', 'rent', ['has:red-bang']],
  ['-has:red-bang cat', 'rent mine', ['has:red-bang']],
  ['dog OR has:red-bang', 'vat mine', ['has:red-bang']],
  ['in:trash is:muted', 'trash', ['is:muted']],
];

test('every example of the language is among them', () => {
  const asked = new Set([...examples, ...onlyFromGmail].map(([query]) => query));
  expect(languageExamples.filter((query) => !asked.has(query))).toEqual([]);
});

describe('a query finds', () => {
  const db = databaseOf(sample);

  test.each(examples)('%s: %s', (query, found) => {
    expect(find(db, query)).toBe(found);
  });

  // Slower, by reading every message, and the same.
  const unindexed = databaseOf(sample, false);
  test.each(examples)('%s without a word index: %s', (query, found) => {
    expect(find(unindexed, query)).toBe(found);
  });

  test('the beginning of a word at the caret', () => {
    expect(find(db, 'lam', { caret: 3 })).toBe('lamp');
    expect(find(db, 'subject:fin', { caret: 11 })).toBe('final draft');
    expect(find(db, 'from:amy@example.o', { caret: 18 })).toBe('tax big');
    expect(find(db, 'cat label:wo', { caret: 12 })).toBe('rent mine');
    expect(find(db, 'label:wo', { caret: 8 })).toBe(everything);
    expect(find(db, 'label:work', { caret: 10 })).toBe('final');
  });
});

describe('what only Gmail knows', () => {
  const db = databaseOf(sample);

  test.each(onlyFromGmail)('is left out of %s', (query, found, ignored) => {
    const answer = ask(db, query);
    expect({ found: answer.ids.join(' '), ignored: answer.ignored }).toEqual({ found, ignored });
  });
});

describe('any query', () => {
  const db = databaseOf(sample);
  const unindexed = databaseOf(sample, false);
  const run = (query: string) => {
    for (const mail of [db, unindexed]) ask(mail, query, { caret: query.length, partsOfWords: query.length % 2 === 0 });
  };

  test('runs', () => {
    fc.assert(fc.property(queryText, run), { numRuns: 600 });
  });

  test.each([
    'a ',
    '-a ',
    'a@b ',
    'to:me ',
    '-to:me ',
    'label:a OR ',
    '-in:inbox ',
    'a OR (b ',
    'a-',
    'a AROUND 2 b OR ',
    'list:a ',
    'in:all OR a ',
  ])('runs, however long: %j', (piece) => {
    run(piece.repeat(3000));
  });

  test('runs with a word longer than any pattern may be', () => {
    run('東'.repeat(60_000));
    run(`from:${'_'.repeat(60_000)}`);
    run(`list:${'a.'.repeat(60_000)} rfc822msgid:${'%'.repeat(60_000)}`);
  });
});

test('the words of a deleted message are found no more', () => {
  const db = databaseOf(sample);
  db.apply({ remove: ['tax'] });
  expect(find(db, 'quarterly')).toBe('');
});
