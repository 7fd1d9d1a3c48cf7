import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { Mailbox } from './mailbox.ts';
import { parseQuery } from './query.ts';
import { readDate, readSpan } from './query-dates.ts';

const now = Date.UTC(2026, 10, 22, 12);
const day = 86_400_000;
const mailbox = new Mailbox({ email: 'me@example.org', now: () => now, firstHistoryId: 1n });
const names = new Map<string, string>();

interface Letter {
  readonly from?: string;
  readonly to?: string;
  readonly more?: string;
  readonly subject?: string;
  readonly body?: string;
  readonly labelIds?: readonly string[];
  readonly at?: number;
}

function add(name: string, letter: Letter): void {
  const { from = 'Amy Adams <amy@example.org>', to = 'me@example.org', subject = 'none', labelIds = [] } = letter;
  const raw = `From: ${from}\r\nTo: ${to}\r\n${letter.more ?? ''}Subject: ${subject}\r\n${letter.body?.startsWith('Content-') ? '' : '\r\n'}${letter.body ?? ''}\r\n`;
  names.set(mailbox.add({ raw, labelIds, internalDate: letter.at ?? now - 400 * day }), name);
}

const attachment = (filename: string, text = 'see attached') =>
  `Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\n${text}\r\n--b\r\nContent-Type: application/octet-stream; name="${filename}"\r\n\r\nx\r\n--b--`;

beforeAll(() => {
  const family = mailbox.addLabel('My family');
  const clients = mailbox.addLabel('Work/Clients & co');
  const work = mailbox.addLabel('Work');
  add('tax', {
    subject: 'Tax 2025',
    body: 'The quarterly report is here',
    labelIds: ['INBOX', 'UNREAD'],
    at: now - day,
  });
  add('report', { subject: 'Reports', body: 'report, quarterly', labelIds: ['INBOX', 'STARRED'], at: now - 3 * day });
  add('cat', { from: 'Bob <bob@cats.example>', subject: 'A red cat', labelIds: [work, 'SENT'] });
  add('dog', { from: 'Bob <bob@dogs.example>', subject: 'A dog', labelIds: [work, clients] });
  add('red dog', { from: 'carol@dogs.example', subject: 'A red dog', labelIds: [clients] });
  add('rent', { body: 'the rent for all of us is due in june', labelIds: [family] });
  add('june', { body: 'june is when the rent comes' });
  add('numbers', { body: 'call 555 or 1234, pi is 3.14, at 10:30, invoice 01.2047-100' });
  add('john', { from: 'John Smith <john.smith@gmail.com>', subject: 'well-known café', body: 'from john@example.net' });
  add('copied', {
    to: 'team@example.org',
    more: 'Cc: Bob <bob@cats.example>\r\nBcc: eve@example.org\r\n',
    labelIds: ['SENT'],
  });
  add('list', {
    more: 'List-Id: Dev <dev.lists.example.org>\r\nDelivered-To: me+shop@example.org\r\nMessage-ID: <A1@x.org>\r\n',
  });
  add('pdf', { body: attachment('plan.pdf'), labelIds: ['INBOX', 'CATEGORY_UPDATES'] });
  add('docx', { body: attachment('plan.docx', 'https://docs.google.com/spreadsheets/d/1') });
  add('big', { body: 'x'.repeat(20_000) });
  add('japanese', { subject: '=?utf-8?B?5Lya6K2w44Gu6LOH5paZ?=' });
  add('html', { body: 'Content-Type: text/html\r\n\r\n<p>co<b>lour</b></p><style>hidden</style>' });
  add('spam', { subject: 'a lamp', labelIds: ['SPAM'] });
  add('trash', { subject: 'a lamp', labelIds: ['TRASH'] });
  add('jan 5', { at: Date.UTC(2026, 0, 5, 8) });
  add('jan 4', { at: Date.UTC(2026, 0, 5, 7, 59, 59) });
});

const find = (q: string) =>
  mailbox
    .find(q)
    .map((id) => names.get(id) ?? id)
    .sort();

