import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from '../../../electron/search/parse.ts';
import { toServerQuery, toServerTerm } from '../../../electron/search/server.ts';
import { queryText } from './fragments.ts';
import { inZone } from './zone.ts';

const labels = [
  { id: 'INBOX', name: 'INBOX' },
  { id: 'L1', name: 'My family' },
  { id: 'L2', name: 'Work/Acme & Sons' },
  { id: 'L3', name: 'gog/pr' },
  { id: 'L4', name: 'gog-pr' },
  { id: 'L5', name: 'gog pr ' },
];
const ownAddresses = ['John.Smith@gmail.com', 'js@work.org'];

function server(text: string, caret?: number) {
  return inZone('Europe/Berlin', () =>
    toServerQuery(parse(text, caret === undefined ? {} : { caret }), {
      labels,
      ownAddresses,
      now: Date.parse('2026-11-22T12:00:00+01:00'),
    }),
  );
}

function asked(text: string, caret?: number) {
  return server(text, caret) ?? expect.fail('nothing is asked');
}

describe('Gmail is asked', () => {
  test.each([
    ['', ''],
    ['tax 2025', 'tax 2025'],
    ['{a b} OR c', '(a OR b OR c)'],
    ['(red cat) OR dog', '((red cat) OR dog)'],
    ['-{from:x from:y}', '-(from:x OR from:y)'],
    ['+unicorn "late  Invoice"', '+unicorn "late invoice"'],
    ['foo:bar https://example.org/a', '"foo bar" "https example org a"'],
    ['from: Amy@example.org', 'from:amy@example.org'],
    ['from:example.org', 'from:example.org'],
    ['from:me', '(from:john.smith@gmail.com OR from:js@work.org)'],
    ['-to:me', '-(to:john.smith@gmail.com OR to:js@work.org)'],
    ['to:johnsmith@gmail.com', '(to:john.smith@gmail.com OR to:js@work.org)'],
    ['to:john.smith+shop@gmail.com', 'to:john.smith+shop@gmail.com'],
    ['larger:10M smaller:1g', 'larger:10485760 smaller:1073741824'],
    ['rent AROUND 5 june', 'rent AROUND 5 june'],
    ['-(rent AROUND 5 june)', '-(rent AROUND 5 june)'],
    ['subject:"rent AROUND 5 june"', 'subject:"rent AROUND 5 june"'],
    ['is:muted has:red-circle category:purchases', 'is:muted has:red-star category:purchases'],
    ['rfc822msgid:<a1@x.org> filename:"my plan.pdf"', 'rfc822msgid:a1@x.org filename:"my plan.pdf"'],
    ['after:soon cat', 'cat'],
    ['is:subject:tax', 'is:"subject:tax"'],
    ['"a OR b" -c|d', '"a or b" -(c d)'],
  ])('%j as %j', (query, q) => {
    expect(server(query)).toEqual({ q, labelIds: [], includeSpamTrash: false });
  });
});

describe('a date becomes epoch seconds, one second wider', () => {
  test.each([
    ['after:2026/01/05', 'after:1767567599'],
    ['before:2026/01/05', 'before:1767567601'],
    ['after:1767567600', 'after:1767567599'],
    ['before:1767567600001', 'before:1767567602'],
    ['newer_than:2w', `after:${Date.parse('2026-11-08T12:00:00+01:00') / 1000 - 1}`],
    ['older_than:1y', `before:${Date.parse('2025-11-22T12:00:00+01:00') / 1000 + 1}`],
    ['newer_than:6h', `after:${Date.parse('2026-11-22T06:00:00+01:00') / 1000 - 1}`],
    ['-after:2026/01/05', 'before:1767567601'],
    ['-older_than:2d', `after:${Date.parse('2026-11-20T12:00:00+01:00') / 1000 - 1}`],
    // Under a negation fewer messages make more of the answer.
    ['-(cat after:2026/01/05)', '-(cat after:1767567601)'],
    ['-(cat OR -before:2026/01/05)', '-(cat OR after:1767567601)'],
    ['-(cat -(dog after:2026/01/05))', '-(cat -(dog after:1767567599))'],
    ['after:1000/01/01', 'after:100000000'],
    ['before:9999', 'before:9999999999'],
  ])('%s: %s', (query, q) => {
    expect(asked(query).q).toBe(q);
  });
});

