// Makes Gmail's JSON of a letter: the tree of parts with their ids, headers, snippet and sizes.
// Shapes as in gmail/wire.ts; knows nothing of what the letter says or where it is filed.
import type { WireMessage, WirePart } from '../gmail/wire.ts';
import { escapeText } from './document.ts';
import type { Correspondent, Letter, Part } from './letter.ts';
import { headersOf } from './mailers.ts';
import { mailDate } from './moments.ts';

export interface Postmark {
  readonly id: string;
  readonly threadId: string;
  readonly at: number;
  readonly historyId: string;
  readonly messageId: string;
  readonly inReplyTo?: string;
  readonly references?: string;
  readonly labelIds: string[];
}

type Headers = readonly (readonly [string, string])[];

export function address({ name, email }: Pick<Correspondent, 'name' | 'email'>): string {
  if (name === '') return email;
  return /[,.()"@]/.test(name) ? `"${name}" <${email}>` : `${name} <${email}>`;
}

const addresses = (people: readonly Correspondent[] | undefined): string | undefined =>
  people === undefined || people.length === 0 ? undefined : people.map(address).join(', ');

function encoded(text: string): { size: number; data: string } {
  const bytes = Buffer.from(text.includes('\n') ? text.replaceAll('\n', '\r\n') : text, 'utf8');
  const data = bytes.toString('base64url');
  // Gmail pads its base64url; Node does not.
  return { size: bytes.length, data: data.padEnd(Math.ceil(data.length / 4) * 4, '=') };
}

function contentHeaders(part: Part, partId: string): [string, string][] {
  const named = part.filename === undefined ? '' : `; name="${part.filename}"`;
  const boundary = part.parts === undefined || part.type === 'message/rfc822' ? '' : `; boundary="=_part${partId}_"`;
  const headers: [string, string][] = [['Content-Type', `${part.type}${part.parameters ?? ''}${boundary}${named}`]];
  if (part.text !== undefined) headers.push(['Content-Transfer-Encoding', 'quoted-printable']);
  if (part.size !== undefined) headers.push(['Content-Transfer-Encoding', 'base64']);
  if (part.contentId !== undefined) {
    headers.push(['Content-ID', `<${part.contentId}>`], ['X-Attachment-Id', part.contentId]);
  }
  if (part.filename !== undefined) {
    const disposition = part.contentId === undefined ? 'attachment' : 'inline';
    headers.push(['Content-Disposition', `${disposition}; filename="${part.filename}"`]);
  }
  return headers;
}

/** By message: texts that Gmail gives by an id only, as data by part. Gmail's JSON has no room for them. */
const onDemand = new WeakMap<WireMessage, ReadonlyMap<string, string>>();

/** What there is to be fetched of a message that was made here. */
export const textsOnDemand = (wire: WireMessage): ReadonlyMap<string, string> => onDemand.get(wire) ?? new Map();

/** Counts the bytes of what it makes, so that the message's size can be told. */
class Payload {
  bytes = 1_800;
  readonly onDemand = new Map<string, string>();
  readonly #id: string;

  constructor(id: string) {
    this.#id = id;
  }

  part(part: Part, partId: string, own: Headers): WirePart {
    const headers = [...own, ...contentHeaders(part, partId), ...(part.headers ?? [])];
    return {
      partId,
      mimeType: part.type,
      filename: part.filename ?? '',
      headers: headers.map(([name, value]) => ({ name, value })),
      body: this.#body(part, partId),
      parts: (part.parts ?? []).map((child, i) => this.part(child, partId === '' ? `${i}` : `${partId}.${i}`, [])),
    };
  }

  #body(part: Part, partId: string): { size: number; data?: string; attachmentId?: string } {
    if (part.onDemand !== undefined) this.onDemand.set(partId, Buffer.from(part.onDemand).toString('base64url'));
    if (part.size !== undefined) {
      this.bytes += Math.ceil(part.size * 1.37);
      return { attachmentId: `ANGjdJ9_${this.#id}x${partId.replaceAll('.', '_')}`, size: part.size };
    }
    if (part.text === undefined || part.text === '') return { size: 0 };
    const body = encoded(part.text);
    this.bytes += body.size;
    return body;
  }
}

/** About as long as Gmail's, cut between words where there are spaces. */
function snippetOf(text: string): string {
  const shown = text.slice(0, 400).replace(/\s+/g, ' ').trim();
  if (shown.length <= 200) return escapeText(shown);
  const cut = shown.slice(0, 200);
  const space = cut.lastIndexOf(' ');
  // A surrogate pair must not be halved.
  return escapeText(space > 120 ? cut.slice(0, space) : cut.replace(/[\uD800-\uDBFF]$/, ''));
}

function received(letter: Letter, mark: Postmark): Headers {
  if (mark.labelIds.includes('SENT') || letter.draft === true) return [];
  const domain = letter.from.email.slice(letter.from.email.indexOf('@') + 1);
  const stamp = mailDate(mark.at, -480);
  const verdict =
    letter.spam === true
      ? `spf=fail smtp.mailfrom=${domain}; dmarc=fail (p=NONE) header.from=${domain}`
      : `dkim=pass header.i=@${domain}; spf=pass smtp.mailfrom=${domain}; dmarc=pass (p=REJECT) header.from=${domain}`;
  return [
    ['Delivered-To', letter.to.find(({ email }) => email.startsWith('ada.'))?.email ?? 'ada.lindqvist@example.org'],
    // From one of Google's servers to another.
    ['Received', `by 2002:a05:5::21 with SMTP id ${mark.id.slice(5)}; ${stamp}`],
    ['Return-Path', `<${letter.sender ?? letter.from.email}>`],
    [
      'Received',
      `from out.${domain} (out.${domain}. [192.0.2.${mark.at % 250}]) by mx.google.com with ESMTPS; ${stamp}`,
    ],
    // As Gmail signs it: only then is it believed.
    ['Authentication-Results', `mx.google.com; ${verdict}`],
  ];
}

export function envelope(letter: Letter, mark: Postmark): WireMessage {
  // A message takes some seconds from one server to the other.
  const sentAt = mark.at - 1_000 - (mark.at % 4_000);
  const headers = headersOf(letter, {
    from: address(letter.from),
    to: addresses(letter.to),
    cc: addresses(letter.cc),
    bcc: addresses(letter.bcc),
    subject: letter.subject,
    date: mailDate(sentAt, letter.from.zone),
    'message-id': mark.messageId,
    'in-reply-to': mark.inReplyTo,
    references: mark.references,
    'mime-version': '1.0',
    'reply-to': letter.replyTo,
    sender: letter.sender,
  });
  const payload = new Payload(mark.id);
  const root = payload.part(letter.body, '', [...received(letter, mark), ...headers]);
  const wire: WireMessage = {
    id: mark.id,
    threadId: mark.threadId,
    labelIds: mark.labelIds,
    snippet: snippetOf(letter.text),
    historyId: mark.historyId,
    internalDate: String(mark.at),
    sizeEstimate: payload.bytes,
    payload: root,
  };
  onDemand.set(wire, payload.onDemand);
  return wire;
}
