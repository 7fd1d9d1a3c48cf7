// The sample app, launched as any Electron app is, with a profile folder of its own. Types what its preload script exposes.
import path from 'node:path';
import { test as base, type ElectronApplication, expect, type Page } from '@playwright/test';
import { _electron } from 'playwright';
import { standInPath } from '../executable.ts';

interface Mail {
  platform: string;
  double: (number: number) => number;
  find: (words: string) => Promise<{ subject: string }[]>;
  ask: (channel: string, value?: unknown) => Promise<unknown>;
  onGreeting: (listener: (greeting: { at: Date }) => void) => void;
}

declare global {
  /** In the sample app's page. */
  var mail: Mail;
  var posted: unknown[];
  var show: (message: string) => void;
  /** In its main process: the requests that it refused, and what a spec keeps there. */
  var cancelled: string[];
  var seen: unknown[];
  var withoutPolicy: boolean;
}

interface Fixtures {
  /** Added to the environment of the app. */
  readonly environment: Readonly<Record<string, string>>;
  readonly electronApp: ElectronApplication;
  readonly page: Page;
}

export const sampleApp = path.resolve(import.meta.dirname, '../sample-app');
export const standIn = standInPath;

export function environmentWith(more: Readonly<Record<string, string>> = {}): Record<string, string> {
  const entries = Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return { ...Object.fromEntries(entries), ...more };
}

export function launch(
  profile: string,
  environment: Readonly<Record<string, string>> = {},
): Promise<ElectronApplication> {
  const args = [sampleApp, `--user-data-dir=${profile}`];
  return _electron.launch({ args, env: environmentWith(environment), colorScheme: null });
}

/** The first window, once its page has heard from the main process. */
export async function shown(electronApp: ElectronApplication): Promise<Page> {
  const page = await electronApp.firstWindow();
  await expect(page.locator('#found')).toHaveText('Invoice 7');
  await expect(page).toHaveTitle(/greeted/);
  return page;
}

export const test = base.extend<Fixtures>({
  environment: [{}, { option: true }],
  electronApp: async ({ environment }, use, testInfo) => {
    const electronApp = await launch(testInfo.outputPath('profile'), environment);
    await shown(electronApp);
    await use(electronApp);
    await electronApp.close();
  },
  page: async ({ electronApp }, use) => {
    await use(await electronApp.firstWindow());
  },
});

export { expect };
