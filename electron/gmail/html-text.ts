// The text of an HTML body, for reading as text and for the word index. Shows nothing and fetches nothing.
// html-to-text: maintained and tolerant (htmlparser2), but its time grows with depth times length.
import { compile } from 'html-to-text';
import { besides, plainLines, stripTags } from './html-strip.ts';

/** What is read with its structure, for a whole message: everything the library does to it stays below a few frames. */
export const structuredLength = 150_000;
/** Deeper than mail that people read. Beyond it the library would take seconds. */
const maxDepth = 100;
/** Quotes and lists are indented, which rewrites all their lines once a level. */
const maxIndents = 20;

const convert = compile({
  wordwrap: false,
  limits: { maxInputLength: structuredLength, maxDepth: 200, maxChildNodes: 20_000 },
  selectors: [
    { selector: 'img', format: 'skip' },
    { selector: 'a', options: { ignoreHref: true } },
    { selector: 'table', format: 'block' },
    // By itself the library makes one word of them.
    ...plainLines.map((selector) => ({
      selector,
      format: 'block',
      options: { leadingLineBreaks: 1, trailingLineBreaks: 1 },
    })),
    ...besides.map((selector) => ({ selector, format: 'inlineSurround', options: { suffix: ' ' } })),
    ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((selector) => ({ selector, options: { uppercase: false } })),
  ],
});

const empty = /^(?:area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr)$/;
const indents = /^(?:blockquote|dd|li|ol|ul)$/;

/** Counts what was opened and not closed by its own name: never less than how deep the parser will nest. */
function isTooDeep(html: string): boolean {
  const open = new Map<string, number>();
  let depth = 0;
  let indented = 0;
  for (const [, slash, written = ''] of html.matchAll(/<(\/?)([a-z][a-z0-9]{0,20})/gi)) {
    const name = written.toLowerCase();
    const count = open.get(name) ?? 0;
    if (empty.test(name) || (slash && count === 0)) continue;
    const step = slash ? -1 : 1;
    open.set(name, count + step);
    depth += step;
    if (indents.test(name)) indented += step;
    if (depth > maxDepth || indented > maxIndents) return true;
  }
  return false;
}

function structured(html: string): string {
  try {
    return convert(html);
  } catch {
    return stripTags(html); // HTML that defeats the converter
  }
}

/** Never throws. What is longer than `length`, or nested without end, gives its text without structure. */
export function htmlToText(html: string, length = structuredLength): string {
  const text = html.length > length || isTooDeep(html) ? stripTags(html) : structured(html);
  // Padding made of invisible characters fills the preview of newsletters; it is no text, nor is where a word may be cut, nor the room
  // between the cells of a layout.
  return text
    .replace(/[\u034f\u200b-\u200d\u2060\ufeff\u00ad]{2,}|\u00ad/g, '')
    .replace(/(?<![^\S\n])[^\S\n]+$/gm, '')
    .replace(/\n{3,}/g, '\n\n');
}
