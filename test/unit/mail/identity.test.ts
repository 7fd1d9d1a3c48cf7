import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { identityWarnings } from '../../../electron/mail/identity.ts';
import { cleanName } from '../../../electron/mail/shown-names.ts';

interface Written {
  readonly name?: string;
  readonly email?: string;
  readonly replyTo?: readonly string[];
  readonly headers?: readonly { readonly name: string; readonly value: string }[];
  readonly languages?: readonly string[];
}

function warnings({
  name = 'Ann',
  email = 'ann@shop.example',
  replyTo = [],
  headers = [],
  languages = ['en'],
}: Written) {
  const addresses = replyTo.map((one) => ({ name: '', email: one }));
  return identityWarnings({ from: [{ name, email }], replyTo: addresses, headers }, languages);
}

const sender = (value: string) => [{ name: 'Sender', value }];

describe('a warning where', () => {
  test.each<[string, Written, object]>([
    ['there is no address', { email: '' }, { kind: 'no-author' }],
    [
      'the name is another address',
      { name: 'support@paypal.com' },
      { kind: 'name-is-address', claimed: 'support@paypal.com', email: 'ann@shop.example' },
    ],
    [
      'the name contains one',
      { name: 'PayPal <support@paypal.com>' },
      { kind: 'name-is-address', claimed: 'support@paypal.com' },
    ],
    [
      'it is written with a wide @',
      { name: 'support＠paypal.com' },
      { kind: 'name-is-address', claimed: 'support@paypal.com' },
    ],
    ...['ceo@mi\u0307crosoft.com', 'ceo@bank .com', 'ceo@bank. com', 'ceo @ bank . co . uk'].map(
      (name): [string, Written, object] => [`it is written as ${name}`, { name }, { kind: 'name-is-address' }],
    ),
    ...['РауРаӀ', 'Аррӏе Ѕсоре', 'Аррӏе Support', 'РауРаӀ Служба', 'ІВМ', 'Сара'].map(
      (name): [string, Written, object] => [`all of ${name} looks Latin`, { name }, { kind: 'look-alike-name' }],
    ),
    ...['apple', 'microsoft', 'paypal'].map((name): [string, Written, object] => [
      `a mark below is all that tells it from ${name}`,
      { email: `service@${{ apple: 'applẹ', microsoft: 'mi̇crosoft', paypal: 'p̱aypaḷ' }[name]}.com` },
      { kind: 'look-alike-domain', resembles: `${name}.com` },
    ]),
    ['invisible characters cut it', { name: 'support\u200b@paypal\u200b.com' }, { kind: 'name-is-address' }],
    ['the domain mixes scripts', { email: 'ann@pаypal.com' }, { kind: 'look-alike-domain', resembles: 'paypal.com' }],
    [
      'the domain passes for another',
      { email: 'ann@xn--80ak6aa92e.com' },
      { kind: 'look-alike-domain', resembles: 'apple.com' },
    ],
    [
      'the domain is in letters that are not read here',
      { email: 'ann@пример.example' },
      { kind: 'foreign-domain', domain: 'xn--e1afmkfd.example' },
    ],
    ['the name mixes letters', { name: 'Pаypal' }, { kind: 'look-alike-name', name: 'Pаypal' }],
    ['something is hidden in the name', { name: 'A\u202enn' }, { kind: 'hidden-characters', where: 'name' }],
    [
      'something is hidden in the address',
      { email: 'an\u200bn@shop.example' },
      { kind: 'hidden-characters', where: 'address' },
    ],
    ['answers go elsewhere', { replyTo: ['ann@evil.example'] }, { kind: 'reply-elsewhere', email: 'ann@evil.example' }],
    [
      'answers go to another mailbox of a host that lends them',
      { email: 'alice@gmail.com', replyTo: ['alice.office@gmail.com'] },
      { kind: 'reply-elsewhere', email: 'alice.office@gmail.com' },
    ],
    [
      'dots and tags are another mailbox, not being Gmail’s',
      { email: 'alice@gmx.de', replyTo: ['al.ice+news@gmx.de'] },
      { kind: 'reply-elsewhere', email: 'al.ice+news@gmx.de' },
    ],
    [
      'answers go elsewhere behind the author’s own address, however often',
      { replyTo: [...Array<string>(2_000).fill('ann@shop.example'), 'evil@evil.example'] },
      { kind: 'reply-elsewhere', email: 'evil@evil.example' },
    ],
    ['answers go elsewhere too', { replyTo: ['ann@shop.example', 'x@evil.example'] }, { kind: 'reply-elsewhere' }],
    [
      'another sent it',
      { headers: sender('List <list@lists.example>') },
      { kind: 'sent-by-another', email: 'list@lists.example' },
    ],
    [
      'there are two lines of authors',
      {
        headers: [
          { name: 'From', value: 'a' },
          { name: 'FROM', value: 'b' },
        ],
      },
      { kind: 'several-authors' },
    ],
  ])('%s', (_, written, warning) => {
    expect(warnings(written)).toContainEqual(expect.objectContaining(warning));
  });
});

