// Header blocks: unfolding, RFC 2047 encoded words, parameters with RFC 2231. Works on latin1 text, one character per
// byte. Total: whatever stands there, something comes out.
import { decodeText } from './mime-body.ts';

export interface Header {
  readonly name: string;
  /** Unfolded, still encoded; one character per byte. */
  readonly value: string;
}

export interface Parameters {
  /** Lower case, e.g. `text/plain` or `attachment`. */
  readonly value: string;
  readonly parameters: ReadonlyMap<string, string>;
}

/** Splits what stands before the first empty line. The name of a field ends at its colon. */
export function parseHeaders(head: string): Header[] {
  const headers: Header[] = [];
  for (const line of head.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)) {
    const colon = line.indexOf(':');
    const name = line.slice(0, Math.max(colon, 0)).trimEnd();
    // A line that is no field (an mbox "From " line, say) is left out.
    if (colon > 0 && !/[\s]/.test(name)) headers.push({ name, value: line.slice(colon + 1).trim() });
  }
  return headers;
}

export function firstHeader(headers: readonly Header[], name: string): string | undefined {
  return headers.find((header) => header.name.toLowerCase() === name)?.value;
}

export function allHeaders(headers: readonly Header[], name: string): string[] {
  return headers.filter((header) => header.name.toLowerCase() === name).map((header) => header.value);
}

const encodedWord = /=\?([^?\s]+)\?([bq])\?([^?]*)\?=/gi;

/** Decodes a header for reading: encoded words (RFC 2047), and raw bytes as UTF-8 or else windows-1252. */
export function decodeHeader(value: string): string {
  if (!value.includes('=?')) return decodeRaw(value);
  // White space between two encoded words is not shown (section 6.2).
  const joined = value.replace(/(\?=)\s+(?==\?[^?\s]+\?[bq]\?)/gi, '$1');
  let decoded = '';
  let from = 0;
  let pending: { charset: string; bytes: Buffer[] } | undefined;
  const flush = () => {
    if (pending) decoded += decodeText(Buffer.concat(pending.bytes), pending.charset);
    pending = undefined;
  };
  for (const match of joined.matchAll(encodedWord)) {
    const [whole, label = '', encoding = '', payload = ''] = match;
    const charset = (label.split('*')[0] ?? '').toLowerCase();
    // A character may be split over two words of one charset: their bytes are joined before they are decoded.
    if (match.index > from || pending?.charset !== charset) {
      flush();
      decoded += decodeRaw(joined.slice(from, match.index));
    }
    pending ??= { charset, bytes: [] };
    pending.bytes.push(/b/i.test(encoding) ? Buffer.from(payload, 'base64') : decodeQ(payload));
    from = match.index + whole.length;
  }
  flush();
  return decoded + decodeRaw(joined.slice(from));
}

function decodeQ(payload: string): Buffer {
  const text = payload.replace(/_/g, ' ').replace(/=([0-9a-f]{2})/gi, (_, hex: string) => byte(hex));
  return Buffer.from(text, 'latin1');
}

function decodeRaw(value: string): string {
  return /[\x80-\xff]/.test(value) ? decodeText(Buffer.from(value, 'latin1'), undefined) : value;
}

function byte(hex: string): string {
  return String.fromCharCode(Number.parseInt(hex, 16));
}

const parameter = /;\s*([^\s=;"]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"?|([^;]*))/g;

/** Reads `value; name=value; name*0*=charset'lang'value` (RFC 2045 section 5.1, RFC 2231). Names come in lower case. */
export function parseParameters(header: string): Parameters {
  const semicolon = header.indexOf(';');
  const value = (semicolon < 0 ? header : header.slice(0, semicolon))
    .replace(/\([^)]*\)/g, '')
    .trim()
    .toLowerCase();
  const plain = new Map<string, string>();
  const extended = new Map<string, { index: number; encoded: boolean; text: string }[]>();
  for (const [, rawName = '', quoted, bare] of header.matchAll(parameter)) {
    const text = quoted === undefined ? (bare ?? '').trim() : quoted.replace(/\\(.)/g, '$1');
    const [, name = '', index, star] = /^([^*]+)(?:\*(\d+))?(\*)?$/.exec(rawName.toLowerCase()) ?? [];
    if (name === '') continue;
    if (index === undefined && star === undefined) {
      if (!plain.has(name)) plain.set(name, decodeHeader(text));
      continue;
    }
    const pieces = extended.get(name) ?? [];
    pieces.push({ index: Number(index ?? 0), encoded: star !== undefined, text });
    extended.set(name, pieces);
  }
  for (const [name, pieces] of extended) plain.set(name, joinPieces(pieces));
  return { value, parameters: plain };
}

function joinPieces(pieces: readonly { index: number; encoded: boolean; text: string }[]): string {
  let charset: string | undefined;
  const bytes = pieces
    .toSorted((a, b) => a.index - b.index)
    .map(({ encoded, text }, position) => {
      if (!encoded) return text;
      const [, label, rest = text] = (position === 0 && /^([^']*)'[^']*'(.*)$/s.exec(text)) || [];
      if (label) charset = label;
      return rest.replace(/%([0-9a-f]{2})/gi, (_, hex: string) => byte(hex));
    })
    .join('');
  return decodeText(Buffer.from(bytes, 'latin1'), charset);
}
