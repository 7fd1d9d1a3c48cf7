// A mail's HTML before it is sanitised: cut to what a window can show, and its `body` made a `div`, because colours and
// directions that are set there concern the whole mail. Reads a document that somebody else wrote: through the getters of the
// prototypes only, as names of elements would stand in front of the document's own.
import { type Cut, longestShown } from '../frame.ts';
import { inert, parseInertly } from './trusted.ts';

export const mostElements = 15_000;
export const deepest = 200;

export interface Prepared {
  readonly html: string;
  readonly dir: 'ltr' | 'rtl' | null;
  readonly lang: string;
}

type Getter<T> = { readonly get: () => T };
const getter = <T>(of: object, name: string) => (Object.getOwnPropertyDescriptor(of, name) as unknown as Getter<T>).get;
const bodyOf = getter<HTMLElement | null>(Document.prototype, 'body');
const headOf = getter<HTMLElement | null>(Document.prototype, 'head');
const rootOf = getter<HTMLElement | null>(Document.prototype, 'documentElement');
const innerOf = getter<string>(Element.prototype, 'innerHTML');
const textOf = getter<string>(Node.prototype, 'textContent');
const { getAttribute, replaceWith, querySelectorAll } = Element.prototype;

const attribute = (element: Element | null, name: string) => (element && getAttribute.call(element, name)) ?? '';

/** Takes out what is too deep, and all that comes after so many elements. */
function prune(body: HTMLElement, onCut: (cut: Cut) => void): void {
  const walker = document.createTreeWalker(body, NodeFilter.SHOW_ELEMENT);
  const tooDeep: Element[] = [];
  let depth = 0;
  let elements = 0;
  const next = (): Element | null => {
    if (depth < deepest && walker.firstChild()) {
      depth += 1;
      return walker.currentNode as Element;
    }
    while (depth > 0) {
      if (walker.nextSibling()) return walker.currentNode as Element;
      walker.parentNode();
      depth -= 1;
    }
    return null;
  };
  for (let element = next(); element; element = next()) {
    elements += 1;
    if (depth >= deepest) tooDeep.push(element);
    if (elements <= mostElements) continue;
    onCut('too-many-elements');
    const rest = document.createRange();
    rest.setStartBefore(element);
    rest.setEnd(body, body.childNodes.length);
    rest.deleteContents();
    break;
  }
  if (tooDeep.length > 0) onCut('too-deep');
  for (const element of tooDeep) replaceWith.call(element, textOf.call(element));
}

/** What `body` says of the whole mail, for a `div`. */
function openingTag(body: HTMLElement, root: HTMLElement | null): string {
  const div = inert.createElement('div');
  const style = attribute(body, 'style') || attribute(root, 'style');
  if (style) div.setAttribute('style', style);
  const legacy = (value: string) => (/^[0-9a-f]{6}$/i.test(value) ? `#${value}` : value);
  const background = attribute(body, 'bgcolor');
  if (background && !div.style.backgroundColor) div.style.backgroundColor = legacy(background);
  const text = attribute(body, 'text');
  if (text && !div.style.color) div.style.color = legacy(text);
  const picture = attribute(body, 'background');
  if (picture && !div.style.backgroundImage) div.style.backgroundImage = `url(${JSON.stringify(picture)})`;
  const className = attribute(body, 'class');
  if (className) div.setAttribute('class', className);
  const shell = div.outerHTML;
  return shell === '<div></div>' ? '' : shell.slice(0, -'</div>'.length);
}

export function prepare(written: string, onCut: (cut: Cut) => void): Prepared {
  const html = written.slice(0, longestShown);
  if (html.length < written.length) onCut('too-long');
  const parsed = parseInertly(html);
  const [body, head, root] = [bodyOf.call(parsed), headOf.call(parsed), rootOf.call(parsed)];
  if (!body) return { html, dir: null, lang: '' };
  let wasCut = false;
  prune(body, (cut) => {
    wasCut = true;
    onCut(cut);
  });
  const dir = (attribute(body, 'dir') || attribute(root, 'dir')).toLowerCase();
  const opening = openingTag(body, root);
  const styles = head && (opening || wasCut) ? [...querySelectorAll.call(head, 'style')] : [];
  const sheets = styles.map(
    (style) => `<style media="${attribute(style, 'media').replace(/"/g, '')}">${textOf.call(style)}</style>`,
  );
  return {
    // As it was sent, where that will do: to write it anew takes as long as to read it.
    html: opening || wasCut ? `${sheets.join('')}${opening}${innerOf.call(body)}${opening && '</div>'}` : html,
    dir: dir === 'rtl' || dir === 'ltr' ? dir : null,
    lang: attribute(body, 'lang') || attribute(root, 'lang'),
  };
}
