// That what looks at a package would notice: each check is shown something that is wrong.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { createPackage } from '@electron/asar';
import { expect, test } from 'vitest';
import { archivedFiles, isIntact } from '../../package/archive.ts';
import { neverRead, strangers, telling } from '../../package/contents.ts';
import { wrongFuses } from '../../package/fuses.ts';
import { faultsOf } from '../../package/linux-packages.ts';
import { makeStandInDist } from '../../package/stand-in-dist.ts';
import { electronFolder } from '../../runtime/executable.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const folder = temporaryFolder();

function write(name: string, content: string | Buffer): void {
  const file = path.join(folder, 'app', name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, content);
}

write('package.json', '{"main":"dist/main/index.js"}');
write('dist/main/index.js', "import './main.js';");
write('dist/main/main.js', 'open("/home/somebody/porthole", "page.js")');
write('dist/renderer/assets/page.js.br', brotliCompressSync('1'));
write('dist/renderer/assets/forgotten.js.br', brotliCompressSync('2'));
write('dist/main/main.js.map', '{}');
write('electron/main.ts', 'secret');
const asar = path.join(folder, 'app.asar');
await createPackage(path.join(folder, 'app'), asar);
const files = archivedFiles(asar);

test('an archive is read whole, and every file of it is what its header says', () => {
  expect(files.map(({ name }) => name).sort()).toEqual([
    'dist/main/index.js',
    'dist/main/main.js',
    'dist/main/main.js.map',
    'dist/renderer/assets/forgotten.js.br',
    'dist/renderer/assets/page.js.br',
    'electron/main.ts',
    'package.json',
  ]);
  expect(files.filter((file) => !isIntact(file))).toEqual([]);
});

test('one changed byte is noticed', () => {
  const bytes = readFileSync(asar);
  const at = bytes.lastIndexOf('secret');
  expect(at).toBeGreaterThan(0);
  bytes.write('Secret', at);
  const changed = path.join(folder, 'changed.asar');
  writeFileSync(changed, bytes);
  const wrong = archivedFiles(changed).filter((file) => !isIntact(file));
  expect(wrong.map(({ name }) => name)).toEqual(['electron/main.ts']);
});

test('maps, sources and what nothing reads are noticed', () => {
  expect([...strangers(files)].sort()).toEqual(['dist/main/main.js.map', 'electron/main.ts']);
  expect([...neverRead(files)].sort()).toEqual([
    'dist/main/main.js.map',
    'dist/renderer/assets/forgotten.js.br',
    'electron/main.ts',
  ]);
});

test('a path of the machine that built it is noticed', () => {
  expect(telling(files, ['/home/somebody'])).toEqual(['dist/main/main.js']);
});

test.runIf(process.platform === 'linux')('fuses as Electron comes with them are noticed', async () => {
  const dist = path.join(folder, 'electron');
  makeStandInDist(dist, electronFolder);
  const wrong = await wrongFuses(path.join(dist, 'electron'), 'released');
  expect(wrong).toEqual([
    'RunAsNode',
    'EnableCookieEncryption',
    'EnableNodeOptionsEnvironmentVariable',
    'EnableNodeCliInspectArguments',
    'EnableEmbeddedAsarIntegrityValidation',
    'OnlyLoadAppFromAsar',
    'GrantFileProtocolExtraPrivileges',
  ]);
});

test('a package that would take mailto: for itself is noticed, and one that lacks what it needs', () => {
  const desktopEntry = '[Desktop Entry]\nName=Porthole\nMimeType=x-scheme-handler/mailto;\n';
  const faults = faultsOf({ args: [], desktopEntry, afterRemove: '' });
  expect(faults).toEqual(expect.arrayContaining(['MimeType', '0 icons', 'the folder', 'after-remove']));
});
