// Whether the system starts Porthole when the person logs in, without a window where it may run without one. macOS and Windows
// keep a list for that; on Linux it is a file in a folder of the desktop's.
import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { app } from 'electron';
import { appImageOf, type Started } from '../files/app-image.ts';
import { desktopEntry } from './desktop-entry.ts';

/** What a start that nobody asked for just now is told by. */
export const hiddenSwitch = 'hidden';

export interface AtLoginOptions extends Started {
  readonly platform: NodeJS.Platform;
  readonly home: string;
}

/** A start for which nobody waits. macOS hands over no switch, and says it instead. */
export const isHiddenStart = (platform: NodeJS.Platform): boolean =>
  app.commandLine.hasSwitch(hiddenSwitch) || (platform === 'darwin' && app.getLoginItemSettings().wasOpenedAtLogin);

export async function startAtLogin(wanted: boolean, options: AtLoginOptions): Promise<void> {
  const { platform, environment, home, program } = options;
  if (platform !== 'linux') {
    // The portable program runs from a folder that it has unpacked itself into, and is gone the next time.
    const how = { path: environment['PORTABLE_EXECUTABLE_FILE'] ?? program, args: [`--${hiddenSwitch}`] };
    const { openAtLogin } = app.getLoginItemSettings(how);
    if (openAtLogin !== wanted) app.setLoginItemSettings({ openAtLogin: wanted, ...how });
    return;
  }
  const folder = path.join(environment['XDG_CONFIG_HOME'] || path.join(home, '.config'), 'autostart');
  const file = path.join(folder, 'porthole.desktop');
  if (!wanted) {
    await rm(file, { force: true });
    return;
  }
  await mkdir(folder, { recursive: true });
  // An AppImage runs from a place that is gone the next time.
  const entry = desktopEntry({ program: appImageOf(options) ?? program, name: app.name, flag: hiddenSwitch });
  await writeFile(file, entry);
}
