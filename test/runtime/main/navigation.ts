// Which navigations the app lets happen. Electron asks about what a page starts, not about loadURL(), nor about a reload.
import { toChromium } from '../chromium/schemes.ts';
import { emitPreventable } from '../strict.ts';
import type { OpenWindow } from './life.ts';
import { makeSubFrame } from './web-frame-main.ts';

export interface Navigation {
  readonly url: string;
  readonly frameId: string;
  readonly isMainFrame: boolean;
  readonly isRedirect: boolean;
}

export function allowsNavigation(
  { contents, page }: OpenWindow,
  { url, frameId, isMainFrame, isRedirect }: Navigation,
): boolean {
  const frame = isMainFrame ? contents.mainFrame : makeSubFrame(contents.mainFrame, page, frameId);
  const details = { url, isMainFrame, isSameDocument: false, frame, initiator: null };
  if (isRedirect) return !emitPreventable(contents, 'will-redirect', details, url, false, isMainFrame, 1, 1);
  const isThis = (other: string | undefined) => other?.split('#')[0] === toChromium(url).split('#')[0];
  if (isMainFrame && (isThis(page.asked) || isThis(page.url))) {
    page.asked = undefined;
    return true;
  }
  if (emitPreventable(contents, 'will-frame-navigate', details)) return false;
  return !isMainFrame || !emitPreventable(contents, 'will-navigate', details, url, false, true, 1, 1);
}
