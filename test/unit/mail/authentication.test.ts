import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { authenticationOf, isAuthenticated } from '../../../electron/mail/authentication.ts';

const receivedByGmail = {
  name: 'Received',
  value: 'from mail.example.org (mail.example.org. [192.0.2.1]) by mx.google.com with ESMTPS id x; Mon, 5 Jan 2026',
};
const results = (value: string) => ({ name: 'Authentication-Results', value });
const pass = results(
  'mx.google.com; dkim=pass header.i=@example.org header.s=s1 header.b=abc; ' +
    'spf=pass (google.com: domain of bounce@mail.example.org designates 192.0.2.1 as permitted sender) ' +
    'smtp.mailfrom=bounce@mail.example.org; dmarc=pass (p=REJECT sp=REJECT dis=NONE) header.from=example.org',
);

function sent(
  headers: readonly { readonly name: string; readonly value: string }[],
  { email = 'ann@example.org', labelIds = ['INBOX'] }: { readonly email?: string; readonly labelIds?: string[] } = {},
) {
  return { headers, from: [{ name: 'Ann', email }], labelIds };
}

test('what Gmail says of all three is read', () => {
  expect(authenticationOf(sent([receivedByGmail, pass]))).toEqual({
    spf: { verdict: 'pass', domain: 'mail.example.org', aligned: true },
    dkim: { verdict: 'pass', domain: 'example.org', aligned: true },
    dmarc: { verdict: 'pass', domain: 'example.org', aligned: true },
    mark: 'authenticated',
  });
});

describe('the mark', () => {
  test.each([
    ['dmarc=pass header.from=example.org', 'authenticated'],
    ['dkim=pass header.d=example.org', 'authenticated'],
    ['dkim=pass header.i=@mail.example.org', 'authenticated'],
    ['dkim=fail header.d=example.org; dkim=pass header.d=example.org', 'authenticated'],
    ['dkim=pass header.d=mailer.example; dkim=pass header.d=example.org', 'authenticated'],
    ['DKIM=Pass header.D=EXAMPLE.ORG', 'authenticated'],
    ['dkim/1=pass header.d=example.org', 'authenticated'],
    ['dkim=pass header.d=mailer.example', 'unauthenticated'],
    ['dkim=pass header.d=example.org.evil.example', 'unauthenticated'],
    ['dmarc=pass header.from=other.example', 'unauthenticated'],
    ['spf=pass smtp.mailfrom=ann@example.org', 'unauthenticated'],
    ['spf=softfail smtp.mailfrom=ann@example.org', 'unauthenticated'],
    ['dmarc=fail (p=NONE) header.from=example.org', 'failed'],
    ['dkim=pass header.d=example.org; dmarc=fail header.from=example.org', 'failed'],
    ['dkim=none (dkim=pass header.d=example.org)', 'unauthenticated'],
    ['spf=none smtp.mailfrom="a; dkim=pass header.d=example.org"', 'unauthenticated'],
    ['spf=none (a \\) ; dkim=pass header.d=example.org)', 'unauthenticated'],
    ['none', 'unauthenticated'],
    // Whoever owns `evil.example` names a key in it as they like, and Gmail repeats the name.
    [
      'dkim=pass header.i=@example.org(.evil.example header.s=s; dmarc=fail (p=REJECT) header.from=example.org',
      'unauthenticated',
    ],
    [
      'dkim=pass header.i=@example.org(.evil.example; spf=pass (of "a))"@evil.example) smtp.mailfrom=x',
      'unauthenticated',
    ],
    ['dkim=pass header.i=@example.org".evil.example"', 'unauthenticated'],
    ['dkim=pass header.i=@example.org".evil.example; dmarc=fail header.from=example.org', 'unauthenticated'],
    ['dkim=pass header.i=@example.org\\.evil.example', 'unauthenticated'],
    ['dkim=pass header.i=x header.d=example.org @evil.example', 'unauthenticated'],
    ['spf=pass (of "a) ; dmarc=pass header.from=example.org; x= (b"@evil.example) smtp.mailfrom=x', 'unauthenticated'],
    ['spf=pass (of a);dmarc=pass header.from=example.org;x=(@evil.example) smtp.mailfrom=x', 'unauthenticated'],
    ['dmarc=pass header.from=example.org; dmarc=none header.from=example.org', 'unauthenticated'],
    ['dmarc=pass header.from=example.org; dmarc=fail header.from=example.org', 'failed'],
    ['dkim=pass header.i=@example.org; spf=none smtp.mailfrom="a ; (b"@evil.example', 'authenticated'],
  ])('of %s is %s', (said, mark) => {
    expect(authenticationOf(sent([receivedByGmail, results(`mx.google.com; ${said}`)])).mark).toBe(mark);
  });
});

