// Which runtime the specs and `npm start` drive: Electron's own binary where it is there and can open a window, else the
// stand-in. Nothing is downloaded here.
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

export const electronFolder = path.dirname(createRequire(import.meta.url).resolve('electron/package.json'));
export const standInPath = path.join(import.meta.dirname, 'electron');

/** Linux needs one of these to open a window; other systems always have a display. */
export function hasDisplay(env: NodeJS.ProcessEnv = process.env, platform = process.platform): boolean {
  return platform !== 'linux' || Boolean(env['DISPLAY'] || env['WAYLAND_DISPLAY']);
}

/** Where Electron's binary lies. Its installer writes path.txt last, so what that names is complete. */
export function installedElectron(folder = electronFolder): string | undefined {
  const note = path.join(folder, 'path.txt');
  if (!fs.existsSync(note)) return undefined;
  const binary = path.join(folder, 'dist', fs.readFileSync(note, 'utf8').trim());
  return fs.existsSync(binary) ? binary : undefined;
}

const electron = hasDisplay() && process.env['STAND_IN'] !== '1' ? installedElectron() : undefined;

export const isStandIn = electron === undefined;
export const executablePath = electron ?? standInPath;
/** As Porthole is started by anybody: Playwright would leave it out on Linux. Chromium's own refuses to run as root. */
export const chromiumSandbox = process.getuid?.() !== 0;
/** For labels: what a run says is true of this one only. */
export const runtimeName = isStandIn ? 'stand-in' : 'Electron';

// Whoever asks the `electron` package for its binary, as Playwright does without an executablePath, gets the stand-in.
if (isStandIn) process.env['ELECTRON_OVERRIDE_DIST_PATH'] = import.meta.dirname;
