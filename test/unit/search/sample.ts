// A dozen messages such that every example of the query language finds some and not others. Times are Berlin's.
import type { Label, Message } from '../../../electron/contract/model.ts';
import { message as anyMessage } from '../../support/messages.ts';

export const sampleZone = 'Europe/Berlin';
export const sampleNow = Date.parse('2026-11-22T12:00:00+01:00');
export const ownAddresses = ['john.smith@gmail.com', 'js@work.org'];

const shown = { listVisibility: 'show', messageVisibility: 'show', colour: null } as const;
const system = ['INBOX', 'SENT', 'DRAFT', 'SPAM', 'TRASH', 'UNREAD', 'STARRED', 'IMPORTANT', 'CATEGORY_PROMOTIONS'];
export const sampleLabels: readonly Label[] = [
  ...system.map((id): Label => ({ id, name: id, type: 'system', ...shown })),
  { id: 'L1', name: 'My family', type: 'user', ...shown },
  { id: 'L2', name: 'work', type: 'user', ...shown },
  { id: 'L3', name: 'Urgent', type: 'user', ...shown },
  { id: 'L4', name: 'Receipts', type: 'user', ...shown },
  { id: 'L5', name: 'paid', type: 'user', ...shown },
  { id: 'L6', name: 'Work/Clients', type: 'user', ...shown },
];

const me = { name: 'John', email: 'john.smith@gmail.com' };
const alias = { name: 'John Smith', email: 'JS@work.org' };
const amy = { name: 'Amy Pond', email: 'amy@example.org' };
const bob = { name: 'Bob Stone', email: 'bob@mail.example.org' };
const eve = { name: 'Eve', email: 'eve@example.net' };

const attached = (filename: string) => ({ partId: '1', filename, mimeType: 'application/octet-stream', sizeBytes: 1 });

function message(id: string, receivedAt: string, fields: Partial<Message>): Message {
  const own = { id, threadId: id, labelIds: [], receivedAt: Date.parse(receivedAt), sizeBytes: 2_000 };
  return anyMessage({ ...own, ...fields });
}

/** Newest first. */
export const sample: readonly Message[] = [
  message('tax', '2026-11-21T10:00:00+01:00', {
    from: [amy],
    to: [me],
    subject: 'Tax 2025',
    text: 'The quarterly report is late.',
    labelIds: ['INBOX', 'UNREAD', 'L1'],
    sizeBytes: 600_000,
    attachments: [attached('plan.docx')],
    headers: [{ name: 'Message-ID', value: '<A1@x.org>' }],
  }),
  message('rent', '2026-11-20T12:00:00+01:00', {
    from: [bob],
    to: [{ name: '', email: 'team@example.org' }],
    cc: [{ name: '', email: 'johnsmith+home@googlemail.com' }],
    subject: 'Rent for June',
    text: 'We pay the rent on the first of june.\nA red cat sat there.',
    labelIds: ['INBOX', 'STARRED', 'IMPORTANT'],
  }),
  message('trash', '2026-11-02T12:00:00+01:00', { from: [bob], to: [me], subject: 'Old lamp', labelIds: ['TRASH'] }),
  message('spam', '2026-11-01T12:00:00+01:00', {
    from: [{ name: 'Lamps', email: 'shop@lamps.example' }],
    to: [me],
    subject: 'Unicorn lamp',
    labelIds: ['SPAM'],
  }),
  message('vat', '2026-10-05T08:00:00+02:00', {
    from: [{ name: 'Amy', email: 'amy.b@example.org' }],
    to: [eve],
    subject: 'VAT',
    text: 'dog bird; an unclosed phrase',
    links: ['spreadsheet'],
    labelIds: ['INBOX', 'L6'],
    attachments: [attached('vat.pdf')],
  }),
  message('june', '2026-10-01T00:00:00+02:00', {
    from: [bob],
    to: [me],
    subject: 'House',
    text: 'In june we raise the rent. Dinner and a movie?',
    labelIds: ['INBOX'],
  }),
  message('mine', '2026-09-15T09:00:00+02:00', {
    from: [alias],
    to: [bob],
    bcc: [eve],
    subject: 'Dinner plans',
    text: 'cat or dog, it is well known. Call 555 1234.',
    labelIds: ['SENT'],
  }),
  message('big', '2026-08-22T12:00:00+02:00', {
    from: [{ name: 'Amelia', email: 'amy@example.org.uk' }],
    to: [me],
    cc: [bob],
    subject: 'late invoice',
    labelIds: ['INBOX', 'L4', 'L5'],
    sizeBytes: 11_000_000,
    attachments: [attached('photo.JPG')],
  }),
  message('lamp', '2026-03-29T23:30:00+02:00', {
    from: [{ name: 'Zoë', email: 'zoe@example.net' }],
    to: [me],
    subject: 'Lamp',
    text: 'Pi is 3.14 at 10:30. 東京大学で会いましょう',
    labelIds: ['UNREAD'],
  }),
  message('final', '2026-01-05T00:00:00+01:00', {
    from: [{ name: 'Carol', email: 'carol@example.com' }],
    to: [me],
    subject: 'Final report',
    text: 'I am out of office.',
    labelIds: ['L2', 'L3'],
    attachments: [attached('scan_01.png')],
  }),
  message('draft', '2026-01-04T23:59:59.999+01:00', {
    from: [alias],
    to: [amy],
    subject: 'Draft: final',
    labelIds: ['DRAFT'],
  }),
  message('list', '2025-11-22T11:59:00+01:00', {
    from: [{ name: 'Dan', email: 'dan@lists.example.org' }],
    to: [{ name: '', email: 'dev@lists.example.org' }],
    subject: 'late news',
    text: 'The invoice, https://example.org/a and foo:bar.',
    labelIds: ['INBOX', 'L4', 'CATEGORY_PROMOTIONS'],
    headers: [
      { name: 'List-Id', value: 'Our "Dev" list <dev.lists.example.org>' },
      { name: 'Delivered-To', value: 'me+shop@example.org' },
    ],
  }),
];
