// `WebFrameMain` of a window's main frame, the only frame that can send messages: sub-frames have no preload script; and of the
// frames below it, as far as navigation events tell of them.
import type * as Electron from 'electron';
import type { Page } from '../chromium/page.ts';
import { toApp } from '../chromium/schemes.ts';
import { standsFor } from '../strict.ts';

export function makeMainFrame(contents: { getURL: () => string; isDestroyed: () => boolean }): Electron.WebFrameMain {
  const frame: Electron.WebFrameMain = standsFor<Electron.WebFrameMain>('webFrameMain')({
    get url() {
      return contents.getURL();
    },
    get origin() {
      const { protocol, host } = new URL(contents.getURL());
      return `${protocol}//${host}`;
    },
    get top() {
      return frame;
    },
    parent: null,
    name: '',
    processId: 1,
    routingId: 1,
    detached: false,
    isDestroyed: () => contents.isDestroyed(),
  });
  return frame;
}

/** Null where the page knows no such frame. */
export function makeSubFrame(main: Electron.WebFrameMain, page: Page, frameId: string): Electron.WebFrameMain | null {
  const known = page.frame(frameId);
  if (!known) return null;
  const parent = known.parentId === page.targetId ? main : makeSubFrame(main, page, known.parentId);
  return standsFor<Electron.WebFrameMain>('webFrameMain')({ url: toApp(known.url), parent, top: main });
}
