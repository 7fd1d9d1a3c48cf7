// How the time of what reads text grows with the text: pieces that make a reader look again and again, repeated. Whoever looks at
// everything twice takes a thousand times longer for each character of a text that is a thousand times as long.
import { performance } from 'node:perf_hooks';
import { parseClientFile } from '../../../electron/auth/client-file.ts';
import { parseAddresses } from '../../../electron/gmail/addresses.ts';
import { stripTags } from '../../../electron/gmail/html-strip.ts';
import { htmlToText } from '../../../electron/gmail/html-text.ts';
import { linkedFiles } from '../../../electron/gmail/linked-files.ts';
import { answer } from '../../../electron/gmail/reading.ts';
import { isAttribution, isHeaderBlock, plainLine } from '../../../electron/mail/attribution.ts';
import { authenticationOf } from '../../../electron/mail/authentication.ts';
import { calendarCards } from '../../../electron/mail/calendar.ts';
import { cleanLine, cleanLines } from '../../../electron/mail/characters.ts';
import { dangerOf } from '../../../electron/mail/file-dangers.ts';
import { safeName } from '../../../electron/mail/file-names.ts';
import { identityWarnings } from '../../../electron/mail/identity.ts';
import { checkLink } from '../../../electron/mail/links.ts';
import { plainBody } from '../../../electron/mail/plain-text.ts';
import { isTracker } from '../../../electron/mail/trackers.ts';
import { addressPieces, bodyPieces, calendarPieces, htmlPieces, linkPieces, namePieces } from './mail-targets.ts';

export interface Growth {
  readonly what: string;
  readonly piece: string;
  /** Ns a character, at each of the lengths. */
  readonly each: readonly number[];
  readonly isTooMuch: boolean;
}

export interface Reading {
  readonly what: string;
  readonly pieces: readonly string[];
  readonly read: (text: string) => unknown;
}

/** Of the longest against the shortest, and nanoseconds a character below which nobody would notice. */
const mostGrowth = 30;
const unnoticedNs = 3_000;
const onlyOnce = 40;

const message = (value: string) => ({
  headers: [
    { name: 'Authentication-Results', value },
    { name: 'Sender', value },
  ],
  from: [{ name: value, email: value }],
  replyTo: [],
  labelIds: [],
});
const body = (flowed: boolean) => (text: string) =>
  plainBody(text, { flowed, delSp: flowed }, { isFirst: false, subject: '' });
const wire = (text: string) =>
  new TextEncoder().encode(
    JSON.stringify({
      id: '1',
      threadId: '1',
      snippet: text,
      payload: { headers: [{ name: text, value: text }], filename: text },
    }),
  ).buffer;

export const readings: readonly Reading[] = [
  { what: 'body', pieces: bodyPieces, read: body(false) },
  { what: 'body, flowed', pieces: bodyPieces, read: body(true) },
  { what: 'HTML', pieces: htmlPieces, read: htmlToText },
  { what: 'tags', pieces: htmlPieces, read: stripTags },
  { what: 'linked files', pieces: [...htmlPieces, ...linkPieces], read: linkedFiles },
  {
    what: 'attribution',
    pieces: bodyPieces,
    read: (text) => [plainLine(text), isAttribution(text), isHeaderBlock([text])],
  },
  { what: 'link', pieces: linkPieces, read: (text) => checkLink(text, text, { languages: ['en'], isDoubtful: true }) },
  { what: 'tracker', pieces: linkPieces, read: isTracker },
  { what: 'file name', pieces: namePieces, read: (text) => [safeName(text), dangerOf(text, text)] },
  { what: 'addresses', pieces: addressPieces, read: parseAddresses },
  {
    what: 'sender',
    pieces: [...addressPieces, 'dkim=pass ', 'spf=pass;', '('],
    read: (text) => [authenticationOf(message(text)), identityWarnings(message(text), ['en'])],
  },
  { what: 'line', pieces: [' ', 'a', '\n', '\u202e'], read: (text) => [cleanLine(text, 100), cleanLines(text, 100)] },
  {
    what: 'calendar',
    pieces: calendarPieces,
    read: (text) => calendarCards(`BEGIN:VCALENDAR\n${text}\nEND:VCALENDAR`),
  },
  {
    what: 'message',
    pieces: ['a', '"', '=?utf-8?B?', '; ', '\u0000', '<'],
    read: (text) => answer({ kind: 'message', id: '1', bytes: wire(text), whole: true }),
  },
  {
    what: 'client file',
    pieces: ['{"a":', '[', '"', ' ', '{"installed":{}}'],
    read: (text) => {
      try {
        parseClientFile(text);
      } catch {
        // A failure of ours: the fuzzing looks at that.
      }
    },
  },
];

function nsPerCharacter(read: Reading['read'], text: string): number {
  let best = Number.POSITIVE_INFINITY;
  // The shortest of some: whatever else the machine did is no time of ours.
  for (let run = 0; run < 3; run++) {
    const at = performance.now();
    read(text);
    best = Math.min(best, performance.now() - at);
    // Once is enough to see that it takes long.
    if (best > onlyOnce) break;
  }
  return (best * 1e6) / text.length;
}

/** `lengths` in characters, the shortest first. */
export function* growth(lengths: readonly number[], of: readonly Reading[] = readings): Generator<Growth> {
  for (const { what, pieces, read } of of)
    for (const piece of pieces) {
      const each = lengths.map((length) =>
        nsPerCharacter(read, piece.repeat(Math.ceil(length / piece.length)).slice(0, length)),
      );
      const [first = 0, last = 0] = [each[0], each.at(-1)];
      yield { what, piece, each, isTooMuch: last > unnoticedNs && last > mostGrowth * first };
    }
}
