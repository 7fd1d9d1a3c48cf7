// What stands between a passer-by and the mail, and what takes all of it away, joined to Electron: the lock of the window and
// the erasing of everything. While either holds, the window is answered nothing else.
import path from 'node:path';
import { app, BrowserWindow, powerMonitor, session, systemPreferences } from 'electron';
import type { Accounts } from './accounts/accounts.ts';
import type { Vault } from './auth/vault.ts';
import { whenErased } from './contract/erasing.ts';
import type { Failure } from './contract/failure.ts';
import { whileLocked } from './contract/lock.ts';
import type { RequestName } from './contract/requests.ts';
import { startAtLogin } from './desktop/at-login.ts';
import { createErasing, type End, type Erasing } from './erasing/erasing.ts';
import { removeTraces } from './erasing/system-traces.ts';
import { createLock, type Lock } from './lock/lock.ts';
import { lockWhenIdle } from './lock/when-idle.ts';
import type { Words } from './telling/words.ts';

export interface GuardsOptions {
  readonly userData: string;
  readonly accounts: Pick<Accounts, 'all'>;
  readonly vault: Vault;
  readonly revokeUrl: string;
  readonly fetch: typeof fetch;
  readonly words: () => Promise<Words>;
  readonly window: () => BrowserWindow | undefined;
  /** Ends what the mail is shown by. */
  readonly onShut: () => void;
  /** Ends whatever writes, for good. */
  readonly end: readonly End[];
}

export interface Guards {
  readonly lock: Lock;
  readonly erasing: Erasing;
  /** What a person answers, where the window has not been shut since they were asked: a dialog outlives its page. */
  readonly unlessShut: <Answer>(asked: Promise<Answer>) => Promise<Answer | undefined>;
  /** Neither locked nor erased. */
  readonly isOpen: () => boolean;
  /** Why this may not be asked for now. */
  readonly refusal: (name: RequestName) => Failure | undefined;
  readonly quit: () => void;
  /** Once Electron is ready. */
  readonly watch: () => void;
}

const oftenMs = 10_000;

const isAmong = (names: readonly string[], name: string) => names.includes(name);

async function clearBrowser(): Promise<void> {
  const { defaultSession } = session;
  await defaultSession.clearStorageData();
  await defaultSession.clearCache();
  await defaultSession.clearCodeCaches({});
  await defaultSession.clearHostResolverCache();
  await defaultSession.clearAuthCache();
}

/** Only a Mac has one that Electron can ask. */
const isTouchThere = () => process.platform === 'darwin' && systemPreferences.canPromptTouchID();

export function createGuards(options: GuardsOptions): Guards {
  const { userData, accounts, vault, revokeUrl, fetch, words, window, onShut, end } = options;

  let timesShut = 0;
  /** A new document has nothing of the old one, neither in sight nor in memory. */
  const shut = (): void => {
    timesShut += 1;
    onShut();
    const shown = window();
    for (const other of BrowserWindow.getAllWindows()) if (other !== shown) other.destroy();
    shown?.webContents.reload();
  };

  const lock = createLock({
    file: path.join(userData, 'lock.json'),
    ticks: () => performance.now(),
    touch: {
      isThere: isTouchThere,
      ask: async () => systemPreferences.promptTouchID((await words()).unlock),
    },
    onLock: shut,
    onUnlock: () => window()?.webContents.reload(),
  });

  const erasing = createErasing({
    kept: { folder: userData, isWhole: userData === path.join(app.getPath('appData'), app.getName()) },
    accountIds: () => accounts.all().map(({ id }) => id),
    vault,
    revokeUrl,
    fetch,
    end: [
      async () => {
        lock.end();
        shut();
      },
      async () => {
        const { platform, env: environment, execPath: program } = process;
        const home = app.getPath('home');
        await startAtLogin(false, { platform, environment, home, program });
        await removeTraces(platform, home);
      },
      ...end,
    ],
    clearBrowser,
  });

  return {
    lock,
    erasing,
    unlessShut: async (asked) => {
      const before = timesShut;
      const answer = await asked;
      return timesShut === before ? answer : undefined;
    },
    isOpen: () => !lock.isLocked() && !erasing.hasBegun(),
    refusal: (name) => {
      if (erasing.hasBegun()) return isAmong(whenErased, name) ? undefined : { kind: 'erased' };
      return lock.isLocked() && !isAmong(whileLocked, name) ? { kind: 'locked' } : undefined;
    },
    quit: () => app.quit(),
    watch: () => lockWhenIdle({ lock, powerMonitor, often: (run) => void setInterval(run, oftenMs).unref() }),
  };
}
