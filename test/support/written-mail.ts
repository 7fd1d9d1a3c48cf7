// Messages made by hand, as the mail that they would have come from, for a fake Gmail to read.
import type { Address, Message } from '../../electron/contract/model.ts';
import type { WirePart } from '../../electron/gmail/wire.ts';
import { toEml } from './eml.ts';

const part = (mimeType: string, text: string, filename = ''): WirePart => ({
  partId: filename,
  mimeType,
  filename,
  headers: filename
    ? [
        { name: 'Content-Type', value: `${mimeType}; name="${filename}"` },
        { name: 'Content-Disposition', value: `attachment; filename="${filename}"` },
      ]
    : [{ name: 'Content-Type', value: `${mimeType}; charset=utf-8` }],
  body: { size: Buffer.byteLength(text), data: Buffer.from(text).toString('base64url') },
  parts: [],
});

const written = (addresses: readonly Address[]) =>
  addresses.map(({ name, email }) => (name === '' ? email : `"${name}" <${email}>`)).join(', ');

const linkTo: Readonly<Record<string, string>> = {
  drive: 'https://drive.google.com/file/d/1/view',
  document: 'https://docs.google.com/document/d/1/edit',
  spreadsheet: 'https://docs.google.com/spreadsheets/d/1/edit',
  presentation: 'https://docs.google.com/presentation/d/1/edit',
  youtube: 'https://youtu.be/1',
};

/** Where files are attached, they are octets whatever their names say. */
export function writtenMail({ headers, attachments, text, links, subject, ...message }: Message): string {
  const roles = (['from', 'to', 'cc', 'bcc'] as const).map((name) => ({ name, value: written(message[name]) }));
  const body = part('text/plain', [text, ...links.map((link) => linkTo[link] ?? '')].join('\n'));
  const files = attachments.map(({ filename }) => part('application/octet-stream', '-', filename));
  const { headers: own, ...content } =
    files.length > 0 ? { ...part('multipart/mixed', ''), parts: [body, ...files] } : body;
  return toEml({
    id: message.id,
    threadId: message.threadId,
    labelIds: [],
    snippet: '',
    sizeEstimate: 0,
    payload: {
      ...content,
      headers: [{ name: 'Subject', value: subject }, ...roles.filter(({ value }) => value !== ''), ...headers, ...own],
    },
  });
}
