// A mail that is laid out wider than its frame is made smaller until it fits: most newsletters are some 600 pixels wide, whatever
// the window is. Reads and writes it through the prototypes only, as `measure.ts` does.
import { getter } from './getter.ts';

const styleOf = getter<CSSStyleDeclaration>(HTMLElement.prototype, 'style');
const scrollWidthOf = getter<number>(Element.prototype, 'scrollWidth');
const clientWidthOf = getter<number>(Element.prototype, 'clientWidth');

/** Of what it was sent as: text below that can't be read. What is wider than this allows is scrolled, at its own size. */
const smallest = 0.6;

/** Answers what is to be called whenever the frame may have another width, or the mail. It ends: at one width there is one answer. */
export function createFit(root: Element, body: HTMLElement): () => void {
  let room = -1;
  let width = -1;
  return () => {
    if (clientWidthOf.call(root) === room && scrollWidthOf.call(root) === width) return;
    const style = styleOf.call(body);
    style.removeProperty('zoom');
    room = clientWidthOf.call(root);
    const share = room / scrollWidthOf.call(root);
    if (share < 1 && share >= smallest) style.setProperty('zoom', String(share), 'important');
    width = scrollWidthOf.call(root);
  };
}
