import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from '../../../electron/search/parse.ts';
import { print } from '../../../electron/search/print.ts';
import type { Query } from '../../../electron/search/query.ts';
import { childrenOf } from '../../../electron/search/tree.ts';
import { queryText } from './fragments.ts';
import { meaning, outline } from './outline.ts';

const tree = (text: string, caret?: number) => outline(parse(text, caret === undefined ? {} : { caret }).root);
const issues = (text: string) => parse(text).issues.map(({ kind, span }) => `${kind} ${text.slice(...span)}`);

describe('the language by example', () => {
  test.each([
    ['', 'everything'],
    ['tax 2025', 'all(any tax, any 2025)'],
    ['"quarterly report"', 'any =quarterly_report'],
    ['+unicorn', 'any =unicorn'],
    ['cat OR dog', 'any(any cat, any dog)'],
    ['{cat dog bird}', 'any(any cat, any dog, any bird)'],
    ['red cat OR dog', 'all(any red, any(any cat, any dog))'],
    ['(red cat) OR dog', 'any(all(any red, any cat), any dog)'],
    ['cat or dog', 'all(any cat, any or, any dog)'],
    ['dinner -movie', 'all(any dinner, not(any movie))'],
    ['-"out of office"', 'not(any =out_of_office)'],
    ['-(a OR b)', 'not(any(any a, any b))'],
    ['-{from:x from:y}', 'not(any(from x, from y))'],
    ['rent AROUND 5 june', 'any rent ~5 june'],
    ['"rent AROUND 5 june"', 'any rent >5 june'],
    ['well-known', 'any =well_known'],
    ['555-1234', 'all(any 555, any 1234)'],
    ['01.2047-100', 'all(any 01.2047, any 100)'],
    ['3.14', 'any 3.14'],
    ['10:30', 'any =10_30'],
    ['from:amy', 'from amy'],
    ['from: amy', 'from amy'],
    ['FROM:amy', 'from amy'],
    ['from:amy@example.org', 'from <amy@example.org>'],
    ['from:example.org', 'from @example.org'],
    ['from:me', 'from ME'],
    ['from:(amy OR bob)', 'any(from amy, from bob)'],
    ['from:{amy bob} to:me', 'all(any(from amy, from bob), to ME)'],
    ['from:amy -to:me', 'all(from amy, not(to ME))'],
    ['to:team@example.org', 'to <team@example.org>'],
    ['to:me -cc:me', 'all(to ME, not(cc ME))'],
    ['cc:bob', 'cc bob'],
    ['bcc:eve in:sent', 'all(bcc eve, in sent)'],
    ['subject:invoice', 'subject invoice'],
    ['subject:(late invoice)', 'all(subject late, subject invoice)'],
    ['subject:"late invoice"', 'subject =late_invoice'],
    ['subject:late invoice', 'all(subject late, any invoice)'],
    ['subject:anniversary party', 'all(subject anniversary, any party)'],
    ['subject:+report', 'subject =report'],
    ['subject:(-draft final)', 'all(not(subject draft), subject final)'],
    ['label:my-family', 'label my-family'],
    ['label:"my family"', 'label my-family'],
    ['label:work/clients', 'label work-clients'],
    ['label:(work urgent)', 'all(label work, label urgent)'],
    ['l:receipts -label:paid', 'all(label receipts, not(label paid))'],
    ['in:inbox is:unread', 'all(in inbox, is unread)'],
    ['in:{inbox sent}', 'any(in inbox, in sent)'],
    ['in:sent', 'in sent'],
    ['in:drafts', 'in draft'],
    ['in:archive', 'in archive'],
    ['in:trash lamp', 'all(in trash, any lamp)'],
    ['in:anywhere lamp', 'all(in anywhere, any lamp)'],
    ['lamp -in:spam', 'all(any lamp, not(in spam))'],
    ['in:receipts', 'label receipts'],
    ['is:starred is:important', 'all(is starred, is important)'],
    ['is:unread OR is:starred', 'any(is unread, is starred)'],
    ['-is:read', 'not(is read)'],
    ['is:muted', 'is muted'],
    ['in:snoozed', 'in snoozed'],
    ['category:promotions', 'category promotions'],
    ['category:purchases', 'category purchases'],
    ['has:attachment', 'has attachment'],
    ['has:red-bang', 'has red-bang'],
    ['has:red-circle', 'has red-star'],
    ['has:spreadsheet', 'has spreadsheet'],
    ['has:nouserlabels', 'has nouserlabels'],
    ['filename:pdf', 'filename pdf'],
    ['filename:plan.docx', 'filename plan.docx'],
    ['filename:{png jpg}', 'any(filename png, filename jpg)'],
    ['larger:10M', 'larger 10485760'],
    ['size:500000 smaller:1M', 'all(larger 500000, smaller 1048576)'],
    ['after:2026/01/05', 'after 2026-1-5'],
    ['before:01/05/2026', 'before 2026-1-5'],
    ['after:2026/03/29 before:2026/03/30', 'all(after 2026-3-29, before 2026-3-30)'],
    ['after:1767567600', 'after @1767567600000'],
    ['newer:2026/10', 'after 2026-10-1'],
    ['newer_than:2d', 'newer 2d'],
    ['older_than:1y', 'older 1y'],
    ['newer_than:6h', 'newer 6h'],
    ['list:dev@lists.example.org', 'list dev@lists.example.org'],
    ['deliveredto:me+shop@example.org', 'deliveredto me+shop@example.org'],
    ['rfc822msgid:<a1@x.org>', 'rfc822msgid a1@x.org'],
    [
      'from:amy {subject:tax subject:vat} has:attachment newer_than:3m',
      'all(from amy, any(subject tax, subject vat), has attachment, newer 3m)',
    ],
    ['https://example.org/a', 'any =https_example_org_a'],
    ['foo:bar', 'any =foo_bar'],
    ['after:soon cat', 'any cat'],
    ['from:(amy OR', 'from amy'],
    ['"unclosed phrase', 'any =unclosed_phrase'],
    ['OR cat )', 'any cat'],
  ])('%s', (query, expected) => {
    expect(tree(query)).toBe(expected);
  });
});

