// The text on either side of a link, as near as a word's rest can be: whoever looks at both reads one word, whichever part of it
// leads where.
import { getter } from './getter.ts';

const textOf = getter<string | null>(Node.prototype, 'textContent');
const parentOf = getter<Element | null>(Node.prototype, 'parentElement');
const documentOf = getter<Document>(Node.prototype, 'ownerDocument');
const { contains } = Node.prototype;

/** Of a text node, from one place to another. */
export interface Run {
  readonly node: Node;
  readonly element: Element;
  readonly from: number;
  readonly to: number;
}

/** Characters on a side: no host has more. */
const most = 300;

function runsFrom(link: Element, way: 'nextNode' | 'previousNode', isSeen: (element: Element) => boolean): Run[] {
  const walker = document.createTreeWalker(documentOf.call(link), NodeFilter.SHOW_TEXT);
  walker.currentNode = link;
  const found: Run[] = [];
  let left = most;
  for (let node = walker[way](); node && left > 0; node = walker[way]()) {
    const element = parentOf.call(node);
    if (!element || contains.call(link, node) || !isSeen(element)) continue;
    const { length } = textOf.call(node) ?? '';
    const from = way === 'nextNode' ? 0 : Math.max(0, length - left);
    const to = way === 'nextNode' ? Math.min(length, left) : length;
    found.push({ node, element, from, to });
    left -= to - from;
  }
  return found;
}

/** In the order of the source. */
export function beside(link: Element, isSeen: (element: Element) => boolean): readonly Run[] {
  return [...runsFrom(link, 'previousNode', isSeen).reverse(), ...runsFrom(link, 'nextNode', isSeen)];
}
