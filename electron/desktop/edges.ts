// What Porthole shows at the desktop's edges, joined: notifications, the number at its icon, the entry in the tray, the start at
// login. Made for one window, and for none. Decides nothing that `telling` decides.
import { app, type BrowserWindow, powerMonitor } from 'electron';
import type { PortholeEvent } from '../contract/events.ts';
import { FailureError } from '../contract/failure.ts';
import type { Told } from '../contract/telling.ts';
import type { Porthole } from '../porthole.ts';
import type { SettingsFile } from '../settings.ts';
import type { Listener } from '../telling/listener.ts';
import { everyMs } from '../telling/pace.ts';
import { createTelling } from '../telling/telling.ts';
import type { Words } from '../telling/words.ts';
import { qualified } from '../together/ids.ts';
import { startAtLogin } from './at-login.ts';
import { showBadge } from './badge.ts';
import { notify } from './notification.ts';
import { createTray } from './tray.ts';

export interface EdgesOptions {
  readonly platform: NodeJS.Platform;
  readonly settings: SettingsFile;
  readonly porthole: () => Porthole;
  readonly isKnown: (accountId: string) => boolean;
  /** What is said there. */
  readonly words: () => Promise<Words>;
  readonly window: () => BrowserWindow | undefined;
  /** Or brings the one that there is to the front. */
  readonly openWindow: () => void;
  /** Whether anything of the mail may be said, and anybody can be looking at it. */
  readonly isOpen: () => boolean;
  readonly emit: (event: PortholeEvent) => void;
  readonly onBug: (error: unknown) => string;
}

export interface Edges {
  readonly listener: Listener;
  readonly everyMs: () => number;
  readonly open: () => void;
  /** Asks for what is new, where there is an account. */
  readonly refresh: () => void;
  /** A window was made. */
  readonly watch: (window: BrowserWindow) => void;
  /** The settings may be others; once Electron is ready, not before. */
  readonly apply: () => void;
  readonly sessionChanged: () => void;
  /** Takes back what was told with words of the mail in it. */
  readonly takeBack: () => void;
  /** Null where all accounts are shown as one. */
  readonly takeTold: (accountId: string | null) => Told | null;
}

/** What comes together is told together. */
const togetherMs = 1_000;

export function createEdges(options: EdgesOptions): Edges {
  const { platform, settings, porthole, isKnown, words, window, openWindow, emit, onBug } = options;
  const telling = () => {
    const chosen = settings.read().telling;
    return options.isOpen() ? chosen : { ...chosen, content: false };
  };
  let wanted: { readonly accountId: string; readonly told: Told } | undefined;
  let startsAtLogin: boolean | undefined;
  let isReady = false;
  let hasShown = false;

  const isShown = (accountId: string) => {
    const { all, account } = porthole().state();
    return all || account?.id === accountId;
  };

  const isInView = () => {
    const shown = window();
    return shown?.isVisible() === true && !shown.isMinimized();
  };

  const refresh = () => {
    // There may be no account to synchronise.
    porthole()
      .syncNow()
      .catch((error: unknown) => error instanceof FailureError || onBug(error));
  };

  const open = () => {
    const wasInView = isInView();
    openWindow();
    if (!wasInView) refresh();
  };

  const mail = createTelling({
    telling,
    grouping: () => settings.read().grouping,
    isWatched: (accountId) => options.isOpen() && window()?.isFocused() === true && isShown(accountId),
    isKnown,
    words,
    notify: (notice, onClick) => notify(notice, platform, onClick),
    onWanted: (accountId, told) => {
      wanted = told ? { accountId, told } : undefined;
      open();
      const shown = isShown(accountId) ? Promise.resolve() : porthole().show(accountId);
      shown.then(() => emit({ name: 'told.wanted' })).catch(onBug);
    },
    onUnread: () => void show().catch(onBug),
    later: (run) => void setTimeout(run, togetherMs),
    onBug,
  });

  const tray = createTray({
    platform,
    onOpen: open,
    onPause: (paused) => void porthole().mailbox().pause(paused).catch(onBug),
    onQuit: () => app.quit(),
  });

  const show = async (): Promise<void> => {
    if (!isReady) return;
    const unread = mail.unread();
    const { badge, tray: inTray, background } = telling();
    const count = badge ? unread : 0;
    // Without a window it is the only way back to one.
    const hasTray = inTray || (background && platform !== 'darwin');
    // Most runs begin with nothing to show, and need no words for it.
    if (count === 0 && !hasTray && !hasShown) return;
    hasShown = true;
    const said = await words();
    showBadge({ count, said: said.unread(count), platform, window: window() });
    const { account, sync } = porthole().state();
    tray.show(hasTray ? { unread, paused: account?.kind === 'gmail' ? sync.paused : null, words: said } : null);
  };

  return {
    listener: mail,
    everyMs: () => everyMs({ inView: isInView(), onBattery: powerMonitor.isOnBatteryPower() }),
    open,
    refresh,
    watch: (watched) => {
      watched.on('focus', mail.seen);
      // Windows forgets what lies over the icon of a window that it does not show yet.
      if (platform === 'win32') watched.on('show', () => void show().catch(onBug));
      void show().catch(onBug);
    },
    apply: () => {
      isReady = true;
      void show().catch(onBug);
      const { atLogin } = telling();
      // Nothing is written where nobody has ever asked for it.
      if (atLogin === startsAtLogin || (startsAtLogin === undefined && !atLogin)) {
        startsAtLogin = atLogin;
        return;
      }
      startsAtLogin = atLogin;
      startAtLogin(atLogin, {
        platform,
        environment: process.env,
        home: app.getPath('home'),
        program: process.execPath,
      }).catch(onBug);
    },
    takeBack: mail.seen,
    sessionChanged: () => {
      mail.forgetUnknown();
      if (telling().tray || telling().background) void show().catch(onBug);
    },
    takeTold: (accountId) => {
      if (!wanted || (accountId !== null && wanted.accountId !== accountId)) return null;
      const { accountId: owner, told } = wanted;
      wanted = undefined;
      if (accountId !== null) return told;
      return { threadId: qualified(owner, told.threadId), messageId: qualified(owner, told.messageId) };
    },
  };
}
