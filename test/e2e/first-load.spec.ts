// What a start needs: the window before its list can be used, as it would travel, and the main process. What comes later is
// loaded when it is first used.
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { brotliDecompressSync, gzipSync } from 'node:zlib';
import { expect, test } from '@playwright/test';

const built = path.resolve(import.meta.dirname, '../../dist');
const folder = path.join(built, 'renderer');
const mostBytes = 200_000;
/** The list of all public suffixes alone has 260,000. */
const mostOfMain = 230_000;

function read(file: string): Buffer {
  const at = path.join(folder, file);
  return file.endsWith('.js') ? brotliDecompressSync(readFileSync(`${at}.br`)) : readFileSync(at);
}

/** What a file of the page can't do without, itself included. */
function needed(file: string, known: Set<string>): Set<string> {
  if (known.has(file)) return known;
  known.add(file);
  for (const [, name = ''] of read(file)
    .toString()
    .matchAll(/(?:from|import)\s*"\.\/([^"]+\.js)"/g))
    needed(`assets/${name}`, known);
  return known;
}

test('the window needs no more than 200 kB before its list can be used', () => {
  const [, entry = ''] = /<script type="module"[^>]*src="\.\/([^"]+)"/.exec(read('index.html').toString()) ?? [];
  const [live = ''] = globSync('assets/live-*.js.br', { cwd: folder });
  const files = ['index.html', ...needed(live.replace(/\.br$/, ''), needed(entry, new Set()))];
  expect(files.length).toBeGreaterThan(5);
  const bytes = files.reduce((sum, file) => sum + gzipSync(read(file)).length, 0);
  console.log(`first load: ${Math.round(bytes / 1000)} kB gzipped, in ${files.length} files`);
  expect(bytes).toBeLessThanOrEqual(mostBytes);
});

/** What a module of the main process imports as soon as it is loaded, itself included. */
function importedBy(file: string, known = new Set<string>()): ReadonlySet<string> {
  if (known.has(file)) return known;
  known.add(file);
  for (const [, name = ''] of readFileSync(file, 'utf8').matchAll(/(?:from|import)\s*"(\.[^"]+\.js)"/g))
    importedBy(path.resolve(path.dirname(file), name), known);
  return known;
}

test('the main process reads no code at its start that only later use needs', () => {
  const files = ['index.js', 'main.js'].flatMap((name) => [...importedBy(path.join(built, 'main', name))]);
  const bytes = [...new Set(files)].reduce((sum, file) => sum + readFileSync(file).length, 0);
  console.log(`start of the main process: ${Math.round(bytes / 1000)} kB in ${new Set(files).size} files`);
  expect(bytes).toBeGreaterThan(100_000);
  expect(bytes).toBeLessThanOrEqual(mostOfMain);
});
