// The entry: what Electron takes only before it is ready, which it is not before this module has been evaluated. It is short
// for that reason; the program itself is read while Chromium starts.
import { app, Menu } from 'electron';
import { registerSchemes } from './protocol.ts';
import { lockProcess } from './window/lockdown.ts';

lockProcess();
registerSchemes();
// Electron would build a default menu, only for ours to replace it.
Menu.setApplicationMenu(null);
// One instance per profile: two would write the same files. The first one comes to the front instead.
if (app.requestSingleInstanceLock()) setImmediate(() => void import('./main.ts'));
else app.quit();
