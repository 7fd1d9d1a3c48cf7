// Where a text stands in elements of the window's own document.
import { soughtText } from '../../electron/mail/sought-text.ts';

const inline = new Set(['A', 'BDI', 'BDO', 'MARK', 'SPAN', 'TIME', 'B', 'I', 'EM', 'STRONG', 'SMALL']);
const most = 2_000;

export function countIn(text: string, sought: string): number {
  const wanted = soughtText(sought);
  if (wanted === '') return 0;
  const all = soughtText(text);
  let count = 0;
  for (let at = all.indexOf(wanted); at >= 0 && count < most; at = all.indexOf(wanted, at + wanted.length)) count += 1;
  return count;
}

interface Piece {
  readonly node: Text;
  /** Where its text begins in the whole. */
  readonly at: number;
}

function read(root: Element): { readonly text: string; readonly pieces: readonly Piece[] } {
  const pieces: Piece[] = [];
  let text = '';
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node instanceof Text) {
      pieces.push({ node, at: text.length });
      text += soughtText(node.data);
    } else if (!inline.has(node.nodeName)) text += '\n';
  }
  return { text, pieces };
}

function rangeOf(pieces: readonly Piece[], from: number, to: number): Range {
  const pieceAt = (at: number) => pieces.findLast((piece) => piece.at <= at);
  const range = document.createRange();
  const [first, last] = [pieceAt(from), pieceAt(to - 1)];
  if (first && last) {
    range.setStart(first.node, from - first.at);
    range.setEnd(last.node, to - last.at);
  }
  return range;
}

export function rangesIn(root: Element, sought: string): readonly Range[] {
  const wanted = soughtText(sought);
  const { text, pieces } = read(root);
  const ranges: Range[] = [];
  if (wanted === '') return ranges;
  for (let at = text.indexOf(wanted); at >= 0 && ranges.length < most; at = text.indexOf(wanted, at + wanted.length)) {
    ranges.push(rangeOf(pieces, at, at + wanted.length));
  }
  return ranges;
}