describe('while somebody types', () => {
  test.each([
    ['(', 'everything'],
    ['()', 'everything'],
    ['{}', 'everything'],
    [')}', 'everything'],
    ['-', 'everything'],
    ['+', 'everything'],
    ['|', 'everything'],
    ['""', 'everything'],
    ['from:', 'everything'],
    ['from:()', 'everything'],
    ['from:""', 'everything'],
    ['from: OR cat', 'any cat'],
    ['from: subject:tax', 'subject tax'],
    ['from: -cat', 'not(any cat)'],
    ['cat OR', 'any cat'],
    ['cat OR OR dog', 'any(any cat, any dog)'],
    ['AND cat AND AND dog AND', 'all(any cat, any dog)'],
    ['cat AND OR dog', 'all(any cat, any dog)'],
    ['cat AROUND', 'any cat'],
    ['cat AROUND 5', 'any cat'],
    ['AROUND 5 cat', 'any cat'],
    ['cat AROUND dog', 'all(any cat, any dog)'],
    ['- cat', 'any cat'],
    ['--cat', 'not(any cat)'],
    ['-(-cat)', 'any cat'],
    ['!cat', 'not(any cat)'],
    ['cat | dog', 'any(any cat, any dog)'],
    ['cat |dog', 'any(any cat, any dog)'],
    ['cat|dog', 'all(any cat, any dog)'],
    ['{cat (dog } bird', 'any(any cat, all(any dog, any bird))'],
    ['((cat dog', 'all(any cat, any dog)'],
    ['“late invoice”', 'any =late_invoice'],
    ['o’brien', 'any =o_brien'],
    ['from:\u00a0amy', 'from amy'],
  ])('%s', (query, expected) => {
    expect(tree(query)).toBe(expected);
  });

  test('the word at the caret is the beginning of one', () => {
    expect(tree('red ca', 6)).toBe('all(any red, any ca…)');
    expect(tree('red ca', 3)).toBe('all(any red…, any ca)');
    expect(tree('red,ca', 6)).toBe('all(any red, any ca…)');
    expect(tree('red ca ', 7)).toBe('all(any red, any ca)');
    expect(tree('from:amy@ex', 11)).toBe('from =amy_ex…');
    expect(tree('"late inv', 9)).toBe('any =late_inv…');
    expect(tree('"late inv"', 10)).toBe('any =late_inv');
    expect(tree('cat,', 4)).toBe('any cat');
    expect(tree('label:wor', 9)).toBe('label wor…');
    expect(tree('filename:report.p', 17)).toBe('filename report.p…');
    expect(tree('filename:report.', 16)).toBe('filename report.');
    expect(tree('list:dev', 8)).toBe('list dev…');
  });

  test('words of which one is still typed are near each other wherever they stand', () => {
    expect(tree('cat AROUND 3 do', 15)).toBe('all(any cat, any do…)');
    expect(tree('cat AROUND 3 do ', 16)).toBe(tree('cat AROUND 3 do'));
  });

  test('what is not to be found is whole, also at the caret', () => {
    expect(tree('red -ca', 7)).toBe('all(any red, not(any ca))');
    expect(tree('red -(blue ca', 13)).toBe('all(any red, not(all(any blue, any ca)))');
    expect(tree('-red ca', 7)).toBe('all(not(any red), any ca…)');
    expect(tree('-label:wor', 10)).toBe('not(label wor…)');
    expect(tree('-filename:rep', 13)).toBe('not(filename rep)');
  });

  test('a value at the caret that may become a known one is left out, and is unknown elsewhere', () => {
    expect(tree('cat is:unr', 10)).toBe('any cat');
    expect(tree('cat is:unr')).toBe('all(any cat, unknown is unr)');
    expect(tree('cat is:unx', 10)).toBe('all(any cat, unknown is unx)');
    expect(tree('has:red-', 8)).toBe('everything');
    expect(tree('in:inb', 6)).toBe('everything');
  });
});

