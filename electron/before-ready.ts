// The entry: what Electron takes only before it is ready, which it is not before this module has been evaluated. It is short
// for that reason; the program itself is read while Chromium starts.
import { app, Menu } from 'electron';
import { registerSchemes } from './protocol.ts';
import { isUnsandboxed } from './sandbox.ts';
import { lockProcess } from './window/lockdown.ts';

lockProcess();
registerSchemes();
// Electron would build a default menu, only for ours to replace it.
Menu.setApplicationMenu(null);
// By these Windows knows whose links, notifications and starts at login are: the installer's name, and a class of our own.
if (process.platform === 'win32') {
  app.setAppUserModelId('org.porthole.app');
  app.setToastActivatorCLSID('{6F2A0C1E-5B7D-4E0B-9B1F-7C6E0D3A92B4}');
}
const isUnsafe = isUnsandboxed({ isPackaged: app.isPackaged, hasSwitch: (name) => app.commandLine.hasSwitch(name) });
if (isUnsafe) void import('./unsandboxed.ts').then(({ refuseToStart }) => refuseToStart());
// One instance per profile: two would write the same files. The first one comes to the front instead.
else if (app.requestSingleInstanceLock()) setImmediate(() => void import('./main.ts'));
else app.quit();
