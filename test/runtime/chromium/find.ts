// Which Chromium there is: the one that is named, the system's, or the npm package @sparticuz/chromium.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { findPackage, unpackChromium } from './unpack.ts';

export interface Chromium {
  readonly executable: string;
  readonly switches: readonly string[];
  readonly env: NodeJS.ProcessEnv;
}

export type ChromiumKind = 'windowed' | 'headless-only' | 'none';

const names = ['chromium', 'google-chrome', 'google-chrome-stable', 'chromium-browser', 'microsoft-edge'];
const macApplications = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** STAND_IN_CHROMIUM, else the first of the usual names on the PATH. */
export function findWindowedChromium(env: NodeJS.ProcessEnv = process.env): string | undefined {
  if (env['STAND_IN_CHROMIUM']) return env['STAND_IN_CHROMIUM'];
  const folders = (env['PATH'] ?? '').split(path.delimiter).filter(Boolean);
  const places = names.flatMap((name) => folders.map((folder) => path.join(folder, name)));
  return [...places, ...macApplications].find((file) => fs.existsSync(file));
}

export function chromiumKind(): ChromiumKind {
  if (findWindowedChromium()) return 'windowed';
  return findPackage() ? 'headless-only' : 'none';
}

export async function findChromium(): Promise<Chromium> {
  const executable = findWindowedChromium();
  if (executable) return { executable, switches: [], env: {} };
  const source = findPackage();
  if (!source) throw new Error('electron stand-in: no Chromium. Install Chromium or Chrome, or set STAND_IN_CHROMIUM.');
  const unpacked = await unpackChromium(source);
  return {
    executable: unpacked.executable,
    // It is one file: neither a sandbox binary nor a window system comes with it.
    switches: ['--headless=shell', '--no-sandbox'],
    env: {
      FONTCONFIG_FILE: unpacked.fontConfig,
      ...(lacksLibraries(unpacked.executable) && { LD_LIBRARY_PATH: unpacked.libraries }),
    },
  };
}

/** Whether the system has not all the libraries that the binary links to (a bare Debian has no NSS). */
function lacksLibraries(executable: string): boolean {
  const { status, stdout } = spawnSync('ldd', [executable], { encoding: 'utf8' });
  return status !== 0 || stdout.includes('not found');
}
