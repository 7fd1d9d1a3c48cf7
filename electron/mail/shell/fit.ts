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
  /** Of the frame, and of the mail as it lay there after the last answer. */
  let [room, width] = [-1, -1];
  let isSmaller = false;
  return () => {
    // One that was made smaller is as wide as the frame, whatever has become of what was too wide.
    if (!isSmaller && clientWidthOf.call(root) === room && scrollWidthOf.call(root) === width) return;
    const style = styleOf.call(body);
    style.removeProperty('zoom');
    room = clientWidthOf.call(root);
    width = scrollWidthOf.call(root);
    const share = room / width;
    isSmaller = share < 1 && share >= smallest;
    if (!isSmaller) return;
    style.setProperty('zoom', String(share), 'important');
    // What is as wide as the frame and something more is too wide at every size.
    isSmaller = scrollWidthOf.call(root) <= clientWidthOf.call(root) + 1;
    if (!isSmaller) style.removeProperty('zoom');
  };
}
