// What a part of Gmail's JSON says of itself: its headers, its kind, its name. Decodes no text.
import type { Attachment, Header } from '../contract/model.ts';
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

export function toAttachment(part: WirePart): Attachment {
  const contentType = /name\s*=\s*"?([^";]+)/i.exec(headerOf(part, 'content-type'))?.[1];
  const subject = /^message\//i.test(part.mimeType ?? '') ? headerOf(part.parts[0], 'subject') : '';
  return {
    partId: part.partId ?? '',
    filename: part.filename || contentType?.trim() || (subject && `${subject}.eml`),
    mimeType: part.mimeType ?? 'application/octet-stream',
    sizeBytes: part.body?.size ?? 0,
  };
}
