// `app`: life cycle, name and version. Knows nothing of Chromium.
import fs from 'node:fs';
import type * as Electron from 'electron';
import type { Lock } from '../lock-file.ts';
import { record } from '../record.ts';
import { Emitter, emitPreventable, eventsOf, standsFor } from '../strict.ts';
import { commandLine, switches } from './command-line.ts';
import { takeInstanceLock } from './instance-lock.ts';
import { life } from './life.ts';
import { getPath, setPath } from './paths.ts';

export interface Manifest {
  readonly productName?: string;
  readonly name?: string;
  readonly version?: string;
}

const description = {
  name: 'Electron',
  version: process.versions['electron'] ?? '',
  folder: process.cwd(),
  badgeCount: 0,
};
const loginItem = standsFor<Electron.LoginItemSettings>('LoginItemSettings')({ openAtLogin: false });
let lock: Lock | undefined;

const emitted = eventsOf<Electron.App>()(
  'will-finish-launching',
  'ready',
  'window-all-closed',
  'before-quit',
  'will-quit',
  'quit',
  'second-instance',
  'web-contents-created',
  'browser-window-created',
  'render-process-gone',
  'activate', // macOS; here a test emits it
);

class App extends Emitter {
  readonly isPackaged = false;
  readonly dock = undefined; // macOS only, in Electron too
  readonly commandLine = commandLine;
  applicationMenu: Electron.Menu | null = null;

  constructor() {
    super('app', emitted);
  }

  get name(): string {
    return description.name;
  }
  set name(name: string) {
    description.name = name;
  }
  getName(): string {
    return description.name;
  }
  setName(name: string): void {
    description.name = name;
  }
  getVersion(): string {
    return description.version;
  }
  getAppPath(): string {
    return description.folder;
  }
  getLocale(): string {
    return switches.get('lang') || 'en-US';
  }
  getSystemLocale(): string {
    return this.getLocale();
  }
  getPreferredSystemLanguages(): string[] {
    return [this.getLocale()];
  }
  getPath(name: string): string {
    return getPath(name, description.name);
  }
  setPath(name: string, folder: string): void {
    setPath(name, folder);
  }
  isReady(): boolean {
    return life.isReady;
  }
  whenReady(): Promise<void> {
    return life.ready;
  }

  quit(): void {
    void quit();
  }
  exit(code = 0): void {
    this.emit('quit', {}, code);
    process.exit(code); // chromium/launch.ts ends Chromium, whichever way the process goes
  }
  relaunch(options: Electron.RelaunchOptions = {}): void {
    record.relaunches.push(options);
  }

  requestSingleInstanceLock(additionalData?: Record<string, unknown>): boolean {
    const userData = this.getPath('userData');
    fs.mkdirSync(userData, { recursive: true });
    lock ??= takeInstanceLock(userData, additionalData, (argv, cwd, data) => {
      this.emit('second-instance', {}, argv, cwd, data);
    });
    return lock !== undefined;
  }
  hasSingleInstanceLock(): boolean {
    return lock !== undefined;
  }
  releaseSingleInstanceLock(): void {
    lock?.release();
    lock = undefined;
  }

  setBadgeCount(count = 0): boolean {
    description.badgeCount = count;
    return true;
  }
  getBadgeCount(): number {
    return description.badgeCount;
  }
  getLoginItemSettings(): Electron.LoginItemSettings {
    return { ...loginItem };
  }
  setLoginItemSettings({ openAtLogin = false }: Electron.Settings): void {
    loginItem.openAtLogin = openAtLogin;
  }

  // Nothing to do: renderers are always sandboxed here, and these have no effect that a test could see.
  enableSandbox(): void {}
  disableHardwareAcceleration(): void {}
  setAppUserModelId(): void {}
  setAboutPanelOptions(): void {}
  focus(): void {}
  hide(): void {}
  show(): void {}
}

export const app = standsFor<Electron.App>('app')(new App());

/** As in Electron: windows may refuse to close, and 'window-all-closed' is not emitted on this way out. */
async function quit(): Promise<void> {
  if (life.isQuitting || emitPreventable(app, 'before-quit')) return;
  life.isQuitting = true;
  for (const { close } of [...life.windows]) await close();
  life.isQuitting = life.windows.length === 0 && !emitPreventable(app, 'will-quit');
  if (life.isQuitting) setImmediate(() => app.exit(0)); // the rest of the caller's turn still runs
}

/** Called once by boot.ts with the app's folder and package.json, before its entry module runs. */
export function describeApp(folder: string, manifest: Manifest): void {
  description.folder = folder;
  description.name = manifest.productName ?? manifest.name ?? description.name;
  description.version = manifest.version ?? description.version;
}

// A terminal sends its interrupt to the whole group, and whoever started us may forward it as well: within a second that is one.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  let askedAt: number | undefined;
  process.on(signal, () => {
    const now = performance.now();
    askedAt ??= now;
    if (now - askedAt > 1000) process.exit(1);
    app.quit();
  });
}
