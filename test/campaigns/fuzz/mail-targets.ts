// What reads mail: bodies, file names, attributions, senders, links, pictures, calendars, and what goes between the frames.
import path from 'node:path';
import fc from 'fast-check';
import { parseAddresses } from '../../../electron/gmail/addresses.ts';
import { stripTags } from '../../../electron/gmail/html-strip.ts';
import { htmlToText } from '../../../electron/gmail/html-text.ts';
import { linkedFiles } from '../../../electron/gmail/linked-files.ts';
import {
  headerRole,
  isAttribution,
  isForwardMark,
  isHeaderBlock,
  isOriginalMark,
  plainLine,
} from '../../../electron/mail/attribution.ts';
import { authenticationOf } from '../../../electron/mail/authentication.ts';
import { calendarCards } from '../../../electron/mail/calendar.ts';
import { cleanLine, cleanLines } from '../../../electron/mail/characters.ts';
import { dangerOf } from '../../../electron/mail/file-dangers.ts';
import { kindOf } from '../../../electron/mail/file-kinds.ts';
import { numberedName, safeName } from '../../../electron/mail/file-names.ts';
import { parseFromFrame, parseToFrame } from '../../../electron/mail/frame.ts';
import { normalHost, readHost, registrableDomain } from '../../../electron/mail/hosts.ts';
import { identityWarnings } from '../../../electron/mail/identity.ts';
import { checkLink } from '../../../electron/mail/links.ts';
import { createMboxQuoting, separatorLine } from '../../../electron/mail/mbox.ts';
import { isFileName, parseFromPdf, parseToPdf } from '../../../electron/mail/pdf-frame.ts';
import { readPicture } from '../../../electron/mail/picture-kinds.ts';
import { plainBody } from '../../../electron/mail/plain-text.ts';
import { cleanEmail, cleanName } from '../../../electron/mail/shown-names.ts';
import { isTracker } from '../../../electron/mail/trackers.ts';
import { attributionExamples } from '../../unit/mail/attribution-examples.ts';
import { anyValue, bytes, nearly, textOf } from './inputs.ts';
import { claim, type Target, target } from './target.ts';

export const bodyPieces = [
  ...[
    '\n',
    '\n',
    '> ',
    '>> ',
    '>',
    '-- \n',
    ' ',
    ' \n',
    'http://',
    'https://a.example/?',
    'www.',
    'ann@example.org',
    '(',
    ')',
    '<',
    '>',
  ],
  ...[
    'word',
    'On Mon wrote:',
    '-----Original Message-----',
    'From: ',
    'Sent: ',
    'Von: ',
    'Am 5.1. schrieb Ann:',
    '____',
    '*',
  ],
];
export const htmlPieces = [
  ...[
    '<',
    '>',
    '</',
    '/>',
    '<div>',
    '</div>',
    '<p',
    ' class="',
    '"',
    "'",
    '=',
    '<!--',
    '-->',
    '<![CDATA[',
    '<script>',
    '<style>',
  ],
  ...[
    '</script',
    '<table>',
    '<td>',
    '<br>',
    '<a href="',
    '&amp;',
    '&#x0;',
    '&',
    ';',
    '<img src=',
    '<svg>',
    '<math>',
    'text',
    ' ',
  ],
];
export const linkPieces = [
  ...[
    'http:',
    'https:',
    '//',
    '/',
    '\\',
    '@',
    ':',
    '?',
    '#',
    '%',
    '%00',
    '%2e',
    'xn--',
    'mailto:',
    'javascript:',
    'data:',
    'file:',
  ],
  ...['example.org', 'аррӏе.com', '127.0.0.1', '[::1]', '.', '..', '&', '=', 'subject=', 'to=', ' ', '0x7f', '☃', '。'],
];
export const namePieces = [
  ...[
    'a',
    'report',
    '.',
    '..',
    '/',
    '\\',
    ':',
    '.pdf',
    '.exe',
    '.lnk',
    '.tar.gz',
    'CON',
    'nul',
    'COM1',
    ' ',
    '~',
    '$',
    '%',
    '"',
  ],
  ...[
    '|',
    '?',
    '*',
    '\u202e',
    'fdp.',
    'x'.repeat(120),
    '文',
    '.\u200b',
    ';',
    '-',
    '_',
    '(1)',
    'desktop.ini',
    '.DS_Store',
  ],
];
export const addressPieces = [
  ...[
    'ann',
    '@',
    'example.org',
    '<',
    '>',
    '"',
    ',',
    ';',
    ':',
    '(',
    ')',
    '\\',
    ' ',
    'Group:',
    '=?utf-8?B?',
    '?=',
    '.',
    '\n ',
    '[1.2.3.4]',
  ],
];
export const calendarPieces = [
  ...[
    'BEGIN:VCALENDAR\n',
    'END:VCALENDAR\n',
    'BEGIN:VEVENT\n',
    'END:VEVENT\n',
    'BEGIN:VTIMEZONE\n',
    'TZID:X\n',
    'METHOD:REQUEST\n',
  ],
  ...[
    'DTSTART:20260105T100000Z\n',
    'DTSTART;TZID=X:20260105T100000\n',
    'DTEND:',
    'RRULE:FREQ=SECONDLY;COUNT=1000000\n',
    'UID:1\n',
  ],
  ...[
    'RRULE:FREQ=YEARLY;BYDAY=-53MO\n',
    'SUMMARY:',
    'ATTENDEE;CN="',
    'ORGANIZER:mailto:',
    '\n ',
    ';',
    ':',
    '"',
    '=',
    'DURATION:P',
    '-1W',
  ],
];

