import { expect, test } from 'vitest';
import { unopenedOf } from '../../../electron/mail/unopened.ts';

test.each([
  ['application/pkcs7-mime', 'smime.p7m', ['s-mime']],
  ['application/x-pkcs7-mime', '', ['s-mime']],
  ['application/octet-stream', 'smime.P7M', ['s-mime']],
  ['application/pgp-encrypted', '', ['open-pgp']],
  ['application/ms-tnef', 'x', ['tnef']],
  ['application/vnd.ms-tnef', '', ['tnef']],
  ['application/octet-stream', 'WINMAIL.DAT', ['tnef']],
  ['message/partial', '', ['piece']],
  ['message/external-body', '', ['elsewhere']],
  ['application/pkcs7-mime', 'sealed message.p7m', ['s-mime']],
  // Its text stands beside these, and certificates and signed files are no message.
  ['application/pkcs7-mime', 'invoice.xml.p7m', []],
  ['application/octet-stream', 'contract.PDF.P7M', []],
  ['application/pkcs7-signature', 'smime.p7s', []],
  ['application/pgp-signature', 'signature.asc', []],
  ['application/pkcs7-mime', 'chain.p7c', []],
  ['message/rfc822', 'a.eml', []],
  ['application/pdf', 'a.pdf', []],
])('of %s named %j is said %j', (mimeType, filename, expected) => {
  expect(unopenedOf([{ mimeType, filename }])).toEqual(expected);
});

test('each is said once', () => {
  const sealed = { mimeType: 'application/pkcs7-mime', filename: 'smime.p7m' };
  expect(unopenedOf([sealed, { mimeType: 'message/partial', filename: '' }, sealed])).toEqual(['s-mime', 'piece']);
});
