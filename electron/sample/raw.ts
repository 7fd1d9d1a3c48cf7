// A message of the sample as it might have been sent: RFC 822 with UTF-8 in its headers (RFC 6532), parts in base64. Knows
// neither disk nor Gmail's JSON.
import type { Content } from '../contract/body.ts';
import type { Attachment, Message } from '../contract/model.ts';

type BytesOf = (file: Attachment) => Uint8Array;

const base64Lines = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64').replace(/.{76}/g, '$&\r\n');

function leaf(type: string, bytes: Uint8Array, more: readonly string[] = []): string {
  const head = [`Content-Type: ${type}`, ...more, 'Content-Transfer-Encoding: base64'];
  return `${head.join('\r\n')}\r\n\r\n${base64Lines(bytes)}\r\n`;
}

const text = (subtype: string, value: string) => leaf(`text/${subtype}; charset=utf-8`, Buffer.from(value));

function multipart(subtype: string, name: string, parts: readonly string[]): string {
  const [only] = parts;
  if (only !== undefined && parts.length === 1) return only;
  const boundary = `=_${name}_of_the_sample`;
  const inside = parts.map((part) => `--${boundary}\r\n${part}\r\n`).join('');
  return `Content-Type: multipart/${subtype}; boundary="${boundary}"\r\n\r\n${inside}--${boundary}--\r\n`;
}

/** Versions of one place, with what the HTML shows in its midst. */
function place({ html, plain, partId }: Content['parts'][number]): string {
  const versions = [...(plain === null ? [] : [text('plain', plain)]), ...(html === null ? [] : [text('html', html)])];
  return multipart('alternative', `alternative_${partId}`, versions.length > 0 ? versions : [text('plain', '')]);
}

function fileOf(file: Attachment, content: Content, bytesOf: BytesOf): string {
  const contentId = content.related.find(({ partId }) => partId === file.partId)?.contentId;
  const name = file.filename.replace(/["\\\r\n]/g, '_');
  const disposition = `Content-Disposition: ${contentId === undefined ? 'attachment' : 'inline'}; filename="${name}"`;
  const more = contentId === undefined ? [disposition] : [disposition, `Content-ID: <${contentId}>`];
  return leaf(`${file.mimeType}; name="${name}"`, bytesOf(file), more);
}

type Written = Pick<Message, 'headers' | 'attachments'>;

export function rawOf({ headers, attachments }: Written, content: Content, bytesOf: BytesOf): Uint8Array {
  const own = headers
    .filter(({ name }) => !/^(?:content-|mime-version)/i.test(name))
    .map(({ name, value }) => `${name}: ${value.replace(/[\r\n]+/g, ' ')}\r\n`)
    .join('');
  const files = attachments.filter(({ partId }) => !content.nested.some((one) => one.partId === partId));
  const nested = content.nested.map((one) => {
    const message = rawOf(one, one, bytesOf);
    return `Content-Type: message/rfc822\r\n\r\n${Buffer.from(message).toString()}\r\n`;
  });
  const parts = [...content.parts.map(place), ...nested, ...files.map((file) => fileOf(file, content, bytesOf))];
  const body = multipart('mixed', 'mixed', parts.length > 0 ? parts : [text('plain', '')]);
  return Buffer.from(`${own}MIME-Version: 1.0\r\n${body}`);
}
