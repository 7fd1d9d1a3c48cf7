import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { webPreferences } from '../../../electron/window/web-preferences.ts';

const root = path.resolve(import.meta.dirname, '..', '..', '..');

test('a window has no Node, is isolated and sandboxed, and loosens nothing', () => {
  expect(webPreferences('preload.cjs', true)).toMatchObject({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    webviewTag: false,
    devTools: false,
  });
  expect(webPreferences('preload.cjs', true)).not.toHaveProperty('enableBlinkFeatures');
});

test('every window is made with them, in two places', () => {
  const makers = globSync('electron/**/*.ts', { cwd: root }).filter((file) =>
    /new (BrowserWindow|WebContentsView|BrowserView)\b/.test(readFileSync(path.join(root, file), 'utf8')),
  );
  expect(makers.sort()).toEqual(['print-window.ts', 'window.ts'].map((file) => path.join('electron', 'window', file)));
  for (const file of makers)
    expect(readFileSync(path.join(root, file), 'utf8')).toContain('webPreferences: webPreferences(');
});
