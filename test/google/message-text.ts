// The text of a message: what its snippet shows and what search reads. Prefers plain text to HTML within alternatives.
import { escapeHtml, htmlToText } from './html-text.ts';
import { isText, type MimePart, walkOwn } from './mime.ts';
import { decodeText } from './mime-body.ts';

const snippetLength = 200;

/** All readable text of the message itself, bodies in the order in which they stand. */
export function messageText(root: MimePart): string {
  const parts = [...walkOwn(root)].filter((part) => part.parts.length === 0 && isText(part));
  const plain = parts.filter((part) => part.mimeType !== 'text/html');
  const chosen = plain.some((part) => part.bytes().length > 0) ? plain : parts;
  return chosen.map(partText).join('\n');
}

function partText(part: MimePart): string {
  const text = decodeText(part.bytes(), part.charset);
  return part.mimeType === 'text/html' ? htmlToText(text) : text;
}

/** Gmail's snippet: the first words, in one line, escaped for HTML. */
export function snippetOf(text: string): string {
  // Far more than a snippet needs, far less than a newsletter has.
  const line = text
    .slice(0, 4000)
    .replace(/(?:\s|\u200b|\u200c|\ufeff|\u034f|\u00ad)+/g, ' ')
    .trim();
  let cut = line.slice(0, snippetLength);
  if (cut.length < line.length && line[snippetLength] !== ' ') cut = cut.replace(/ [^ ]*$/, '');
  return escapeHtml(cut.replace(/[\ud800-\udbff]$/, ''));
}
