// One message with all that can come with one: a doubtful sender, links, pictures, files, an invitation, another message.
import { plainPdf } from './pdf.ts';

/** One red pixel. */
const picture = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8DwHwAFBQIAX8jx0gAAAABJRU5ErkJggg==',
  'base64',
);

interface File {
  readonly type: string;
  readonly filename?: string;
  readonly bytes: string | Uint8Array;
  readonly contentId?: string;
}

function part({ type, filename, bytes, contentId }: File): string {
  return [
    `Content-Type: ${type}`,
    ...(filename ? [`Content-Disposition: ${contentId ? 'inline' : 'attachment'}; filename="${filename}"`] : []),
    ...(contentId ? [`Content-ID: <${contentId}>`] : []),
    'Content-Transfer-Encoding: base64',
    '',
    Buffer.from(bytes).toString('base64').replace(/.{76}/g, '$&\r\n'),
  ].join('\r\n');
}

const html =
  '<p>Hello, see <a href="http://198.51.100.7/login">www.bank.example</a> or <a href="https://harbour.example/news">our news</a>.' +
  ' <img src="cid:logo@example.org" alt="Our logo"></p>';

const invitation = [
  ...['BEGIN:VCALENDAR', 'VERSION:2.0', 'METHOD:REQUEST', 'BEGIN:VEVENT', 'UID:1@example.org'],
  ...['DTSTAMP:20261101T080000Z', 'DTSTART:20261224T180000Z', 'DTEND:20261224T190000Z', 'SUMMARY:Harbour supper'],
  ...['LOCATION:The old boathouse', 'ORGANIZER;CN=Amy Harbour:mailto:amy@example.org'],
  ...['ATTENDEE;CN=Sam Porter;PARTSTAT=ACCEPTED:mailto:sam@example.org', 'END:VEVENT', 'END:VCALENDAR', ''],
].join('\r\n');

const forwarded = [
  'From: Roya <roya@example.net>',
  'Subject: The message inside',
  'Date: Tue, 24 Nov 2026 10:00:00 +0000',
  'Content-Type: text/plain; charset=utf-8',
  '',
  'What is said inside.',
].join('\r\n');

export const ladenSubject = 'Everything at once';

export interface Laden {
  /** Of Gmail's own findings; absent: there are none. */
  readonly results?: string;
}

export function ladenMail({ results }: Laden = {}): string {
  const files: readonly File[] = [
    { type: 'text/html; charset=utf-8', bytes: html },
    { type: 'image/png', filename: 'logo.png', bytes: picture, contentId: 'logo@example.org' },
    { type: 'image/png', filename: 'photo.png', bytes: picture },
    { type: 'text/plain; charset=utf-8', filename: 'notes.txt', bytes: 'A note that came as a file.\nسلام' },
    { type: 'application/pdf', filename: 'plan.pdf', bytes: plainPdf() },
    { type: 'application/octet-stream', filename: 'bill.pdf.exe', bytes: 'MZ' },
    { type: 'text/calendar; method=REQUEST; charset=utf-8', bytes: invitation },
  ];
  const bodies = files.map((file) => `--laden\r\n${part(file)}`);
  return [
    ...(results ? [`Authentication-Results: mx.google.com; ${results}`] : []),
    'From: "ceo@bank.example" <someone@elsewhere.example>',
    'Reply-To: <other@third.example>',
    'To: <sam@example.org>',
    `Subject: ${ladenSubject}`,
    'Message-ID: <laden@example.org>',
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed; boundary=laden',
    '',
    ...bodies,
    `--laden\r\nContent-Type: message/rfc822\r\n\r\n${forwarded}`,
    '--laden--',
    '',
  ].join('\r\n');
}
