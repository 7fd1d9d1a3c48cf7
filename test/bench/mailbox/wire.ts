// A message of the bench as Gmail's own JSON, for whatever reads that.
import type { Message } from '../../../electron/contract/model.ts';
import type { WireMessage, WirePart } from '../../../electron/gmail/wire.ts';
import { escapeText } from '../../../electron/sample/document.ts';
import { bodyType } from './message.ts';

const cell =
  'padding:6px 12px 6px 0;border-bottom:1px solid #e6e2da;font:16px/1.55 Helvetica,Arial,sans-serif;color:#222';

/** As newsletters are made: more markup than text. */
export function htmlOf(text: string): string {
  const rows = text
    .split('\n\n')
    .map((paragraph) => `<tr><td style="${cell}"><p style="margin:0 0 16px">${escapeText(paragraph)}</p></td></tr>`);
  return `<!doctype html><html><body><table width="600" cellpadding="0" cellspacing="0">\n${rows.join('\n')}\n</table></body></html>`;
}

function bodyOf({ text, textFrom }: Message): { readonly size: number; readonly data: string } {
  const bytes = Buffer.from(textFrom === 'html' ? htmlOf(text) : text.replaceAll('\n', '\r\n'));
  return { size: bytes.length, data: bytes.toString('base64url') };
}

export function wireOf(message: Message): WireMessage {
  const { id, threadId, labelIds, snippet, receivedAt, sizeBytes, headers, attachments, textFrom } = message;
  const mimeType = textFrom === 'html' ? 'text/html' : 'text/plain';
  const body = bodyOf(message);
  const contentType = { name: 'Content-Type', value: bodyType(textFrom === 'html') };
  const files = attachments.map(
    (file): WirePart => ({
      partId: file.partId,
      mimeType: file.mimeType,
      filename: file.filename,
      headers: [
        { name: 'Content-Type', value: `${file.mimeType}; name="${file.filename}"` },
        { name: 'Content-Disposition', value: `attachment; filename="${file.filename}"` },
      ],
      body: { attachmentId: `${id}-${file.partId}`, size: file.sizeBytes },
      parts: [],
    }),
  );
  const payload: WirePart =
    files.length === 0
      ? { partId: '', mimeType, filename: '', headers, body, parts: [] }
      : {
          partId: '',
          mimeType: 'multipart/mixed',
          filename: '',
          headers,
          body: { size: 0 },
          parts: [{ partId: '0', mimeType, filename: '', headers: [contentType], body, parts: [] }, ...files],
        };
  return {
    id,
    threadId,
    labelIds: [...labelIds],
    snippet: escapeText(snippet),
    historyId: '1000000',
    internalDate: String(receivedAt),
    sizeEstimate: sizeBytes,
    payload,
  };
}
