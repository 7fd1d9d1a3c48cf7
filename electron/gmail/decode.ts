// The text of a part of Gmail's JSON. Total: bytes that are of no charset give what can be had of them.
import { decodeStrictly, decodeUtf7, guessText } from './charsets.ts';
import { headerOf, isHtml } from './parts.ts';
import type { WirePart } from './wire.ts';

/** As far as a page is looked at for what it says of itself (HTML, section 13.2.3.2). */
const longestPrologue = 1_024;

/** What has bytes that are no ASCII is not that. */
const saysNothing = /^(?:us-)?ascii$/;

/** Of its header, else of the page itself. */
function charsetOf(part: WirePart, bytes: Uint8Array): string | undefined {
  const declared = /charset\s*=\s*"?([^\s";]+)/i.exec(headerOf(part, 'content-type'));
  if (declared || !isHtml(part)) return declared?.[1]?.toLowerCase();
  const prologue = Buffer.from(bytes.subarray(0, longestPrologue)).toString('latin1');
  return /<meta\s[^>]{0,200}charset\s*=\s*["']?([\w-]+)/i.exec(prologue)?.[1]?.toLowerCase();
}

/** Where a letter of two bytes begins in ISO-2022-JP; in UTF-8 nobody writes that. */
const escapes = '\u001b$';

/** ASCII that means something else: seven-bit charsets pass for UTF-8. */
function sevenBit(text: string, charset: string | undefined, bytes: Uint8Array, cut: boolean): string {
  if (text.includes(escapes)) return decodeStrictly('iso-2022-jp', bytes, cut) ?? text;
  return (charset === 'utf-7' ? decodeUtf7(text) : undefined) ?? text;
}

/** The words of a message's headers that say in which language it is written. */
export const besideOf = (root: WirePart | undefined): string =>
  ['subject', 'from', 'to'].map((name) => headerOf(root, name)).join(' ');

/**
 * Gmail transcodes text to UTF-8 but leaves the declared charset as it was, so UTF-8 is tried first. Where none is declared, it
 * is guessed, with what stands `beside`.
 */
export function decodeBody(part: WirePart, data: string | undefined, maxLength: number, beside: string): string {
  // A character takes four bytes at the most, and three bytes are four characters of base64.
  const longest = Math.ceil((maxLength * 4) / 3) * 4;
  if (!data || maxLength <= 0) return '';
  const cut = data.length > longest;
  const bytes = Buffer.from(cut ? data.slice(0, longest) : data, 'base64url');
  const charset = charsetOf(part, bytes);
  const utf8 = decodeStrictly('utf-8', bytes, cut);
  const text =
    utf8 === undefined
      ? ((charset === undefined || saysNothing.test(charset)
          ? guessText(bytes, cut, beside)
          : decodeStrictly(charset, bytes, cut)) ?? new TextDecoder('windows-1252').decode(bytes))
      : sevenBit(utf8, charset, bytes, cut);
  return text.slice(0, maxLength);
}
