// How high a document is, told whenever that changes. Reads it through the getters of the prototypes only: an element that is
// named `documentElement` would stand in front of the document's own.
import { tallest } from '../frame.ts';
import { createFit } from './fit.ts';
import { getter } from './getter.ts';

const rootOf = getter<Element | null>(Document.prototype, 'documentElement');
const bodyOf = getter<HTMLElement | null>(Document.prototype, 'body');
const scrollHeightOf = getter<number>(Element.prototype, 'scrollHeight');
const scrollWidthOf = getter<number>(Element.prototype, 'scrollWidth');
const clientHeightOf = getter<number>(Element.prototype, 'clientHeight');
const clientWidthOf = getter<number>(Element.prototype, 'clientWidth');
const viewOf = getter<Window | null>(Document.prototype, 'defaultView');
const styleOf = getter<CSSStyleDeclaration>(HTMLElement.prototype, 'style');
const offsetHeightOf = getter<number>(HTMLElement.prototype, 'offsetHeight');

/** `fits`: what is wider than the frame is made smaller. Answers what ends it. */
export function measure(shown: Document, fits: boolean, onHeight: (height: number) => void): () => void {
  const root = rootOf.call(shown);
  const body = bodyOf.call(shown);
  if (!root || !body) return () => undefined;
  let told = -1;
  /** Once it is: its scrollbar narrows it, and what fits into less is less high. */
  let isTallest = false;
  /** What stands out of the root at its lower end. Never less again: the height would swing. */
  let beyond = 0;

  const makeFit = fits ? createFit(root, body) : () => undefined;
  const tell = () => {
    makeFit();
    const laidOut = offsetHeightOf.call(root);
    const whole = scrollHeightOf.call(root);
    const room = clientHeightOf.call(root);
    if (whole > room) beyond = Math.max(beyond, whole - laidOut);
    const scrollbar = scrollWidthOf.call(root) > clientWidthOf.call(root) ? Math.max(0, innerHeight - room) : 0;
    const needed = Math.ceil(laidOut + beyond + Math.min(scrollbar, 20));
    const height = Math.min(tallest, needed);
    // What is higher than any frame is scrolled in it.
    isTallest ||= needed > tallest;
    styleOf.call(root).setProperty('overflow-y', isTallest ? 'auto' : 'hidden', 'important');
    if (height === told) return;
    told = height;
    onHeight(height);
  };

  const observer = new ResizeObserver(tell);
  observer.observe(root);
  observer.observe(body);
  // Pictures, which may stand out of what is observed.
  EventTarget.prototype.addEventListener.call(shown, 'load', tell, true);
  // What stands out of the root is only seen where the frame is no higher than that.
  const view = viewOf.call(shown);
  if (view) EventTarget.prototype.addEventListener.call(view, 'resize', tell);
  tell();
  return () => observer.disconnect();
}
