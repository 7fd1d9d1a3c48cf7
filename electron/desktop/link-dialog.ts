// The system's dialog about a link that does not stand in its message: the window can neither answer it nor write on it.
import { type BrowserWindow, dialog } from 'electron';
import type { Words } from '../telling/words.ts';

/** Not to open it is the answer at hand. `url`: shown whole. */
export async function confirmLink(window: BrowserWindow, url: string, words: Words['links']): Promise<boolean> {
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