describe('what belongs together', () => {
  test.each([
    ['subject:(tax from:amy)', 'all(subject tax, from amy)'],
    ['to:(-amy)', 'not(to amy)'],
    ['from:-amy', 'from amy'],
    ['{a AND b}', 'any(any a, any b)'],
    ['{a OR b c}', 'any(any a, any b, any c)'],
    ['a AND b OR c', 'all(any a, any(any b, any c))'],
    ['a OR b c OR d', 'all(any(any a, any b), any(any c, any d))'],
    ['(a (b (c)))', 'all(any a, any b, any c)'],
    ['foo"bar baz"', 'all(any foo, any =bar_baz)'],
    ['a(b)', 'all(any a, any b)'],
    ['-+cat', 'not(any =cat)'],
    ['+"late invoice"', 'any =late_invoice'],
    ['+OR', 'any =or'],
    ['+from:amy', 'from amy'],
    ['subject:OR', 'subject or'],
    ['from:to:amy', 'from =to_amy'],
    ['"or"', 'any =or'],
    ['"a late invoice" AROUND 3 tax', 'any a_late_invoice ~3 tax'],
    ['subject:(rent AROUND 5 june)', 'subject rent ~5 june'],
    ['subject:"rent AROUND 5 june"', 'subject rent >5 june'],
    ['555-1234 AROUND 5 june', 'all(any 555, any 1234, any june)'],
    ['rent AROUND 5 from:june', 'all(any rent, from june)'],
    ['rent AROUND 5 (a OR b)', 'all(any rent, any(any a, any b))'],
    ['rent AROUND 5 june OR july', 'any(any rent ~5 june, any july)'],
    ['a AROUND 2 b AROUND 3 c', 'all(any a ~2 b, any c)'],
    ['rent AROUND5 june', 'all(any rent, any around5, any june)'],
  ])('%s', (query, expected) => {
    expect(tree(query)).toBe(expected);
  });
});

