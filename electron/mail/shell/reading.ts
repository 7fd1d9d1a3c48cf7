// What a person reads of a link: letter by letter where it stands on the screen, not what the source has. What is hidden by size,
// colour, opacity or an edge, or lies below something else, is not read; what is turned around or moved is read as it looks.
import { longestLinkText, mostLinkTexts } from '../frame.ts';
import { contrast, createReader, type Rgba } from './colours.ts';

type Getter<T> = (this: unknown) => T;
const getter = <T>(of: object, name: string) => Object.getOwnPropertyDescriptor(of, name)?.get as Getter<T>;
const textOf = getter<string | null>(Node.prototype, 'textContent');
const parentOf = getter<Element | null>(Node.prototype, 'parentElement');
const nameOf = getter<string>(Node.prototype, 'nodeName');
const documentOf = getter<Document>(Node.prototype, 'ownerDocument');
const { contains } = Node.prototype;
const { getAttribute, hasAttribute, getBoundingClientRect } = Element.prototype;
const checkVisibility = Element.prototype.checkVisibility as (
  this: Element,
  options: CheckVisibilityOptions,
) => boolean;
const { elementFromPoint } = Document.prototype;

/** What is smaller, CSS pixels, nobody reads. */
const leastSize = 4;
const leastOpacity = 0.15;
const leastContrast = 1.3;
/** In letters' heights: what is as far apart is another word, and what is read apart. */
const leastGap = 0.2;
const farApart = 4;
const rightToLeft =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u;

/** `perhaps`: a shadow or a picture decides, which nobody can ask. */
type Seen = 'seen' | 'perhaps' | 'unseen';

interface Letter {
  readonly text: string;
  readonly place: number;
  readonly seen: Seen;
  readonly box: DOMRect | null;
}

const readColour = createReader();
const white: Rgba = [1, 1, 1, 1];

const mixed = (over: Rgba, under: Rgba): Rgba => {
  const channel = (at: 0 | 1 | 2) => over[at] * over[3] + under[at] * (1 - over[3]);
  return [channel(0), channel(1), channel(2), 1];
};

/** By its own style and that of what it stands in. */
function seenIn(element: Element): Seen {
  if (!checkVisibility.call(element, { opacityProperty: true, visibilityProperty: true })) return 'unseen';
  const own = getComputedStyle(element);
  const colour = readColour(own.color);
  const behind: Rgba[] = [];
  let opacity = 1;
  let isSure = own.textShadow === 'none' && own.backgroundClip !== 'text';
  for (let around: Element | null = element; around; around = parentOf.call(around)) {
    const style = around === element ? own : getComputedStyle(around);
    opacity *= Number(style.opacity);
    if ((behind.at(-1)?.[3] ?? 0) >= 1) continue;
    if (style.backgroundImage !== 'none') isSure = false;
    const background = readColour(style.backgroundColor);
    if (background) behind.push(background);
  }
  if (opacity < leastOpacity) return 'unseen';
  const ground = behind.reduceRight((under, over) => mixed(over, under), white);
  const isLegible = colour !== null && contrast(mixed(colour, ground), ground) >= leastContrast;
  return isLegible ? 'seen' : isSure ? 'unseen' : 'perhaps';
}

/** Whether it is on top there, within all edges. What is beyond the window can't be asked. */
function seenAt(element: Element, { left, top, width, height }: DOMRect): Seen {
  const [x, y] = [left + width / 2, top + height / 2];
  if (x < 0 || y < 0 || x >= innerWidth || y >= innerHeight) return 'perhaps';
  const there = elementFromPoint.call(documentOf.call(element), x, y);
  return there !== null && contains.call(element, there) ? 'seen' : 'unseen';
}

const worse = (one: Seen, other: Seen): Seen => {
  if (one === 'unseen' || other === 'unseen') return 'unseen';
  return one === 'seen' ? other : one;
};

