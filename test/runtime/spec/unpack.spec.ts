// Several processes may want the packaged Chromium at the same moment on a fresh machine. A package of a few bytes stands in
// for it here; the other specs run on the real one.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import path from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { expect, test } from '@playwright/test';

const unpack = path.resolve(import.meta.dirname, '../chromium/unpack.ts');
const script = `
  const { unpackChromium } = await import(${JSON.stringify(unpack)});
  const { executable, libraries } = await unpackChromium(process.argv[1], process.argv[2]);
  const fs = await import('node:fs');
  const { ino, size, mode } = fs.statSync(executable);
  console.log(JSON.stringify({ ino, size, isExecutable: (mode & 0o100) !== 0, libraries: fs.readdirSync(libraries) }));
`;
const sizeBytes = 20_000_000; // takes long enough to unpack for the others to come in between

function makePackage(folder: string): string {
  const source = path.join(folder, 'package');
  fs.mkdirSync(path.join(source, 'bin'), { recursive: true });
  fs.writeFileSync(path.join(source, 'package.json'), '{ "version": "1.2.3" }');
  fs.writeFileSync(path.join(source, 'bin', 'chromium.br'), brotliCompressSync(Buffer.alloc(sizeBytes)));
  for (const [name, content] of Object.entries({ al2023: 'lib', fonts: 'fonts' })) {
    fs.mkdirSync(path.join(source, content));
    fs.writeFileSync(path.join(source, content, 'one'), 'x');
    const { stdout } = spawnSync('tar', ['-c', '-C', source, content]);
    fs.writeFileSync(path.join(source, 'bin', `${name}.tar.br`), brotliCompressSync(stdout));
  }
  return source;
}

async function run(source: string, parent: string): Promise<{ code: unknown; said: string; failed: string }> {
  const args = ['--input-type=module', '--eval', script, source, parent];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  let failed = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    failed += text;
  });
  const [code] = await once(child, 'close');
  return { code, said: said.trim(), failed };
}

function temporary(folder: string): string {
  const parent = path.join(folder, 'temp');
  fs.mkdirSync(parent, { recursive: true });
  return parent;
}

const folderName = `stand-in-chromium-1.2.3-${process.getuid?.() ?? 0}`;

// biome-ignore lint/correctness/noEmptyPattern: Playwright asks for an object pattern
test('unpacks once for all who ask at the same time', async ({}, testInfo) => {
  const source = makePackage(testInfo.outputDir);
  const parent = temporary(testInfo.outputDir);
  const runs = await Promise.all(Array.from({ length: 5 }, () => run(source, parent)));
  expect(runs.map(({ failed }) => failed)).toEqual(runs.map(() => ''));
  const seen = runs.map(({ said }) => JSON.parse(said) as Record<string, unknown>);
  expect(seen[0]).toEqual({ ino: expect.any(Number), size: sizeBytes, isExecutable: true, libraries: ['one'] });
  expect(new Set(seen.map(({ ino }) => ino)).size).toBe(1); // all saw the same file: it was never written again
  expect(fs.readdirSync(parent)).toEqual([folderName]);
});

// biome-ignore lint/correctness/noEmptyPattern: Playwright asks for an object pattern
test('starts afresh after a process that was killed while it unpacked', async ({}, testInfo) => {
  const source = makePackage(testInfo.outputDir);
  const parent = temporary(testInfo.outputDir);
  const { pid } = spawnSync('true');
  fs.writeFileSync(path.join(parent, `${folderName}.lock`), String(pid));
  fs.mkdirSync(path.join(parent, `${folderName}.part-${pid}`));
  fs.writeFileSync(path.join(parent, `${folderName}.part-${pid}`, 'chromium'), 'half of it');
  const { said, failed } = await run(source, parent);
  expect(failed).toBe('');
  expect(JSON.parse(said)).toMatchObject({ size: sizeBytes });
  expect(fs.readdirSync(parent)).toEqual([folderName]);
});

// biome-ignore lint/correctness/noEmptyPattern: Playwright asks for an object pattern
test('runs nothing that somebody else has laid there', async ({}, testInfo) => {
  test.skip(process.getuid?.() !== 0, 'only root can give a folder away');
  const source = makePackage(testInfo.outputDir);
  const parent = temporary(testInfo.outputDir);
  fs.mkdirSync(path.join(parent, folderName));
  fs.chownSync(path.join(parent, folderName), 12_345, 12_345);
  const { code, failed } = await run(source, parent);
  expect(code).toBe(1);
  expect(failed).toContain('belongs to somebody else');
});