describe('a star', () => {
  test.each([
    ['*voic*', 'any *voic*'],
    ['*VOIC', 'any *voic*'],
    ['invo*', 'any =invo*'],
    ['-*voic*', 'not(any *voic*)'],
    ['subject:*voic*', 'subject *voic*'],
    ['from:*ann*', 'from *ann*'],
    ['from:ann*', 'from =ann*'],
    ['to:(*ann* OR bob*)', 'any(to *ann*, to =bob*)'],
    ['filename:*voic*', 'filename *voic*'],
    ['filename:plan*', 'filename *plan*'],
    ['filename:"plan*"', 'filename plan*'],
    ['filename:*.pdf', 'filename *.pdf'],
    ['*東京*', 'any *東京*'],
    ['*ÉTÉ*', 'any *été*'],
    // Anywhere else it is like a space.
    ['a*b', 'all(any a, any b)'],
    ['*a*', 'any a'],
    ['a*', 'any a'],
    ['*3.14*', 'any 3.14'],
    ['*東京大学*', 'any 東京大学'],
    ['*', 'everything'],
    ['**', 'everything'],
    ['**voic**', 'any voic'],
    ['*foo-bar*', 'any =foo_bar'],
    ['*foo*bar*', 'all(any foo, any bar)'],
    ['* voic *', 'any voic'],
    ['"*voic*"', 'any =voic'],
    ['+*voic*', 'any =voic'],
    ['label:work*', 'label work*'],
    // Neither a part nor a beginning has neighbours.
    ['*ren* AROUND 5 june', 'all(any *ren*, any june)'],
    ['ren* AROUND 5 june', 'all(any =ren*, any june)'],
  ])('%s', (query, expected) => {
    expect(tree(query)).toBe(expected);
  });

  test('and the caret', () => {
    expect(tree('*voic', 5)).toBe('any *voic*');
    expect(tree('invo*', 5)).toBe('any =invo*');
  });
});

describe('where every word is found inside words', () => {
  const inside = (text: string, caret?: number) =>
    outline(parse(text, { partsOfWords: true, ...(caret !== undefined && { caret }) }).root);

  test.each([
    ['voic', 'any *voic*'],
    ['late invoice', 'all(any *late*, any *invoice*)'],
    ['cat OR -dog', 'any(any *cat*, not(any *dog*))'],
    ['subject:(late invoice)', 'all(subject *late*, subject *invoice*)'],
    ['from:ann -to:bob', 'all(from *ann*, not(to *bob*))'],
    // What was quoted or typed with a sign is meant as it is.
    ['"voic"', 'any =voic'],
    ['+voic', 'any =voic'],
    ['invo*', 'any =invo*'],
    ['well-known', 'any =well_known'],
    ['a', 'any a'],
    // Each of these is several words to the index.
    ['3.14 東京大学', 'all(any 3.14, any 東京大学)'],
    ['from:me', 'from ME'],
    ['from:amy@example.org', 'from <amy@example.org>'],
    ['from:example.org', 'from @example.org'],
    ['rent AROUND 5 june', 'any rent ~5 june'],
    ['label:work is:unread filename:pdf', 'all(label work, is unread, filename pdf)'],
    ['', 'everything'],
  ])('%s', (query, expected) => {
    expect(inside(query)).toBe(expected);
  });

  test('the word at the caret too', () => {
    expect(inside('late inv', 8)).toBe('all(any *late*, any *inv*)');
    expect(inside('from:amy@ex', 11)).toBe('from =amy_ex…');
  });

  test('its print means the same wherever it is read', () => {
    fc.assert(
      fc.property(queryText, (text) => {
        const { root } = parse(text, { partsOfWords: true });
        expect(meaning(parse(print(root)).root)).toEqual(meaning(root));
        expect(meaning(parse(print(root), { partsOfWords: true }).root)).toEqual(meaning(root));
      }),
      { numRuns: 2000 },
    );
  });
});

