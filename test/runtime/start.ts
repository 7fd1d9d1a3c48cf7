// `npm start`: runs the built app on Electron, fetching its binary if need be; where that can't be had, on the stand-in. All
// arguments go to the app.
import { spawn } from 'node:child_process';
import os from 'node:os';
import path from 'node:path';
import { type Choice, chooseRuntime } from './choose-runtime.ts';
import { chromiumKind } from './chromium/find.ts';
import { downloadElectron } from './download-electron.ts';
import { electronFolder, hasDisplay, installedElectron, standInPath } from './executable.ts';

const project = path.resolve(import.meta.dirname, '..', '..');
const isUnwanted = process.env['STAND_IN'] === '1';
const day = 24 * 60 * 60 * 1000;

async function findElectron(): Promise<string | undefined> {
  if (!hasDisplay() || isUnwanted) return undefined;
  const installed = installedElectron();
  if (installed) return installed;
  const patience = setTimeout(() => console.error("Downloading Electron's binary, once …"), 2000);
  await downloadElectron({
    script: path.join(electronFolder, 'install.js'),
    timeoutMs: Number(process.env['ELECTRON_DOWNLOAD_TIMEOUT_MS'] ?? 60_000),
    note: path.join(project, 'node_modules', '.cache', 'electron-download-failed'),
    retryAfterMs: day,
    now: Date.now,
  });
  clearTimeout(patience);
  return installedElectron();
}

function run(executable: string, switches: readonly string[], environment: NodeJS.ProcessEnv): void {
  const child = spawn(executable, [...switches, project, ...process.argv.slice(2)], {
    cwd: project,
    stdio: 'inherit',
    env: { ...process.env, ...environment },
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => {
    process.exitCode = code ?? 128 + (signal ? os.constants.signals[signal] : 0);
  });
}

const electron = await findElectron();
const choice: Choice = chooseRuntime({
  platform: process.platform,
  hasDisplay: hasDisplay(),
  isRoot: process.getuid?.() === 0,
  electron: electron ? 'here' : isUnwanted ? 'unwanted' : 'missing',
  chromium: chromiumKind(),
});
if (choice.run !== 'electron') console.error(choice.sentence);
if (choice.run === 'nothing') {
  process.exitCode = 1;
} else if (choice.run === 'electron') {
  run(electron ?? '', choice.switches, {});
} else {
  // The links of a person who uses it are real. Its safeStorage is not, and must say so: the fixed key, not a keyring.
  run(standInPath, [], { STAND_IN_OPEN: '1', STAND_IN_SAFE_STORAGE: process.env['STAND_IN_SAFE_STORAGE'] ?? 'basic' });
}
