// The `electron` module of the main process. A name that Electron exports and that is missing here throws when it is used; a
// name that Electron does not export fails to import, as in Electron.
import { standsFor, throwForMissing } from '../strict.ts';
import { app } from './app.ts';
import { BrowserWindow } from './browser-window.ts';
import { clipboard, shell } from './desktop.ts';
import { dialog, Notification } from './dialog.ts';
import { ipcMain } from './ipc-main.ts';
import { net, powerMonitor, screen } from './machine.ts';
import { Menu, MenuItem } from './menu.ts';
import { nativeTheme } from './native-theme.ts';
import { safeStorage } from './safe-storage.ts';
import { protocol, session } from './session.ts';
import { nativeImage, Tray } from './tray.ts';
import { webContents } from './web-contents.ts';

type Module = typeof import('electron');

/** Something that throws by name as soon as it is called, constructed or looked into. */
function missing<Name extends keyof Module & string>(name: Name): Module[Name] {
  const absent = class {
    constructor() {
      throw new Error(`The Electron stand-in has no ${name}`);
    }
  };
  throwForMissing(absent, name);
  return absent as unknown as Module[Name];
}

export const autoUpdater = missing('autoUpdater');
export const BaseWindow = missing('BaseWindow');
export const ClipboardItem = missing('ClipboardItem');
export const contentTracing = missing('contentTracing');
export const crashReporter = missing('crashReporter');
export const desktopCapturer = missing('desktopCapturer');
export const globalShortcut = missing('globalShortcut');
export const inAppPurchase = missing('inAppPurchase');
export const MessageChannelMain = missing('MessageChannelMain');
export const netLog = missing('netLog');
export const powerSaveBlocker = missing('powerSaveBlocker');
export const pushNotifications = missing('pushNotifications');
export const ShareMenu = missing('ShareMenu');
export const systemPreferences = missing('systemPreferences');
export const TouchBar = missing('TouchBar');
export const utilityProcess = missing('utilityProcess');
export const View = missing('View');
export const WebContentsView = missing('WebContentsView');
export const webFrameMain = missing('webFrameMain');

export {
  app,
  BrowserWindow,
  clipboard,
  dialog,
  ipcMain,
  Menu,
  MenuItem,
  Notification,
  nativeImage,
  nativeTheme,
  net,
  powerMonitor,
  protocol,
  safeStorage,
  screen,
  session,
  shell,
  Tray,
  webContents,
};

const electron = standsFor<Module>('electron')({
  ...{ app, BrowserWindow, clipboard, dialog, ipcMain, Menu, MenuItem, nativeTheme, Notification, net, powerMonitor },
  ...{ protocol, safeStorage, screen, session, shell, webContents },
  ...{ autoUpdater, BaseWindow, ClipboardItem, contentTracing, crashReporter, desktopCapturer, globalShortcut },
  ...{ inAppPurchase, MessageChannelMain, nativeImage, netLog, powerSaveBlocker, pushNotifications, ShareMenu },
  ...{ systemPreferences, TouchBar, Tray, utilityProcess, View, WebContentsView, webFrameMain },
});
// biome-ignore lint/style/noDefaultExport: Electron has one
export default electron;
/** What require('electron') gives. */
export { electron as 'module.exports' };
