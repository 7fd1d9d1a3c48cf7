// A message as a tree of parts, with Gmail's part ids. Bodies are decoded only when they are asked for. Total: a broken
// message gives a smaller tree, never an exception. Knows nothing of Gmail's JSON.
import { decodeTransfer } from './mime-body.ts';
import { decodeHeader, firstHeader, type Header, parseHeaders, parseParameters } from './mime-headers.ts';

export interface MimePart {
  /** `""` for the root, then `"0"`, `"0.1"`; what an attached message holds begins at `"1.0"`. */
  readonly partId: string;
  readonly mimeType: string;
  readonly charset: string | undefined;
  /** Decoded; `""` where there is none. */
  readonly filename: string;
  readonly disposition: string;
  readonly headers: readonly Header[];
  readonly parts: readonly MimePart[];
  /** The body with its transfer encoding undone, in its own charset. */
  readonly bytes: () => Buffer;
}

// Deeper than any honest message; a hostile one must not exhaust the stack.
const deepest = 50;

export function parseMime(raw: Buffer): MimePart {
  return parsePart(raw.toString('latin1'), '', 'text/plain', 0);
}

/** Where the header block ends and where the body begins. */
export function splitHead(source: string): { head: string; body: string } {
  const found = /^\r?\n|\r?\n\r?\n/.exec(source);
  if (!found) return { head: source, body: '' };
  return { head: source.slice(0, found.index), body: source.slice(found.index + found[0].length) };
}

function parsePart(source: string, partId: string, typeUnsaid: string, depth: number): MimePart {
  const { head, body } = splitHead(source);
  const headers = parseHeaders(head);
  const type = parseParameters(firstHeader(headers, 'content-type') ?? typeUnsaid);
  const disposition = parseParameters(firstHeader(headers, 'content-disposition') ?? '');
  const mimeType = /^[\w!#$&^.+-]+\/[\w!#$&^.+-]+$/.test(type.value) ? type.value : 'text/plain';
  const encoding = firstHeader(headers, 'content-transfer-encoding') ?? '';
  const filename = disposition.parameters.get('filename') ?? type.parameters.get('name') ?? '';
  const part = {
    partId,
    mimeType,
    charset: type.parameters.get('charset'),
    filename,
    disposition: disposition.value,
    headers,
    bytes: () => decodeTransfer(body, encoding.replace(/\([^)]*\)/g, '').split(';')[0] ?? ''),
  };
  if (depth >= deepest) return { ...part, parts: [] };
  if (mimeType === 'message/rfc822') {
    const inner = /base64|quoted-printable/i.test(encoding) ? part.bytes().toString('latin1') : body;
    return { ...part, filename: '', parts: [parsePart(inner, childId(partId, 0), 'text/plain', depth + 1)] };
  }
  const boundary = type.parameters.get('boundary');
  if (!mimeType.startsWith('multipart/') || !boundary) return { ...part, parts: [] };
  const unsaid = mimeType === 'multipart/digest' ? 'message/rfc822' : 'text/plain';
  const parts = splitParts(body, boundary).map((piece, index) =>
    parsePart(piece, childId(partId, index), unsaid, depth + 1),
  );
  return { ...part, filename: '', parts };
}

function childId(parent: string, index: number): string {
  return parent === '' ? String(index) : `${parent}.${index}`;
}

/** The pieces between the boundary's lines (RFC 2046 section 5.1.1). A last piece without an end counts. */
function splitParts(body: string, boundary: string): string[] {
  const delimiter = `--${boundary}`;
  const pieces: string[] = [];
  let start = -1;
  for (let at = body.indexOf(delimiter); at >= 0; at = body.indexOf(delimiter, at + delimiter.length)) {
    if (at > 0 && body[at - 1] !== '\n') continue;
    const line = /^(--)?[ \t]*(?:\r?\n|$)/.exec(body.slice(at + delimiter.length, at + delimiter.length + 1000));
    // A longer boundary that begins with this one.
    if (!line) continue;
    if (start >= 0) pieces.push(body.slice(start, at).replace(/\r?\n$/, ''));
    start = line[1] ? -1 : at + delimiter.length + line[0].length;
    if (line[1]) break;
  }
  if (start >= 0) pieces.push(body.slice(start));
  return pieces;
}

/** Whether Gmail shows the part as the message's text, with its data in place. Everything else is an attachment. */
export function isText(part: MimePart): boolean {
  return (
    part.mimeType.startsWith('text/') &&
    part.mimeType !== 'text/calendar' &&
    part.filename === '' &&
    part.disposition !== 'attachment'
  );
}

export function isContainer(part: MimePart): boolean {
  return part.mimeType.startsWith('multipart/') || part.mimeType === 'message/rfc822';
}

export function* walk(part: MimePart): Generator<MimePart> {
  yield part;
  for (const child of part.parts) yield* walk(child);
}

/** As `walk`, but not into attached messages: what belongs to the message itself. */
export function* walkOwn(part: MimePart): Generator<MimePart> {
  yield part;
  if (part.mimeType !== 'message/rfc822' || part.partId === '') for (const child of part.parts) yield* walkOwn(child);
}

export function decodedHeaders(part: MimePart): { name: string; value: string }[] {
  return part.headers.map(({ name, value }) => ({ name, value: decodeHeader(value) }));
}
