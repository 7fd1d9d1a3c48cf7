// A message of Gmail's JSON written as the mail that it was: RFC 5322 with UTF-8 headers (RFC 6532), parts in base64.
import type { WireMessage, WirePart } from '../../electron/gmail/wire.ts';

const base64Lines = (bytes: Buffer) => bytes.toString('base64').replace(/.{76}/g, '$&\r\n');

function body(part: WirePart): Buffer {
  if (part.body?.data !== undefined) return Buffer.from(part.body.data, 'base64url');
  // Gmail gives an attachment's size but not its bytes; any will do.
  return Buffer.alloc(Math.min(part.body?.size ?? 0, 2_000), 'x');
}

function lines(part: WirePart, isRoot: boolean): string {
  const isMultipart = part.parts.length > 0 && !part.mimeType?.startsWith('message/');
  const own = part.headers.filter(({ name }) => !/^(content-(type|transfer-encoding)|mime-version)$/i.test(name));
  const given = part.headers.find(({ name }) => /^content-type$/i.test(name))?.value ?? part.mimeType ?? 'text/plain';
  const boundary = `=_${part.partId || 'root'}_porthole`;
  const type = isMultipart
    ? `${part.mimeType}; boundary="${boundary}"`
    : given.replace(/charset\s*=\s*"?[^";]+"?/i, 'charset=utf-8');
  const headers = [
    ...own.map(({ name, value }) => `${name}: ${value}`),
    ...(isRoot ? ['MIME-Version: 1.0'] : []),
    `Content-Type: ${type}`,
  ];
  if (isMultipart) {
    const children = part.parts.map((child) => `--${boundary}\r\n${lines(child, false)}`).join('\r\n');
    return `${headers.join('\r\n')}\r\n\r\n${children}\r\n--${boundary}--\r\n`;
  }
  const [inner] = part.parts;
  if (inner) return `${headers.join('\r\n')}\r\n\r\n${lines(inner, true)}`;
  return `${headers.join('\r\n')}\r\nContent-Transfer-Encoding: base64\r\n\r\n${base64Lines(body(part))}`;
}

export function toEml({ payload }: WireMessage): string {
  return payload ? lines(payload, true) : '\r\n';
}
