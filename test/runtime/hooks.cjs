'use strict';
// Loaded by `node -r` before anything else: makes `electron` importable (ESM and CommonJS alike) and gives `process`
// the shape it has in Electron's main process. Node loads it in worker threads and forked processes too; they get no `electron`.
const module_ = require('node:module');
const path = require('node:path');
const { pathToFileURL } = require('node:url');

if (Number.parseInt(process.versions.node, 10) < 24) {
  process.stderr.write(`electron stand-in: needs Node 24 or newer, this is ${process.version}. Set STAND_IN_NODE.\n`);
  process.exit(1);
}

const isMainProcess = process.argv[1] === path.join(__dirname, 'boot.ts');
const electronModule = pathToFileURL(path.join(__dirname, 'main', 'electron.ts')).href;
module_.registerHooks({
  resolve(specifier, context, nextResolve) {
    if (!/^electron(\/(main|common))?$/.test(specifier)) return nextResolve(specifier, context);
    if (!isMainProcess) throw new Error("'electron' exists only on the main thread of the main process");
    return { url: electronModule, shortCircuit: true };
  },
});

Object.defineProperty(process.versions, 'electron', {
  value: require('electron/package.json').version,
  enumerable: true,
});
process.resourcesPath = __dirname;
if (isMainProcess) {
  // Stripping the types of some thirty files costs 70 ms at every start, reading what was stripped before costs ten.
  module_.enableCompileCache(path.join(__dirname, '../../node_modules/.cache/stand-in'));
  // Node has already noted boot.ts as its entry. The app, and the script that Playwright preloads, expect argv without it.
  process.argv.splice(1, 1);
  process.type = 'browser';
  process.defaultApp = true;
}
