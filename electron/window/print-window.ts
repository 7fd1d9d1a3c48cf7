// Prints a message through a window that nobody sees: our own page, which shows the message alone and says by its title when
// it stands there. It has the same locks as any window.
import { BrowserWindow } from 'electron';
import { FailureError } from '../contract/failure.ts';
import { readyTitle } from '../contract/print.ts';
import { webPreferences } from './web-preferences.ts';

export interface PrintOptions {
  /** The preload script, one CommonJS file. */
  readonly preload: string;
  readonly isPackaged: boolean;
  /** Those that are wanted on the page, as `wantedLanguages` writes them. */
  readonly languages: string;
  /** Writes a PDF where the person wants it, if they do. */
  readonly savePdf: (pdf: Uint8Array) => Promise<void>;
}

/** A4 at 96 dots an inch: the page is laid out once as it will be printed. */
const paper = { width: 794, height: 1_123 };
const patienceMs = 20_000;

function laidOut(window: BrowserWindow): Promise<void> {
  return new Promise((resolve, reject) => {
    const fail = () => reject(new FailureError({ kind: 'not-opened' }));
    const late = setTimeout(fail, patienceMs);
    window.on('page-title-updated', (_event, title) => {
      if (title === readyTitle) resolve();
    });
    const end = () => {
      clearTimeout(late);
      fail();
    };
    window.on('closed', end);
    window.webContents.on('render-process-gone', end);
  });
}

/** Resolves once it is printed, or the person has decided otherwise. */
export async function printMessage(id: string, as: 'paper' | 'pdf', options: PrintOptions): Promise<void> {
  const window = new BrowserWindow({
    ...paper,
    show: false,
    webPreferences: webPreferences(options.preload, options.isPackaged),
  });
  try {
    const ready = laidOut(window);
    const query = new URLSearchParams({ print: id, languages: options.languages });
    await window.loadURL(`app://bundle/index.html?${query}`);
    await ready;
    if (as === 'pdf') {
      const pdf = await window.webContents.printToPDF({ pageSize: 'A4', printBackground: true });
      await options.savePdf(pdf);
      return;
    }
    await new Promise<void>((resolve) => window.webContents.print({ printBackground: true }, () => resolve()));
  } finally {
    window.destroy();
  }
}
