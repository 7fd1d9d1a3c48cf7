// What a person reads of a link: letter by letter where it stands on the screen, not what the source has. What is hidden by size,
// colour, opacity or an edge, or lies below something else, is not read; what is turned around or moved is read as it looks.
import { type FromFrame, longestLinkText, mostLinkTexts } from '../frame.ts';
import { beside, type Run } from './beside.ts';
import { getter } from './getter.ts';
import { createSeenIn, type Seen, seenAt, worse } from './seeing.ts';

const textOf = getter<string | null>(Node.prototype, 'textContent');
const parentOf = getter<Element | null>(Node.prototype, 'parentElement');
const nameOf = getter<string>(Node.prototype, 'nodeName');
const { getAttribute, hasAttribute, getBoundingClientRect } = Element.prototype;

/** What is smaller, CSS pixels, nobody reads. */
const leastSize = 4;
/** In heights of the larger letter: what is as far apart is read apart. */
const farApart = 4;
/** Of which it is asked where they stand, read or not: each costs some microseconds, and a mail may have a million. */
const mostMeasured = 4_000;
/** Nested deep enough, one of them costs as much as thousands: whoever pressed a link does not wait longer for its text. */
const longestLookMs = 500;
const rightToLeft =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u;

/** How words are made of letters, where it can be doubted. `gap`, in heights of the larger one: what is as far apart is another
 *  word. `asSpelt`: words from right to left are read in the order of the source. */
const ways = [
  { gap: 0.2, asSpelt: true },
  { gap: 0.6, asSpelt: true },
  { gap: 0.6, asSpelt: false },
];
type Way = (typeof ways)[number];

interface Letter {
  readonly text: string;
  readonly place: number;
  readonly seen: Exclude<Seen, 'unseen'>;
  /** Of the link, not of what touches it. */
  readonly isOwn: boolean;
  readonly box: DOMRect;
}

type Word = readonly Letter[];

interface Piece {
  readonly text: string;
  readonly element: Element;
  readonly boxOf: () => DOMRect | undefined;
}

type Patience = ReturnType<typeof createPatience>;

interface Looked {
  readonly letters: readonly Letter[];
  /** There is more, or something that can't be read. */
  readonly isCut: boolean;
}

/** What an image shows that is not there. */
function wordsFor(element: Element): string | null {
  const isAbsent = nameOf.call(element) === 'IMG' && !hasAttribute.call(element, 'src');
  return isAbsent ? getAttribute.call(element, 'alt') : null;
}

/** A mark that the browser makes stands in no text: letters and numbers there would spell what is read by people alone. */
function hasMark(element: Element): boolean {
  const { display, listStyleType } = getComputedStyle(element);
  return display.includes('list-item') && !/^(?:none|disc|circle|square|disclosure-\w+)$/.test(listStyleType);
}

function* textPieces({ node, element, from, to }: Run): Generator<Piece> {
  const range = new Range();
  // However many blanks follow each other, they part two words: the first says that, and their room the rest.
  for (const { 0: run, index } of (textOf.call(node) ?? '').slice(from, to).matchAll(/\s+|\S/gu)) {
    const text = /^\s/.test(run) ? ' ' : run;
    const boxOf = () => {
      range.setStart(node, from + index);
      range.setEnd(node, from + index + text.length);
      return range.getClientRects()[0];
    };
    yield { text, element, boxOf };
  }
}

/** In the order of the source, without what stands in an element that is not seen. Null: something that can't be read. */
function* piecesOf(link: Element, seenIn: (element: Element) => Seen): Generator<Piece | null> {
  if (hasMark(link)) yield null;
  const walker = document.createTreeWalker(link, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const isElement = node.nodeType === Node.ELEMENT_NODE;
    const element = isElement ? (node as Element) : parentOf.call(node);
    if (!element || seenIn(element) === 'unseen') continue;
    if (!isElement) {
      yield* textPieces({ node, element, from: 0, to: Number.POSITIVE_INFINITY });
      continue;
    }
    if (hasMark(element)) yield null;
    const text = wordsFor(element);
    if (text) yield { text, element, boxOf: () => getBoundingClientRect.call(element) };
  }
}

/** Undefined where nobody sees it. */
function seenOf({ element, boxOf }: Piece, seenIn: (element: Element) => Seen) {
  const box = boxOf();
  if (!box || box.width === 0 || box.height < leastSize) return undefined;
  const seen = worse(seenAt(element, box), seenIn(element));
  return seen === 'unseen' ? undefined : { box, seen };
}

/** How long it is looked: until there are as many, or for as long. */
function createPatience(): { readonly isOver: () => boolean; readonly spend: () => void } {
  let measured = 0;
  const until = performance.now() + longestLookMs;
  return {
    isOver: () => measured >= mostMeasured || performance.now() > until,
    spend: () => {
      measured += 1;
    },
  };
}

