// The text of an HTML body, for reading as text and for the word index. Shows nothing and fetches nothing.
// html-to-text: maintained, tolerant (htmlparser2), and bounded in depth and length by options.
import { compile } from 'html-to-text';

const convert = compile({
  wordwrap: false,
  limits: { maxInputLength: 2_000_000, maxDepth: 200, maxChildNodes: 20_000 },
  selectors: [
    { selector: 'img', format: 'skip' },
    { selector: 'a', options: { ignoreHref: true } },
    { selector: 'table', format: 'block' },
    ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((selector) => ({ selector, options: { uppercase: false } })),
  ],
});

/** Never throws: HTML that defeats the converter gives its text without tags, or nothing. */
export function htmlToText(html: string): string {
  try {
    // Padding made of invisible characters fills the preview of newsletters; it is no text.
    return convert(html)
      .replace(/[\u034f\u200b-\u200d\u2060\ufeff\u00ad]{2,}/g, '')
      .replace(/\n{3,}/g, '\n\n');
  } catch {
    return '';
  }
}
