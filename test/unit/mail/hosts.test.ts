import { domainToUnicode } from 'node:url';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isSameOwner, normalHost, readHost, registrableDomain } from '../../../electron/mail/hosts.ts';
import { decodePunycode } from '../../../electron/mail/punycode.ts';
import { isMixed, mixesAlike, scriptsOfLanguage } from '../../../electron/mail/scripts.ts';

const hostOf = (written: string, languages: readonly string[] = []) => readHost(normalHost(written) ?? '', languages);

describe('a host in other letters', () => {
  test.each([
    ['bücher.example', [], 'bücher.example'],
    ['пример.example', ['ru'], 'пример.example'],
    ['пример.example', ['de'], 'xn--e1afmkfd.example'],
    ['مثال.ایران', ['fa-IR'], 'مثال.ایران'],
    ['例え.jp', ['ja'], '例え.jp'],
    ['例え.jp', ['ko'], 'xn--r8jz45g.jp'],
    ['한국.kr', ['ko'], '한국.kr'],
    ['www.пример.рф', ['ru'], 'www.пример.рф'],
    ['асе.рф', ['ru'], 'асе.рф'],
    // Two of Cyrillic, the others of Latin.
    ['pаypаl.com', ['ru', 'en'], 'xn--pypl-53dc.com'],
    ['аррӏе.com', ['ru'], 'xn--80ak6aa92e.com'],
    ['example.com', [], 'example.com'],
  ])('%s, for those who read %j: %s', (written, languages, shown) => {
    expect(hostOf(written, languages).shown).toBe(shown);
  });

  test.each([
    ['pаypаl.com', true, 'paypal.com'],
    ['аррӏе.com', false, 'apple.com'],
    ['ехаmрlе.com', true, 'example.com'],
    ['οοο.com', false, 'ooo.com'],
    ['ɡoogle.com', false, 'google.com'],
    ['асе.рф', false, null],
    ['почта.com', false, null],
    ['bücher.com', false, null],
    ['例えapp.jp', false, null],
    ['appпочта.com', true, null],
  ])('%s mixes scripts: %s; passes for %s', (written, mixed, resembles) => {
    expect(hostOf(written)).toMatchObject({ isMixed: mixed, resembles });
  });
});

test.each([
  ['mail.shop.example.co.uk', 'example.co.uk'],
  ['ann.github.io', 'ann.github.io'],
  ['github.io', null],
  ['localhost', null],
  ['10.0.0.1', null],
  ['[::1]', null],
])('%s belongs to %s', (host, domain) => {
  expect(registrableDomain(host)).toBe(domain);
});

test('two hosts of one owner are told from two of different owners', () => {
  expect(isSameOwner('a.example.com', 'b.example.com')).toBe(true);
  expect(isSameOwner('ann.github.io', 'bob.github.io')).toBe(false);
  expect(isSameOwner('10.0.0.1', '10.0.0.2')).toBe(false);
});

test('every way to write the address of a machine is one', () => {
  for (const written of ['127.0.0.1', '0x7f.1', '2130706433', '0177.0.0.1']) {
    expect(hostOf(written)).toMatchObject({ ascii: '127.0.0.1', isAddress: true });
  }
  expect(readHost('[::1]', []).isAddress).toBe(true);
});

test('words that mix letters which pass for each other are told from honest ones', () => {
  expect(['Pаypal', 'Αpple Support'].map(mixesAlike)).toEqual([true, true]);
  expect(['Ann Иванова', 'iPhoneها', 'LINE公式', 'Ann 3D', ''].map(mixesAlike)).toEqual([
    false,
    false,
    false,
    false,
    false,
  ]);
  expect(['ひらカナ漢字abc', '한국abc'].map(isMixed)).toEqual([false, false]);
});

test('a language that is none has no scripts', () => {
  expect(scriptsOfLanguage('not a language')).toEqual([]);
});

describe('punycode', () => {
  test('of whatever text it may be, is decoded as Node does, or not at all', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 20 }), (label) => {
        const ascii = normalHost(`${label}.example`);
        fc.pre(ascii?.startsWith('xn--') === true && ascii.split('.').length === 2);
        const encoded = ascii?.slice(4, -'.example'.length) ?? '';
        expect(decodePunycode(encoded)).toBe(domainToUnicode(ascii ?? '').slice(0, -'.example'.length));
      }),
    );
  });

  test('that is broken is refused', () => {
    expect(['!', 'zz', '99999999999', 'zzzzzzzzzzz'].map(decodePunycode)).toEqual(Array(4).fill(undefined));
  });

  test('a host of any text is read, and shown as what leads there', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 100 }), (text) => {
        const ascii = normalHost(text);
        if (ascii === undefined) return;
        expect(normalHost(readHost(ascii, ['ru', 'fa', 'ja']).shown)).toBe(ascii);
      }),
    );
  });
});
