// The bytes of a part, out of Gmail's replies: in place, by an id, or only in the message as it was sent. Runs in the
// reading worker: a reply can be as large as mail may be.
import * as z from 'zod/mini';
import { cutDeepParts } from './depth.ts';
import { isBody } from './parts.ts';
import { partOfRaw } from './raw-part.ts';
import { lenientMessage, type WirePart, wireAttachment } from './wire.ts';

export type FoundPart =
  | { readonly state: 'bytes'; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly state: 'by-id'; readonly attachmentId: string }
  | { readonly state: 'in-raw' };

const wireRaw = z.object({ raw: z.string() });

function partNamed(part: WirePart, partId: string): WirePart | undefined {
  if ((part.partId ?? '') === partId) return part;
  for (const child of part.parts) {
    const found = partNamed(child, partId);
    if (found) return found;
  }
  return undefined;
}

const bytesOf = (base64url: string): FoundPart => ({
  state: 'bytes',
  // A copy of its own: small buffers are slices of a pool, which can't be handed to another thread.
  bytes: new Uint8Array(Buffer.from(base64url, 'base64url')),
});

/** `reply`: messages.get. undefined where the message has no such part; throws for what is no message. */
export function findPart(reply: unknown, partId: string): FoundPart | undefined {
  cutDeepParts(reply);
  const { payload } = lenientMessage.parse(reply);
  const part = payload && partNamed(payload, partId);
  if (!part) return undefined;
  if (part.body?.data !== undefined) return bytesOf(part.body.data);
  if (part.body?.attachmentId) return { state: 'by-id', attachmentId: part.body.attachmentId };
  return isBody(part) && !part.body?.size ? bytesOf('') : { state: 'in-raw' };
}

/** `reply`: attachments.get. Throws for what is none. */
export const readAttachment = (reply: unknown): FoundPart => bytesOf(wireAttachment.parse(reply).data);

/** `reply`: messages.get with `format=raw`. `partId` null: all of it. Throws for what is none. */
export function readRaw(reply: unknown, partId: string | null): FoundPart | undefined {
  const whole = bytesOf(wireRaw.parse(reply).raw);
  if (partId === null || whole.state !== 'bytes') return whole;
  const part = partOfRaw(whole.bytes, partId);
  return part && { state: 'bytes', bytes: new Uint8Array(part) };
}
