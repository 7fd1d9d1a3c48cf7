// The end-to-end specs, on the built app: on real Electron where its binary is there, else on the stand-in.
import { defineConfig } from '@playwright/test';
import { runtimeName } from './runtime/executable.ts';

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'results/e2e',
  snapshotPathTemplate: '{testDir}/../fixtures/accepted/{arg}{ext}',
  timeout: 60_000,
  // A machine that does other things besides answers later, and no less rightly.
  expect: { timeout: 15_000 },
  // Each test starts Porthole, a browser and a Google; two processors carry two of them.
  workers: 2,
  // What needs the second try is said at the end of `npm test`.
  retries: 1,
  forbidOnly: true,
  reporter: 'list',
  projects: [{ name: `e2e (${runtimeName})` }],
});
