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

/** What a module imports as soon as it is loaded, itself included; `textOf`: by its place. */
function needed(file: string, textOf: (file: string) => string, known = new Set<string>()): Set<string> {
  if (known.has(file)) return known;
  known.add(file);
  for (const [, name = ''] of textOf(file).matchAll(/(?:from|import)\s*"(\.[^"]+\.js)"/g))
    needed(path.join(path.dirname(file), name), textOf, known);
  return known;
}

test('the window needs no more than 200 kB before its list can be used', () => {
  const [, entry = ''] = /<script type="module"[^>]*src="\.\/([^"]+)"/.exec(read('index.html').toString()) ?? [];
  const [live = ''] = globSync('assets/live-*.js.br', { cwd: folder });
  const textOf = (file: string) => read(file).toString();
  const files = ['index.html', ...needed(live.replace(/\.br$/, ''), textOf, needed(path.normalize(entry), textOf))];
  expect(files.length).toBeGreaterThan(5);
  const bytes = files.reduce((sum, file) => sum + gzipSync(read(file)).length, 0);
  console.log(`first load: ${Math.round(bytes / 1000)} kB gzipped, in ${files.length} files`);
  expect(bytes).toBeLessThanOrEqual(mostBytes);
});

test('the main process reads no code at its start that only later use needs', () => {
  const textOf = (file: string) => readFileSync(path.join(built, 'main', file), 'utf8');
  const files = [...needed('main.js', textOf, needed('index.js', textOf))];
  const bytes = files.reduce((sum, file) => sum + Buffer.byteLength(textOf(file)), 0);
  console.log(`start of the main process: ${Math.round(bytes / 1000)} kB in ${files.length} files`);
  expect(bytes).toBeGreaterThan(100_000);
  expect(bytes).toBeLessThanOrEqual(mostOfMain);
});