describe('finds', () => {
  test.each<[string, string[]]>([
    ['tax 2025', ['tax']],
    ['TAX', ['tax']],
    ['"quarterly report"', ['tax']],
    ['quarterly report', ['report', 'tax']],
    ['report', ['report', 'tax']],
    ['subject:report', ['report']],
    ['subject:+report', []],
    ['"report"', ['report', 'tax']],
    ['cat OR dog', ['cat', 'dog', 'red dog']],
    ['cat | dog', ['cat', 'dog', 'red dog']],
    ['{cat dog}', ['cat', 'dog', 'red dog']],
    ['red cat OR dog', ['cat', 'red dog']],
    ['(red cat) OR dog', ['cat', 'dog', 'red dog']],
    ['cat or dog', []],
    ['dog -red', ['dog']],
    ['dog !red', ['dog']],
    ['dog --red', ['dog']],
    ['subject:a -(cat OR dog)', []],
    ['{cat dog} -{from:bob from:x}', ['red dog']],
    ['from:bob -"a red cat"', ['dog']],
    ['rent AROUND 8 june', ['june', 'rent']],
    ['rent AROUND 3 june', ['june']],
    ['"rent AROUND 8 june"', ['rent']],
    ['well-known', ['john']],
    ['known-well', []],
    ['cafe', ['john']],
    ['CAFÉ', ['john']],
    ['555-1234', ['numbers']],
    ['3.14', ['numbers']],
    ['14', []],
    ['10:30', ['numbers']],
    ['01.2047-100', ['numbers']],
    ['会議', ['japanese']],
    ['資料', ['japanese']],
    ['議会', []],
    ['colour', ['html']],
    ['color', ['html']],
    ['hidden', []],
    ['from:amy from:john', []],
    ['from:john', ['john']],
    ['from: john', ['john']],
    ['FROM:John', ['john']],
    ['from:joh', []],
    ['from:john.smith@gmail.com', ['john']],
    ['from:john@gmail', []],
    ['"smith gmail"', ['john']],
    ['from:dogs.example', ['dog', 'red dog']],
    ['from:@dogs.example', ['dog', 'red dog']],
    ['from:(bob OR carol)', ['cat', 'dog', 'red dog']],
    ['from:{bob carol} subject:red', ['cat', 'red dog']],
    ['john@example.net', ['john']],
    ['from:me', []],
    ['to:me subject:cat', ['cat']],
    ['to:team@example.org', ['copied']],
    ['to:bob', ['copied']],
    ['to:eve', ['copied']],
    ['cc:bob', ['copied']],
    ['cc:eve', []],
    ['bcc:eve in:sent', ['copied']],
    ['subject:(red dog)', ['red dog']],
    ['subject:"red dog"', ['red dog']],
    ['subject:(-red dog)', ['dog']],
    ['subject:red dog', ['red dog']],
    ['label:my-family', ['rent']],
    ['label:"my family"', ['rent']],
    ['label:work', ['cat', 'dog']],
    ['label:work/clients-co', ['dog', 'red dog']],
    ['label:clients-co', ['dog', 'red dog']],
    ['label:(work clients-co)', ['dog']],
    ['l:work -label:clients-co', ['cat']],
    ['label:nonsense', []],
    ['in:inbox is:unread', ['tax']],
    ['in:{inbox sent}', ['cat', 'copied', 'pdf', 'report', 'tax']],
    ['in:inbox -is:read', ['tax']],
    ['is:starred', ['report']],
    ['is:unread OR is:starred', ['report', 'tax']],
    ['is:muted', []],
    ['is:constructor', []],
    ['in:work', ['cat', 'dog']],
    ['category:updates', ['pdf']],
    ['category:purchases', []],
    ['has:attachment', ['docx', 'pdf']],
    ['has:spreadsheet', ['docx']],
    ['has:yellow-star', ['report']],
    ['has:red-bang', []],
    ['has:userlabels', ['cat', 'dog', 'red dog', 'rent']],
    ['has:nouserlabels in:inbox', ['pdf', 'report', 'tax']],
    ['filename:pdf', ['pdf']],
    ['filename:plan', ['docx', 'pdf']],
    ['filename:plan.docx', ['docx']],
    ['filename:{docx png}', ['docx']],
    ['larger:10K', ['big']],
    ['size:20000', ['big']],
    ['larger:10K smaller:1M', ['big']],
    ['larger:1M', []],
    ['list:dev@lists.example.org', ['list']],
    ['deliveredto:me+shop@example.org', ['list']],
    ['deliveredto:shop', []],
    ['rfc822msgid:<a1@x.org>', ['list']],
    ['rfc822msgid:a1@x.org', ['list']],
    ['newer_than:2d', ['tax']],
    ['newer_than:1m', ['report', 'tax']],
    ['newer_than:2w', []],
    ['in:inbox older_than:1y', ['pdf']],
    ['lamp', []],
    ['lamp in:trash', ['trash']],
    ['lamp is:spam', ['spam']],
    ['lamp in:anywhere', ['spam', 'trash']],
    ['lamp -in:spam', []],
    ['lamp -(in:spam zebra)', []],
    ['lamp -(-in:spam)', ['spam']],
    ['in:archive larger:10K', ['big']],
    ['from:amy {subject:tax subject:vat} newer_than:3m', ['tax']],
    ['https://example.org/a', []],
    ['foo:bar', []],
  ])('%s', (q, expected) => {
    expect(find(q)).toEqual(expected);
  });

  test('days begin at midnight Pacific', () => {
    expect(find('after:2026/01/05 before:2026/01/06')).toEqual(['jan 5']);
    expect(find('after:2026/01/04 before:01/05/2026')).toEqual(['jan 4']);
    expect(readDate('2026/07/05')).toEqual({ dayStartsAt: Date.UTC(2026, 6, 5, 7) });
    expect(readDate('2026/03/09')).toEqual({ dayStartsAt: Date.UTC(2026, 2, 9, 7) });
    expect(readDate('2026/02/30')).toBeUndefined();
  });

  test('of epoch seconds neither side has the one that is named', () => {
    const second = Date.UTC(2026, 0, 5, 8) / 1000;
    expect(find(`after:${second} before:2026/02/01`)).toEqual([]);
    expect(find(`after:${second - 1} before:${second + 1}`)).toEqual(['jan 5']);
    expect(find(`before:${second} after:2026/01/01`)).toEqual(['jan 4']);
  });

  test('months are calendar months', () => {
    expect(readSpan('1m', Date.UTC(2026, 2, 31))).toBe(Date.UTC(2026, 1, 28));
    expect(readSpan('1y', now)).toBe(Date.UTC(2025, 10, 22, 12));
  });

  test('an empty query finds everything but spam and trash', () => {
    expect(find('')).toHaveLength(names.size - 2);
    expect(find('after:soon')).toHaveLength(names.size - 2);
  });
});

