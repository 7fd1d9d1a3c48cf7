// Bytes for the files of the sample mailbox, by name and type: small ones that open, filled up to the size that the message
// tells. Knows no message.
import { crc32, deflateSync } from 'node:zlib';
import { boat } from './boat.ts';

export interface SampleFile {
  readonly filename: string;
  readonly mimeType: string;
  readonly sizeBytes: number;
}

const ascii = (text: string) => Buffer.from(text, 'latin1');

function chunk(type: string, content: Uint8Array): Buffer {
  const body = Buffer.concat([ascii(type), content]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(content.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}

/** Dusk over water: RGB, eight bits. */
function png(width = 320, height = 200): Buffer {
  const rows = Buffer.alloc(height * (1 + width * 3));
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const at = y * (1 + width * 3) + 1 + x * 3;
      const depth = y / height;
      rows.set([220 - depth * 180, 150 - depth * 90 + (x / width) * 30, 120 + depth * 60], at);
    }
  const header = Buffer.from([...[0, 0, 0, 0, 0, 0, 0, 0], 8, 2, 0, 0, 0]);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  const signature = ascii('\x89PNG\r\n\x1a\n');
  return Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', deflateSync(rows)), chunk('IEND', ascii(''))]);
}

/** One page with a few lines (ISO 32000-1, annex H.3). */
function pdf(lines: readonly string[]): Buffer {
  const shown = lines.map((line) => `(${line.replace(/[^\x20-\x7e]/g, '?').replace(/[\\()]/g, '\\$&')}) Tj T*`);
  const stream = `BT /F1 18 Tf 24 TL 72 760 Td ${shown.join(' ')} ET`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ];
  let text = '%PDF-1.4\n';
  const places = objects.map((object, at) => {
    const place = text.length;
    text += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(place).padStart(10, '0')} 00000 n \n`;
  });
  const size = objects.length + 1;
  const end = `xref\n0 ${size}\n0000000000 65535 f \n${places.join('')}trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${text.length}\n%%EOF\n`;
  return ascii(text + end);
}

/** An archive of nothing: its end alone. */
const emptyZip = Buffer.concat([ascii('PK\x05\x06'), Buffer.alloc(18)]);

function lines({ filename, sizeBytes }: SampleFile): Buffer {
  const line = /\.csv$/i.test(filename) ? 'boat,length,planks\n' : `${filename}: a line of the sample.\n`;
  return Buffer.from(line.repeat(Math.ceil(Math.max(sizeBytes, 1) / Buffer.byteLength(line))));
}

/** What stands behind the end of these formats is passed over, what stands before the end of an archive is, too. */
function filled(bytes: Buffer, size: number): Buffer {
  return bytes.length < size ? Buffer.concat([bytes, Buffer.alloc(size - bytes.length)]) : bytes;
}

const mostBytes = 30_000_000;

export function sampleBytes(file: SampleFile): Uint8Array {
  const size = Math.min(file.sizeBytes, mostBytes);
  if (file.mimeType === 'image/jpeg') return filled(Buffer.from(boat, 'base64'), size);
  if (file.mimeType === 'image/png') return filled(png(), size);
  if (file.mimeType === 'application/pdf') return pdf([file.filename, 'A page of the sample mailbox.']);
  if (/^text\//.test(file.mimeType)) return lines(file).subarray(0, size);
  if (file.mimeType !== 'application/zip') return Buffer.alloc(size);
  return Buffer.concat([Buffer.alloc(Math.max(size - emptyZip.length, 0)), emptyZip]);
}
