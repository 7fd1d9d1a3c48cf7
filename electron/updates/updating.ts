// Newer versions of Porthole, joined to Electron.
import { existsSync } from 'node:fs';
import path from 'node:path';
import type { App } from 'electron';
import type { SettingsFile } from '../settings.ts';
import { createUpdates, type Updates } from './updates.ts';
import { whyNot } from './why-not.ts';

export interface UpdatingOptions {
  readonly app: Pick<App, 'getVersion' | 'getName' | 'isPackaged' | 'quit' | 'once' | 'releaseSingleInstanceLock'>;
  readonly program: Pick<NodeJS.Process, 'platform' | 'env' | 'execPath' | 'resourcesPath'>;
  readonly userData: string;
  readonly settings: Pick<SettingsFile, 'read' | 'change'>;
  /** Whether whoever handed this Porthole out leaves it to the person. */
  readonly isAllowed: boolean;
  /** Counted as what is fetched for updates. */
  readonly fetch: typeof fetch;
  readonly onChanged: () => void;
  readonly onBug: (error: unknown) => string;
}

export interface Updating extends Updates {
  /** Looks once a day from now on, where that is wanted. */
  readonly watch: () => void;
}

/** Somebody who has just opened it wants to read. */
const firstAfterMs = 60_000;
const everyMs = 60 * 60 * 1000;

export function createUpdating(options: UpdatingOptions): Updating {
  const { app, userData, settings, isAllowed, fetch, onChanged, onBug } = options;
  const { platform, env: environment, execPath: program, resourcesPath } = options.program;
  const feedFile = path.join(resourcesPath, 'app-update.yml');
  const build = { isPackaged: app.isPackaged, platform, environment, program, hasFeed: existsSync(feedFile) };
  const cannot = whyNot(build) ?? (isAllowed ? null : 'organisation');

  const updates = createUpdates({
    cannot,
    isOn: () => settings.read().updates === 'ask',
    openFeed: async () => {
      const { createElectronUpdater } = await import('./electron-updater.ts');
      return createElectronUpdater({
        platform,
        fetch,
        app: {
          version: app.getVersion(),
          name: app.getName(),
          feedFile,
          folder: path.join(userData, 'updates'),
          quit: () => app.quit(),
          onQuit: (run) => app.once('quit', (_event, exitCode) => run(exitCode)),
          makeRoom: () => app.releaseSingleInstanceLock(),
        },
      });
    },
    lookedAt: () => settings.read().updatesLookedAt,
    onLooked: (at) => settings.change({ updatesLookedAt: at }),
    now: Date.now,
    onChanged,
    onBug,
  });

  return {
    ...updates,
    watch: () => {
      if (cannot !== null) return;
      const look = () => void updates.lookDaily().catch(onBug);
      setTimeout(look, firstAfterMs).unref();
      setInterval(look, everyMs).unref();
    },
  };
}
