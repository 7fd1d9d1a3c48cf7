// What the parts of the main process share: how far the app has come, its one Chromium, and its open windows.
import type * as Electron from 'electron';
import type { Cdp } from '../chromium/cdp.ts';
import type { Page } from '../chromium/page.ts';

export interface OpenWindow {
  readonly window: Electron.BrowserWindow;
  readonly contents: Electron.WebContents;
  readonly page: Page;
  /** Asks the window to close, which it may refuse. */
  readonly close: () => Promise<void>;
  /** Chromium's page has gone, whoever closed it. */
  readonly end: () => void;
}

const { promise, resolve } = Promise.withResolvers<void>();
let chromium: Cdp | undefined;

export const life = {
  isReady: false,
  ready: promise,
  isQuitting: false,
  windows: [] as OpenWindow[],
  /** Target ids of windows that pages opened, on their way out. */
  popups: new Set<string>(),

  get cdp(): Cdp {
    if (!chromium) throw new Error('electron stand-in: Chromium is not running yet');
    return chromium;
  },
  set cdp(cdp: Cdp) {
    chromium = cdp;
  },

  becomeReady(): void {
    life.isReady = true;
    resolve();
  },
};

/** The window that a frame belongs to. A request may overtake the news of its frame; with one window there is no doubt. */
export function windowOf(frameId: string | undefined): OpenWindow | undefined {
  const { windows } = life;
  return windows.find(({ page }) => page.owns(frameId)) ?? (windows.length === 1 ? windows[0] : undefined);
}
