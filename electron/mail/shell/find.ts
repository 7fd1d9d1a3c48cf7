// Finds texts in the document that is shown and marks them with the highlight API: nothing is put into its tree.
import type { Mark } from '../frame.ts';
import { soughtText } from '../sought-text.ts';
import { getter } from './getter.ts';

const bodyOf = getter<HTMLElement | null>(Document.prototype, 'body');
const viewOf = getter<(Window & typeof globalThis) | null>(Document.prototype, 'defaultView');
const nameOf = getter<string>(Node.prototype, 'nodeName');
const parentOf = getter<Node | null>(Node.prototype, 'parentNode');
const blocks = new Set(
  'ADDRESS ARTICLE ASIDE BLOCKQUOTE BR CENTER DD DETAILS DIV DL DT FIGURE FOOTER H1 H2 H3 H4 H5 H6 HEADER HR LI MAIN NAV OL P PRE SECTION SUMMARY TABLE TD TH TR UL'.split(
    ' ',
  ),
);
const most = 2_000;
const letter = /[\p{L}\p{N}_]/u;

interface Place {
  readonly node: Text;
  /** Where its text begins in the whole. */
  readonly at: number;
}

export interface Found {
  readonly count: number;
  readonly top: number;
}

export interface Finder {
  readonly find: (text: string, index: number) => Found;
  readonly mark: (marks: readonly Mark[]) => void;
}

/** One text, in which a block ends a word. */
function read(shown: Document): { readonly text: string; readonly places: readonly Place[] } {
  const body = bodyOf.call(shown);
  const places: Place[] = [];
  let text = '';
  if (!body) return { text, places };
  const walker = document.createTreeWalker(body, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node.nodeType !== 3) {
      if (blocks.has(nameOf.call(node))) text += '\n';
      continue;
    }
    const parent = parentOf.call(node);
    if (parent && nameOf.call(parent) === 'STYLE') continue;
    places.push({ node: node as Text, at: text.length });
    text += soughtText((node as Text).data);
  }
  return { text, places };
}

function rangeOf(shown: Document, places: readonly Place[], from: number, to: number): Range {
  const placeOf = (at: number) => {
    let [low, high] = [0, places.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((places[middle]?.at ?? 0) <= at) low = middle;
      else high = middle - 1;
    }
    return places[low];
  };
  const range = Document.prototype.createRange.call(shown);
  const [first, last] = [placeOf(from), placeOf(to - 1)];
  if (first && last) {
    range.setStart(first.node, Math.min(from - first.at, first.node.length));
    range.setEnd(last.node, Math.min(to - last.at, last.node.length));
  }
  return range;
}

/** Source text breaks lines and indents between any two words. */
function occurrences(text: string, sought: string): Iterable<RegExpExecArray> {
  return text.matchAll(new RegExp(sought.split(' ').map(RegExp.escape).join(' +'), 'g'));
}

const isInside = (text: string, at: number) => letter.test(text[at - 1] ?? '') && letter.test(text[at] ?? '');

export function createFinder(shown: Document): Finder {
  const view = viewOf.call(shown);
  const highlights = view?.CSS.highlights;
  const content = read(shown);
  let sought = '';
  let ranges: readonly Range[] = [];

  const highlight = (name: string, marked: readonly Range[], priority: number) => {
    if (!view || !highlights) return;
    const made = new view.Highlight(...marked);
    made.priority = priority;
    highlights.set(name, made);
  };

  const places = (text: string, isThere: (at: number, end: number) => boolean = () => true): Range[] => {
    const made: Range[] = [];
    if (text.trim() === '') return made;
    for (const { index: at, 0: there } of occurrences(content.text, text)) {
      const end = at + there.length;
      if (isThere(at, end)) made.push(rangeOf(shown, content.places, at, end));
      if (made.length >= most) break;
    }
    return made;
  };

  return {
    find: (text, index) => {
      const wanted = soughtText(text).replace(/\s+/g, ' ');
      if (wanted !== sought) {
        sought = wanted;
        ranges = places(wanted);
      }
      const current = ranges[index];
      highlight('porthole-found', ranges, 1);
      highlight('porthole-current', current ? [current] : [], 2);
      const fold = current?.startContainer.parentElement?.closest('details');
      if (fold) fold.open = true;
      const top = current ? current.getBoundingClientRect().top + (view?.scrollY ?? 0) : 0;
      return { count: ranges.length, top: Math.max(0, Math.round(top)) };
    },
    mark: (marks) => {
      const marked = marks.flatMap(({ text, where }) =>
        places(soughtText(text), (at, end) => {
          if (where === 'anywhere') return true;
          const begins = !isInside(content.text, at);
          return where === 'beginning-of-word' ? begins : begins && !isInside(content.text, end);
        }),
      );
      highlight('porthole-mark', marked.slice(0, most), 0);
    },
  };
}
