// Makes the screen live that the document came with, or draws it where it came without.
import { createRoot, hydrateRoot } from 'react-dom/client';
import { Root } from './app/root.tsx';
import { findFocus, watchFocus } from './controls/lost-focus.ts';
import { beginAsDelivered, herePlace } from './first-answers.ts';
import { comeBack } from './settings/opening.ts';
import './wording/document-language.ts';

// A file that misses the place for it must not replace the page.
for (const name of ['dragover', 'drop']) window.addEventListener(name, (event) => event.preventDefault());

function draw(root: HTMLElement, onLive: () => void): void {
  const isDrawn = root.hasChildNodes() && root.dataset['place'] === herePlace();
  if (isDrawn) hydrateRoot(root, <Root onLive={onLive} />);
  else createRoot(root).render(<Root onLive={onLive} />);
}

/** Resolves when what can be seen can be used. */
export function live(root: HTMLElement): Promise<void> {
  beginAsDelivered();
  comeBack();
  watchFocus();
  return new Promise((resolve) => {
    draw(root, () => {
      root.inert = false;
      // Before, nothing could have it. Nobody has gone to a row yet.
      findFocus(false);
      resolve();
    });
  });
}
