// HTML without its tags, in one pass and in time proportional to its length, whatever it is made of. Knows which elements
// begin a line and which hold no text; nothing of structure.
import { decodeHTML } from 'entities';

/** Of those that begin a line, the ones that who reads with structure does not know for such. */
export const plainLines = ['address', 'caption', 'center', 'dd', 'dt', 'figcaption', 'legend', 'option', 'tr'];
/** What stands beside each other, and is no part of the same word. */
export const besides = ['button', 'label', 'td', 'th'];
const structured = /^(?:article|blockquote|br|div|dl|footer|form|h[1-6]|header|hr|li|ol|p|pre|section|table|ul)$/;
const beginsLine = (name: string) => structured.test(name) || plainLines.includes(name);
/** Elements whose content is no text to read, with what ends them. */
const silent: Readonly<Record<string, RegExp>> = {
  script: /<\/script/gi,
  style: /<\/style/gi,
  title: /<\/title/gi,
};

/** Where the search goes on; the end where what was opened is never closed. */
function after(html: string, end: string, from: number): number {
  const at = html.indexOf(end, from);
  return at < 0 ? html.length : at + end.length;
}

function afterSilent(html: string, end: RegExp, from: number): number {
  end.lastIndex = from;
  return end.test(html) ? after(html, '>', end.lastIndex) : html.length;
}

interface Tag {
  /** What it is to the text around it. */
  readonly text: string;
  readonly end: number;
}

/** What begins with the `<` at `open`. */
function readTag(html: string, open: number): Tag {
  if (html.startsWith('<!--', open)) return { text: '', end: after(html, '-->', open + 4) };
  const [, slash, written] = /^<(\/?)([a-z][a-z0-9]*)/i.exec(html.slice(open, open + 20)) ?? [];
  if (written === undefined) {
    const isMarkup = /[!?/]/.test(html[open + 1] ?? '');
    return isMarkup ? { text: '', end: after(html, '>', open) } : { text: '<', end: open + 1 };
  }
  const name = written.toLowerCase();
  const mute = slash || !Object.hasOwn(silent, name) ? undefined : silent[name];
  const end = after(html, '>', open);
  const text = beginsLine(name) ? '\n' : besides.includes(name) ? ' ' : '';
  return { text, end: mute ? afterSilent(html, mute, end) : end };
}

export function stripTags(html: string): string {
  const said: string[] = [];
  for (let at = 0; at < html.length; ) {
    const open = html.indexOf('<', at);
    said.push(html.slice(at, open < 0 ? html.length : open).replace(/\s+/g, ' '));
    if (open < 0) break;
    const { text, end } = readTag(html, open);
    said.push(text);
    at = end;
  }
  return decodeHTML(said.join(''))
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