const languages = ['en', 'fa'];

function sender([value, name, email]: readonly [string, string, string]): void {
  const headers = [
    { name: 'Authentication-Results', value },
    { name: 'Sender', value },
    { name: 'Reply-To', value },
  ];
  const message = { headers, from: [{ name, email }], replyTo: parseAddresses(value), labelIds: [] };
  authenticationOf(message);
  for (const warning of identityWarnings(message, languages)) claim(warning.kind !== undefined, 'a warning of no kind');
  cleanName(name);
  cleanEmail(email);
}

function fileName(name: string): void {
  for (const safe of [safeName(name), numberedName(safeName(name), 2)]) {
    claim(safe !== '' && Buffer.byteLength(safe) <= 255, 'a name that no disk takes');
    claim(path.win32.dirname(path.win32.resolve('C:\\chosen', safe)) === 'C:\\chosen', 'a name leaves its folder');
    claim(path.posix.dirname(path.posix.resolve('/chosen', safe)) === '/chosen', 'a name leaves its folder');
  }
  claim(safeName(safeName(name)) === safeName(name), 'a safe name is not safe');
  dangerOf(name, name);
  kindOf(name, name);
}

function link([href, text]: readonly [string, string]): void {
  for (const isDoubtful of [false, true]) {
    const checked = checkLink(href, text, { languages, isDoubtful });
    if (checked) claim(/^(?:https?|mailto):/.test(checked.url), 'a link of another scheme leaves');
  }
  isTracker(href);
  registrableDomain(href);
  const host = normalHost(href);
  if (host !== undefined) readHost(host, languages);
}

function attribution(line: string): void {
  plainLine(line);
  isAttribution(line);
  isOriginalMark(line);
  isForwardMark(line);
  headerRole(line);
  isHeaderBlock([line, line, '']);
}

const frameExamples: readonly unknown[] = [
  { kind: 'height', height: 100 },
  { kind: 'link', href: 'https://example.org', texts: ['x'], cut: false },
  { kind: 'hover', href: null },
  { kind: 'found', count: 2, top: 10 },
  { kind: 'find', text: 'x', index: 0 },
  { kind: 'blocked', pictures: 1, trackers: 0, hosts: ['a.example'], urls: ['https://a.example/'] },
  { kind: 'shown', cut: [], hidden: false, folded: true },
  { kind: 'key', key: 'a', code: 'KeyA', ctrlKey: false, metaKey: false, altKey: false, shiftKey: false },
  {
    kind: 'show',
    html: '<p>',
    related: [],
    pictures: [],
    colours: 'adapted',
    dark: true,
    palette: {},
    zoom: 1,
    fits: true,
    marks: [],
  },
  { kind: 'file', name: 'a.ttf', bytes: null },
];

export const mailTargets: readonly Target[] = [
  target('bodies as text', 350, fc.tuple(textOf(bodyPieces), fc.boolean(), fc.boolean()), ([text, flowed, delSp]) => {
    plainBody(text, { flowed, delSp }, { isFirst: flowed, subject: text.slice(0, 20) });
  }),
  target('bodies as HTML', 150, textOf(htmlPieces), (html) => {
    htmlToText(html);
    stripTags(html);
    linkedFiles(html);
  }),
  target('attributions', 350, textOf([...attributionExamples.map(([, line]) => line), ...bodyPieces], 6), attribution),
  target('file names', 100, textOf(namePieces, 12), fileName),
  target('links', 250, fc.tuple(textOf(linkPieces, 12), textOf(linkPieces, 4)), link),
  target('senders', 150, fc.tuple(textOf(addressPieces), textOf(addressPieces, 8), textOf(addressPieces, 8)), sender),
  target('lines of characters', 300, textOf(['a', ' ', '\n', 'ب']), (text) => {
    cleanLine(text, 20);
    cleanLines(text, 20);
  }),
  target('calendars', 60, textOf(calendarPieces), (text) => {
    calendarCards(text);
    calendarCards(`BEGIN:VCALENDAR\nBEGIN:VEVENT\n${text}\nEND:VEVENT\nEND:VCALENDAR`);
  }),
  target(
    'pictures',
    500,
    bytes([
      [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
      [0xff, 0xd8, 0xff],
      [0x47, 0x49, 0x46, 0x38, 0x39, 0x61],
      [0x52, 0x49, 0x46, 0x46, 0, 0, 0, 0, 0x57, 0x45, 0x42, 0x50],
      [0x42, 0x4d],
      [0, 0, 1, 0],
      [0, 0, 0, 0x20, 0x66, 0x74, 0x79, 0x70, 0x61, 0x76, 0x69, 0x66],
    ]),
    (picture) => void readPicture(picture),
  ),
  target(
    'mbox',
    200,
    fc.tuple(
      bytes([
        [0x46, 0x72, 0x6f, 0x6d, 0x20],
        [0x3e, 0x46],
      ]),
      fc.string(),
    ),
    ([piece, email]) => {
      separatorLine(email, 0);
      const quoting = createMboxQuoting();
      quoting.push(piece);
      quoting.end();
    },
  ),
  target('words between the frames', 600, fc.oneof(nearly(frameExamples), anyValue), (value) => {
    parseToFrame(value);
    parseFromFrame(value);
    parseToPdf(value);
    parseFromPdf(value);
    isFileName(value);
  }),
];