describe('labels', () => {
  test.each([
    ['label:my-family', '', ['L1']],
    ['label:"my family" cat', 'cat', ['L1']],
    ['in:inbox label:my-family is:unread', 'is:unread', ['INBOX', 'L1']],
    ['in:sent in:sent', '', ['SENT']],
    ['-label:my-family', '-label:my-family', []],
    ['cat OR label:work-acme-sons', '(cat OR label:work-acme---sons)', []],
    ['label:acme-sons', '', ['L2']],
    ['-label:acme-sons', '-label:work-acme---sons', []],
    // Several that a query can't tell apart.
    ['label:gog-pr', '(label:gog-pr OR label:gog-pr-)', []],
    ['label:unheard-of', 'label:unheard-of', []],
    ['in:{inbox sent}', '(in:inbox OR in:sent)', []],
    ['in:snoozed', 'in:snoozed', []],
    ['in:all cat', '-in:spam -in:trash cat', []],
  ])('%s', (query, q, labelIds) => {
    expect(server(query)).toEqual({ q, labelIds, includeSpamTrash: false });
  });

  test('a label that is still being typed is left out', () => {
    expect(asked('cat label:my-f', 14).q).toBe('cat');
    expect(asked('cat label:my-f').q).toBe('cat label:my-f');
  });
});

describe('Spam and Trash', () => {
  test.each([
    ['in:trash lamp', 'lamp', ['TRASH'], true],
    ['in:anywhere lamp', 'lamp', [], true],
    ['lamp -in:spam', 'lamp -in:spam', [], false],
    ['is:spam lamp', 'is:spam lamp -in:trash', [], true],
    ['lamp OR in:trash', '(lamp OR in:trash) -in:spam', [], true],
  ])('%s', (query, q, labelIds, includeSpamTrash) => {
    expect(server(query)).toEqual({ q, labelIds, includeSpamTrash });
  });
});

describe('what Gmail has no word for', () => {
  test.each([
    '*voic*',
    'invo*',
    'tax *voic*',
    'tax -*voic*',
    'tax from:*ann*',
    'filename:*pdf*',
    'late {tax *voic*}',
    'late -(tax -(vat *voic*))',
    'in:inbox *voic*',
  ])('is not asked, nor what stands beside it: %s', (query) => {
    expect(server(query)).toBeNull();
  });

  test('is neither a star like a space, nor the word at the caret', () => {
    expect(asked('tax a*b').q).toBe('tax a b');
    expect(asked('invo', 4).q).toBe('invo');
  });
});

describe('a term that only Gmail can answer is asked for by itself, everywhere', () => {
  test.each([
    ['has:red-circle', 'has:red-star'],
    ['is:muted', 'is:muted'],
    ['in:snoozed', 'in:snoozed'],
    ['in:scheduled', 'in:scheduled'],
    ['category:purchases', 'category:purchases'],
    ['has:drive', 'has:drive'],
    ['label:encryptedmail', 'label:encryptedmail'],
  ])('%s as %j', (query, q) => {
    const { root } = parse(query);
    if (!root || root.kind === 'and' || root.kind === 'or' || root.kind === 'not') expect.fail('no term');
    expect(toServerTerm(root, { labels, ownAddresses, now: 0 })).toEqual({ q, labelIds: [], includeSpamTrash: true });
  });
});

test('`me` is asked as such where no own address is known', () => {
  expect(toServerQuery(parse('from:me'), { labels, ownAddresses: [], now: 0 })?.q).toBe('from:me');
});

test('any query can be made into one for Gmail, which has no date but epoch seconds, and no bare braces', () => {
  fc.assert(
    fc.property(queryText, (text) => {
      const q = server(text)?.q ?? '';
      const unquoted = q.replace(/"[^"]*"/g, '""');
      expect(unquoted).not.toMatch(/[{}]|(?:newer|older)_than:\d/);
      for (const [, value] of unquoted.matchAll(/(?:after|before):(\S+?)\)*(?=\s|$)/g))
        expect(value).toMatch(/^\d{9,10}$/);
    }),
    { numRuns: 2000 },
  );
});
