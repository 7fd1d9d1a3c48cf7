// The order in which an app comes up: its entry module to the end, then Chromium, then `ready`.
// Electron, too, waits for the entry module to settle before it emits `ready`; an app that awaits `app.whenReady()` at
// top level therefore never starts. Keeping that order here keeps that mistake visible.
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { launchChromium, prepareChromium } from './chromium/launch.ts';
import { app, describeApp, type Manifest } from './main/app.ts';
import { switches } from './main/command-line.ts';
import { life } from './main/life.ts';
import { interceptNetwork } from './main/network.ts';
import { watchTargets } from './main/targets.ts';
import { record } from './record.ts';

const hint =
  'electron stand-in: the entry module has not finished. Is there an `await app.whenReady()` at top level?\n';
let isSettled = false;
process.on('exit', (code) => {
  if (!isSettled && code === 13) process.stderr.write(hint); // 13: unsettled top-level await
});
const slow = setTimeout(() => process.stderr.write(hint), 5000).unref();

const requested = (process.env['STAND_IN_REQUIRE'] ?? '').split('\n').filter(Boolean);
delete process.env['STAND_IN_REQUIRE'];
// Playwright's: it holds `ready` back until it listens.
for (const file of requested) createRequire(import.meta.url)(file);

const given = process.argv.slice(1).find((argument) => !argument.startsWith('-'));
if (!given) throw new Error('electron stand-in: no app given. Usage: electron <folder or file>');
const location = path.resolve(given);
const isFolder = fs.statSync(location).isDirectory();
const manifest: Manifest & { main?: string } = isFolder
  ? (JSON.parse(fs.readFileSync(path.join(location, 'package.json'), 'utf8')) as Manifest)
  : {};
describeApp(isFolder ? location : path.dirname(location), manifest);

const prepared = prepareChromium((host) => record.networkAttempts.push(host));
prepared.catch(() => undefined); // it is awaited below; an app that quits at once needs no Chromium
await import(pathToFileURL(isFolder ? path.join(location, manifest.main ?? 'index.js') : location).href);
isSettled = true;
clearTimeout(slow);

if (!life.isQuitting) {
  life.cdp = await launchChromium(await prepared, switches);
  await Promise.all([interceptNetwork(), watchTargets()]);
  fs.mkdirSync(app.getPath('userData'), { recursive: true });
  life.becomeReady();
  app.emit('will-finish-launching', {});
  app.emit('ready', {}, {});
}