describe('none where', () => {
  test.each<[string, Written]>([
    ['all is plain', {}],
    ['the name is its own address', { name: 'Ann@Shop.Example' }],
    ['the name is in another script', { name: 'Аня Иванова', languages: ['en'] }],
    ['the name only looks Latin to others', { name: 'Сара', languages: ['en', 'ru'] }],
    ['few of its letters look Latin', { name: 'Роман Антонов', languages: ['en'] }],
    ['a short word of it looks Latin', { name: 'ООО Ромашка', languages: ['en'] }],
    ['the name is Greek', { name: 'Νίκος', languages: ['en'] }],
    ['the name is in letters that nobody takes for others', { name: '山田太郎 · مریم · דנה', languages: ['en'] }],
    ['the domain has marks that are seen', { email: 'ann@façade.example' }],
    ['the name has a joiner that it needs', { name: 'می\u200cخواهم' }],
    ['the name only has an @', { name: 'Ann @ Shop' }],
    ['answers go to the same mailbox', { email: 'Alice@gmail.com', replyTo: ['alice+news@gmail.com'] }],
    ['Gmail takes both for one', { email: 'alice.b@gmail.com', replyTo: ['a.lice.b@googlemail.com'] }],
    ['answers go to the same owner', { replyTo: ['a@reply.shop.example'] }],
    ['the sender is the author', { headers: sender('Ann <ANN@shop.example>') }],
    ['the domain is in letters that are read here', { email: 'ann@пример.example', languages: ['ru'] }],
  ])('%s', (_, written) => {
    expect(warnings(written)).toEqual([]);
  });
});

test('the gravest comes first', () => {
  const written = { name: 'a@b.example \u202e', replyTo: ['x@evil.example'], headers: sender('x@y.example') };
  expect(warnings(written).map(({ kind }) => kind)).toEqual([
    'name-is-address',
    'hidden-characters',
    'reply-elsewhere',
    'sent-by-another',
  ]);
});

test('several authors are named, each once', () => {
  const from = ['a@a.example', 'b@b.example', 'a@a.example'].map((email) => ({ name: '', email }));
  expect(identityWarnings({ from, replyTo: [], headers: [] }, [])).toEqual([
    { kind: 'several-authors', emails: ['a@a.example', 'b@b.example'] },
  ]);
});

test('whatever stands in the headers, it is judged', () => {
  const text = fc.oneof(fc.string({ unit: 'binary' }), fc.string());
  fc.assert(
    fc.property(text, text, text, (name, email, other) => {
      warnings({ name, email, replyTo: [other], headers: sender(other) });
      expect(Array.from(cleanName(name)).length).toBeLessThanOrEqual(1_000);
    }),
  );
  warnings({ name: '@a.'.repeat(300_000), email: 'x@'.repeat(300_000), headers: sender('<'.repeat(1_000_000)) });
});

describe('the name of somebody who is known', () => {
  const warned = (email: string, ...known: readonly string[]) =>
    identityWarnings(
      { from: [{ name: 'Ada Lovelace', email }], replyTo: [], headers: [] },
      ['en'],
      known.map((one) => ({ name: 'Ada Lovelace', email: one })),
    );
  const warning = [{ kind: 'name-of-another', name: 'Ada Lovelace', email: 'ada@engine.example' }];

  test.each([
    ['another owner’s address', 'ada@elsewhere.example', ['ada@engine.example'], warning],
    ['the same address', 'Ada@Engine.example', ['ada@engine.example'], []],
    ['the same owner’s address', 'ada.lovelace@mail.engine.example', ['ada@engine.example'], []],
    ['one of two known addresses', 'ada@elsewhere.example', ['ada@engine.example', 'ada@elsewhere.example'], []],
    ['a third address, so that nobody knows', 'ada@third.example', ['ada@engine.example', 'ada@elsewhere.example'], []],
    ['nobody known', 'ada@elsewhere.example', [], []],
  ])('%s', (_what, email, known, expected) => {
    expect(warned(email, ...known)).toEqual(expected);
  });

  test('at a host that lends addresses to everybody, another address is another person’s', () => {
    expect(warned('ada.l@gmail.com', 'ada@gmail.com')).toMatchObject([{ kind: 'name-of-another' }]);
  });
});