/** What touches it or stands near it, as far as there is time. */
function lettersBeside(
  link: Element,
  seenIn: (element: Element) => Seen,
  { isOver, spend }: Patience,
): readonly Letter[] {
  const letters: Letter[] = [];
  for (const run of beside(link, (element) => seenIn(element) !== 'unseen')) {
    for (const piece of textPieces(run)) {
      if (isOver()) return letters;
      spend();
      const found = seenOf(piece, seenIn);
      if (found) letters.push({ ...found, text: piece.text, place: letters.length, isOwn: false });
    }
  }
  return letters;
}

/** What is not read takes nobody's place. */
function look(link: Element): Looked {
  const letters: Letter[] = [];
  const seenIn = createSeenIn();
  const patience = createPatience();
  let read = 0;
  let isCut = false;
  for (const piece of piecesOf(link, seenIn)) {
    if (read >= longestLinkText || patience.isOver()) {
      if (piece?.text === ' ') continue;
      isCut = true;
      break;
    }
    patience.spend();
    const found = piece && seenOf(piece, seenIn);
    // What lies below a veil can't be asked.
    isCut ||= piece === null || found?.seen === 'veiled';
    if (!piece || !found) continue;
    letters.push({ ...found, text: piece.text, place: letters.length, isOwn: true });
    if (piece.text !== ' ') read += piece.text.length;
  }
  return { letters: [...letters, ...lettersBeside(link, seenIn, patience)], isCut };
}

function spelt(word: Word, { asSpelt }: Way): string {
  const seen = word.map(({ text }) => text).join('');
  // A host's letters among them are read as they stand.
  if (!rightToLeft.test(seen) || (!asSpelt && /[a-z]/i.test(seen))) return seen;
  return word
    .toSorted((one, other) => one.place - other.place)
    .map(({ text }) => text)
    .join('');
}

const middleOf = ({ top, height }: DOMRect) => top + height / 2;

/** From above, each from left to right. */
function linesOf(letters: readonly Letter[]): readonly Word[] {
  const lines: Letter[][] = [];
  for (const letter of letters.toSorted((one, other) => middleOf(one.box) - middleOf(other.box))) {
    const line = lines.at(-1);
    const first = line?.[0];
    if (line && first && middleOf(letter.box) - middleOf(first.box) < first.box.height / 2) line.push(letter);
    else lines.push([letter]);
  }
  return lines.map((line) => line.toSorted((one, other) => one.box.left - other.box.left || one.place - other.place));
}

/** As the eye goes: texts, which wide gaps part, of words. */
function wordsOf(letters: readonly Letter[], { gap: least }: Way): readonly (readonly Word[])[] {
  const texts: Word[][] = [[]];
  for (const line of linesOf(letters)) {
    let word: Letter[] = [];
    let [end, before] = [line[0]?.box.left ?? 0, 0];
    const close = () => {
      texts.at(-1)?.push(word);
      word = [];
    };
    for (const letter of line) {
      const height = Math.max(letter.box.height, before);
      const gap = letter.box.left - end;
      [end, before] = [Math.max(end, letter.box.right), letter.box.height];
      const isSpace = letter.text === ' ';
      if (isSpace || gap > height * least) close();
      if (gap > height * farApart) texts.push([]);
      if (!isSpace) word.push(letter);
    }
    close();
  }
  return texts;
}

/** What is read as an address and not as the end of a sentence (`Thanks.Unsubscribe`): with a scheme, `//`, `www.` or a path. */
const addressLike = /(?:https?|ftp):|[/\\]{2}|^www\.|\.\p{L}{2,}\//iu;

/** The link's own texts, and each address that goes on beyond it. */
function textsOf(letters: readonly Letter[], way: Way): readonly string[] {
  const own = wordsOf(
    letters.filter(({ isOwn }) => isOwn),
    way,
  ).map((words) => words.map((word) => spelt(word, way)).join(' '));
  const isShared = (word: Word) => word.some(({ isOwn }) => isOwn) && word.some(({ isOwn }) => !isOwn);
  const shared = wordsOf(letters, way).flat().filter(isShared);
  return [...own, ...shared.map((word) => spelt(word, way)).filter((word) => addressLike.test(word))];
}

/** What it is read as: first as it surely looks, then as it may look. None is empty. `cut`: there is more. */
export function readingsOf(link: Element): Pick<FromFrame & { readonly kind: 'link' }, 'texts' | 'cut'> {
  const { letters, isCut } = look(link);
  const sure = letters.filter(({ seen }) => seen === 'seen');
  const all = ways.flatMap((way) => [...textsOf(sure, way), ...textsOf(letters, way)]);
  const clean = [...new Set(all.map((text) => text.replace(/\s+/g, ' ').trim()))].filter((text) => text !== '');
  return {
    texts: clean.slice(0, mostLinkTexts).map((text) => text.slice(0, longestLinkText)),
    cut: isCut || clean.length > mostLinkTexts || clean.some((text) => text.length > longestLinkText),
  };
}
