// What is said about one message: a sentence for every kind of warning, and nothing that the compiler could miss.
import { describe, expect, test } from 'vitest';
import type { Authentication } from '../../../electron/mail/authentication.ts';
import type { IdentityWarning } from '../../../electron/mail/identity.ts';
import type { LinkWarning } from '../../../electron/mail/links.ts';
import { isDoubtful } from '../../../renderer/links/doubtful.ts';
import { occurrences } from '../../../renderer/message-menu/occurrences.ts';
import { wording } from '../../../renderer/wording/wording.ts';

const { trust, links, exports } = wording.message;
const sentence = /^[A-Z].*[^.]\.$/;

const identity: { readonly [Kind in IdentityWarning['kind']]: Extract<IdentityWarning, { kind: Kind }> } = {
  'no-author': { kind: 'no-author' },
  'name-of-another': { kind: 'name-of-another', name: 'Ada Lovelace', email: 'ada@engine.example' },
  'name-is-address': { kind: 'name-is-address', claimed: 'ceo@bank.example', email: 'x@evil.example' },
  'several-authors': { kind: 'several-authors', emails: ['a@example.org', 'b@example.org'] },
  'look-alike-domain': { kind: 'look-alike-domain', domain: 'xn--bnk-5cd.example', resembles: 'bank.example' },
  'look-alike-name': { kind: 'look-alike-name', name: 'Bаnk' },
  'foreign-domain': { kind: 'foreign-domain', domain: 'xn--j1ail.example' },
  'hidden-characters': { kind: 'hidden-characters', where: 'name' },
  'reply-elsewhere': { kind: 'reply-elsewhere', email: 'x@evil.example' },
  'sent-by-another': { kind: 'sent-by-another', email: 'list@example.org' },
};

test.each(Object.values(identity).map((warning) => [warning.kind, warning] as const))(
  'the warning %s is one sentence that names what it is about',
  (_, warning) => {
    const said = trust.warning(warning);
    expect(said).toMatch(sentence);
    if ('email' in warning) expect(said).toContain(warning.email);
    if ('domain' in warning) expect(said).toContain(warning.domain);
  },
);

const doubts: { readonly [Kind in LinkWarning['kind']]: Extract<LinkWarning, { kind: Kind }> } = {
  'other-host-in-text': { kind: 'other-host-in-text', host: 'bank.example' },
  'text-too-long': { kind: 'text-too-long' },
  'mixed-scripts': { kind: 'mixed-scripts', resembles: null },
  credentials: { kind: 'credentials' },
  'ip-address': { kind: 'ip-address' },
  idn: { kind: 'idn' },
  'odd-port': { kind: 'odd-port', port: 8443 },
  insecure: { kind: 'insecure' },
  'mail-body': { kind: 'mail-body' },
  'doubtful-sender': { kind: 'doubtful-sender' },
};

test.each(Object.values(doubts).map((doubt) => [doubt.kind, doubt] as const))(
  'the doubt %s about a link is one sentence of its own',
  (_, doubt) => {
    expect(links.warning(doubt)).toMatch(sentence);
    const others = Object.values(doubts).filter(({ kind }) => kind !== doubt.kind);
    expect(others.map(links.warning)).not.toContain(links.warning(doubt));
  },
);

describe('the mark of a sender', () => {
  const marks: readonly Authentication['mark'][] = ['authenticated', 'unauthenticated', 'failed', 'unknown'];

  test('is a word, and a sentence behind it, for every finding', () => {
    expect(new Set(marks.map(trust.mark)).size).toBe(marks.length);
    for (const mark of marks) expect(trust.sentence(mark)).toMatch(sentence);
  });

  test('says for which domain something passed, and when that is another’s', () => {
    expect(trust.checked({ verdict: 'pass', domain: 'shop.example', aligned: true })).toBe('passed for shop.example');
    expect(trust.checked({ verdict: 'pass', domain: 'evil.example', aligned: false })).toMatch(/not the sender’s/);
    expect(trust.checked({ verdict: 'absent', domain: null, aligned: false })).toBe('not checked');
  });
});

describe('links of a message are asked about', () => {
  const from = [{ name: 'Shop', email: 'news@shop.example' }];
  const results = (value: string) => [
    { name: 'Authentication-Results', value: `mx.google.com; ${value}` },
    { name: 'From', value: 'Shop <news@shop.example>' },
  ];
  const passed = results('dmarc=pass header.from=shop.example');

  test.each([
    ['not where the sender is verified', ['INBOX'], passed, false],
    ['where the message is spam', ['SPAM'], passed, true],
    ['where nobody vouches for the sender', ['INBOX'], results('spf=none'), true],
    ['where it is not the sender’s', ['INBOX'], results('dmarc=fail header.from=shop.example'), true],
    ['not where it is one’s own', ['SENT'], [], false],
  ])('%s', (_, labelIds, headers, doubtful) => {
    expect(isDoubtful({ labelIds, headers, from })).toBe(doubtful);
  });
});

test('an export says how far it is, and how it ended', () => {
  expect(exports.state({ state: 'running', done: 3, total: 1_200 })).toBe('Exporting 3 of 1,200 messages');
  expect(exports.state({ state: 'done', done: 1, total: 1 })).toBe('Exported 1 message.');
  expect(exports.state({ state: 'cancelled', done: 1, total: 9 })).toMatch(/no file was kept/);
  expect(exports.state({ state: 'failed', done: 1, total: 9 })).toMatch(/no file was kept/);
});

describe('in the original', () => {
  test.each([
    ['Received: a\nreceived: b', 'RECEIVED', [0, 12]],
    ['a.b a+b', 'a.b', [0]],
    ['aaaa', 'aa', [0, 2]],
    ['İi', 'i', [1]],
    ['anything', '', []],
  ])('of %j, %j is found', (text, sought, places) => {
    expect(occurrences(text, sought)).toEqual(places);
  });
});
