import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkLink, type LinkContext } from '../../../electron/mail/links.ts';

const context: LinkContext = { languages: ['en'], isDoubtful: false };
const check = (href: string, text = '') => checkLink(href, text, context);
const kinds = (href: string, text = '') => check(href, text)?.warnings.map(({ kind }) => kind);

describe('must not leave', () => {
  test.each([
    'javascript:alert(1)',
    'java\nscript:alert(1)',
    ' \u0001javascript:alert(1)',
    'JAVASCRIPT:x',
    'vbscript:x',
    'data:text/html,x',
    'file:///etc/passwd',
    'file://host/share',
    '\\\\host\\share',
    '//host/x',
    '/x',
    '#x',
    '',
    'tel:1',
    'smb://host/x',
    'ms-officecmd:x',
    'blob:https://a.example/x',
    'mail://x/',
    'app://ui/',
    'ftp://a.example/',
    'about:blank',
    'view-source:https://a.example/',
    'intent://x',
    'http://',
    'https://a b/',
    'mailto:nobody',
    'mailto:a@b@c',
    `https://a.example/${'x'.repeat(9_000)}`,
  ])('%j', (href) => {
    expect(check(href)).toBeUndefined();
  });
});

describe('goes without asking', () => {
  test.each([
    ['https://www.example.com/', 'Read more'],
    ['https://www.example.com/', 'example.com'],
    ['https://click.example.com/x', 'https://www.example.com/offer?x=1'],
    ['https://example.co.uk/', 'shop.example.co.uk'],
    ['https://example.com/', 'See node.js and the readme.md of v1.2'],
    ['https://example.com/', 'Section 1.2.3'],
    ['https://example.com/', 'Read more at our site.'],
    ['https://example.com/', '→ node.js guide'],
    ['https://example.com/', 'Version 2.0'],
    ['https://example.com/', '2.0'],
    ['https://example.com/', '€12.50'],
    ['https://example.com/', '12.05.2026 → 26.11.2026'],
    ['https://example.com/', 'a.m. tomorrow'],
    ['https://example.com/', 'a.m. – p.m.'],
    ['https://example.com/', 'See example.com → and/or www.example.com…'],
    ['https://example.com/', '→'],
    ['https://example.com/', ''],
    ['https://example.com/', 'https://example.com/at?https://other.example/'],
    ['https://example.com/', 'example.com/https://other.example/x'],
    ['mailto:ann.lee@example.com', 'ann.lee@example.com'],
    ['mailto:ann.lee@example.com', 'Write to mailto:ann.lee@example.com →'],
    ['mailto:ann@example.com', 'ann@example.com'],
    ['mailto:ann@example.com?subject=Hello', 'Write'],
    ['https://example.org/', 'Cancel·lar'],
    ['https://example.org/', 'Instal·la'],
    ['https://example.org/', 'お知らせ・イベント'],
    ['https://example.org/', '۲۰درصد'],
    ['https://example.org/', 'AC·DC'],
    ['https://example.org/', 'and/or'],
  ])('%s as %j', (href, text) => {
    expect(check(href, text)).toMatchObject({ warnings: [], mustConfirm: false });
  });
});

