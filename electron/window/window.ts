// The one window: how it is made, where it stands, how it comes to the front. Remembers its place through the settings.
import { BrowserWindow, nativeTheme, screen } from 'electron';
import { groundDark, groundLight } from './ground.ts';
import { type Place, visiblePlace } from './place.ts';
import { webPreferences } from './web-preferences.ts';

export interface WindowOptions {
  /** The preload script, one CommonJS file. */
  readonly preload: string;
  readonly isPackaged: boolean;
  readonly place: Place | undefined;
  /** 1 is as large as it is meant. */
  readonly zoom: number;
  readonly onPlace: (place: Place) => void;
}

const smallest = { minWidth: 420, minHeight: 360 };

export function openWindow({ preload, isPackaged, place, zoom, onPlace }: WindowOptions): BrowserWindow {
  const screens = screen.getAllDisplays().map(({ workArea }) => workArea);
  const window = new BrowserWindow({
    ...visiblePlace(place, screens),
    ...smallest,
    title: 'Porthole',
    show: false,
    autoHideMenuBar: true,
    backgroundColor: nativeTheme.shouldUseDarkColors ? groundDark : groundLight,
    webPreferences: webPreferences(preload, isPackaged, zoom),
  });
  if (place?.maximized) window.maximize();
  window.once('ready-to-show', () => window.show());
  const remember = () => onPlace({ ...window.getNormalBounds(), maximized: window.isMaximized() });
  window.on('close', remember);
  void window.loadURL('app://bundle/index.html');
  return window;
}

export function bringToFront(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}
