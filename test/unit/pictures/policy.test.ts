import { expect, test } from 'vitest';
import type { SenderChoice } from '../../../electron/contract/body.ts';
import type { Message } from '../../../electron/contract/model.ts';
import { mayFetchPictures } from '../../../electron/pictures/policy.ts';
import { message } from '../../support/messages.ts';

const header = (name: string, value: string) => ({ name, value });
const from = [{ name: 'Amy', email: 'amy@x.org' }];
const vouched = header(
  'Authentication-Results',
  'mx.google.com; dkim=pass header.i=@x.org; dmarc=pass header.from=x.org',
);
const doubted = header('Authentication-Results', 'mx.google.com; dmarc=fail header.from=x.org');
const sent = (more: Partial<Message> = {}) => message({ from, headers: [vouched], ...more });
const always: SenderChoice = { pictures: true };

test.each<[string, boolean, Message, 'message' | 'sender', SenderChoice]>([
  ['a message that somebody allowed', true, sent(), 'message', {}],
  ['a message of whom nobody vouches for, once', true, sent({ headers: [] }), 'message', {}],
  ['mail of a sender who is chosen and vouched for', true, sent(), 'sender', always],
  ['mail of a sender who is not chosen', false, sent(), 'sender', {}],
  ['mail of a sender who is chosen against', false, sent(), 'sender', { pictures: false }],
  ['mail of a sender whom nobody vouches for', false, sent({ headers: [doubted] }), 'sender', always],
  ['mail that says itself that it is vouched for', false, sent({ headers: [doubted, vouched] }), 'sender', always],
  ['spam', false, sent({ labelIds: ['SPAM'] }), 'message', {}],
  ['spam of a chosen sender', false, sent({ labelIds: ['SPAM', 'INBOX'] }), 'sender', always],
  [
    'encrypted mail',
    false,
    sent({ headers: [vouched, header('content-type', 'multipart/encrypted; protocol=x')] }),
    'message',
    {},
  ],
  [
    'encrypted mail, S/MIME',
    false,
    sent({ headers: [header('Content-Type', 'application/pkcs7-mime;\r\n smime-type=enveloped-data')] }),
    'message',
    {},
  ],
  [
    'mail around something encrypted',
    false,
    sent({ attachments: [{ partId: '1', filename: '', mimeType: 'application/pgp-encrypted', sizeBytes: 1 }] }),
    'message',
    {},
  ],
  [
    'signed mail',
    true,
    sent({ headers: [header('Content-Type', 'application/pkcs7-mime; smime-type="signed-data"')] }),
    'message',
    {},
  ],
])('%s: %s', (_what, expected, mail, wantedFor, choice) => {
  expect(mayFetchPictures(mail, wantedFor, choice)).toBe(expected);
});