describe('asks first', () => {
  test.each([
    ['https://evil.example/', 'https://paypal.com/', ['other-host-in-text']],
    ['https://evil.example/', 'paypal.com', ['other-host-in-text']],
    ['https://evil.example/', 'Log in at www.paypal.com, please', ['other-host-in-text']],
    ['https://evil.example/', 'HTTPS://PAYPAL.COM', ['other-host-in-text']],
    ['https://evil.example/', 'pay\u200bpal.com', ['other-host-in-text']],
    ['https://evil.example/', 'paypal。com', ['other-host-in-text']],
    ['https://evil.example/', 'https://www\ua4f8paypal\ua4f8com/signin', ['other-host-in-text']],
    ['https://evil.example/', 'https://paypal\u06f0com/', ['other-host-in-text']],
    ['https://evil.example/', 'https://paypal\u00b7com/', ['other-host-in-text']],
    ['https://evil.example/', 'https:\u29f8\u29f8paypal.com/signin', ['other-host-in-text']],
    ['https://evil.example/', 'https:\u2571\u2571paypal.com/', ['other-host-in-text']],
    ['https://evil.example/', 'http\u2236\u29f8\u29f8paypal.com', ['other-host-in-text']],
    ['https://evil.example/', 'https:/ /paypal.com', ['other-host-in-text']],
    ['https://evil.example/', 'https://[paypal.com]', ['other-host-in-text']],
    ['https://evil.example/', 'paypal.com/login?x=(1)', ['other-host-in-text']],
    ['https://evil.example/', '(https://paypal.com).', ['other-host-in-text']],
    ['https://paypal.com.evil.example/', 'paypal.com', ['other-host-in-text']],
    ['https://evil.github.io/', 'ann.github.io', ['other-host-in-text']],
    ['https://evil.example/', '192.0.2.1', ['other-host-in-text']],
    ['mailto:ann@evil.example', 'ann@paypal.com', ['other-host-in-text']],
    ['https://paypal.com@evil.example/', '', ['credentials']],
    ['https://paypal.com\\@evil.example/', '', undefined],
    ['https://192.0.2.1/', '', ['ip-address']],
    ['https://0xc0000201/', '', ['ip-address']],
    ['https://[2001:db8::1]/', '', ['ip-address']],
    ['https://bücher.example/', '', ['idn']],
    ['https://pаypal.com/', '', ['mixed-scripts']],
    ['https://аррӏе.com/', 'apple.com', ['other-host-in-text', 'mixed-scripts']],
    ['https://example.com:8443/', '', ['odd-port']],
    ['http://example.com/', '', ['insecure']],
    ['http://u:p@192.0.2.1:81/', '', ['credentials', 'ip-address', 'odd-port', 'insecure']],
    ['mailto:ann@example.com?body=Hi', '', ['mail-body']],
  ])('%s as %j: %j', (href, text, expected) => {
    if (expected === undefined) expect(check(href)?.host).toBe('paypal.com');
    else {
      expect(kinds(href, text)).toEqual(expected);
      expect(check(href, text)?.mustConfirm).toBe(true);
    }
  });

  test.each([
    ...['—login', '→', '*', '~', '&x', '\\x', '∕x', ':/x', ':login', '%2Flogin', '⁄login', '._', '@evil.example/'].map(
      (behind) => `https://paypal.com${behind}`,
    ),
    ...[
      '*',
      '‘',
      '•',
      '👉',
      'Link:',
      '→',
      '~',
      '…',
      'See:',
      'https://evil.example/→',
      'a.bc/',
      '1.2.3.999/',
      'co.uk/',
    ].flatMap((before) => [`${before}https://paypal.com`, `Here: ${before}https://paypal.com/x’ for you`]),
    ...['//paypal.com', 'Go to //paypal.com now', 'https:// paypal.com', 'https:∕∕paypal.com', 'https:\\\\paypal.com'],
    ...['https://ann@paypal.com/', 'Visit:www.paypal.com—now', 'https://evil.example,https://paypal.com'],
    ...['paypal.com →', '→ paypal.com', '• paypal.com', '*paypal.com*', 'paypal.com—login', 'paypal.com⁄login'],
    ...['paypal.com paypal.com', 'paypal.com (paypal.com)', 'paypal.com | evil.example', 'mailto:ann@paypal.com'],
  ])('about %j, which leads elsewhere', (text) => {
    expect(check('https://evil.example/x', text)?.warnings).toContainEqual({
      kind: 'other-host-in-text',
      host: expect.stringMatching(/^(?:www\.)?paypal\.com$/),
    });
    expect(
      kinds('https://www.paypal.com/x', text.replaceAll(/evil\.example|a\.bc|1\.2\.3\.999|co\.uk/g, 'paypal.com')),
    ).toEqual([]);
  });

  test.each(['https://a.example/', 'mailto:ann@a.example'])('where %s shows more than is known of it', (href) => {
    expect(checkLink(href, 'x', { ...context, isCut: true })).toMatchObject({
      warnings: [{ kind: 'text-too-long' }],
      mustConfirm: true,
    });
    expect(checkLink(href, 'x', { ...context, isCut: false })?.mustConfirm).toBe(false);
  });

  test('where what nobody sees comes before the host, however long', () => {
    expect(kinds('https://evil.example/', `${'\u200b'.repeat(1_000)}https://paypal.com`)).toEqual([
      'other-host-in-text',
    ]);
  });

  test('where the sender is doubtful', () => {
    expect(checkLink('https://a.example/', '', { ...context, isDoubtful: true })).toMatchObject({
      warnings: [{ kind: 'doubtful-sender' }],
      mustConfirm: true,
    });
  });
});