describe('nobody but Gmail is believed', () => {
  test.each([
    ['a header of another server', [results('mx.evil.example; dmarc=pass header.from=example.org')]],
    ['one that pretends to be Gmail below it', [results('mx.evil.example; none'), pass]],
    ['a host that only begins like Gmail', [results('mx.google.com.evil.example; dmarc=pass header.from=example.org')]],
    ['one below what another server received', [{ name: 'Received', value: 'from x by mx.evil.example' }, pass]],
    [
      'one that came with an import',
      [{ name: 'Received', value: 'from 1 by gmailapi.google.com with HTTPREST' }, pass],
    ],
    [
      'one that was copied here with all its headers',
      [{ name: 'Received', value: 'from x by mx.evil.example' }, receivedByGmail, pass],
    ],
    ['none at all', []],
  ])('%s', (_, headers) => {
    expect(authenticationOf(sent(headers)).mark).toBe('unknown');
    expect(isAuthenticated(sent(headers))).toBe(false);
  });

  test.each([
    'by 10.140.178.13 with SMTP id a13cs354079rvf; Fri, 21 Nov 2008 20:05:05 -0800 (PST)',
    'by 2002:a05:6a10:1234:b0:1a2:b3c4 with SMTP id k5csp12345; Mon, 5 Jan 2026 01:02:03 -0800 (PST)',
  ])('while Google hands it on: %s', (value) => {
    expect(authenticationOf(sent([{ name: 'Received', value }, receivedByGmail, pass])).mark).toBe('authenticated');
  });

  test('a forgery below does not change what Gmail says above', () => {
    const none = results('mx.google.com; spf=none smtp.mailfrom=ann@example.org');
    expect(authenticationOf(sent([receivedByGmail, none, pass])).mark).toBe('unauthenticated');
  });

  test.each(['SENT', 'CHAT', 'DRAFT'])('what is labelled %s was never checked', (label) => {
    expect(authenticationOf(sent([receivedByGmail, pass], { labelIds: [label, 'INBOX'] })).mark).toBe('unknown');
  });

  test('of several authors none is authenticated', () => {
    const twice = sent([receivedByGmail, pass, { name: 'From', value: 'a' }, { name: 'from', value: 'b' }]);
    expect(isAuthenticated(twice)).toBe(false);
    const two = {
      ...sent([receivedByGmail, pass]),
      from: [
        { name: '', email: 'ann@example.org' },
        { name: '', email: 'b@b.example' },
      ],
    };
    expect(isAuthenticated(two)).toBe(false);
    expect(isAuthenticated(sent([receivedByGmail, pass]))).toBe(true);
  });
});

test('whatever the header says, it is read', () => {
  const piece = fc.constantFrom(
    'dkim=pass',
    'header.d=',
    'example.org',
    ';',
    '(',
    ')',
    '"',
    '\\',
    ' ',
    'spf',
    '=',
    'dmarc=fail',
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.array(piece).map((all) => all.join('')),
        fc.string(),
      ),
      (said) => {
        authenticationOf(sent([results(`mx.google.com; ${said}`)], { email: said }));
      },
    ),
  );
  expect(authenticationOf(sent([receivedByGmail, results(`mx.google.com; ${'('.repeat(1_000_000)}`)])).mark).toBe(
    'unauthenticated',
  );
});
