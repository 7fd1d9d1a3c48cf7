// What a person does inside the scriptless frame: links are told instead of followed, and the keys that are not for moving about
// in a text are handed on. Listens before anything in the frame can.
import { type FromFrame, longestUrl } from '../frame.ts';
import { readingsOf } from './reading.ts';
import { linkAddress } from './sanitise.ts';

type Say = (message: FromFrame) => void;

const listen = EventTarget.prototype.addEventListener;
const { getAttribute } = Element.prototype;
const closest = Element.prototype.closest as (this: EventTarget, selectors: string) => Element | null;
const nodeTypeOf = Object.getOwnPropertyDescriptor(Node.prototype, 'nodeType')?.get as (this: unknown) => number;

/**
 * Also one of SVG, and one whose address is none of ours: that one is not followed either. What stands in the frame is of its
 * own realm, so no `instanceof` knows it.
 */
function linkAt(target: EventTarget | null): Element | null {
  return target && nodeTypeOf.call(target) === Node.ELEMENT_NODE ? closest.call(target, 'a,area,[href]') : null;
}

function hrefOf(link: Element): string | null {
  const address = linkAddress(getAttribute.call(link, 'href') ?? '');
  return address !== null && address.length <= longestUrl ? address : null;
}

/** Left to the frame: what scrolls, selects, copies, moves the focus or presses a button. */
const kept =
  /^(?:Tab|Enter| |Arrow\w+|Page\w+|Home|End|Shift|Control|Alt|AltGraph|Meta|CapsLock|ContextMenu|Dead|Process)$/;
const editing = /^[acvxz]$/i;

function isHandedOn({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  if (key.length > 20 || kept.test(key)) return false;
  return !((ctrlKey || metaKey) && !altKey && editing.test(key));
}

export function followKeys(shown: Document, say: Say): void {
  listen.call(
    shown,
    'keydown',
    (event) => {
      const pressed = event as KeyboardEvent;
      if (!pressed.isTrusted || !isHandedOn(pressed)) return;
      pressed.preventDefault();
      const { key, code, ctrlKey, metaKey, altKey, shiftKey } = pressed;
      say({ kind: 'key', key, code: code.slice(0, 30), ctrlKey, metaKey, altKey, shiftKey });
    },
    true,
  );
}

export function followLinks(shown: Document, say: Say): void {
  let hovered: string | null = null;
  const hover = (href: string | null) => {
    if (href === hovered) return;
    hovered = href;
    say({ kind: 'hover', href });
  };
  const follow = (event: Event) => {
    const link = linkAt(event.target);
    if (!link) return;
    event.preventDefault();
    const href = hrefOf(link);
    const { isTrusted, button } = event as MouseEvent;
    // The right button asks for a menu.
    if (href !== null && isTrusted && button !== 2) {
      say({ kind: 'link', href, ...readingsOf(link) });
    }
  };
  const over = (event: Event) => {
    const link = linkAt(event.target);
    hover(link && hrefOf(link));
  };
  listen.call(shown, 'click', follow, true);
  listen.call(shown, 'auxclick', follow, true);
  listen.call(shown, 'mouseover', over, true);
  listen.call(shown, 'focusin', over, true);
  listen.call(shown, 'mouseout', () => hover(null), true);
  listen.call(shown, 'focusout', () => hover(null), true);
  for (const way of ['submit', 'dragstart', 'drop', 'dragover']) {
    listen.call(shown, way, (event) => event.preventDefault(), true);
  }
}