describe('what is shown', () => {
  test.each([
    ['https://www.example.com/a?b#c', 'https://www.', 'example.com', '/a?b#c'],
    ['HTTPS://EXAMPLE.com:443', 'https://', 'example.com', ''],
    ['https://user:secret@example.com/', 'https://…@', 'example.com', ''],
    ['https://example.com:8443/x', 'https://', 'example.com', ':8443/x'],
    ['https://аррӏе.com/', 'https://', 'xn--80ak6aa92e.com', ''],
    ['https://example.com/\u202e\u200bx', 'https://', 'example.com', '/%E2%80%AE%E2%80%8Bx'],
    ['http://192.0.2.1/', 'http://', '192.0.2.1', ''],
    ['mailto:ann@mail.example.com', 'mailto:ann@mail.', 'example.com', ''],
    ['mailto:ann@example.com,bob@example.com', 'mailto:ann@', 'example.com', ', …'],
  ])('of %s', (href, before, host, after) => {
    expect(check(href)?.display).toEqual({ before, host, after });
  });

  test('is short, and what somebody registered is never cut', () => {
    const url = `https://${'paypal.com.'.repeat(15)}evil.example/${'x'.repeat(5_000)}`;
    const { before, host, after } = check(url)?.display ?? { before: '', host: '', after: '' };
    expect(host).toBe('evil.example');
    expect(before.length + after.length).toBeLessThan(200);
    expect(check(url)?.url).toBe(url);
  });
});

describe('a mail link is built anew', () => {
  test.each([
    ['mailto:a@b.example?attach=/etc/passwd&subject=x', 'mailto:a@b.example?subject=x'],
    ['mailto:a@b.example?Subject=a%0D%0ABcc:x@y.example', 'mailto:a@b.example?subject=a%20Bcc%3Ax%40y.example'],
    [
      'mailto:a@b.example?in-reply-to=x&cc=c@d.example&bcc=e@f.example',
      'mailto:a@b.example?cc=c@d.example&bcc=e@f.example',
    ],
    ['mailto:?to=a@b.example&subject=1+1', 'mailto:a@b.example?subject=1%2B1'],
    ['mailto:a@b.example?body=1%0A2%00', 'mailto:a@b.example?body=1%0D%0A2'],
    ['mailto:%22a%20-x%22@b.example,c@d.example', 'mailto:c@d.example'],
    ['mailto:%ff%zz@b.example', 'mailto:%25ff%25zz@b.example'],
    ['mailto:', 'mailto:'],
  ])('%s', (href, url) => {
    expect(check(href)?.url).toBe(url);
  });
});

test('whatever the link, it leaves only as http, https or mailto, and is the same when looked at again', () => {
  const piece = fc.constantFrom(
    'http',
    's',
    ':',
    '/',
    '//',
    '@',
    '\\',
    '.',
    'a.example',
    '%00',
    '\n',
    '\u202e',
    'mailto:',
    '?',
    '&',
    '=',
    'а',
    '#',
    '[',
    ']',
    ':80',
  );
  const href = fc.oneof(
    fc.array(piece, { maxLength: 20 }).map((all) => all.join('')),
    fc.webUrl(),
    fc.string({ unit: 'binary' }),
  );
  fc.assert(
    fc.property(href, fc.string({ unit: 'grapheme' }), (written, text) => {
      const link = checkLink(written, text, context);
      if (!link) return;
      expect(new URL(link.url).protocol).toMatch(/^(?:https?|mailto):$/);
      expect(checkLink(link.url, text, context)?.url).toBe(link.url);
      expect(`${link.display.before}${link.display.after}`).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/u);
    }),
    { numRuns: 1_000 },
  );
});
