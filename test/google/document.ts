// A message as search sees it: its words, addresses and attachments, each worked out when first asked for and kept.
// Knows no query.
import { messageText } from './message-text.ts';
import { isContainer, isText, type MimePart, parseMime, splitHead, walkOwn } from './mime.ts';
import { decodeText } from './mime-body.ts';
import { allHeaders, decodeHeader, type Header, parseHeaders } from './mime-headers.ts';
import { stem, wordLine, wordsOf } from './words.ts';

export type AddressField = 'from' | 'to' | 'cc' | 'bcc';

export interface Envelope {
  readonly subject: string;
  readonly subjectStems: string;
  /** The words of each field's names and addresses. */
  readonly words: Readonly<Record<AddressField, string>>;
  /** Each field's addresses, whole, in lower case. */
  readonly addresses: Readonly<Record<AddressField, ReadonlySet<string>>>;
  readonly deliveredTo: ReadonlySet<string>;
  readonly messageId: string;
  readonly list: string;
}

interface Content {
  /** The addresses of all links, one per line, in lower case. */
  readonly links: string;
  readonly body: string;
  readonly stems: string;
}

interface Attachments {
  readonly any: boolean;
  readonly names: readonly string[];
}

export class SearchDocument {
  readonly #raw: Buffer;
  #envelope: Envelope | undefined;
  #content: Content | undefined;
  #attachments: Attachments | undefined;

  constructor(raw: Buffer) {
    this.#raw = raw;
  }

  get envelope(): Envelope {
    this.#envelope ??= readEnvelope(parseHeaders(splitHead(headOf(this.#raw)).head));
    return this.#envelope;
  }

  get content(): Content {
    if (!this.#content) this.#parse();
    return this.#content as Content;
  }

  get attachments(): Attachments {
    this.#attachments ??= readAttachments(parseMime(this.#raw));
    return this.#attachments;
  }

  #parse(): void {
    const root = parseMime(this.#raw);
    const words = wordsOf(messageText(root));
    this.#content = { links: linksIn(root), body: wordLine(words), stems: wordLine(words.map(stem)) };
    this.#attachments ??= readAttachments(root);
  }
}

function linksIn(root: MimePart): string {
  const sources = [...walkOwn(root)].filter(isText).map((part) => decodeText(part.bytes(), part.charset));
  return (sources.join('\n').match(/https?:\/\/[^\s"'<>]+/gi) ?? []).join('\n').toLowerCase();
}

/** The bytes up to the body, as latin1. */
export function headOf(raw: Buffer): string {
  const crlf = raw.indexOf('\r\n\r\n');
  const lf = raw.indexOf('\n\n');
  const ends = [crlf, lf].filter((at) => at >= 0);
  return raw.toString('latin1', 0, ends.length === 0 ? raw.length : Math.min(...ends) + 4);
}

function readEnvelope(headers: readonly Header[]): Envelope {
  const text = (name: string) => allHeaders(headers, name).map(decodeHeader).join('\n');
  const subject = wordsOf(text('subject'));
  const fields = { from: text('from'), to: text('to'), cc: text('cc'), bcc: text('bcc') };
  const each = <T>(read: (field: string) => T) => ({
    from: read(fields.from),
    to: read(fields.to),
    cc: read(fields.cc),
    bcc: read(fields.bcc),
  });
  return {
    subject: wordLine(subject),
    subjectStems: wordLine(subject.map(stem)),
    words: each((field) => wordLine(wordsOf(field))),
    addresses: each(addressesIn),
    deliveredTo: addressesIn(text('delivered-to')),
    messageId: bareMessageId(text('message-id')),
    list: ['list-id', 'list-post', 'mailing-list'].map((name) => wordLine(wordsOf(text(name)))).join('\n'),
  };
}

function addressesIn(field: string): ReadonlySet<string> {
  return new Set(field.toLowerCase().match(/[^\s<>"(),;:@]+@[^\s<>"(),;:@]+/g) ?? []);
}

export function bareMessageId(text: string): string {
  return text.trim().replace(/^<|>$/g, '').toLowerCase();
}

/** Inline images count: Google's help says so. */
function readAttachments(root: MimePart): Attachments {
  const parts = [...walkOwn(root)].filter((part) =>
    part.mimeType === 'message/rfc822' ? part.partId !== '' : !isContainer(part) && !isText(part),
  );
  return { any: parts.length > 0, names: parts.map((part) => part.filename).filter(Boolean) };
}
