import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Address, Message } from '../../electron/contract/model.ts';
import { parse } from '../../electron/search/parse.ts';
import { scopeOf } from '../../electron/search/scope.ts';
import { openForWriting, type WriteDb } from '../../electron/store/db.ts';
import { findSql } from '../../electron/store/find.ts';
import { indexWords, migrate } from '../../electron/store/schema.ts';
import { apply } from '../../electron/store/writes.ts';
import { message } from '../support/messages.ts';
import { evaluate } from '../unit/search/evaluate.ts';
import { anyText, fragments, queryText } from '../unit/search/fragments.ts';
import { outline } from '../unit/search/outline.ts';
import { ownAddresses, sample, sampleLabels, sampleNow, sampleZone } from '../unit/search/sample.ts';

let zoneBefore: string | undefined;
beforeAll(() => {
  zoneBefore = process.env['TZ'];
  process.env['TZ'] = sampleZone;
});
afterAll(() => {
  if (zoneBefore === undefined) delete process.env['TZ'];
  else process.env['TZ'] = zoneBefore;
});

const context = { now: sampleNow, labels: sampleLabels, ownAddresses };

function databaseOf(messages: readonly Message[]): WriteDb {
  const { db } = openForWriting(':memory:');
  migrate(db);
  const hasWords = indexWords(db);
  if (!hasWords) expect.fail('this SQLite has no FTS5');
  apply(db, { save: messages, labels: sampleLabels }, hasWords);
  return db;
}

interface Asked {
  readonly fts?: boolean;
  readonly caret?: number;
}

function ask(db: WriteDb, query: string, { fts = true, caret }: Asked = {}) {
  const parsed = parse(query, caret === undefined ? {} : { caret });
  const { sql, params, ignored } = findSql(parsed, { ...context, fts });
  const keys = db.all<{ key: number }>(sql, ...params).map(({ key }) => key);
  const ids = keys.map((key) => db.get<{ id: string }>('SELECT id FROM message WHERE key = ?', key)?.id);
  return { ids, ignored };
}

const find = (db: WriteDb, query: string, asked: Asked = {}) => ask(db, query, asked).ids.join(' ');

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
];

