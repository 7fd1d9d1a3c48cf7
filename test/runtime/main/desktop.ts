// Links and clipboard of the desktop that the app runs on. They are recorded; with STAND_IN_OPEN=1, when a person uses the
// app, they are real as well.
import { spawn } from 'node:child_process';
import type * as Electron from 'electron';
import { record } from '../record.ts';
import { standsFor } from '../strict.ts';
import { life } from './life.ts';

const isReal = () => process.env['STAND_IN_OPEN'] === '1';

export const shell = standsFor<Electron.Shell>('shell')({
  async openExternal(url: string) {
    record.openedExternally.push(url);
    if (isReal()) await openInSystem(url);
  },
  openPath: async () => 'The Electron stand-in opens nothing',
  showItemInFolder: () => undefined,
  beep: () => undefined,
});

/** Resolves when the opener has started: xdg-open may last as long as the browser that it starts. */
async function openInSystem(url: string): Promise<void> {
  const opener = process.platform === 'darwin' ? 'open' : 'xdg-open';
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  spawn(opener, [url], { detached: true, stdio: 'ignore' })
    .on('spawn', resolve)
    .on('error', reject)
    .on('exit', (code) => code && process.stderr.write(`electron stand-in: ${opener} failed (${code})\n`))
    .unref();
  await promise;
}

let copied = '';

export const clipboard = standsFor<Electron.Clipboard>('clipboard')({
  readText: async () => copied,
  async writeText(text: string) {
    copied = text;
    if (isReal()) await life.windows[0]?.page.evaluate(`(${copyFromPage})(${JSON.stringify(text)})`);
  },
  clear: () => {
    copied = '';
  },
});

/** Runs in the page, with a user gesture: the one way to a system's clipboard that needs neither permission nor focus. */
function copyFromPage(text: string): void {
  const onCopy = (event: ClipboardEvent) => {
    event.clipboardData?.setData('text/plain', text);
    event.preventDefault();
  };
  document.addEventListener('copy', onCopy, { once: true });
  document.execCommand('copy');
  document.removeEventListener('copy', onCopy);
}
