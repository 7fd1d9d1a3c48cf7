// Bytes of a body: transfer encodings undone, charsets turned into text. Total: bad input gives what can be had of it.

/** Undoes a Content-Transfer-Encoding. `source` has one character per byte. */
export function decodeTransfer(source: string, encoding: string): Buffer {
  switch (encoding.trim().toLowerCase()) {
    case 'base64':
      return Buffer.from(source.replace(/[^A-Za-z0-9+/=]/g, ''), 'base64');
    case 'quoted-printable':
      return decodeQuotedPrintable(source);
    case 'x-uuencode':
    case 'x-uue':
    case 'uuencode':
      return decodeUu(source);
    default:
      return Buffer.from(source, 'latin1');
  }
}

function decodeQuotedPrintable(source: string): Buffer {
  const text = source
    .replace(/[ \t]+(?=\r?\n|$)/g, '')
    .replace(/=\r?\n/g, '')
    .replace(/=([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(text, 'latin1');
}

function decodeUu(source: string): Buffer {
  const bytes: number[] = [];
  let open = false;
  for (const line of source.split(/\r?\n/)) {
    if (/^begin \d+ /.test(line)) open = true;
    else if (line === 'end') break;
    else if (open) bytes.push(...decodeUuLine(line));
  }
  return Buffer.from(bytes);
}

function decodeUuLine(line: string): number[] {
  const value = (index: number) => ((line.charCodeAt(index) || 32) - 32) & 63;
  const bytes: number[] = [];
  for (let at = 1; bytes.length < value(0); at += 4) {
    const group = (value(at) << 18) | (value(at + 1) << 12) | (value(at + 2) << 6) | value(at + 3);
    bytes.push((group >> 16) & 255, (group >> 8) & 255, group & 255);
  }
  return bytes.slice(0, value(0));
}

/** Text that says nothing of its charset, or says ASCII and is not, is taken for UTF-8, or else for windows-1252. */
export function decodeText(bytes: Buffer, charset: string | undefined): string {
  const label =
    charset
      ?.trim()
      .replace(/^["']|["']$/g, '')
      .toLowerCase() ?? '';
  const unsaid = label === '' || label === 'us-ascii' || label === 'ascii' || label === 'default';
  const decoder = unsaid ? undefined : decoderFor(label);
  if (decoder) return decoder.decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

function decoderFor(label: string): TextDecoder | undefined {
  try {
    return new TextDecoder(label);
  } catch {
    return undefined;
  }
}
