// A folder with the shape of Electron's own distribution for Linux and nothing in it that runs: enough for electron-builder to
// pack around, without network. The fuses stand in it as in Electron's binary, with Electron's own defaults.
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** https://github.com/electron/fuses: what the fuses stand behind, their version, their number, and one letter for each. */
const fuseWire = Buffer.concat([
  Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'),
  Buffer.from([1, 9]),
  Buffer.from('101100011'),
]);

export function makeStandInDist(folder: string, electronFolder: string): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(path.join(folder, 'locales'), { recursive: true });
  mkdirSync(path.join(folder, 'resources'));
  const binary = Buffer.concat([readFileSync('/bin/true'), fuseWire]);
  for (const name of ['electron', 'chrome-sandbox', 'chrome_crashpad_handler']) {
    writeFileSync(path.join(folder, name), binary, { mode: 0o755 });
  }
  for (const name of ['en-US', 'de', 'fa', 'fr']) writeFileSync(path.join(folder, 'locales', `${name}.pak`), '');
  const { version } = JSON.parse(readFileSync(path.join(electronFolder, 'package.json'), 'utf8'));
  writeFileSync(path.join(folder, 'version'), `v${version}`);
  copyFileSync(path.join(electronFolder, 'LICENSE'), path.join(folder, 'LICENSE'));
  writeFileSync(path.join(folder, 'LICENSES.chromium.html'), '');
}
