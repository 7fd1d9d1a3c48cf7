// The one window, while there is one: how it is made, where it stands, how it looks, how it comes to the front, how it hears of
// what has changed. Remembers its place through the settings.
import { app, BrowserWindow, nativeTheme, type RenderProcessGoneDetails, screen } from 'electron';
import { eventChannel } from '../contract/bridge.ts';
import type { PortholeEvent } from '../contract/events.ts';
import type { SettingsFile } from '../settings.ts';
import { groundDark, groundLight } from './ground.ts';
import { visiblePlace } from './place.ts';
import { reviveWhenGone } from './revive.ts';
import { webPreferences } from './web-preferences.ts';

export interface WindowOptions {
  /** The preload script, one CommonJS file. */
  readonly preload: string;
  readonly isPackaged: boolean;
  readonly settings: Pick<SettingsFile, 'read' | 'change'>;
  readonly onOpen: (window: BrowserWindow) => void;
  /** The page that was there is another one now, or none. */
  readonly onLeave: () => void;
  /** Its process has ended, and it comes anew. */
  readonly onGone: (reason: RenderProcessGoneDetails['reason']) => void;
  /** Whether anything may be told to the page. */
  readonly mayHear: () => boolean;
}

export interface AppWindow {
  readonly current: () => BrowserWindow | undefined;
  /** Does nothing where there is one. */
  readonly open: () => void;
  /** Opens it where there is none. */
  readonly bringToFront: () => void;
  /** Takes theme and zoom from the settings. */
  readonly applyLook: () => void;
  readonly emit: (event: PortholeEvent) => void;
}

/** When a page that has come is seen, whether or not Electron says that it has been painted: there were versions that did not. */
const paintedMs = 500;
const smallest = { minWidth: 420, minHeight: 360 };

export function createWindow(options: WindowOptions): AppWindow {
  const { preload, isPackaged, settings, onOpen, onLeave, onGone, mayHear } = options;
  let shown: BrowserWindow | undefined;

  const make = (): BrowserWindow => {
    const { place, zoom } = settings.read();
    const screens = screen.getAllDisplays().map(({ workArea }) => workArea);
    const window = new BrowserWindow({
      ...visiblePlace(place ?? undefined, screens),
      ...smallest,
      title: 'Porthole',
      show: false,
      autoHideMenuBar: true,
      backgroundColor: nativeTheme.shouldUseDarkColors ? groundDark : groundLight,
      webPreferences: webPreferences(preload, isPackaged, zoom),
    });
    let isShown = false;
    const show = () => {
      if (isShown || window.isDestroyed()) return;
      isShown = true;
      // Shows it as well: not before there is something to see.
      if (place?.maximized) window.maximize();
      window.show();
    };
    window.once('ready-to-show', show);
    window.webContents.once('did-finish-load', () => setTimeout(show, paintedMs));
    window.on('close', () =>
      settings.change({
        // Until it is shown, it is not yet as large as it is to be.
        place: { ...window.getNormalBounds(), maximized: isShown ? window.isMaximized() : (place?.maximized ?? false) },
      }),
    );
    void window.loadURL('app://bundle/index.html');
    window.webContents.on('did-navigate', onLeave);
    reviveWhenGone({ contents: window.webContents, onGone, now: Date.now, later: setTimeout });
    window.on('closed', () => {
      onLeave();
      shown = undefined;
    });
    return window;
  };

  const open = (): void => {
    if (shown) return;
    shown = make();
    onOpen(shown);
  };

  return {
    current: () => shown,
    open,
    bringToFront: () => {
      if (!shown) return open();
      if (shown.isMinimized()) shown.restore();
      shown.show();
      shown.focus();
      // macOS leaves the browser in front, from which somebody has just been sent back.
      if (process.platform === 'darwin') app.focus({ steal: true });
    },
    applyLook: () => {
      const { theme, zoom } = settings.read();
      nativeTheme.themeSource = theme;
      shown?.webContents.setZoomFactor(zoom);
    },
    emit: (event) => {
      if (shown && !shown.isDestroyed() && mayHear()) shown.webContents.send(eventChannel, event);
    },
  };
}
