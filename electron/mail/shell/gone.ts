// A picture that turned out not to be had, or to be none, looks like one that was kept out: what was to be read in its place,
// in a frame, and no sign of the browser's.
import { getter } from './getter.ts';
import { ownPrefix } from './selectors.ts';

const nameOf = getter<string>(Node.prototype, 'nodeName');
const isComplete = getter<boolean>(HTMLImageElement.prototype, 'complete');
const widthOf = getter<number>(HTMLImageElement.prototype, 'naturalWidth');
const { getAttribute, setAttribute, removeAttribute } = Element.prototype;

function replace(image: Element): void {
  removeAttribute.call(image, 'src');
  setAttribute.call(image, 'class', `${getAttribute.call(image, 'class') ?? ''} ${ownPrefix}kept-out`.trim());
}

export function replaceGone(shown: Document): void {
  EventTarget.prototype.addEventListener.call(
    shown,
    'error',
    ({ target }) => {
      if (target && nameOf.call(target) === 'IMG') replace(target as Element);
    },
    true,
  );
  // Those that had failed before anybody listened.
  for (const image of Document.prototype.querySelectorAll.call(shown, 'img[src]')) {
    if (isComplete.call(image) && widthOf.call(image) === 0) replace(image);
  }
}