describe('forgives', () => {
  test.each([
    ['"unclosed phrase', '"unclosed phrase"'],
    ['from:(amy OR', 'from:amy'],
    ['OR cat )', 'cat'],
    ['cat OR', 'cat'],
    ['cat OR OR dog', 'cat OR dog'],
    ['cat AND dog', 'cat dog'],
    ['( ) cat { }', 'cat'],
    ['- cat +', 'cat'],
    ['cat subject:', 'cat'],
    ['“red cat”', '"red cat"'],
    ['cat AROUND', 'cat'],
    ['((((cat', 'cat'],
    ['{cat AND dog}', '{cat dog}'],
  ])('%s is read as %s', (typed, meant) => {
    expect(parseQuery(typed)).toEqual(parseQuery(meant));
  });

  test('never throws and always ends', () => {
    const piece = fc.constantFrom(
      '(',
      ')',
      '{',
      '}',
      '"',
      '-',
      '!',
      '+',
      'OR',
      'AND',
      'AROUND',
      '5',
      'from:',
      'x',
      ' ',
      ':',
      '|',
      'in:',
      'after:',
    );
    const query = fc.oneof(
      fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join('')),
      fc.string({ unit: 'binary' }),
    );
    fc.assert(
      fc.property(query, (q) => Array.isArray(mailbox.find(q))),
      { numRuns: 500 },
    );
    expect(mailbox.find('('.repeat(5_000))).toEqual(mailbox.find(''));
  });
});
