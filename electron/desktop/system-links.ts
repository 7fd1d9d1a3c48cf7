// Links on Electron: what opens them, and the system's dialog about one that does not stand in its message. The window can neither
// answer that dialog nor write on it.
import { type BrowserWindow, dialog, shell } from 'electron';
import type { Words } from '../telling/words.ts';
import { createLinkOpening, type LinkOpening } from './link-opening.ts';

export interface SystemLinksOptions {
  readonly window: () => BrowserWindow | undefined;
  /** What was answered counts only where the window has not been locked since. */
  readonly unlessShut: <Answer>(asked: Promise<Answer>) => Promise<Answer | undefined>;
  readonly words: () => Promise<Words>;
  readonly contents: () => { readonly namesLink: (messageId: string, url: string) => Promise<boolean> };
}

/** Not to open it is the answer at hand. `url`: shown whole. */
async function confirmLink(window: BrowserWindow, url: string, words: Words['links']): Promise<boolean> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'warning',
    message: words.question,
    detail: `${url}\n\n${words.note}`,
    buttons: [words.open, words.cancel],
    defaultId: 1,
    cancelId: 1,
    noLink: true,
  });
  return response === 0;
}

export function createSystemLinks({ window, unlessShut, words, contents }: SystemLinksOptions): LinkOpening {
  return createLinkOpening({
    openExternal: (url) => shell.openExternal(url),
    names: (messageId, url) => contents().namesLink(messageId, url),
    confirm: async (url) => {
      const { links } = await words();
      const asking = window();
      return asking !== undefined && (await unlessShut(confirmLink(asking, url, links))) === true;
    },
    ticks: () => performance.now(),
  });
}
