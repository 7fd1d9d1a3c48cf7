// What a person reads of a link: letter by letter where it stands on the screen, not what the source has. What is hidden by size,
// colour, opacity or an edge, or lies below something else, is not read; what is turned around or moved is read as it looks.
import { type FromFrame, longestLinkText, mostLinkTexts } from '../frame.ts';
import { getter } from './getter.ts';
import { createSeenIn, type Seen, seenAt, worse } from './seeing.ts';

const textOf = getter<string | null>(Node.prototype, 'textContent');
const parentOf = getter<Element | null>(Node.prototype, 'parentElement');
const nameOf = getter<string>(Node.prototype, 'nodeName');
const { getAttribute, hasAttribute, getBoundingClientRect } = Element.prototype;

/** What is smaller, CSS pixels, nobody reads. */
const leastSize = 4;
/** In letters' heights: what is as far apart is another word, and what is read apart. */
const leastGap = 0.2;
const farApart = 4;
/** Of which it is asked where they stand, read or not: each costs some microseconds, and a mail may have a million. */
const mostMeasured = 4_000;
/** Nested deep enough, one of them costs as much as thousands: whoever pressed a link does not wait longer for its text. */
const longestLookMs = 500;
const rightToLeft =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u;

interface Letter {
  readonly text: string;
  readonly place: number;
  readonly seen: Exclude<Seen, 'unseen'>;
  readonly box: DOMRect;
}

interface Piece {
  readonly text: string;
  readonly element: Element;
  readonly boxOf: () => DOMRect | undefined;
}

/** What an image shows that is not there. */
function wordsFor(element: Element): string | null {
  const isAbsent = nameOf.call(element) === 'IMG' && !hasAttribute.call(element, 'src');
  return isAbsent ? getAttribute.call(element, 'alt') : null;
}

/** In the order of the source, without what stands in an element that is not seen. */
function* piecesOf(link: Element, seenIn: (element: Element) => Seen): Generator<Piece> {
  const walker = document.createTreeWalker(link, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  const range = new Range();
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const isElement = node.nodeType === Node.ELEMENT_NODE;
    const element = isElement ? (node as Element) : parentOf.call(node);
    if (!element || seenIn(element) === 'unseen') continue;
    if (isElement) {
      const text = wordsFor(element);
      if (text) yield { text, element, boxOf: () => getBoundingClientRect.call(element) };
      continue;
    }
    // However many blanks follow each other, they part two words: the first says that, and their room the rest.
    for (const { 0: run, index } of (textOf.call(node) ?? '').matchAll(/\s+|\S/gu)) {
      const text = /^\s/.test(run) ? ' ' : run;
      const boxOf = () => {
        range.setStart(node, index);
        range.setEnd(node, index + text.length);
        return range.getClientRects()[0];
      };
      yield { text, element, boxOf };
    }
  }
}

/** What is not read takes nobody's place. `isCut`: there are more. */
function lettersOf(link: Element): { readonly letters: readonly Letter[]; readonly isCut: boolean } {
  const letters: Letter[] = [];
  const seenIn = createSeenIn();
  let read = 0;
  let measured = 0;
  const until = performance.now() + longestLookMs;
  for (const { text, element, boxOf } of piecesOf(link, seenIn)) {
    const isBlank = text === ' ';
    if (read >= longestLinkText || measured >= mostMeasured || performance.now() > until) {
      if (isBlank) continue;
      return { letters, isCut: true };
    }
    measured += 1;
    const box = boxOf();
    if (!box || box.width === 0 || box.height < leastSize) continue;
    const seen = worse(seenAt(element, box), seenIn(element));
    if (seen === 'unseen') continue;
    letters.push({ text, place: letters.length, seen, box });
    if (!isBlank) read += text.length;
  }
  return { letters, isCut: false };
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

/** From above, each from left to right. */
function linesOf(letters: readonly Letter[]): readonly (readonly Letter[])[] {
  const lines: Letter[][] = [];
  for (const letter of letters.toSorted((one, other) => middleOf(one.box) - middleOf(other.box))) {
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
      const isSpace = letter.text === ' ';
      if (isSpace || gap > letter.box.height * leastGap) close();
      if (gap > letter.box.height * farApart) texts.push('');
      if (!isSpace) word.push(letter);
    }
    close();
  }
  return texts;
}

/** What it is read as: first as it surely looks, then as it may look. None is empty. `cut`: there is more. */
export function readingsOf(link: Element): Pick<FromFrame & { readonly kind: 'link' }, 'texts' | 'cut'> {
  const { letters, isCut } = lettersOf(link);
  const all = [...asSeen(letters.filter(({ seen }) => seen === 'seen')), ...asSeen(letters)];
  const clean = [...new Set(all.map((text) => text.replace(/\s+/g, ' ').trim()))].filter((text) => text !== '');
  return {
    texts: clean.slice(0, mostLinkTexts).map((text) => text.slice(0, longestLinkText)),
    cut: isCut || clean.length > mostLinkTexts || clean.some((text) => text.length > longestLinkText),
  };
}
