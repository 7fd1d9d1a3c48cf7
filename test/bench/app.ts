// Starts the built Porthole, or an empty window of the same runtime, and waits for what a person waits for.
import { globSync, mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { _electron, type ElectronApplication, type Page } from 'playwright';
// Also chooses the runtime that `_electron` finds.
import { chromiumSandbox, runtimeName } from '../runtime/executable.ts';
import { benchFolder, projectFolder } from './places.ts';

export { runtimeName };

export interface Running {
  readonly app: ElectronApplication;
  readonly page: Page;
  /** When its process was asked for, by `performance.now()`. */
  readonly started: number;
}

/** Also one that was taken out of a package. */
const portholeFolder = process.env['PORTHOLE_FOLDER'] ?? projectFolder;

const running = new Set<ElectronApplication>();

/** What a measurement has left running because it failed. */
export async function closeLeftOvers(): Promise<void> {
  for (const app of running) await app.close().catch(() => undefined);
}

async function open(folder: string, profile: string, more: readonly string[] = []): Promise<Running> {
  mkdirSync(profile, { recursive: true });
  const started = performance.now();
  const args = [folder, `--user-data-dir=${profile}`, ...more];
  const app = await _electron.launch({ args, cwd: projectFolder, colorScheme: null, chromiumSandbox });
  running.add(app);
  app.once('close', () => running.delete(app));
  return { app, page: await app.firstWindow(), started };
}

export async function openEmpty(): Promise<Running> {
  const running = await open(path.join(import.meta.dirname, 'empty-app'), path.join(benchFolder, 'empty'));
  await running.page.getByText('empty').waitFor();
  return running;
}

/** At the inbox, wherever the measurement before was. */
export function openPorthole(profile: string, ...more: string[]): Promise<Running> {
  for (const file of globSync('accounts/*/where.json', { cwd: profile })) rmSync(path.join(profile, file));
  return open(portholeFolder, profile, more);
}

export const listBox = (page: Page) => page.getByRole('listbox', { name: 'Messages' });
export const firstRow = (page: Page) => listBox(page).getByRole('option').first();