describe('words and addresses', () => {
  test.each([
    ['foo+bar', 'all(any foo, any bar)'],
    ['a,b;c', 'all(any a, any b, any c)'],
    ['R&D', 'any =r_d'],
    ["O'Brien", 'any =o_brien'],
    ['a=b', 'any =a_b'],
    ['snake_case', 'any snake_case'],
    ['covid-19', 'any =covid_19'],
    ['1-800-flowers', 'all(any 1, any =800_flowers)'],
    ['john@gmail.com', 'any <john@gmail.com>'],
    ['<John@Gmail.com>,', 'any <john@gmail.com>'],
    ['me+shop@example.org', 'any <me+shop@example.org>'],
    ['from:john@', 'from john'],
    ['from:@example.org', 'from @example.org'],
    ['from:"john@gmail"', 'from =john_gmail'],
    ['subject:john@gmail.com', 'subject =john_gmail_com'],
    ['a@b@c', 'any =a_b_c'],
    ['from:john-smith', 'from =john_smith'],
    ['from:"me"', 'from =me'],
    ['from:+me', 'from =me'],
    ['me', 'any me'],
    ['subject:me', 'subject me'],
    ['from:amy,bob', 'all(from amy, from bob)'],
    ['rfc822msgid:<<a1@x.org>>', 'rfc822msgid a1@x.org'],
    ['rfc822msgid:"< <a1@x.org> >"', 'rfc822msgid a1@x.org'],
    ['filename:my,plan.pdf', 'filename my,plan.pdf'],
    ['filename:"My Plan.pdf"', 'filename my plan.pdf'],
    ['東京大学', 'any 東京大学'],
    ['Ünïcode', 'any ünïcode'],
    ['ΟΔΟΣ', 'any οδοσ'],
  ])('%s', (query, expected) => {
    expect(tree(query)).toBe(expected);
  });

  test('a name is the same composed and decomposed', () => {
    expect(tree('cafe\u0301')).toBe(tree('caf\u00e9'));
  });
});

describe('what the window can point at', () => {
  test.each([
    ['after:soon cat', ['bad-date after:soon']],
    ['after:2026/02/30', ['bad-date after:2026/02/30']],
    ['larger:10X', ['bad-size larger:10X']],
    ['newer_than:2 cat', ['bad-age newer_than:2']],
    ['is:foo', ['unknown-value is:foo']],
    ['has:{drive foo}', ['unknown-value foo']],
    ['before:25/12/2026', ['day-first before:25/12/2026']],
    ['cat or dog', ['operator-as-word or']],
    ['cat and NOT dog', ['operator-as-word and', 'operator-as-word NOT']],
    ['cat OR dog', []],
    ['🙂 cat', ['no-words 🙂']],
    ['from:', []],
  ])('%s', (query, expected) => {
    expect(issues(query)).toEqual(expected);
  });

  test('every term knows where it stood', () => {
    const text = 'red -from: amy OR (subject:"late  invoice" “x”)';
    const spans: string[] = [];
    const walk = (query: Query) => {
      spans.push(text.slice(...query.span));
      childrenOf(query).forEach(walk);
    };
    const { root } = parse(text);
    if (root) walk(root);
    expect(spans).toEqual([
      text,
      'red',
      '-from: amy OR (subject:"late  invoice" “x”)',
      '-from: amy',
      'from: amy',
      'subject:"late  invoice" “x”',
      'subject:"late  invoice"',
      '“x”',
    ]);
  });
});

