// The scriptless frame: made anew for every document, listened to and measured from outside. Reads what is in it through the
// getters of the prototypes only.
import { policy } from './trusted.ts';

/** Never `allow-scripts`: with `allow-same-origin` beside it the mail would be us. */
export const sandbox = 'allow-same-origin allow-popups';

/** A document that was parsed is looked for this often; its pictures may take longer. */
const lookMs = 4;

export interface Stage {
  /** Resolves when the document stands, before its pictures do. */
  readonly show: (html: string, title: string) => Promise<Document>;
}

const urlOf = Object.getOwnPropertyDescriptor(Document.prototype, 'URL')?.get as () => string;
const stateOf = Object.getOwnPropertyDescriptor(Document.prototype, 'readyState')?.get as () => DocumentReadyState;

export function createStage(): Stage {
  let frame: HTMLIFrameElement | null = null;

  const standing = (made: HTMLIFrameElement): Document | null => {
    const { contentDocument } = made;
    const stands = contentDocument && urlOf.call(contentDocument) === 'about:srcdoc';
    return stands && stateOf.call(contentDocument) !== 'loading' ? contentDocument : null;
  };

  return {
    show: (html, title) => {
      const made = document.createElement('iframe');
      made.setAttribute('sandbox', sandbox);
      made.setAttribute('referrerpolicy', 'no-referrer');
      made.setAttribute('title', title);
      made.srcdoc = policy.createHTML(html);
      frame?.remove();
      frame = made;
      document.body.append(made);
      return new Promise((resolve) => {
        const look = () => {
          // Another document has taken its place.
          if (made !== frame) return;
          const there = standing(made);
          if (there) resolve(there);
          else setTimeout(look, lookMs);
        };
        look();
      });
    },
  };
}
