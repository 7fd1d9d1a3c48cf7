// A stored message as Gmail's JSON, in each of its formats. Knows no route.
import type { Mailbox, StoredMessage } from './mailbox.ts';
import { decodedHeaders, isContainer, isText, type MimePart } from './mime.ts';
import { decodeText } from './mime-body.ts';

export type Format = 'full' | 'metadata' | 'minimal' | 'raw';

export interface RenderOptions {
  readonly format: Format;
  /** Empty: all. Used by `metadata` only. */
  readonly metadataHeaders: readonly string[];
  readonly attachmentId: (partId: string) => string;
}

/** A body that is larger is fetched like an attachment. */
export const largestInlineBytes = 1_000_000;

export function messageJson(mailbox: Mailbox, message: StoredMessage, options: RenderOptions): Record<string, unknown> {
  return {
    id: message.id,
    threadId: message.threadId,
    // An empty list is absent, as everywhere in Google's JSON.
    ...(message.labelIds.size > 0 ? { labelIds: [...message.labelIds] } : {}),
    snippet: mailbox.snippet(message),
    ...payload(mailbox, message, options),
    sizeEstimate: message.sizeEstimate,
    historyId: String(message.historyId),
    internalDate: String(message.internalDate),
  };
}

function payload(mailbox: Mailbox, message: StoredMessage, options: RenderOptions): Record<string, unknown> {
  switch (options.format) {
    case 'minimal':
      return {};
    case 'raw':
      return { raw: message.raw.toString('base64url') };
    case 'metadata': {
      const root = mailbox.parsed(message);
      const wanted = options.metadataHeaders.map((name) => name.toLowerCase());
      const headers = decodedHeaders(root).filter(
        ({ name }) => wanted.length === 0 || wanted.includes(name.toLowerCase()),
      );
      return { payload: { mimeType: root.mimeType, ...(headers.length > 0 ? { headers } : {}) } };
    }
    case 'full':
      return { payload: partJson(mailbox.parsed(message), options) };
  }
}

function partJson(part: MimePart, options: RenderOptions): Record<string, unknown> {
  const headers = decodedHeaders(part);
  return {
    partId: part.partId,
    mimeType: part.mimeType,
    filename: part.filename,
    ...(headers.length > 0 ? { headers } : {}),
    body: bodyJson(part, options),
    ...(part.parts.length > 0 ? { parts: part.parts.map((child) => partJson(child, options)) } : {}),
  };
}

function bodyJson(part: MimePart, options: RenderOptions): Record<string, unknown> {
  if (part.parts.length > 0 || part.mimeType === 'message/rfc822') return { size: 0 };
  const bytes = part.bytes();
  if ((!isText(part) && !isContainer(part)) || bytes.length > largestInlineBytes) {
    return { attachmentId: options.attachmentId(part.partId), size: bytes.length };
  }
  if (bytes.length === 0) return { size: 0 };
  // The size is that of the bytes in their own charset; the data has been transcoded to UTF-8.
  return { size: bytes.length, data: Buffer.from(decodeText(bytes, part.charset)).toString('base64url') };
}
