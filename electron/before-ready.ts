// What Electron takes only before it is ready, while the entry module is evaluated: imported first, because imports are
// hoisted above everything else that a module does.
import { app, Menu } from 'electron';
import { lockProcess } from './lockdown.ts';
import { registerSchemes } from './protocol.ts';

lockProcess();
registerSchemes();
// Electron would build a default menu, only for ours to replace it.
Menu.setApplicationMenu(null);
// One instance per profile: two would write the same files. The first one comes to the front instead.
if (!app.requestSingleInstanceLock()) app.quit();
