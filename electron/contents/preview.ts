// Bytes of a part for looking at: text as UTF-8, pictures by what they are, anything else as it is.
import { mostSourceBytes } from '../contract/body.ts';
import { FailureError } from '../contract/failure.ts';
import type { Attachment } from '../contract/model.ts';
import type { Output } from '../contract/requests.ts';
import { readPicture } from '../mail/picture-kinds.ts';
import type { Parts } from './parts.ts';

export const mostPreviewedBytes = 25_000_000;

/** Nobody says in which charset: UTF-8 where it is that, UTF-16 where it says so itself, else what old mail is written in. */
function asUtf8(bytes: Uint8Array): Uint8Array {
  const isUtf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  if (isUtf16) return Buffer.from(new TextDecoder(bytes[0] === 0xff ? 'utf-16le' : 'utf-16be').decode(bytes));
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return bytes;
  } catch {
    return Buffer.from(new TextDecoder('windows-1252').decode(bytes));
  }
}

export type Preview = Output<'attachment.open'>;

/** @throws FailureError `too-large`, or as `parts` */
export async function readPreview(parts: Parts, id: string, file: Attachment): Promise<Preview> {
  if (file.sizeBytes > mostPreviewedBytes) throw new FailureError({ kind: 'too-large' });
  const bytes = await parts.read(id, file.partId, mostPreviewedBytes);
  const picture = readPicture(bytes);
  const mimeType = picture?.mimeType ?? file.mimeType.toLowerCase();
  return { bytes: mimeType.startsWith('text/') ? asUtf8(bytes) : bytes, mimeType };
}

/** RFC 822 as it was sent, one character a byte. */
export async function readSource(parts: Parts, id: string): Promise<Output<'message.source'>> {
  const raw = await parts.raw(id);
  const shown = raw.subarray(0, mostSourceBytes);
  const text = Buffer.from(shown.buffer, shown.byteOffset, shown.byteLength).toString('latin1');
  return { text, cut: raw.length > mostSourceBytes };
}
