// `app.getPath`: where an app's folders are. What is set wins, then --user-data-dir, then the system's customs.
import os from 'node:os';
import path from 'node:path';
import { switches } from './command-line.ts';

const home = os.homedir();
const appData =
  process.platform === 'darwin'
    ? path.join(home, 'Library', 'Application Support')
    : (process.env['XDG_CONFIG_HOME'] ?? path.join(home, '.config'));
const chosen = new Map<string, string>();

export function getPath(name: string, appName: string): string {
  const userData = chosen.get('userData') ?? (switches.get('user-data-dir') || path.join(appData, appName));
  const known: Record<string, string> = {
    userData,
    sessionData: userData,
    logs: path.join(userData, 'logs'),
    crashDumps: path.join(userData, 'Crashpad'),
    home,
    appData,
    temp: os.tmpdir(),
    exe: process.execPath,
    module: process.execPath,
    desktop: path.join(home, 'Desktop'),
    documents: path.join(home, 'Documents'),
    downloads: path.join(home, 'Downloads'),
    ...Object.fromEntries(chosen),
  };
  const found = known[name];
  if (found === undefined) throw new Error(`Failed to get '${name}' path`);
  return found;
}

export function setPath(name: string, folder: string): void {
  if (!path.isAbsolute(folder)) throw new Error('Path must be absolute');
  chosen.set(name, folder);
}
