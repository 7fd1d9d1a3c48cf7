// The feed that electron-updater reads: loaded when a newer version is looked for, and not before. It finds out which version is
// newer, where it lies, who signed it (Windows; on a Mac Squirrel does), and how it is installed.
import { MacUpdater, NsisUpdater } from 'electron-updater';
import type { UpdateFailure } from '../contract/updates.ts';
import { CarefulAppImageUpdater } from './app-image-updater.ts';
import { type Feed, UpdateError } from './feed.ts';
import { createFetching, storageFailure } from './fetching.ts';
import { notesText } from './notes.ts';

/** What Electron's `app` is to it. */
export interface InstalledApp {
  readonly version: string;
  readonly name: string;
  /** `app-update.yml`, which electron-builder writes. */
  readonly feedFile: string;
  /** Where downloads lie until they are installed. */
  readonly folder: string;
  readonly quit: () => void;
  /** Once everything is closed, with the exit code. */
  readonly onQuit: (run: (exitCode: number) => void) => void;
  /** Another Porthole may run from now on. */
  readonly makeRoom: () => void;
}

export interface ElectronUpdaterOptions {
  readonly app: InstalledApp;
  readonly platform: NodeJS.Platform;
  readonly fetch: typeof fetch;
}

/** A preliminary version has more (semver.org, section 9). `allowPrerelease` only says which releases are looked through. */
const finished = /^\d+\.\d+\.\d+$/;

/** What stands in the errors of electron-updater itself: what they quote may be anything. */
function failureOf(error: unknown): UpdateFailure | undefined {
  const code: unknown = error instanceof Error ? Reflect.get(error, 'code') : undefined;
  if (code === 'ERR_UPDATER_INVALID_SIGNATURE') return { kind: 'altered' };
  if (typeof code === 'string' && code.startsWith('ERR_UPDATER_')) return { kind: 'unexpected' };
  return storageFailure(error);
}

export function createElectronUpdater({ app, platform, fetch }: ElectronUpdaterOptions): Feed {
  let restarting = false;
  /** What is to be installed is there. electron-updater takes what it has downloaded once for what is there ever after. */
  let isWhole = false;
  let signal: AbortSignal | undefined;
  let onShare: ((share: number) => void) | undefined;
  let failed: UpdateFailure | undefined;

  const adapter = {
    version: app.version,
    name: app.name,
    isPackaged: true,
    appUpdateConfigPath: app.feedFile,
    userDataPath: app.folder,
    baseCachePath: app.folder,
    whenReady: async () => undefined,
    quit: app.quit,
    relaunch: () => undefined,
    onQuit: (install: (exitCode: number) => void) =>
      app.onQuit((exitCode) => {
        if (!isWhole) return;
        if (!restarting) return install(exitCode);
        // The newer one is started while this one still ends.
        app.makeRoom();
        if (!(updater instanceof MacUpdater)) updater.install(true, true);
      }),
  };
  const Updater = platform === 'win32' ? NsisUpdater : platform === 'darwin' ? MacUpdater : CarefulAppImageUpdater;
  const updater = new Updater(undefined, adapter);
  updater.logger = null;
  updater.autoDownload = false;
  updater.allowPrerelease = false;
  updater.allowDowngrade = false;
  updater.disableWebInstaller = true;
  // Whole or not at all: one request, one hash, and no older copy kept to put the newer one together from.
  updater.disableDifferentialDownload = true;
  // Nobody is picked by a number of their computer, so there need be none.
  updater.isUserWithinRollout = () => true;
  Object.assign(updater, {
    stagingUserIdPromise: { value: Promise.resolve('') },
    httpExecutor: createFetching({
      fetch,
      signal: () => signal,
      onShare: (share) => onShare?.(share),
      onFailure: (failure) => {
        failed ??= failure;
      },
    }),
  });

  const told = async <Answer>(from: AbortSignal, work: () => Promise<Answer>): Promise<Answer> => {
    signal = from;
    failed = undefined;
    try {
      return await work();
    } catch (error) {
      const failure = failed ?? failureOf(error);
      throw failure ? new UpdateError(failure, { cause: error }) : error;
    }
  };

  return {
    look: (from) =>
      told(from, async () => {
        const result = await updater.checkForUpdates();
        if (!result?.isUpdateAvailable || !finished.test(result.updateInfo.version)) return undefined;
        return { version: result.updateInfo.version, notes: notesText(result.updateInfo.releaseNotes) };
      }),
    download: (tell, from) =>
      told(from, async () => {
        onShare = tell;
        isWhole = false;
        updater.autoInstallOnAppQuit = true;
        await updater.downloadUpdate();
        isWhole = true;
      }),
    takeBack: () => {
      updater.autoInstallOnAppQuit = false;
      // A Mac has been given what was downloaded.
      return !(updater instanceof MacUpdater);
    },
    restart: () => {
      if (updater instanceof MacUpdater) return updater.quitAndInstall();
      restarting = true;
      app.quit();
    },
  };
}