describe('a query finds', () => {
  const db = databaseOf(sample);

  test.each([
    ...examples,
    ['rent AROUND 1 june', 'rent'],
    ['https://example.org/a', 'list'],
    ['京大', ''],
    ['app', ''],
    ['lam', ''],
  ] as const)('%s: %s', (query, found) => {
    expect(find(db, query)).toBe(found);
  });

  // The examples above are those in which parts of words, and how far apart they are, make no difference.
  test.each(examples)('%s without a word index: %s', (query, found) => {
    expect(find(db, query, { fts: false })).toBe(found);
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

  test.each([
    ['is:muted', '', ['is:muted']],
    ['-is:muted', '', ['is:muted']],
    ['in:snoozed', '', ['in:snoozed']],
    ['category:purchases', '', ['category:purchases']],
    ['has:spreadsheet', '', ['has:spreadsheet']],
    ['label:encryptedmail', '', ['label:encryptedmail']],
    ['is:muted in:snoozed', '', ['is:muted', 'in:snoozed']],
    // Under AND too much, under OR too little.
    ['cat IS:Muted', 'rent mine', ['IS:Muted']],
    ['cat OR is:muted', 'rent mine', ['is:muted']],
    ['cat -(dog OR is:muted)', 'rent', ['is:muted']],
    ['cat has:{drive youtube}', 'rent mine', ['has:drive', 'has:youtube']],
    // A coloured star is a star.
    ['has:red-bang', 'rent', ['has:red-bang']],
    ['-has:red-bang cat', 'rent mine', ['has:red-bang']],
    ['dog OR has:red-bang', 'vat mine', ['has:red-bang']],
    ['in:trash is:muted', 'trash', ['is:muted']],
  ])('is left out of %s', (query, found, ignored) => {
    const answer = ask(db, query);
    expect({ found: answer.ids.join(' '), ignored: answer.ignored }).toEqual({ found, ignored });
  });
});

describe('any query', () => {
  const db = databaseOf(sample);
  const run = (query: string) => {
    for (const fts of [true, false]) ask(db, query, { fts, caret: query.length });
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

  test.each(['list:a', 'from:me', 'to:amy@example.org', '-list:a', 'a', 'larger:1M', '(list:a OR larger:1M)'])(
    'asks once for what is typed again and again: %s',
    (term) => {
      const once = findSql(parse(term), { ...context, fts: true });
      expect(findSql(parse(`${term} `.repeat(50)), { ...context, fts: true })).toEqual(once);
      expect(findSql(parse(`{${`${term} `.repeat(50)}}`), { ...context, fts: true })).toEqual(once);
    },
  );

  test('runs with a word longer than any pattern may be', () => {
    run('東'.repeat(60_000));
    run(`from:${'_'.repeat(60_000)}`);
    run(`list:${'a.'.repeat(60_000)} rfc822msgid:${'%'.repeat(60_000)}`);
  });

  test('puts nothing that was typed into the SQL', () => {
    const typed = fc.oneof(fragments, anyText).map((text) => `zqx ${text} zqx`);
    fc.assert(
      fc.property(typed, fc.boolean(), (text, fts) => {
        const { sql } = findSql(parse(`zqx:zqx from:zqx@zqx label:zqx list:zqx ${text}`), { ...context, fts });
        expect(sql).not.toContain('zqx');
      }),
    );
  });
});

describe('a query finds what a reader would', () => {
  const vocabulary = ['cat', 'dog', 'tax', 'late', 'invoice', 'snake_case', 'Zoë', '3.14', 'b'];
  const people: readonly Address[] = [
    { name: 'Amy Cat', email: 'amy@example.org' },
    { name: '', email: 'cat.dog@example.org' },
    { name: 'John', email: 'j.ohnsmith+tax@gmail.com' },
    { name: 'Me', email: 'js+late@Work.org' },
    { name: 'dog', email: 'ajs@work.org' },
    { name: 'x', email: 'amy@example.org.uk' },
  ];
  const files = ['late_invoice.pdf', 'cat.png', 'Zoë.docx', 'tax'];
  const labelIds = ['INBOX', 'SENT', 'SPAM', 'TRASH', 'UNREAD', 'STARRED', 'CATEGORY_PROMOTIONS', 'L1', 'L2', 'L6'];
  const dates = ['2026-11-20T11:00:00Z', '2026-08-22T10:00:00Z', '2026-03-28T23:00:00Z', '2026-03-29T21:59:59Z'];

  const words = (maxLength: number) =>
    fc.array(fc.constantFrom(...vocabulary), { maxLength }).map((all) => all.join(' '));
  const somebody = fc.subarray([...people], { maxLength: 2 });
  const anyMessage = fc
    .record({
      subject: words(3),
      text: words(8),
      from: fc.subarray([...people], { minLength: 1, maxLength: 1 }),
      to: somebody,
      cc: somebody,
      bcc: somebody,
      labelIds: fc.subarray(labelIds),
      sizeBytes: fc.constantFrom(10, 1024, 5000),
      receivedAt: fc.constantFrom(...dates).map((date) => Date.parse(date)),
      files: fc.subarray(files, { maxLength: 2 }),
      headers: fc.subarray([
        { name: 'List-ID', value: 'Cat lovers <cat.dog.example.org>' },
        { name: 'Delivered-To', value: 'amy@example.org' },
        { name: 'Message-Id', value: '<Tax.1@example.org>' },
      ]),
    })
    .map(({ files: names, ...fields }) =>
      message({
        ...fields,
        attachments: names.map((filename) => ({ partId: '1', filename, mimeType: 'text/plain', sizeBytes: 1 })),
      }),
    );

  const word = fc.constantFrom(
    ...vocabulary,
    'zoe',
    'pdf',
    'example',
    'late-invoice',
    '"cat dog"',
    'cat.dog',
    'missing',
  );
  const address = fc.constantFrom(
    'me',
    'amy',
    'cat',
    'amy@example.org',
    'example.org',
    'js@work.org',
    'john.smith@gmail.com',
    '"cat dog"',
    'amy@example',
  );
  const valued = (names: readonly string[], values: fc.Arbitrary<string>) =>
    fc.tuple(fc.constantFrom(...names), values).map(([name, value]) => `${name}:${value}`);
  const term = fc.oneof(
    word,
    word,
    fc.tuple(word, fc.nat(3), word).map(([left, within, right]) => `${left} AROUND ${within} ${right}`),
    valued(['from', 'to', 'cc', 'bcc'], address),
    fc.constantFrom('amy@example.org', 'js@work.org', 'amy@example'),
    valued(['subject'], word),
    valued(['filename'], fc.constantFrom('pdf', 'late', 'late_invoice.pdf', 'cat.png', 'zoe', 'case')),
    valued(['in', 'label', 'is'], fc.constantFrom('inbox', 'sent', 'spam', 'trash', 'unread', 'starred')),
    valued(['in'], fc.constantFrom('all', 'anywhere', 'archive')),
    valued(['label'], fc.constantFrom('my-family', 'work', 'work/clients', 'nowhere')),
    fc.constantFrom('is:read', 'is:nonsense', 'category:promotions', 'category:primary'),
    valued(['has'], fc.constantFrom('attachment', 'userlabels', 'nouserlabels')),
    valued(['after', 'before'], fc.constantFrom('2026/03/29', '2026/03/30', '2026', '1774738800', '1774821599')),
    valued(['newer_than', 'older_than'], fc.constantFrom('2d', '3m', '1y', '48h')),
    valued(['larger', 'smaller'], fc.constantFrom('1K', '1000', '10')),
    fc.constantFrom(
      'list:cat.dog',
      'list:dog@example.org',
      'list:at.dog',
      'deliveredto:amy@example.org',
      'deliveredto:amy',
      'rfc822msgid:tax.1@example.org',
      'rfc822msgid:tax',
    ),
  );
  const { query } = fc.letrec<{ query: string; part: string }>((tie) => ({
    query: fc.array(tie('part'), { minLength: 1, maxLength: 3 }).map((parts) => parts.join(' ')),
    part: fc.oneof(
      { maxDepth: 3, withCrossShrink: true },
      term,
      fc.tuple(tie('part'), tie('part')).map(([left, right]) => `${left} OR ${right}`),
      tie('query').map((inner) => `(${inner})`),
      tie('query').map((inner) => `-(${inner})`),
      tie('query').map((inner) => `{${inner}}`),
      fc
        .tuple(fc.constantFrom('from', 'subject', 'to'), fc.array(word, { minLength: 1, maxLength: 3 }))
        .map(([name, all]) => `${name}:(${all.join(' ')})`),
    ),
  }));

  test('in any messages', () => {
    const shares: number[] = [];
    const mailboxes = fc.sample(fc.array(anyMessage, { minLength: 40, maxLength: 40 }), { numRuns: 5, seed: 1 });
    for (const messages of mailboxes) {
      const db = databaseOf(messages);
      fc.assert(
        fc.property(query, (text) => {
          const { root } = parse(text);
          const scope = scopeOf(root);
          const inScope = ({ labelIds: ids }: Message) =>
            (scope.spam || !ids.includes('SPAM')) && (scope.trash || !ids.includes('TRASH'));
          const meant = messages.filter((one) => inScope(one) && (root === null || evaluate(root, one, context)));
          shares.push(meant.length / messages.length);
          expect(new Set(ask(db, text).ids), outline(root)).toEqual(new Set(meant.map(({ id }) => id)));
        }),
        { numRuns: 500 },
      );
    }
    // Queries that find all or nothing would prove nothing.
    expect(shares.filter((share) => share > 0.05 && share < 0.5).length).toBeGreaterThan(shares.length / 4);
  });
});

test('the words of a deleted message are found no more', () => {
  const db = databaseOf(sample);
  apply(db, { remove: ['tax'] }, true);
  expect(find(db, 'quarterly')).toBe('');
});

test('newest first, without a sort, and by the index', () => {
  const db = databaseOf(sample);
  const { sql, params } = findSql(parse('cat in:inbox after:2026'), { ...context, fts: true });
  const plan = db.all<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`, ...params).map(({ detail }) => detail);
  expect(plan.join('\n')).not.toMatch(/TEMP B-TREE|SCAN message\b/);
});
