// Parameters of a header, as mail programs split and encode them: RFC 2045 section 5.1, RFC 2231. Gmail reads the names of
// files itself; this is for where it gives none. Total.
import { decodeStrictly } from './charsets.ts';

/** More than any name of a file with all that is said beside it. */
const longest = 20_000;
const parameter = /;\s*([^\s=;"*]+)(?:\*(\d{1,4}))?(\*)?\s*=\s*(?:"((?:[^"\\]|\\.)*)"?|([^;]*))/g;

interface Piece {
  readonly at: number;
  readonly encoded: boolean;
  readonly text: string;
}

function decoded(text: string, charset: string): string {
  const bytes = Buffer.from(
    text.replace(/%([0-9a-f]{2})|[^\0-\xff]/gi, (_, hex?: string) =>
      hex === undefined ? '?' : String.fromCharCode(Number.parseInt(hex, 16)),
    ),
    'latin1',
  );
  const known = charset === '' ? undefined : decodeStrictly(charset, bytes, false);
  return known ?? decodeStrictly('utf-8', bytes, false) ?? new TextDecoder('windows-1252').decode(bytes);
}

/** A letter may be split over two pieces: what is encoded is joined before it is decoded. */
function joined(pieces: readonly Piece[]): string {
  const inOrder = pieces.toSorted((one, other) => one.at - other.at);
  const [, charset = '', first] = /^([^']*)'[^']*'(.*)$/s.exec(inOrder[0]?.encoded ? inOrder[0].text : '') ?? [];
  let result = '';
  let run = '';
  for (const [index, { encoded, text }] of inOrder.entries()) {
    const own = index === 0 ? (first ?? text) : text;
    if (encoded) run += own;
    else {
      result += decoded(run, charset) + own;
      run = '';
    }
  }
  return result + decoded(run, charset);
}

/** Empty where it is not there. Encoded words (RFC 2047) stay as they are. `name`: in lower case. */
export function parameterOf(header: string, name: string): string {
  let plain = '';
  const pieces: Piece[] = [];
  for (const [, written = '', at, star, quoted, bare = ''] of header.slice(0, longest).matchAll(parameter)) {
    if (written.toLowerCase() !== name) continue;
    const text = quoted === undefined ? bare.trim() : quoted.replace(/\\(.)/g, '$1');
    if (at === undefined && star === undefined) plain ||= text;
    else pieces.push({ at: Number(at ?? 0), encoded: star !== undefined, text });
  }
  return pieces.length > 0 ? joined(pieces) : plain;
}
