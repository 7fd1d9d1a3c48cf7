// The text of a part of Gmail's JSON. Total: bytes that are of no charset give what can be had of them.
import { headerOf } from './parts.ts';
import type { WirePart } from './wire.ts';

function charsetOf(part: WirePart): string {
  return /charset\s*=\s*"?([^\s";]+)/i.exec(headerOf(part, 'content-type'))?.[1] ?? 'windows-1252';
}

/** `cut`: the bytes may end within a character. */
function decodeWith(charset: string, bytes: Uint8Array, cut: boolean): string | undefined {
  try {
    return new TextDecoder(charset, { fatal: true }).decode(bytes, { stream: cut });
  } catch {
    return undefined; // an unknown charset, or bytes that are not of it
  }
}

/** Gmail transcodes text to UTF-8 but leaves the declared charset as it was, so UTF-8 is tried first. */
export function decodeBody(part: WirePart, data: string | undefined, maxLength: number): string {
  // A character takes four bytes at the most, and three bytes are four characters of base64.
  const longest = Math.ceil((maxLength * 4) / 3) * 4;
  if (!data || maxLength <= 0) return '';
  const cut = data.length > longest;
  const bytes = Buffer.from(cut ? data.slice(0, longest) : data, 'base64url');
  const text =
    decodeWith('utf-8', bytes, cut) ??
    decodeWith(charsetOf(part), bytes, cut) ??
    new TextDecoder('windows-1252').decode(bytes);
  return text.slice(0, maxLength);
}
