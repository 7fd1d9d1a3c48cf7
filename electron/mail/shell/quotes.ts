// Folds away what a mail repeats of an earlier one: `details` opens without any script. Works on a sanitised tree.
import { isAttribution, isForwardMark } from '../attribution.ts';
import { outlookQuote } from './sanitise.ts';
import { ownPrefix } from './selectors.ts';

/** Nothing that is read at a glance is worth folding. */
const leastFoldedLines = 2;
const longestAttribution = 400;

const marks = [
  '.gmail_quote_container',
  '.gmail_quote',
  '.yahoo_quoted',
  '.protonmail_quote',
  '.tutanota_quote',
  '.moz-cite-prefix',
  `.${outlookQuote}`,
  'blockquote[type=cite]',
  'blockquote',
].join(',');
const blocks = /^(?:address|article|blockquote|div|dl|h[1-6]|hr|li|ol|p|pre|section|table|tr|ul)$/;

const textOf = (node: Node) => (node.textContent ?? '').replace(/[\s\u200b\u00a0]+/g, ' ').trim();
const isEmpty = (node: Node) => textOf(node) === '' && !(node instanceof Element && node.matches('img,:has(img)'));

function lines(root: Node): number {
  if (!(root instanceof Element)) return textOf(root) === '' ? 0 : 1;
  let count = 0;
  let open = false;
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  for (let node = walker.nextNode(); node && count < leastFoldedLines; node = walker.nextNode()) {
    if (node instanceof Element) open &&= !(blocks.test(node.localName) || node.localName === 'br');
    else if (textOf(node) !== '' && !open) {
      count += 1;
      open = true;
    }
  }
  return count;
}

/** From here on, all that follows at this place. */
function restFrom(node: ChildNode): ChildNode[] {
  const rest: ChildNode[] = [];
  for (let one: ChildNode | null = node; one; one = one.nextSibling) rest.push(one);
  return rest;
}

/** What stands before it: an attribution in a block of its own, or in pieces of one line; perhaps behind empty lines. */
function withAttribution(quote: ChildNode): ChildNode {
  let line = '';
  let first: ChildNode = quote;
  for (let before = quote.previousSibling, steps = 0; before && steps < 12; steps++, before = before.previousSibling) {
    const text = textOf(before);
    const isBlock = before instanceof Element && blocks.test(before.localName);
    const ends = isBlock || before.nodeName === 'BR';
    if (ends && line !== '') break;
    if (text === '') continue;
    line = `${text} ${line}`.trim();
    if (line.length > longestAttribution) break;
    if (isAttribution(line)) first = before;
    if (isBlock) break;
  }
  return first;
}

/** Nothing is written below it, or beside what contains it: an answer between the lines is not to be folded. */
function isLast(nodes: readonly ChildNode[], quote: Element, root: Element): boolean {
  if (nodes.some((node) => node !== quote && !isEmpty(node) && !(node instanceof Element && node.matches(marks)))) {
    return quote.classList.contains(outlookQuote) || quote.classList.contains('moz-cite-prefix');
  }
  for (let parent = quote.parentElement; parent && parent !== root; parent = parent.parentElement) {
    const after = parent.nextSibling ? restFrom(parent.nextSibling) : [];
    if (after.some((node) => !isEmpty(node))) return false;
  }
  return true;
}

function hasTextBefore(first: ChildNode, root: Element): boolean {
  const before = document.createRange();
  before.setStart(root, 0);
  before.setEndBefore(first);
  const copy = before.cloneContents();
  for (const style of copy.querySelectorAll('style')) style.remove();
  return textOf(copy) !== '' || copy.querySelector('img') !== null;
}

/** Among its first lines. */
function isForward(node: Node): boolean {
  const walker = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
  let seen = 0;
  for (let text = node instanceof Text ? node : walker.nextNode(); text && seen < 3; text = walker.nextNode()) {
    if (textOf(text) === '') continue;
    if (isForwardMark(textOf(text))) return true;
    seen += 1;
  }
  return false;
}

/** Whether something was folded. */
export function foldQuote(root: HTMLElement, title: string): boolean {
  // Where the first one is no end of the mail, somebody has answered between the lines.
  const quote = root.querySelector(marks);
  if (!quote) return false;
  const first = withAttribution(quote);
  const folded = restFrom(first);
  if (!isLast(folded.slice(folded.indexOf(quote)), quote, root) || !hasTextBefore(first, root)) return false;
  if (folded.reduce((sum, node) => sum + lines(node), 0) < leastFoldedLines) return false;
  // What is passed on is what the mail is about.
  if (folded.some(isForward)) return false;
  const details = root.ownerDocument.createElement('details');
  details.className = `${ownPrefix}quoted`;
  const summary = root.ownerDocument.createElement('summary');
  summary.textContent = '•••';
  summary.title = title;
  first.before(details);
  details.append(summary, ...folded);
  return true;
}
