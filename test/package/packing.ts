// Runs electron-builder as far as a folder that could be started, on Electron's own distribution where it is there.
import { spawnSync } from 'node:child_process';
import { existsSync, globSync, rmSync } from 'node:fs';
import path from 'node:path';
import { electronFolder } from '../runtime/executable.ts';
import { makeStandInDist } from './stand-in-dist.ts';

const root = path.resolve(import.meta.dirname, '..', '..');
/** Beside what the specs leave. */
export const results = path.join(root, 'test', 'results', 'package');

export interface Packed {
  /** What is started. */
  readonly program: string;
  readonly resources: string;
  readonly asar: string;
  /** Of Chromium's own texts. */
  readonly locales: string;
}

const installed = path.join(electronFolder, 'dist');
/** Without it, a stand-in shows everything but what a real binary does with its fuses. */
export const isRealElectron = existsSync(path.join(installed, 'version'));

/** What is packed around: made where it has to be. */
export function electronDist(): string {
  if (isRealElectron) return installed;
  const folder = path.join(results, 'electron');
  makeStandInDist(folder, electronFolder);
  return folder;
}

function partsIn(folder: string): Packed {
  const find = (pattern: string) => path.join(folder, globSync(pattern, { cwd: folder })[0] ?? pattern);
  if (process.platform === 'darwin') {
    const contents = find('mac*/Porthole.app/Contents');
    const resources = path.join(contents, 'Resources');
    const program = path.join(contents, 'MacOS', 'Porthole');
    return { program, resources, asar: path.join(resources, 'app.asar'), locales: resources };
  }
  const unpacked = find('*-unpacked');
  const resources = path.join(unpacked, 'resources');
  const program = path.join(unpacked, process.platform === 'win32' ? 'Porthole.exe' : 'porthole');
  return { program, resources, asar: path.join(resources, 'app.asar'), locales: path.join(unpacked, 'locales') };
}

/** @throws with what electron-builder said, where it failed */
export function pack(config: string, name: string): Packed {
  const output = path.join(results, name);
  rmSync(output, { recursive: true, force: true });
  const builder = path.join(root, 'node_modules', 'electron-builder', 'cli.js');
  const args = ['--dir', '--publish=never', '--config', config, `-c.electronDist=${electronDist()}`];
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [builder, ...args, `-c.directories.output=${output}`, '-c.mac.notarize=false'],
    { cwd: root, encoding: 'utf8', env: { ...process.env, CSC_IDENTITY_AUTO_DISCOVERY: 'false' } },
  );
  if (status !== 0) throw new Error(`electron-builder failed:\n${stdout}${stderr}`);
  return partsIn(output);
}
