import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readAddresses } from '../../../electron/mail/address-list.ts';

const read = (header: string) => [...readAddresses(header)].map(({ name, email }) => `${name}|${email}`);

test.each([
  ['john@x.org', ['|john@x.org']],
  ['John Doe <john@x.org>', ['John Doe|john@x.org']],
  ['"Doe, John" <john@x.org>, mary@x.org', ['Doe, John|john@x.org', '|mary@x.org']],
  ['"Giant; \\"Big\\" Box" <box@x.org>', ['Giant; "Big" Box|box@x.org']],
  ['john@x.org (John Doe)', ['John Doe|john@x.org']],
  ['"john doe"@x.org', ['|"john doe"@x.org']],
  ['John <john@[IPv6:2001:db8::1]>', ['John|john@[IPv6:2001:db8::1]']],
  ['Friends: amy@x.org, Bob <bob@x.org>;, cy@x.org', ['|amy@x.org', 'Bob|bob@x.org', '|cy@x.org']],
  ['undisclosed-recipients:;', ['undisclosed-recipients|']],
  ['amy@x.org; bob@x.org', ['|amy@x.org', '|bob@x.org']],
  ['', []],
  [' , ;', []],
])('%s is what it says', (header, addresses) => {
  expect(read(header)).toEqual(addresses);
});

// RFC 5322, sections 3.4, 4.4 and appendices A.5 and A.6.
test.each([
  ['ceo@bank.example .evil.example', ['|ceo@bank.example.evil.example']],
  ['ceo@bank.example (Jane Doe) .evil.example', ['Jane Doe|ceo@bank.example.evil.example']],
  ['Jane <ceo@bank.example .\tevil.example>', ['Jane|ceo@bank.example.evil.example']],
  ['jdoe@test   . example', ['|jdoe@test.example']],
  ['a. lovelace @ x.org', ['|a.lovelace@x.org']],
  ['Pete(A wonderful \\) chap) <pete(his account)@silly.test(his host)>', ['Pete|pete@silly.test']],
  ['Boss (a(b) <ceo@bank.example>) <x@evil.example>', ['Boss|x@evil.example']],
  ['g: "Ceo; ceo@bank.example, x" <x@evil.example>;', ['Ceo; ceo@bank.example, x|x@evil.example']],
  ['Mary Smith <@machine.tld,@b.tld:mary@example.net>, , jdoe@x.org', ['Mary Smith|mary@example.net', '|jdoe@x.org']],
])('%s is read on where the standard reads on', (header, addresses) => {
  expect(read(header)).toEqual(addresses);
});

test.each([
  ['ceo@bank.example:;', ['ceo@bank.example|']],
  ['"ceo@bank.example"', ['ceo@bank.example|']],
  ['ceo@bank.example: x@evil.example', ['|x@evil.example']],
  ['ceo@bank.example <x@evil.example>', ['ceo@bank.example|x@evil.example']],
  ['ceo@bank.example x@evil.example', ['|ceo@bank.example', '|x@evil.example']],
  ['<ceo@bank.example> <x@evil.example>', ['|ceo@bank.example', '|x@evil.example']],
  ['<ceo@bank.example <x@evil.example>', ['|ceo@bank.example', '|x@evil.example']],
  ['<ceo@bank.example, x@evil.example>', ['|ceo@bank.example', '|x@evil.example']],
  ['<x@evil.example,.bank.example>', ['.bank.example|x@evil.example']],
  ['<x@evil.example;.bank.example>', ['.bank.example|x@evil.example']],
  ['<ceo:@bank.example>', ['|ceo:@bank.example']],
  ['ceo@bank.example\u0000.evil.example', ['|ceo@bank.example\u0000.evil.example']],
])('%j passes for nobody else: what could be two authors is two', (header, addresses) => {
  expect(read(header)).toEqual(addresses);
});

test.each([
  ['John <john@x.org', ['John|john@x.org']],
  ['<<john@x.org>>', ['|john@x.org']],
  ['"John <john@x.org>', ['"John|john@x.org']],
  ['John (Doe <john@x.org>', ['John (Doe|john@x.org']],
  ['Foo <foo>', ['Foo|foo']],
  ['Foo <>', ['Foo|']],
  ['<Undisclosed Recipients>', ['Undisclosed Recipients|']],
  ['just a name', ['just a name|']],
  ['Doe J. j@x.org', ['Doe J.|j@x.org']],
  ['Company Inc. info@x.org (by hand)', ['Company Inc.|info@x.org']],
])('%s, which is none, is read as far as it goes', (header, addresses) => {
  expect(read(header)).toEqual(addresses);
});

const piece = fc.constantFrom(
  'a',
  'b@x.org',
  '@',
  '.',
  ' ',
  '"',
  '\\',
  '(',
  ')',
  '<',
  '>',
  ',',
  ':',
  ';',
  '[',
  ']',
  '\r\n ',
);

test('nothing makes it throw, and no address that stands in no quotes, comments or group’s name gets lost', () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      const header = pieces.join('');
      const all = [...readAddresses(header)];
      if (!/["(:]/.test(header) && header.includes('b@x.org')) {
        expect(all.map(({ name, email }) => name + email).join()).toContain('b@x.org');
      }
    }),
  );
});

test.each([
  ['unclosed quotes', '<"\\>'],
  ['quotes', '"\\"'],
  ['comments', '((a)'],
  ['angles', '<a'],
  ['numbers', '@[a'],
  ['dots', 'a . '],
  ['colons', ':'],
  ['comments as names', '(a)<b>'],
  ['comments between addresses', '(a)a@b '],
])('%s without end become no more than they are', (_, repeated) => {
  const header = repeated.repeat(30_000);
  const said = [...readAddresses(header)].reduce((sum, { name, email }) => sum + name.length + email.length, 0);
  expect(said).toBeLessThanOrEqual(header.length);
});
