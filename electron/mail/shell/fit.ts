// A mail that is laid out wider than its frame is made smaller until it fits: most newsletters are some 600 pixels wide, whatever
// the window is. Reads and writes it through the prototypes only, as `measure.ts` does.
import { getter } from './getter.ts';

const styleOf = getter<CSSStyleDeclaration>(HTMLElement.prototype, 'style');
const scrollWidthOf = getter<number>(Element.prototype, 'scrollWidth');
const clientWidthOf = getter<number>(Element.prototype, 'clientWidth');
const offsetHeightOf = getter<number>(HTMLElement.prototype, 'offsetHeight');

/** Of what it was sent as: text below that can't be read. What is wider than this allows is scrolled, at its own size. */
const smallest = 0.6;

/** Answers what is to be called whenever the frame may have another width, or the mail. It ends: at one width there is one answer. */
export function createFit(root: Element, body: HTMLElement): () => void {
  /** As it lay there after the last answer. Made smaller, it is as wide as the frame, and only its height says that what was too wide
   *  has gone. */
  let last = '';
  const now = () =>
    [clientWidthOf, scrollWidthOf]
      .map((of) => of.call(root))
      .concat(offsetHeightOf.call(body))
      .join();
  const answer = () => {
    const style = styleOf.call(body);
    style.removeProperty('zoom');
    const share = clientWidthOf.call(root) / scrollWidthOf.call(root);
    if (share >= 1 || share < smallest) return;
    style.setProperty('zoom', String(share), 'important');
    // What is as wide as the frame and something more is too wide at every size.
    if (scrollWidthOf.call(root) > clientWidthOf.call(root) + 1) style.removeProperty('zoom');
  };
  return () => {
    if (now() === last) return;
    answer();
    last = now();
  };
}
