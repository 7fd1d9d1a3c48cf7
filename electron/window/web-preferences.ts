// What a page of ours may do to the machine: nothing. Electron's defaults are spelled out, because defaults change.
import type { WebPreferences } from 'electron';

/** `preload`: one CommonJS file. `zoom`: 1 is as large as it is meant. */
export function webPreferences(preload: string, isPackaged: boolean, zoom = 1): WebPreferences {
  return {
    preload,
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    webviewTag: false,
    navigateOnDragDrop: false,
    spellcheck: false, // it downloads dictionaries
    devTools: !isPackaged,
    v8CacheOptions: 'code',
    zoomFactor: zoom,
  };
}
