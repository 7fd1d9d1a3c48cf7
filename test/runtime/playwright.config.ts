// The stand-in's own specs, on the small app beside them. They never run on Electron: what it does, they compare with.
import path from 'node:path';
import { defineConfig } from '@playwright/test';

// What Playwright, `npx electron` and the like ask for Electron's binary then answer the stand-in.
process.env['ELECTRON_OVERRIDE_DIST_PATH'] = path.resolve(import.meta.dirname);

export default defineConfig({
  testDir: 'spec',
  outputDir: '../results/runtime',
  timeout: 30_000,
  workers: 2,
  fullyParallel: true,
  forbidOnly: true,
  reporter: 'list',
});
