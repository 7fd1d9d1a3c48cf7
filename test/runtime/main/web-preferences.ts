// What every page here is like, whether asked for or not. A webPreference that would make it otherwise is refused.
import type * as Electron from 'electron';

const fixed: Electron.WebPreferences = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInSubFrames: false,
  nodeIntegrationInWorker: false,
  webSecurity: true,
  webviewTag: false,
  javascript: true,
  images: true,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
};
/** These make no difference that a test could see. */
const harmless: (keyof Electron.WebPreferences)[] = [
  'preload',
  'devTools',
  'spellcheck',
  'v8CacheOptions',
  'navigateOnDragDrop',
  'backgroundThrottling',
  'safeDialogs',
  'disableDialogs',
  'zoomFactor', // read by main/web-contents.ts
];

export function refuseForeign(preferences: Electron.WebPreferences): void {
  for (const [name, value] of Object.entries(preferences)) {
    const isFixed = name in fixed && fixed[name as keyof typeof fixed] === value;
    if (!isFixed && !harmless.some((one) => one === name)) {
      throw new Error(`The Electron stand-in has no webPreferences.${name}: ${value}`);
    }
  }
}
