// A message of Gmail's made into one of ours: which parts are its text, which are attachments. Decodes, never shows.
// The facts about Gmail's JSON that it relies on were measured on real payloads (see DECISIONS.md).
import { decodeHTML } from 'entities';
import type { Address, LinkedFile, Message } from '../contract/model.ts';
import { parseAddresses } from './addresses.ts';
import { besideOf, decodeBody } from './decode.ts';
import { htmlToText, structuredLength } from './html-text.ts';
import { timeOfId } from './id-time.ts';
import { linkedFiles } from './linked-files.ts';
import { headerOf, headersOf, isBody, isHtml, isMultipart, maxParts, subjectOf, toAttachment } from './parts.ts';
import type { WireMessage, WirePart } from './wire.ts';

/** Characters of text that are kept of one message: a novel. What comes after is cut off. store/save-words.ts indexes all
 *  of it (`mostIndexed`). */
const maxText = 500_000;
/** How much of a part is looked at to see whether it says anything: base64 of some kilobytes. */
const sampleLength = 8_192;
/** What a clock may say: the year 2200. Beyond it dates can't be reckoned with. */
const latest = Date.UTC(2200, 0, 1);

/** Asked at every level of nested alternatives, so it looks at the beginning alone. */
const saysAnything = ({ body }: WirePart) =>
  body?.attachmentId !== undefined ||
  Buffer.from(body?.data?.slice(0, sampleLength) ?? '', 'base64url')
    .toString()
    .trim() !== '';

interface Split {
  /** Parts to read, one after the other. */
  readonly bodies: WirePart[];
  /** The other versions of them. */
  readonly others: WirePart[];
  readonly attachments: WirePart[];
}

/**
 * Of the versions in multipart/alternative the plain one is read if it says anything, else the HTML one.
 * Nothing inside a forwarded message (message/rfc822) is this message's own text.
 */
export function split(root: WirePart): Split {
  const found: Split = { bodies: [], others: [], attachments: [] };
  let count = 0;
  const walk = (part: WirePart): void => {
    if (++count > maxParts) return;
    if (/^message\//i.test(part.mimeType ?? '')) found.attachments.push(part);
    else if (/^multipart\/alternative$/i.test(part.mimeType ?? '')) walkAlternative(part);
    else if (isMultipart(part)) part.parts.forEach(walk);
    else if (isBody(part)) found.bodies.push(part);
    else if (part.filename || part.body?.attachmentId || part.body?.size || part.body?.data)
      found.attachments.push(part);
  };
  const walkAlternative = (part: WirePart): void => {
    const before = found.bodies.length;
    part.parts.forEach(walk);
    const versions = found.bodies.splice(before);
    const plain = versions.filter((version) => !isHtml(version) && saysAnything(version));
    const html = versions.filter(isHtml);
    const isPlain = plain.length > 0 || html.length === 0;
    for (const version of versions) (isHtml(version) === isPlain ? found.others : found.bodies).push(version);
  };
  walk(root);
  return found;
}

interface Text {
  readonly text: string;
  readonly links: ReadonlySet<LinkedFile>;
}

/** The text of all parts in turn, as far as it is kept. A link may stand in the version that is not read. */
function readBodies({ bodies, others }: Split, fetched: ReadonlyMap<string, string>, beside: string): Text {
  const links = new Set<LinkedFile>();
  const decode = (part: WirePart, most: number) => {
    const text = decodeBody(part, part.body?.data ?? fetched.get(part.partId ?? ''), most, beside);
    for (const link of linkedFiles(text)) links.add(link);
    return text;
  };
  let left = maxText;
  let structured = structuredLength;
  const texts = bodies.map((part) => {
    const text = decode(part, left);
    left -= text.length;
    if (!isHtml(part)) return text.replaceAll('\r\n', '\n');
    const read = htmlToText(text, structured);
    structured -= text.length;
    return read;
  });
  let unread = maxText;
  for (const part of others) unread -= decode(part, unread).length;
  return { text: texts.join('\n\n').trimEnd(), links };
}

/** Bodies that Gmail left out because they are large: to be had by their attachment id. */
export function bodiesToFetch(wire: WireMessage): { readonly partId: string; readonly attachmentId: string }[] {
  if (!wire.payload) return [];
  return split(wire.payload).bodies.flatMap(({ partId = '', body }) =>
    body?.attachmentId && body.data === undefined ? [{ partId, attachmentId: body.attachmentId }] : [],
  );
}

/** `fetched` has the data of `bodiesToFetch` by part id. A message without `payload` keeps what else it has. */
export function readMessage(wire: WireMessage, fetched: ReadonlyMap<string, string> = new Map()): Message {
  const { payload } = wire;
  const parts: Split = payload ? split(payload) : { bodies: [], others: [], attachments: [] };
  const { bodies, attachments } = parts;
  const { text, links } = readBodies(parts, fetched, besideOf(payload));
  // A date that is missing or wrong: the id has another, most likely.
  const receivedAt = Number(wire.internalDate ?? timeOfId(wire.id, latest) ?? 0);
  const addresses = (name: string): Address[] => parseAddresses(headerOf(payload, name));
  return {
    id: wire.id,
    threadId: wire.threadId,
    labelIds: wire.labelIds,
    receivedAt: Math.min(Math.max(receivedAt, 0), latest),
    sizeBytes: wire.sizeEstimate,
    snippet: decodeHTML(wire.snippet),
    subject: subjectOf(payload),
    from: addresses('from'),
    to: addresses('to'),
    cc: addresses('cc'),
    bcc: addresses('bcc'),
    replyTo: addresses('reply-to'),
    headers: headersOf(payload).headers,
    text,
    textFrom: bodies.length === 0 ? 'none' : bodies.some(isHtml) ? 'html' : 'plain',
    attachments: attachments.map(toAttachment),
    links: [...links],
  };
}
