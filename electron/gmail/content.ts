// A message of Gmail's as it is to be shown: each place of its text, what stands in its midst, what is attached as a whole.
// Decodes and bounds; cleans nothing and shows nothing.
import type { BodyPart, CalendarPart, Content, NestedMessage, Omission } from '../contract/body.ts';
import { flowOf } from '../contract/body.ts';
import { parseAddresses } from './addresses.ts';
import { besideOf, decodeBody } from './decode.ts';
import { split } from './mime.ts';
import { contentIdOf, headerOf, headersOf, maxParts, subjectOf, toAttachment } from './parts.ts';
import { findPlaces, type Place } from './places.ts';
import type { WireMessage, WirePart } from './wire.ts';

/** Characters of a whole message, attached ones included. */
const mostHtml = 5_000_000;
const mostPlain = 2_000_000;
const mostCalendar = 1_000_000;
/** Messages within messages, and how many of them in all. */
const deepestNested = 5;
const mostNested = 100;

export interface Lacking {
  readonly partId: string;
  readonly attachmentId: string;
}

export interface ContentOptions {
  /** Data by part id, of texts that Gmail left out. */
  readonly fetched: ReadonlyMap<string, string>;
  /** Nothing more will be fetched: what is lacking is not to be had. */
  readonly isLast: boolean;
}

/** What is left of each limit while a message is read, and what was found lacking. */
interface Room extends ContentOptions {
  parts: number;
  nested: number;
  readonly letters: { html: number; plain: number; calendar: number };
  readonly lacking: Lacking[];
  /** What the headers of the message say. */
  readonly beside: string;
}

const empty: Content = { parts: [], related: [], calendars: [], nested: [], omitted: [] };

/** The text of a part; null where it is still to be fetched, or not to be had. */
function read(part: WirePart, kind: keyof Room['letters'], room: Room, omitted: Set<Omission>): string | null {
  const { partId = '', body } = part;
  const data = body?.data ?? room.fetched.get(partId);
  if (data === undefined) {
    if (body?.attachmentId && !room.isLast) room.lacking.push({ partId, attachmentId: body.attachmentId });
    else if (body?.attachmentId || body?.size) omitted.add('not-given');
    else return '';
    return null;
  }
  // One more than there is room for tells whether that is all.
  const text = decodeBody(part, data, room.letters[kind] + 1, room.beside);
  const kept = text.slice(0, room.letters[kind]);
  if (kept.length < text.length) omitted.add('too-long');
  room.letters[kind] -= kept.length;
  return kept;
}

const isBlank = (text: string | null) => text === null || text.trim() === '';

function bodyOf({ html, plain, covered }: Place, room: Room, omitted: Set<Omission>): BodyPart {
  const hypertext = html && read(html, 'html', room, omitted);
  const texts = plain.map((part) => read(part, 'plain', room, omitted)).filter((text) => text !== null);
  const text = texts.join('\n\n').replaceAll('\r\n', '\n');
  const shown = isBlank(hypertext) ? null : hypertext;
  const own = isBlank(text) && (shown !== null || texts.length === 0) ? null : text;
  return {
    partId: (html ?? plain[0])?.partId ?? '',
    html: shown,
    plain: covered ? '' : own,
    ...flowOf(headerOf(plain[0], 'content-type')),
  };
}

function calendarOf(part: WirePart, room: Room, omitted: Set<Omission>): CalendarPart[] {
  const text = read(part, 'calendar', room, omitted);
  return text === null ? [] : [{ partId: part.partId ?? '', text }];
}

/** RFC 5322, section 3.3, as far as V8 reads it. */
function instantOf(date: string): number | null {
  const at = Date.parse(date.slice(0, 200));
  return Number.isNaN(at) ? null : at;
}

function nestedOf(part: WirePart, room: Room, depth: number, omitted: Set<Omission>): NestedMessage[] {
  const [root] = part.parts;
  if (!root) return []; // Gmail has not taken it apart; it is an attachment like any other
  if (depth > deepestNested || --room.nested < 0) {
    omitted.add(depth > deepestNested ? 'too-deep' : 'too-many-parts');
    return [];
  }
  const addresses = (name: string) => parseAddresses(headerOf(root, name));
  const content = contentOf(root, room, depth);
  return [
    {
      ...content,
      partId: part.partId ?? '',
      subject: subjectOf(root),
      from: addresses('from'),
      to: addresses('to'),
      cc: addresses('cc'),
      sentAt: instantOf(headerOf(root, 'date')),
      headers: headersOf(root).headers,
      attachments: split(root).attachments.map(toAttachment),
    },
  ];
}

function contentOf(root: WirePart, room: Room, depth: number): Content {
  const found = findPlaces(root, () => --room.parts >= 0);
  const omitted = new Set(found.omitted);
  if (headersOf(root).cut) omitted.add('too-many-headers');
  const parts = found.places.map((place) => bodyOf(place, room, omitted));
  const calendars = found.calendars.flatMap((part) => calendarOf(part, room, omitted));
  const nested = found.nested.flatMap((part) => nestedOf(part, room, depth + 1, omitted));
  const related = found.related.map((part) => ({
    contentId: contentIdOf(part),
    partId: part.partId ?? '',
    mimeType: part.mimeType ?? 'application/octet-stream',
    sizeBytes: part.body?.size ?? 0,
  }));
  return { parts, related, calendars, nested, omitted: [...omitted] };
}

/** With the texts that are still to be fetched for it. Bounded, whatever the message is made of. */
export function readContent(
  { payload }: WireMessage,
  options: ContentOptions,
): { readonly content: Content; readonly lacking: readonly Lacking[] } {
  const room: Room = {
    ...options,
    parts: maxParts,
    nested: mostNested,
    letters: { html: mostHtml, plain: mostPlain, calendar: mostCalendar },
    lacking: [],
    beside: besideOf(payload),
  };
  const content: Content = payload ? contentOf(payload, room, 0) : { ...empty, omitted: ['no-payload'] };
  return { content, lacking: room.lacking };
}