describe('any text', () => {
  test('has a tree', () => {
    fc.assert(
      fc.property(queryText, fc.nat(30), (text, caret) => {
        parse(text, { caret });
      }),
      { numRuns: 3000 },
    );
  });

  // Chance seldom puts these together.
  test.each([
    '-(rent AROUND 5 june)',
    '-"rent AROUND 5 june"',
    '-(rent june)',
    '(rent june) OR may',
    'to:(-(a OR b) c)',
  ])('has a tree whose print is parsed into the same tree: %s', (text) => {
    const { root } = parse(text);
    expect(meaning(parse(print(root)).root)).toEqual(meaning(root));
  });

  test('has a tree whose print is parsed into the same tree', () => {
    fc.assert(
      fc.property(queryText, (text) => {
        const { root } = parse(text);
        const printed = print(root);
        expect(meaning(parse(printed).root)).toEqual(meaning(root));
        expect(print(parse(printed).root)).toBe(printed);
      }),
      { numRuns: 5000 },
    );
  });

  test.each([
    '(',
    '{',
    ')',
    '"',
    '-',
    '+',
    '|',
    ':',
    ' ',
    'a ',
    '-a ',
    '(a ',
    '(-',
    'from:',
    'from:(',
    'a-',
    '1-',
    '.',
    '@',
    '*',
    'a*',
    '*ab* ',
    '>',
    'a@',
    'OR ',
    'a AROUND 1 ',
    '"a',
    '{a OR (b ',
    '\ud800',
    '東',
  ])('has a tree of limited height and size, however long: %j', (piece) => {
    const text = piece.repeat(200_000 / piece.length);
    const { root } = parse(text);
    const height = (query: Query): number => 1 + Math.max(0, ...childrenOf(query).map(height));
    const size = (query: Query): number => 1 + childrenOf(query).reduce((sum, child) => sum + size(child), 0);
    expect(root ? height(root) : 0).toBeLessThanOrEqual(20);
    expect(root ? size(root) : 0).toBeLessThanOrEqual(2000);
    expect(meaning(parse(print(root)).root)).toEqual(meaning(root));
  });

  test('says when it is too long or too deep, once', () => {
    expect(parse('a '.repeat(600)).issues.map(({ kind }) => kind)).toEqual(['too-long']);
    expect(parse('a '.repeat(101)).issues.map(({ kind }) => kind)).toEqual(['too-long']);
    expect(parse('('.repeat(200)).issues.map(({ kind }) => kind)).toEqual(['too-deep']);
    expect(parse('a OR (b '.repeat(45)).issues.map(({ kind }) => kind)).toEqual(['too-deep']);
    expect(parse('a '.repeat(100)).issues).toEqual([]);
  });

  test.each([
    ['a phrase', (words: number) => `"${'a '.repeat(words)}"`],
    ['an address', (words: number) => `from:${'a.'.repeat(words - 1)}a`],
    ['a whole address', (words: number) => `${'a.'.repeat(words - 2)}a@a`],
    ['a list', (words: number) => `list:${'a.'.repeat(words)}`],
    ['a name of a file', (words: number) => `filename:${'a_'.repeat(words)}`],
    ['a neighbourhood', (words: number) => `"a AROUND 3 ${'a '.repeat(words - 1)}"`],
  ])('has terms of at most 50 words: %s', (_what, query) => {
    expect(parse(query(50)).issues).toEqual([]);
    expect(parse(query(50)).root).not.toBeNull();
    expect(parse(query(51))).toMatchObject({ root: null, issues: [{ kind: 'too-long' }] });
  });

  test('has at most 500 words in all', () => {
    const phrase = (word: string) => `"${`${word} `.repeat(50)}" `;
    const ten = [...'abcdefghij'].map(phrase).join('');
    expect(parse(ten).issues).toEqual([]);
    expect(parse(`${ten}k`).issues).toMatchObject([{ kind: 'too-long' }]);
  });
});
