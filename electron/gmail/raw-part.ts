// One part cut out of a message as it was sent: what Gmail takes apart, as attached messages, it does not give by itself.
// RFC 2046, section 5.1, and Gmail's part ids; total, and bounded by the message's length times the id's.

const mostSteps = 40;

interface Entity {
  readonly type: string;
  readonly encoding: string;
  /** One character a byte. */
  readonly body: string;
}

function readEntity(source: string): Entity {
  const end = /^\r?\n|\r?\n\r?\n/.exec(source);
  const head = end ? source.slice(0, end.index) : source;
  const unfolded = head.replace(/\r?\n[ \t]+/g, ' ');
  const field = (name: string) => new RegExp(`^${name}[ \\t]*:(.*)$`, 'im').exec(unfolded)?.[1]?.trim() ?? '';
  return {
    type: field('content-type'),
    encoding: field('content-transfer-encoding').toLowerCase(),
    body: end ? source.slice(end.index + end[0].length) : '',
  };
}

/** The last piece counts also where its end is missing. */
function pieceOf({ type, body }: Entity, wanted: number): string | undefined {
  const [, quoted, bare] = /boundary\s*=\s*(?:"([^"]+)"|([^\s;]+))/i.exec(type) ?? [];
  const delimiter = `--${quoted ?? bare ?? ''}`;
  if (delimiter === '--') return undefined;
  let piece = -1;
  let start = 0;
  for (let at = body.indexOf(delimiter); at >= 0; at = body.indexOf(delimiter, at + delimiter.length)) {
    if (at > 0 && body[at - 1] !== '\n') continue;
    const line = /^(--)?[ \t]*(?:\r?\n|$)/.exec(body.slice(at + delimiter.length, at + delimiter.length + 1_000));
    if (!line) continue; // of a longer boundary that begins with this one
    if (piece === wanted) return body.slice(start, at).replace(/\r?\n$/, '');
    if (line[1]) return undefined;
    piece++;
    start = at + delimiter.length + line[0].length;
  }
  return piece === wanted ? body.slice(start) : undefined;
}

function decoded({ encoding, body }: Entity): Buffer {
  if (encoding === 'base64') return Buffer.from(body, 'base64');
  if (encoding !== 'quoted-printable') return Buffer.from(body, 'latin1');
  const text = body
    // Tried from where blanks begin, and not from each of a million.
    .replace(/(?<![ \t])[ \t]+(?=\r?\n|$)/g, '')
    .replace(/=\r?\n/g, '')
    .replace(/=([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(text, 'latin1');
}

/** undefined where there is no such part. */
export function partOfRaw(raw: Uint8Array, partId: string): Uint8Array | undefined {
  let entity = readEntity(Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength).toString('latin1'));
  const steps = partId === '' ? [] : partId.split('.').map(Number);
  if (steps.length > mostSteps) return undefined;
  for (const step of steps) {
    const isMessage = /^message\//i.test(entity.type);
    // What an attached message holds is its only child.
    const piece = isMessage ? (step === 0 ? decoded(entity).toString('latin1') : undefined) : pieceOf(entity, step);
    if (piece === undefined) return undefined;
    entity = readEntity(piece);
  }
  return decoded(entity);
}