/** In the order of the source. An image that is not there shows its words. */
function lettersOf(link: Element): Letter[] {
  const letters: Letter[] = [];
  const known = new Map<Element, Seen>();
  const seenOf = (element: Element): Seen => {
    const seen = known.get(element) ?? seenIn(element);
    known.set(element, seen);
    return seen;
  };
  const add = (text: string, element: Element, box: DOMRect | null) => {
    const isThere = box !== null && box.width > 0 && box.height >= leastSize;
    const seen = isThere ? worse(seenAt(element, box), seenOf(element)) : 'unseen';
    letters.push({ text, place: letters.length, seen, box: isThere ? box : null });
  };
  const walker = document.createTreeWalker(link, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  const range = new Range();
  for (let node = walker.nextNode(); node && letters.length < longestLinkText; node = walker.nextNode()) {
    if (node.nodeType === Node.ELEMENT_NODE) {
      const image = node as Element;
      const isAbsent = nameOf.call(image) === 'IMG' && !hasAttribute.call(image, 'src');
      const words = isAbsent ? getAttribute.call(image, 'alt') : null;
      if (words) add(words, image, getBoundingClientRect.call(image));
      continue;
    }
    const parent = parentOf.call(node);
    if (!parent) continue;
    let at = 0;
    for (const text of (textOf.call(node) ?? '').slice(0, longestLinkText - letters.length)) {
      range.setStart(node, at);
      at += text.length;
      range.setEnd(node, at);
      const [box = null] = range.getClientRects();
      add(text, parent, box);
    }
  }
  return letters;
}

function spelt(word: readonly Letter[]): string {
  const seen = word.map(({ text }) => text).join('');
  if (!rightToLeft.test(seen)) return seen;
  return word
    .toSorted((one, other) => one.place - other.place)
    .map(({ text }) => text)
    .join('');
}

const middleOf = ({ top, height }: DOMRect) => top + height / 2;

type Placed = Letter & { readonly box: DOMRect };

/** From above, each from left to right. */
function linesOf(letters: readonly Letter[]): readonly (readonly Placed[])[] {
  const placed = letters.flatMap(({ box, ...letter }) => (box ? [{ ...letter, box }] : []));
  const lines: Placed[][] = [];
  for (const letter of placed.toSorted((one, other) => middleOf(one.box) - middleOf(other.box))) {
    const line = lines.at(-1);
    const first = line?.[0];
    if (line && first && middleOf(letter.box) - middleOf(first.box) < first.box.height / 2) line.push(letter);
    else lines.push([letter]);
  }
  return lines.map((line) => line.toSorted((one, other) => one.box.left - other.box.left || one.place - other.place));
}

/** As the eye goes, words that are written the other way as they are spelt; cut where a gap is wide. */
function asSeen(letters: readonly Letter[]): string[] {
  const texts = [''];
  for (const line of linesOf(letters)) {
    let word: Letter[] = [];
    let end: number | null = null;
    const close = () => {
      texts[texts.length - 1] += `${spelt(word)} `;
      word = [];
    };
    for (const letter of line) {
      const gap = end === null ? 0 : letter.box.left - end;
      end = Math.max(end ?? letter.box.right, letter.box.right);
      const isSpace = /^\s+$/.test(letter.text);
      if (isSpace || gap > letter.box.height * leastGap) close();
      if (gap > letter.box.height * farApart) texts.push('');
      if (!isSpace) word.push(letter);
    }
    close();
  }
  return texts;
}

/** What it is read as: first as it surely looks, then as it may look. None is empty. */
export function readingsOf(link: Element): string[] {
  const letters = lettersOf(link);
  const all = [
    ...asSeen(letters.filter(({ seen }) => seen === 'seen')),
    ...asSeen(letters.filter(({ seen }) => seen !== 'unseen')),
  ];
  const clean = all.map((text) => text.replace(/\s+/g, ' ').trim().slice(0, longestLinkText));
  return [...new Set(clean)].filter((text) => text !== '').slice(0, mostLinkTexts);
}
