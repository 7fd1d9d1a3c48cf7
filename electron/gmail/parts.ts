// What a part of Gmail's JSON says of itself: its headers, its kind, its name. Decodes no body.
import { decodeWords } from 'postal-mime';
import type { Attachment, Header } from '../contract/model.ts';
import { parameterOf } from './parameters.ts';
import type { WirePart } from './wire.ts';

/** More parts than any mail program writes; a message with more is read up to here. */
export const maxParts = 1_000;
/** Fields and characters of headers that are kept of one message. */
const maxFields = 2_000;
const maxHeaderLength = 262_144;

export function headerOf(part: WirePart | undefined, name: string): string {
  // Gmail keeps the sender's spelling of header names.
  return part?.headers.find((header) => header.name.toLowerCase() === name)?.value ?? '';
}

/** More than any subject or name; postal-mime looks through all that it has joined with each word that it joins. */
const longestDecoded = 20_000;

/** Gmail has decoded it, but for what it could not read: broken words give what can be had of them. */
export const decoded = (text: string): string => (text.length > longestDecoded ? text : decodeWords(text));

export const subjectOf = (part: WirePart | undefined): string => decoded(headerOf(part, 'subject'));

/** Those from the top that are kept. */
export function headersOf(part: WirePart | undefined): { readonly headers: readonly Header[]; readonly cut: boolean } {
  const all = part?.headers ?? [];
  let length = 0;
  const from = all.findIndex(({ name, value }, at) => {
    length += name.length + value.length;
    return at >= maxFields || length > maxHeaderLength;
  });
  return { headers: from < 0 ? all : all.slice(0, from), cut: from >= 0 };
}

export const isMultipart = (part: WirePart) => part.parts.length > 0 || /^multipart\//i.test(part.mimeType ?? '');
const isText = (part: WirePart) => /^text\/(plain|html)$/i.test(part.mimeType ?? 'text/plain');
export const isHtml = (part: WirePart) => /^text\/html$/i.test(part.mimeType ?? '');
export const isMessage = (part: WirePart) => /^message\/(rfc822|global)$/i.test(part.mimeType ?? '');
export const isCalendar = (part: WirePart) => /^text\/calendar$/i.test(part.mimeType ?? '');
/** A calendar by another name: mostly the same as the one beside it. */
export const isCalendarFile = (part: WirePart) =>
  /^application\/ics$/i.test(part.mimeType ?? '') || /\.ics$/i.test(part.filename ?? '');

/** A leaf that is read and not saved: text without a file name that nobody declared an attachment. */
export function isBody(part: WirePart): boolean {
  return isText(part) && !part.filename && !/^\s*attachment/i.test(headerOf(part, 'content-disposition'));
}

/** By which HTML shows it. Gmail's own mail has the second header. */
export function contentIdOf(part: WirePart): string {
  const id = headerOf(part, 'content-id') || headerOf(part, 'x-attachment-id');
  return id.trim().replace(/^<(.*)>$/s, '$1');
}

/** Only a piece of what it names, or only where that lies (RFC 2046, sections 5.2.2 and 5.2.3): its name is another's. */
export const isStandIn = (part: WirePart) => /^message\/(?:partial|external-body)$/i.test(part.mimeType ?? '');

function filenameOf(part: WirePart): string {
  if (isStandIn(part)) return '';
  const written =
    part.filename ||
    parameterOf(headerOf(part, 'content-disposition'), 'filename') ||
    parameterOf(headerOf(part, 'content-type'), 'name');
  if (written) return decoded(written).trim();
  const subject = /^message\//i.test(part.mimeType ?? '') ? subjectOf(part.parts[0]) : '';
  return subject && `${subject}.eml`;
}

export function toAttachment(part: WirePart): Attachment {
  return {
    partId: part.partId ?? '',
    filename: filenameOf(part),
    mimeType: part.mimeType ?? 'application/octet-stream',
    sizeBytes: part.body?.size ?? 0,
  };
}
